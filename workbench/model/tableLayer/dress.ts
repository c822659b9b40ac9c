import { around, bottom, contains, covers, right } from "../../grid/a1";
import type { Grid, Rect, TableInfo } from "../../grid/grid";

/** New rows look like `like` (one row): styles, validations, and conditional formats that cover that row's cells. */
export function dressRows(grid: Grid, sheetId: string, like: Rect, fresh: Rect): void {
  for (let column = like.column; column <= right(like); column++) {
    const target = { ...fresh, column, columns: 1 };
    const style = grid.styleOf(sheetId, like.row, column);
    const rule = grid.validationAt(sheetId, like.row, column);
    if (Object.keys(style).length > 0) grid.style(sheetId, target, style);
    if (rule) grid.setValidation(sheetId, target, rule);
  }
  for (const format of grid.conditionalFormats(sheetId)) {
    const { rect } = format;
    const next = { row: fresh.row, rows: fresh.rows, column: rect.column, columns: rect.columns };
    const ends = bottom(rect) === like.row && contains({ ...like, row: rect.row, rows: rect.rows }, like.row, rect.column) && fresh.row === like.row + 1;
    if (ends && !covers(rect, next)) grid.setConditionalFormat({ ...format, rect: around(rect, next) });
  }
}

/** New columns look like the last one, without its number format. */
export function dressColumns(grid: Grid, table: TableInfo, columns: number): void {
  const last = right(table.rect);
  for (let row = table.rect.row; row <= bottom(table.rect); row++) {
    const { numberFormat: _, ...style } = grid.styleOf(table.sheetId, row, last);
    if (Object.keys(style).length > 0) grid.style(table.sheetId, { row, column: last + 1, rows: 1, columns }, style);
  }
}
