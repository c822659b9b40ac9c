import type { Cell, Style } from "../grid";
import type { Rect } from "../rect";

/** What a cell shows in which nothing was ever written. */
export const BLANK: Cell = Object.freeze({ value: "", numberFormat: "General" });

/** One thing for each cell of a rectangle. Read at every request: loops are several times faster here than Array.from. */
export function matrix<T>({ row, column, rows, columns }: Rect, make: (row: number, column: number) => T): T[][] {
  const made = new Array<T[]>(rows);
  for (let down = 0; down < rows; down += 1) {
    const line = (made[down] = new Array<T>(columns));
    for (let across = 0; across < columns; across += 1) line[across] = make(row + down, column + across);
  }
  return made;
}

/** A style after some of it was set; null takes a part away. */
export function patched(style: Style, patch: Style): Style {
  const next: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (key === "borders") next.borders = bordersWith(style.borders, patch.borders);
    else if (value === null) delete next[key];
    else if (value !== undefined) next[key] = value;
  }
  if (next.borders && Object.keys(next.borders).length === 0) delete next.borders;
  return next as Style;
}

function bordersWith(old: Style["borders"], patch: Style["borders"]): Style["borders"] {
  const edges = Object.entries({ ...old, ...patch }).filter(([, border]) => border !== null && border !== undefined);
  return Object.fromEntries(edges);
}
