import { parseRect, splitSheet } from "../grid/a1";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { Range } from "./range/range";
import type { Workbook } from "./workbook";

/** "A1", "Sheet!A1", "Trades", "Trades[Strike]", "Trades[#All]" or a name; throws as Excel does. */
export function rangeAt(workbook: Workbook, area: string, sheetId: string | undefined, where: string): Range {
  const { sheet } = splitSheet(area);
  if (sheet !== null && !workbook.worksheets.find(sheet)) throw itemNotFound(where);
  const range = workbook.findRange(area, sheetId);
  if (!range) throw invalidArgument(where, `there is no range ${area}`);
  return range;
}

/** The same; null where there is none. Without a sheet's name it is on the sheet that is given. */
export function findRange(workbook: Workbook, area: string, sheetId: string): Range | null {
  const { sheet, address } = splitSheet(area);
  const on = sheet === null ? sheetId : workbook.worksheets.find(sheet)?.id;
  if (on === undefined) return null;
  const rect = parseRect(address);
  if (rect) return new Range(workbook, on, rect);
  const [, name = "", column] = /^([^[\]]+)(?:\[(.*)\])?$/.exec(address) ?? [];
  const table = workbook.tables.find(name);
  if (table) {
    if (column === undefined || column === "" || column === "#Data") return table.getDataBodyRange();
    if (column === "#All") return table.getRange();
    if (column === "#Headers") return table.getHeaderRowRange();
    return table.columns.find(column)?.getDataBodyRange() ?? null;
  }
  return workbook.names.find(name)?.getRangeOrNullObject() ?? null;
}
