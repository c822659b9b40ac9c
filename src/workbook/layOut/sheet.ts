import type { Convention } from "../../calc";
import { palette, tabColors } from "../../journal/palette";
import { type Highlight, LOOK, PLACE, type SheetPlan, headerOf } from "../../journal/schema";
import { columnLetters, sameRowRef } from "../address";
import { markOf } from "../survey";
import { all, checkCells, dressColumn } from "./columns";
import type { Site } from "./site";

/**
 * Lays out one sheet, all in one batch. The table gets its name last: until then the journal does not know it, so whatever a lay-out that
 * was cut off has left is found by its mark and done again.
 */
export function laySheet(context: Excel.RequestContext, plan: SheetPlan, site: Site, mark: "add" | "replace" | "keep", convention: Convention): void {
  const { workbook } = context;
  const sheet = site.add ? workbook.worksheets.add(site.sheet) : workbook.worksheets.getItem(site.sheet);
  if (mark === "replace") workbook.names.getItem(markOf(plan)).delete();
  if (mark !== "keep") workbook.names.add(markOf(plan), sheet.getRange("A1"), `Marks the sheet on which Wheel Journal keeps ${plan.name}.`);
  const width = plan.columns.length;
  if (!site.titled) writeTitle(sheet, plan, width);
  const rows = missingRows(plan, site.body);
  const header = sheet.getRangeByIndexes(PLACE.header, PLACE.column, 1, width);
  header.values = [plan.columns.map((column) => headerOf(column, convention))];
  if (rows.length > 0) sheet.getRangeByIndexes(PLACE.header + 1 + site.body.length, PLACE.column, rows.length, width).values = rows.map((row) => [...row]);
  const count = Math.max(1, site.body.length + rows.length);
  const area = sheet.getRangeByIndexes(PLACE.header, PLACE.column, count + 1, width);
  const table = site.table === null ? sheet.tables.add(area, true) : sheet.tables.getItem(site.table);
  if (site.table !== null && rows.length > 0) table.resize(area);
  table.style = LOOK.tableStyle;
  table.showBandedRows = false;
  dressTable(sheet, plan, count, convention);
  sheet.freezePanes.freezeRows(PLACE.header + 1);
  sheet.showGridlines = plan.kind === "typed";
  sheet.tabColor = tabColors[plan.kind];
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.pageLayout.setPrintTitleRows(`$${PLACE.header + 1}:$${PLACE.header + 1}`);
  table.name = plan.name;
}

/** The plan's rows that are not there yet, told by their first cell. */
export function missingRows(plan: SheetPlan, body: readonly (readonly unknown[])[]): readonly (readonly (string | number)[])[] {
  const present = new Set(body.map((row) => String(row[0]).trim().toLowerCase()));
  return plan.rows.filter((row) => !present.has(String(row[0]).toLowerCase()));
}

function writeTitle(sheet: Excel.Worksheet, plan: SheetPlan, width: number): void {
  sheet.getRangeByIndexes(PLACE.title, 0, 2, 1).values = [[plan.title], [plan.subtitle]];
  const title = sheet.getRangeByIndexes(PLACE.title, 0, 1, width).format;
  title.fill.color = LOOK.title.fill;
  title.font.color = LOOK.title.font;
  title.font.size = LOOK.titleSize;
  title.font.bold = true;
  title.verticalAlignment = "Center";
  title.rowHeight = LOOK.titleHeight;
  const subtitle = sheet.getRangeByIndexes(PLACE.subtitle, 0, 1, width).format;
  subtitle.fill.color = LOOK.subtitle.fill;
  subtitle.font.color = LOOK.subtitle.font;
  subtitle.verticalAlignment = "Top";
  subtitle.rowHeight = LOOK.subtitleHeight;
  title.indentLevel = subtitle.indentLevel = 1;
  sheet.getRangeByIndexes(PLACE.subtitle + 1, 0, 1, 1).format.rowHeight = LOOK.gapHeight;
}

function dressTable(sheet: Excel.Worksheet, plan: SheetPlan, count: number, convention: Convention): void {
  const cells = (column: number, from: number, rows: number): Excel.Range => sheet.getRangeByIndexes(from, PLACE.column + column, rows, 1);
  const first = PLACE.header + 1;
  plan.columns.forEach((column, index) => {
    const body = cells(index, first, count);
    dressColumn(cells(index, PLACE.header, 1), body, column, convention);
    if (column.formula) body.formulas = all(column.formula.text((header) => sameRowRef(header), convention));
  });
  sheet.getRangeByIndexes(PLACE.header, 0, 1, 1).format.rowHeight = LOOK.headerHeight;
  const whole = sheet.getRangeByIndexes(first, PLACE.column, count, plan.columns.length);
  for (const edge of count > 1 ? (["EdgeBottom", "InsideHorizontal"] as const) : (["EdgeBottom"] as const)) {
    const border = whole.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = palette.line;
  }
  whole.format.verticalAlignment = "Center";
  const single = plan.columns.findIndex((column) => column.header === plan.cells?.header);
  plan.cells?.rows.forEach((look, row) => {
    dressCell(cells(single, first + row, 1), look);
  });
  whole.conditionalFormats.clearAll();
  const place = (header: string): number => plan.columns.findIndex((column) => column.header === header);
  plan.highlights.forEach((highlight) => {
    runsOf(highlight.columns.map(place)).forEach(([from, to]) => {
      addHighlight(sheet.getRangeByIndexes(first, PLACE.column + from, count, to - from + 1), highlight, (header) => `$${columnLetters(PLACE.column + place(header))}${first + 1}`);
    });
  });
}

/** A cell whose row has a format or choices of its own. */
export function dressCell(cell: Excel.Range, { numberFormat, choices }: NonNullable<SheetPlan["cells"]>["rows"][number]): void {
  cell.numberFormat = [[numberFormat]];
  if (choices) checkCells(cell, "Value", { rule: { kind: "list", choices: choices.map(String) }, refusal: "stop", words: `Choose ${choices.join(", ")}.` });
  else cell.dataValidation.clear();
}

function addHighlight(range: Excel.Range, highlight: Highlight, ref: (header: string) => string): void {
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
