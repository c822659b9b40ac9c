import { type TypedCells, nextIds, sameCells } from "../../journal/row";
import { cellText, shown } from "../../journal/text";
import { typedCells } from "../tableColumns";
import { type Table, bodyOf } from "./place";

/**
 * Somebody else has added rows between our look at the log and our write: both may have taken the same ids. Who wrote later sees it, and gives its own rows the next free ones. Answers the
 * rows as they stand. Where they have been moved already they keep what they have: two rows of one id are told apart by their other cells.
 */
export async function ownIds(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[], first: number): Promise<readonly TypedCells[]> {
  const body = bodyOf(context);
  const ids = body.getColumn(table.places.Id).load("values,rowIndex");
  const written = context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(first, table.column, rows.length, table.headers.length).load("values");
  await context.sync();
  const present = ids.values.map(([id]: unknown[]) => String(id));
  const others = new Set(present.filter((_, index) => index + ids.rowIndex < first || index + ids.rowIndex >= first + rows.length));
  const isHere = rows.every((row, index) => sameCells(row, typedCells((written.values[index] ?? []) as unknown[], table)));
  const taken = rows.map((row) => others.has(idOf(row)));
  if (!isHere || !taken.includes(true)) return rows;
  const fresh = nextIds(present, rows.length);
  const own = rows.map((row, index) => (taken[index] ? { ...row, Id: cellText(fresh[index] ?? "") } : row));
  context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(first, table.column + table.places.Id, rows.length, 1).values = own.map(({ Id }) => [Id]);
  await context.sync();
  return own;
}

const idOf = (row: TypedCells): string => shown(row.Id).replace(/^'/, "");
