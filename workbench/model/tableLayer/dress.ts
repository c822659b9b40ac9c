import { around, bottom, contains, covers, right } from "../../grid/a1";
import type { Grid, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";

/** New rows look like `like` (one row): styles, validations, and conditional formats that cover that row's cells. */
export function dressRows(grid: Grid, sheetId: string, like: Rect, fresh: Rect): void {
  const columns = Array.from({ length: like.columns }, (_, i) => like.column + i);
  const styles = columns.map((column) => grid.styleOf(sheetId, like.row, column)).map((style) => (Object.keys(style).length > 0 ? style : undefined));
  if (styles.some((style) => style !== undefined)) grid.style(sheetId, { ...like, row: fresh.row, rows: fresh.rows }, Array.from({ length: fresh.rows }, () => styles));
  for (const column of columns) {
    const rule = grid.validationAt(sheetId, like.row, column);
    if (rule) grid.setValidation(sheetId, { ...fresh, column, columns: 1 }, rule);
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
