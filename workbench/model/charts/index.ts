import { anchorOf } from "../../grid/chartPlace";
import { CHART_TYPES, type Chart as ChartData, type ChartType } from "../../grid/chart";
import { ApiError, invalidArgument } from "../../protocol/errors";
import { count, oneOf, optional, text } from "../../protocol/richApi/checks";
import { apiType, reads, takes } from "../../protocol/richApi/members";
import { Collection, collectionMembers } from "../collection";
import { demandUnprotected } from "../protection";
import type { Range } from "../range/range";
import { rangeOnly } from "../rangeArgument";
import type { Workbook } from "../workbook";
import { Chart } from "./chart";
import { type SeriesBy, seriesOf } from "./source";

/** Where a new chart stands before it is put anywhere, in points. */
const FIRST_PLACE = { left: 96, top: 60, width: 360, height: 216 };
const NO_AXES = { category: {}, value: {}, secondaryCategory: {}, secondaryValue: {} };

/** The charts of a sheet. */
export class ChartCollection extends Collection<Chart> {
  static override readonly api = apiType("ChartCollection", { ...collectionMembers, getItem: takes(text), getItemOrNullObject: takes(text), count: reads(), getItemAt: takes(count), add: takes(text, rangeOnly, optional(oneOf("Auto", "Columns", "Rows"))) });

  constructor(private readonly workbook: Workbook, private readonly sheetId: string) {
    super();
  }

  get items(): Chart[] {
    return this.infos.map(({ id }) => new Chart(this.workbook, id));
  }

  get count(): number {
    return this.infos.length;
  }

  add(type: string, source: Range, by: SeriesBy = "Auto"): Chart {
    const where = "ChartCollection.add";
    demandUnprotected(this.workbook, this.sheetId, null, "allowEditObjects", where);
    if (!isDrawn(type)) throw new ApiError("NotImplemented", `the workbench draws no charts of the kind ${type}`, where);
    const series = seriesOf(source, by);
    if (series.length === 0) throw invalidArgument(where, `there is nothing to draw in ${source.address}`);
    const { grid } = this.workbook;
    const chart = { sheetId: this.sheetId, name: this.freshName(), type, anchor: anchorOf(grid, this.sheetId, FIRST_PLACE), series, title: {}, legend: {}, axes: NO_AXES };
    return new Chart(this.workbook, grid.addChart(chart));
  }

  private get infos(): ChartData[] {
    return this.workbook.grid.charts().filter(({ sheetId }) => sheetId === this.sheetId);
  }

  private freshName(): string {
    const taken = new Set(this.infos.map(({ name }) => name.toLowerCase()));
    let n = taken.size + 1;
    while (taken.has(`chart ${n}`)) n++;
    return `Chart ${n}`;
  }
}

function isDrawn(type: string): type is ChartType {
  return (CHART_TYPES as readonly string[]).includes(type);
}
