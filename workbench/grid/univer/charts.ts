import type { IMutationInfo } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import type { Chart } from "../chart";
import { Charts } from "../charts";
import type { EditSource, Grid, TableInfo } from "../grid";
import type { Rect } from "../rect";
import type { Commands } from "./commands";

const CHANGE = "workbench.mutation.change-chart";
const RESOURCE = "SHEET_WORKBENCH_CHARTS_PLUGIN";
const [MUTATION, SHEETS] = [2, 2];

/** A chart as it is from now on; without one it goes. */
interface Change {
  readonly unitId: string;
  readonly chartId: string;
  readonly chart?: Chart;
}

/** Charts in a workbook of Univer, which has none of its own: changed by a command like all else, saved with the workbook, and what the user does to them is undone by Ctrl+Z. */
export class ChartsInUniver {
  private readonly charts: Charts;
  private readonly undoList;

  constructor({ injector, lib }: Engine, private readonly commands: Commands, grid: Pick<Grid, "on" | "tables">, changed: (sheetId: string) => void) {
    this.charts = new Charts(grid, changed);
    this.undoList = injector.get(lib.IUndoRedoService);
    injector.get(lib.ICommandService).registerCommand({
      id: CHANGE,
      type: MUTATION,
      handler: (_: unknown, { chartId, chart }: Change) => {
        const { sheetId } = chart ?? this.find(chartId);
        if (chart) this.charts.put(chart);
        else this.charts.remove(chartId);
        changed(sheetId);
        return true;
      },
    });
    injector.get(lib.IResourceManagerService).registerPluginResource<readonly Chart[]>({
      pluginName: RESOURCE,
      businesses: [SHEETS],
      toJson: () => JSON.stringify(this.charts.all()),
      parseJson: (text) => JSON.parse(text) as Chart[],
      onLoad: (_, charts) => this.charts.load(charts),
      onUnLoad: () => this.charts.load([]),
    });
  }

  all(): Chart[] {
    return this.charts.all();
  }

  add(chart: Omit<Chart, "id">): string {
    const id = this.charts.freshId();
    this.change(id, { ...chart, id });
    return id;
  }

  change(chartId: string, chart: Chart | undefined, source: EditSource = "api"): void {
    const before = this.charts.all().find(({ id }) => id === chartId);
    this.commands.run(CHANGE, infoOf(this.commands.unitId, chartId, chart).params as object, undefined, source);
    if (source !== "user") return;
    const [undo, redo] = [infoOf(this.commands.unitId, chartId, before), infoOf(this.commands.unitId, chartId, chart)];
    this.undoList.pushUndoRedo({ unitID: this.commands.unitId, undoMutations: [undo], redoMutations: [redo] });
  }

  tableResized(before: TableInfo, rect: Rect): void {
    this.charts.tableResized(before, rect);
  }

  private find(chartId: string): Chart {
    const chart = this.charts.all().find(({ id }) => id === chartId);
    if (!chart) throw new Error(`there is no chart ${chartId}`);
    return chart;
  }
}

function infoOf(unitId: string, chartId: string, chart: Chart | undefined): IMutationInfo {
  return { id: CHANGE, params: { unitId, chartId, ...(chart ? { chart } : {}) } };
}
