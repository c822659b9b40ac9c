import type { Style } from "../../grid/grid";
import type { Range } from "./range";

export function paint(range: Range, patch: Style): void {
  range.demand("allowFormatCells", "RangeFormat");
  range.grid.style(range.sheetId, range.extent(), patch);
}

/** The value that all cells share, else null. */
export function common<T>(range: Range, pick: (style: Style) => T): T | null {
  const { row, column, rows, columns } = range.extent();
  const sheetId = range.existing();
  return agreed(rows * columns, (i) => pick(range.grid.styleOf(sheetId, row + Math.floor(i / columns), column + (i % columns))));
}

/** What `pick` gives for every index, else null. */
export function agreed<T>(length: number, pick: (index: number) => T): T | null {
  const first = pick(0);
  for (let i = 1; i < length; i++) if (pick(i) !== first) return null;
  return first;
}
