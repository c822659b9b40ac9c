import type { Sight } from "../../engine/view";
import type { Chart } from "../../grid/chart";
import type { Frozen } from "./frozen";

/** What Univer's scroll bars take of the surface. */
const SCROLL_BARS = 14;

/** Four areas over the sheet: frozen panes cut it, and a chart is seen in the one in which it begins only. */
export interface Panes {
  place(sight: Sight, frozen: Frozen): void;
  put(element: HTMLElement, chart: Chart, frozen: Frozen): void;
  /** How far the cells of the pane are off its corner, in pixels of the screen. */
  offset(chart: Chart, frozen: Frozen, sight: Sight): { left: number; top: number };
}

export function createPanes(place: HTMLElement): Panes {
  const panes = [false, true].flatMap((frozenRows) => [false, true].map((frozenColumns) => ({ frozenRows, frozenColumns, element: document.createElement("div") })));
  for (const { element } of panes) {
    element.className = "chart-layer";
    place.append(element);
  }
  const isIn = ({ anchor }: Chart, frozen: Frozen) => ({ rows: anchor.from.row < frozen.rows, columns: anchor.from.column < frozen.columns });

  return {
    place({ surface, header }, frozen) {
      const corner = place.getBoundingClientRect();
      const [left, top] = [surface.left - corner.left + header.width, surface.top - corner.top + header.height];
      const [width, height] = [surface.width - header.width - SCROLL_BARS, surface.height - header.height - SCROLL_BARS];
      for (const { frozenRows, frozenColumns, element } of panes) {
        const box = {
          left: frozenColumns ? left : left + frozen.width,
          top: frozenRows ? top : top + frozen.height,
          width: frozenColumns ? frozen.width : Math.max(0, width - frozen.width),
          height: frozenRows ? frozen.height : Math.max(0, height - frozen.height),
        };
        for (const [side, size] of Object.entries(box)) element.style.setProperty(side, `${size}px`);
      }
    },
    put(element, chart, frozen) {
      const { rows, columns } = isIn(chart, frozen);
      const pane = panes.find(({ frozenRows, frozenColumns }) => frozenRows === rows && frozenColumns === columns);
      if (pane && element.parentElement !== pane.element) pane.element.append(element);
    },
    offset(chart, frozen, { scrolled }) {
      const { rows, columns } = isIn(chart, frozen);
      return { left: columns ? 0 : frozen.width + scrolled.x, top: rows ? 0 : frozen.height + scrolled.y };
    },
  };
}
