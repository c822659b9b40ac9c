import type { Convention } from "../../calc";
import { palette } from "../../journal/palette";
import { type CellCheck, type ColumnPlan, LOOK, headerOf } from "../../journal/schema";

/** The looks of a column's cells and of its header, and what may be typed there. */
export function dressColumn(header: Excel.Range, body: Excel.Range, column: ColumnPlan, convention: Convention): void {
  const title = headerOf(column, convention);
  const look = HEADER_LOOKS[column.kind];
  header.format.fill.color = look.fill;
  header.format.font.color = look.font;
  header.format.font.bold = true;
  header.format.horizontalAlignment = sideOf(column);
  header.format.verticalAlignment = "Center";
  // Excel draws the filter button over the right end of a header: the text of right-aligned ones keeps clear of it
  header.format.indentLevel = column.align === "right" ? 2 : 1;
  noteHeader(header, column, title);
  dressBody(body, column);
  if (column.check) checkCells(body, column.header, column.check);
}

/** The looks of a column's cells under its header. */
export function dressBody(body: Excel.Range, column: ColumnPlan): void {
  body.numberFormat = all(column.numberFormat);
  body.format.horizontalAlignment = sideOf(column);
  if (column.align === "left") body.format.indentLevel = 1;
  if (column.wrap) body.format.wrapText = true;
  if (column.kind === "calculated") {
    body.format.fill.color = LOOK.calculated.fill;
    body.format.font.color = LOOK.calculated.font;
  }
}

/** A thin line under each row, texts in its middle. */
export function lineRows(cells: Excel.Range, count: number): void {
  for (const edge of count > 1 ? (["EdgeBottom", "InsideHorizontal"] as const) : (["EdgeBottom"] as const)) {
    const border = cells.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = palette.line;
  }
  cells.format.verticalAlignment = "Center";
}

const HEADER_LOOKS = { typed: LOOK.typedHeader, report: LOOK.reportHeader, calculated: LOOK.calculatedHeader } as const;

/** Wide enough for the header with its filter button. */
export function widthOf(column: ColumnPlan, header: string): number {
  return Math.max(column.width, header.length * 5.2 + 30);
}

/** One value for every cell of a range: Excel spreads it by itself. */
export function all(value: string | number): never {
  return value as never;
}

/** A note on a header, as the input message of its cell: seen when it is selected, and never in the way (docs/decisions/header-notes.md). */
export function noteHeader(header: Excel.Range, column: ColumnPlan, title: string): void {
  header.dataValidation.rule = { custom: { formula: "=TRUE" } };
  header.dataValidation.prompt = { showPrompt: true, title: title.slice(0, 32), message: column.note };
  header.dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
}

export function checkCells(cells: Excel.Range, title: string, { rule, refusal, words, prompt }: CellCheck): void {
  cells.dataValidation.rule = ruleOf(rule);
  cells.dataValidation.ignoreBlanks = true;
  cells.dataValidation.errorAlert = { showAlert: true, style: refusal === "stop" ? "Stop" : "Warning", title, message: words };
  if (prompt) cells.dataValidation.prompt = { showPrompt: true, title, message: prompt };
}

function ruleOf(rule: CellCheck["rule"]): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.choices.join(",") } };
    case "day":
      return { date: { formula1: "1977-01-01", formula2: "2099-12-31", operator: "Between" } };
    case "above":
      return { decimal: { formula1: rule.limit, operator: "GreaterThan" } };
    case "atLeast":
      return { decimal: { formula1: rule.limit, operator: "GreaterThanOrEqualTo" } };
  }
}

function sideOf({ align }: ColumnPlan): "Left" | "Center" | "Right" {
  return ({ left: "Left", center: "Center", right: "Right" } as const)[align];
}
