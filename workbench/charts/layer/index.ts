import "./layer.css";
import type { Engine } from "../../engine/engine";
import type { Sight, View } from "../../engine/view";
import { anchorOf, boxOf, type Box } from "../../grid/chartPlace";
import type { Chart } from "../../grid/chart";
import type { UniverGrid } from "../../grid/univer";
import { inWords } from "../inWords";
import { pictureOf } from "../picture";
import { type Frame, createFrame } from "./frame";
import type { Frozen } from "./frozen";
import { type Panes, createPanes } from "./panes";

/** Pixels of a point, at a zoom of 1. */
const PIXELS = 4 / 3;
const CHANGES = ["edited", "calculated", "chartsChanged", "activated", "rowsInserted", "rowsDeleted", "columnsInserted", "columnsDeleted", "undone"] as const;

/** Draws the charts of the active sheet over its cells, and lets the mouse and the keyboard at them. */
export function showCharts(engine: Engine, grid: UniverGrid, place: HTMLElement): void {
  const view = viewOf(engine);
  const panes = createPanes(place);
  const frames = new Map<string, Frame>();
  let isDue = false;

  const charts = (sheetId: string) => grid.charts().filter((chart) => chart.sheetId === sheetId);
  const remove = (id: string) => {
    frames.get(id)?.remove();
    frames.delete(id);
  };

  /** All as it is now: places, contents, words. */
  function show(): void {
    isDue = false;
    const sight = view.look();
    const shown = sight ? charts(sight.sheetId) : [];
    for (const id of [...frames.keys()]) if (!shown.some((chart) => chart.id === id)) remove(id);
    if (!sight || shown.length === 0) return;
    const frozen = frozenOf(grid, sight);
    panes.place(sight, frozen);
    for (const chart of shown) {
      let frame = frames.get(chart.id);
      if (!frame) frames.set(chart.id, (frame = createFrame(actions(chart.id))));
      const picture = pictureOf(grid, chart);
      panes.put(frame.element, chart, frozen);
      frame.draw(picture, chart.name, inWords(picture), PIXELS * sight.zoom);
      frame.place(onScreen(boxOf(grid, chart.sheetId, chart.anchor), panes, chart, frozen, sight));
    }
  }

  function actions(id: string): Parameters<typeof createFrame>[0] {
    const find = () => grid.charts().find((chart) => chart.id === id);
    return {
      /** By so many pixels of the screen. */
      moved(by) {
        const [chart, sight] = [find(), view.look()];
        if (!chart || !sight) return;
        const { left, top, width, height } = boxOf(grid, chart.sheetId, chart.anchor);
        const points = (pixels: number) => pixels / (PIXELS * sight.zoom);
        const box = { left: Math.max(0, left + points(by.left)), top: Math.max(0, top + points(by.top)), width: Math.max(20, width + points(by.width)), height: Math.max(20, height + points(by.height)) };
        grid.changeChartAsUser(id, { ...chart, anchor: anchorOf(grid, chart.sheetId, box) });
      },
      deleted() {
        if (find()) grid.changeChartAsUser(id);
        engine.focus();
      },
      left: () => engine.focus(),
      tookBack: (again) => void (again ? engine.api.redo() : engine.api.undo()).catch((error: unknown) => grid.fail(error)),
      wheel: (event) => view.wheel(event),
    };
  }

  const soon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(show);
  };
  for (const change of CHANGES) grid.on(change, soon);
  engine.injector.get(engine.lib.ICommandService).onCommandExecuted(soon); // number formats, widths, frozen panes
  view.onMove(soon);
  void engine.rendered.then(soon);
}

function viewOf({ view }: Engine): View {
  if (!view) throw new Error("charts are drawn over a sheet on the screen, and this one is not");
  return view;
}

function frozenOf(grid: UniverGrid, { sheetId, zoom }: Sight): Frozen {
  const { rows, columns } = grid.frozen(sheetId);
  let [width, height] = [0, 0];
  for (let i = 0; i < columns; i++) width += grid.columnWidth(sheetId, i) * zoom;
  for (let i = 0; i < rows; i++) height += grid.rowHeight(sheetId, i) * zoom;
  return { rows, columns, width, height };
}

/** From the corner of the pane that it is in. */
function onScreen(box: Box, panes: Panes, chart: Chart, frozen: Frozen, sight: Sight): Box {
  const scale = PIXELS * sight.zoom;
  const { left, top } = panes.offset(chart, frozen, sight);
  return { left: box.left * scale - left, top: box.top * scale - top, width: box.width * scale, height: box.height * scale };
}
