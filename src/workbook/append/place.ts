import { type CellContent, type TypedCells, type TypedHeader } from "../../journal/row";
import { trades } from "../../journal/sheets";
import { ExcelRefused } from "../excelRefused";
import type { FoundTable } from "../survey";
import type { TypedPlaces } from "../tableColumns";

export type Table = FoundTable & TypedPlaces;

/** A part of the new rows, and the cells for it. */
export interface Target {
  readonly target: Excel.Range;
  readonly from: number;
  readonly to: number;
}

/** Columns of a table beside one another, by their headers as they stand. */
export interface Span {
  readonly headers: readonly string[];
  readonly from: number;
  readonly width: number;
}

/**
 * The cells for new rows, from the first typed column to the last, so that a row is written whole or not at all. Columns are meant by name and rows by where the table ends, both as they
 * are when Excel carries this out: somebody else may have added some since the table was looked at. A table with only its first, blank row takes the first trade in that row, if
 * it is still blank then.
 */
export function placeBelow(table: Excel.Table, { headers, from, width }: Span, count: number, intoBlank: boolean): readonly Target[] {
  const [left, right] = [from, from + width - 1].map((place) => table.columns.getItem(headers[place] ?? "")) as [Excel.TableColumn, Excel.TableColumn];
  if (!intoBlank) return [{ target: left.getDataBodyRange().getBoundingRect(right.getDataBodyRange()).getRowsBelow(count), from: 0, to: count }];
  const first = left.getRange().getBoundingRect(right.getRange()).getUsedRange(true).getLastRow().getRowsBelow(1);
  return [{ target: first, from: 0, to: 1 }, ...(count > 1 ? [{ target: first.getRowsBelow(count - 1), from: 1, to: count }] : [])];
}

/**
 * Room for many rows above the totals row: Excel adds one there, and whole rows of the sheet that are inserted before it become rows of the table like those above. They come in the batch
 * of the write, which is done whole or not at all.
 */
export function placeAboveTotals(table: Excel.Table, { headers, from, width }: Span, count: number): readonly Target[] {
  table.rows.add(undefined, [headers.map(() => null)] as unknown as string[][]);
  if (count > 1) table.getDataBodyRange().getLastRow().getCell(0, 0).getAbsoluteResizedRange(count - 1, 1).getEntireRow().insert("Down");
  const first = table.columns.getItem(headers[from] ?? "").getDataBodyRange().getLastRow().getOffsetRange(1 - count, 0);
  return [{ target: first.getAbsoluteResizedRange(count, width), from: 0, to: count }];
}

/** What stands under the table is never written over: whole rows are inserted where the first of it stands, in the batch of the write. Where nothing stands, nothing is done. */
export function makeRoom(context: Excel.RequestContext, count: number): void {
  const standing = bodyOf(context).getRowsBelow(count).getUsedRangeOrNullObject(true);
  standing.getRow(0).getAbsoluteResizedRange(count, 1).getEntireRow().insert("Down");
}

/** Inserting whole rows must not tear another table apart. */
export async function refuseTorn(context: Excel.RequestContext, table: Table, standing: string): Promise<void> {
  const next = table.row + table.rows + 1;
  const others = context.workbook.worksheets.getItem(table.sheet).tables.load("items/name");
  await context.sync();
  const ranges = others.items.filter(({ name }) => name !== trades.name).map((other) => other.getRange().load("rowIndex,rowCount"));
  if (ranges.length > 0) await context.sync();
  if (ranges.some(({ rowIndex, rowCount }) => rowIndex < next && rowIndex + rowCount > next))
    throw new ExcelRefused("NoRoom", `There is ${standing} under the Trades table, and another table beside it. Move one of them, then try again.`);
}

/** A totals row is in the way of the range below; here Excel's own insertion is right, and null leaves calculated cells to it. */
export function addAboveTotals(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  context.workbook.tables.getItem(trades.name).rows.add(undefined, cellsOf(table, rows) as (string | number | boolean)[][]);
}

/** The cells of rows from the first typed column to the last; null leaves the user's columns between them as they are. */
export function matrixOf(table: Table, rows: readonly TypedCells[]): (CellContent | null)[][] {
  const { from, width } = spanOf(table);
  return cellsOf(table, rows).map((cells) => cells.slice(from, from + width));
}

/** Whole rows of the table, in the order of its columns; null where none of ours stands. */
function cellsOf(table: Table, rows: readonly TypedCells[]): (CellContent | null)[][] {
  const names = Object.keys(table.places) as TypedHeader[];
  const headers = table.headers.map((_, place) => names.find((name) => table.places[name] === place));
  return rows.map((row) => headers.map((header) => (header ? row[header] : null)));
}

export function spanOf({ places }: Pick<TypedPlaces, "places">): { readonly from: number; readonly width: number } {
  const [first, last] = [Math.min(...Object.values(places)), Math.max(...Object.values(places))];
  return { from: first, width: last - first + 1 };
}

export const bodyOf = (context: Excel.RequestContext): Excel.Range => context.workbook.tables.getItem(trades.name).getDataBodyRange();
