import type { Convention } from "../../calc";
import { palette } from "../../journal/palette";
import { type Highlight, LOOK, PLACE, type TablePlan, headerOf } from "../../journal/schema";
import { columnLetters, sameRowRef } from "../address";
import { all, checkCells, dressColumn, lineRows } from "./columns";

/** Where a table goes. */
export interface TableSite {
  /** Of its headers. */
  readonly row: number;
  /** Rows that stand under the headers already, from a lay-out that was cut off. */
  readonly body: readonly (readonly unknown[])[];
  /** A table that was made there but not yet named. */
  readonly table: string | null;
  /** Formulas with the headers of other tables as they are spelt in this workbook. */
  readonly asHere: (formula: string) => string;
}

/** Headers, rows, table, looks, formulas and, last, the table's name. */
export function layTable(sheet: Excel.Worksheet, plan: TablePlan, site: TableSite, convention: Convention): Excel.Table {
  const width = plan.columns.length;
  const rows = missingRows(plan, site.body);
  const header = sheet.getRangeByIndexes(site.row, PLACE.column, 1, width);
  header.values = [plan.columns.map((column) => headerOf(column, convention))];
  if (rows.length > 0) sheet.getRangeByIndexes(site.row + 1 + site.body.length, PLACE.column, rows.length, width).values = rows.map((row) => [...row]);
  const count = Math.max(1, site.body.length + rows.length);
  const area = sheet.getRangeByIndexes(site.row, PLACE.column, count + 1, width);
  const table = site.table === null ? sheet.tables.add(area, true) : sheet.tables.getItem(site.table);
  if (site.table !== null && count > 1) table.resize(area);
  table.style = LOOK.tableStyle;
  table.showBandedRows = false;
  dressTable(sheet, plan, { row: site.row, count, asHere: site.asHere }, convention);
  table.name = plan.name;
  return table;
}

/** The plan's rows that are not there yet, told by their first cell. */
export function missingRows(plan: TablePlan, body: readonly (readonly unknown[])[]): readonly (readonly (string | number)[])[] {
  const present = new Set(body.map((row) => String(row[0]).trim().toLowerCase()));
  return plan.rows.filter((row) => !present.has(String(row[0]).toLowerCase()));
}

/** The words above a table that is not the first of its sheet. */
export function writeHeading(sheet: Excel.Worksheet, row: number, words: string): void {
  const heading = sheet.getRangeByIndexes(row, PLACE.column, 1, 1);
  heading.values = [[words]];
  heading.format.font.bold = true;
  heading.format.font.size = LOOK.headingSize;
  heading.format.font.color = palette.ink;
  heading.format.verticalAlignment = "Center";
  heading.format.horizontalAlignment = "Left";
  heading.format.indentLevel = 1;
  heading.format.rowHeight = LOOK.headingHeight;
}

function dressTable(sheet: Excel.Worksheet, plan: TablePlan, { row, count, asHere }: Pick<TableSite, "row" | "asHere"> & { count: number }, convention: Convention): void {
  const cells = (column: number, from: number, rows: number): Excel.Range => sheet.getRangeByIndexes(from, PLACE.column + column, rows, 1);
  const first = row + 1;
  plan.columns.forEach((column, index) => {
    const body = cells(index, first, count);
    dressColumn(cells(index, row, 1), body, column, convention);
    if (column.formula) body.formulas = all(asHere(column.formula.text((header) => sameRowRef(header), convention)));
  });
  sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = LOOK.headerHeight;
  const whole = sheet.getRangeByIndexes(first, PLACE.column, count, plan.columns.length);
  lineRows(whole, count);
  const single = plan.columns.findIndex((column) => column.header === plan.cells?.header);
  plan.cells?.rows.forEach((look, index) => {
    dressCell(cells(single, first + index, 1), look);
  });
  whole.conditionalFormats.clearAll();
  const place = (header: string): number => plan.columns.findIndex((column) => column.header === header);
  // Excel puts a new one before those that are there: the plan's first is to be the first
  [...plan.highlights].reverse().forEach((highlight) => {
    runsOf(highlight.columns.map(place)).forEach(([from, to]) => {
      addHighlight(sheet.getRangeByIndexes(first, PLACE.column + from, count, to - from + 1), highlight, (header) => `$${columnLetters(PLACE.column + place(header))}${first + 1}`);
    });
  });
}

/** A cell whose row has a format or choices of its own. */
export function dressCell(cell: Excel.Range, { numberFormat, choices }: NonNullable<TablePlan["cells"]>["rows"][number]): void {
  cell.numberFormat = [[numberFormat]];
  if (choices) checkCells(cell, "Value", { rule: { kind: "list", choices: choices.map(String) }, refusal: "stop", words: `Choose ${choices.join(", ")}.` });
  else checkCells(cell, "Value", { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: "This is usually a number, zero or above. A blank asks nothing, or leaves the usual value." });
}

export function addHighlight(range: Excel.Range, highlight: Omit<Highlight, "columns">, ref: (header: string) => string): void {
  const custom = range.conditionalFormats.add("Custom").custom;
  custom.rule.formula = highlight.formula(ref);
  if (highlight.fill) custom.format.fill.color = highlight.fill;
  if (highlight.fontColor) custom.format.font.color = highlight.fontColor;
  if (highlight.bold) custom.format.font.bold = true;
}

/** [3, 4, 13] → [[3, 4], [13, 13]] */
export function runsOf(places: readonly number[]): [from: number, to: number][] {
  return [...places].sort((a, b) => a - b).reduce<[number, number][]>((runs, place) => {
    const last = runs.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
    return runs;
  }, []);
}
