import { bottom, contains, intersect, right } from "../../grid/a1";
import type { Grid, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";

/** Something written in the row directly below makes it a row of the table, unless other cells stand there or it belongs to another table: how many rows. */
export function rowsBelow(grid: Grid, table: TableInfo, rect: Rect): number {
  const below = bottom(table.rect) + 1;
  const band = intersect(rect, { ...table.rect, row: below, rows: bottom(rect) - below + 1 });
  if (table.totals || !band || rect.row > below) return 0;
  return isFree(grid, table, band, { ...table.rect, row: below, rows: band.rows }) ? band.rows : 0;
}

/** Something written directly to the right, beside the header or the rows, makes a new column: how many. */
export function columnsBeside(grid: Grid, table: TableInfo, rect: Rect): number {
  const next = right(table.rect) + 1;
  const band = intersect(rect, { ...table.rect, column: next, columns: right(rect) - next + 1 });
  if (!band || rect.column > next) return 0;
  return isFree(grid, table, band, { ...table.rect, column: next, columns: band.columns }) ? band.columns : 0;
}

/** Does something stand in the part that was written, and nothing in the rest of what would be the table's? */
function isFree(grid: Grid, { id, sheetId }: TableInfo, written: Rect, fresh: Rect): boolean {
  const isTaken = grid.tables().some((other) => other.id !== id && other.sheetId === sheetId && intersect(other.rect, fresh));
  return !isBlank(grid, sheetId, written) && !isTaken && isBlankBut(grid, sheetId, fresh, written);
}

function isBlank(grid: Grid, sheetId: string, rect: Rect): boolean {
  return grid.read(sheetId, rect).every((row) => row.every((cell) => cell.value === "" && cell.formula === undefined));
}

function isBlankBut(grid: Grid, sheetId: string, rect: Rect, written: Rect): boolean {
  return grid.read(sheetId, rect).every((row, i) => row.every((cell, j) => (cell.value === "" && cell.formula === undefined) || contains(written, rect.row + i, rect.column + j)));
}
