import type { Convention } from "../../calc";
import { type ColumnPlan, GAP, PLACE, type TablePlan, headerRowOf, isHeaderOf } from "../../journal/schema";
import { asHere } from "../asHere";
import type { Found, FoundTable, Survey } from "../survey";
import { layTable, writeHeading } from "./table";

/**
 * A report whose sheet is there, with another table of it: it was deleted, or a lay-out was cut off before it got its name. It comes to where it was begun, else to its own
 * place when that is free, else to the end of the sheet.
 */
export async function layMissingTable(context: Excel.RequestContext, { plan, sheet: sheetPlan }: Found, beside: FoundTable, seen: Survey, convention: Convention): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(beside.sheet);
  const used = sheet.getUsedRange(true).load("rowIndex,rowCount");
  const tables = sheet.tables.load("items/name");
  const planned = headerRowOf(sheetPlan, plan);
  const place = sheet.getRangeByIndexes(planned, PLACE.column, 2, plan.columns.length).load("values");
  await context.sync();
  const known = seen.found.map((found) => found.plan.name);
  const begun = await tableBegun(context, tables.items.filter(({ name }) => !known.includes(name)), plan);
  const isFree = planned + 2 < beside.row && place.values.every((row: unknown[], down) => row.every((value, across) => value === "" || (down === 0 && isHeaderOf(plan.columns[across] as ColumnPlan, String(value)))));
  const row = begun?.row ?? (isFree ? planned : used.rowIndex + used.rowCount - 1 + GAP);
  if (plan.heading !== undefined) writeHeading(sheet, row - 1, plan.heading);
  const table = layTable(sheet, plan, { row, body: [], table: begun?.table ?? null, asHere: asHere(seen) }, convention);
  if (sheetPlan.page) table.showFilterButton = false;
  await context.sync();
}

/** A table without a name of ours that has our headers where we put them. */
async function tableBegun(context: Excel.RequestContext, unknown: readonly Excel.Table[], plan: TablePlan): Promise<{ row: number; table: string } | null> {
  if (unknown.length === 0) return null;
  const headers = unknown.map((table) => ({ table: table.name, range: table.getHeaderRowRange().load("values,rowIndex,columnIndex") }));
  await context.sync();
  const found = headers.find(({ range: { values, columnIndex } }) => columnIndex === PLACE.column && values[0]?.length === plan.columns.length && plan.columns.every((column, place) => isHeaderOf(column, String(values[0]?.[place]))));
  return found ? { row: found.range.rowIndex, table: found.table } : null;
}
