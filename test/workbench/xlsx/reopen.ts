import { buildSync } from "esbuild";
import type { Cell, CellStyle, DataValidation, Sheet, Workbook as Book } from "hucre/xlsx";
import { createRequire } from "node:module";
import path from "node:path";
import { parseRect } from "../../../workbench/grid/a1";
import type { CellInput, Grid, Style, Validation } from "../../../workbench/grid/grid";
import type { Workbook } from "../../../workbench/model/workbook";

/** A file as another program reads it: hucre, which has no code in common with what writes ours. It comes as ES modules only, so it is bundled for jest. */
export function readWithHucre(bytes: Uint8Array): Promise<Book> {
  const out = path.resolve(__dirname, "../../../.cache/hucre.cjs");
  buildSync({ stdin: { contents: `export { readXlsx } from "hucre/xlsx"`, resolveDir: __dirname }, outfile: out, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
  const { readXlsx } = createRequire(__filename)(out) as { readXlsx: (input: Uint8Array, options: object) => Promise<Book> };
  return readXlsx(bytes, { readStyles: true });
}

/** What Excel would have before it after opening the file: all that the workbench's model keeps, the charts aside. The add-in's own settings are not in a file that no Excel has saved. */
export function openInto(workbook: Workbook, book: Book): void {
  const { grid, state } = workbook;
  const blank = grid.sheets().map(({ id }) => id);
  for (const sheet of book.sheets) openSheet(grid, grid.addSheet(sheet.name), sheet);
  for (const id of blank) grid.deleteSheet(id);
  for (const { name, range, comment = "" } of book.namedRanges ?? []) {
    if (name.startsWith("_xlnm.")) continue;
    grid.addName(name, `=${range}`);
    state.names[name.toLowerCase()] = { comment, visible: true };
  }
  Object.assign(state.customProperties, book.properties?.custom);
}

function openSheet(grid: Grid, id: string, sheet: Sheet): void {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const cells = new Map<string, Cell>(sheet.cells ?? []);
  sheet.rows.forEach((values, row) => {
    const inputs = Array.from({ length: width }, (_, column): CellInput => {
      const cell = cells.get(`${row},${column}`);
      if (cell?.formula !== undefined) return { formula: `=${cell.formula}` };
      const value = values[column] ?? null;
      return value === null ? undefined : { value: value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value };
    });
    grid.write(id, { row, column: 0, rows: 1, columns: width }, [inputs]);
  });
  for (const [key, { style }] of cells) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (style) grid.style(id, { row, column, rows: 1, columns: 1 }, styleOf(style));
  }
  sheet.columns?.forEach(({ width: digits }, column) => digits !== undefined && grid.setColumnWidth(id, column, 1, Math.round(digits * 7)));
  for (const [row, { height }] of sheet.rowDefs ?? []) if (height !== undefined) grid.setRowHeight(id, row, 1, height / 0.75);
  for (const one of sheet.dataValidations ?? []) grid.setValidation(id, rectOf(one.range), validationOf(one));
  const rules = [...(sheet.conditionalRules ?? [])].sort((one, other) => other.priority - one.priority);
  for (const { range, formula, style = {}, stopIfTrue = false } of rules) {
    const { fontColor, bold } = styleOf(style);
    const fill = style.fill?.type === "pattern" ? hex(style.fill.bgColor?.rgb) : undefined;
    grid.addConditionalFormat({ sheetId: id, rect: rectOf(range), formula: `=${String(formula)}`, stopIfTrue, style: { ...(fill && { fill }), ...(fontColor && { fontColor }), ...(bold && { bold }) } });
  }
  for (const { name, range = "", style = "", showRowStripes = true, showAutoFilter = false } of sheet.tables ?? []) {
    const table = grid.addTable(id, rectOf(range));
    grid.renameTable(table, name);
    grid.setTableLook(table, { style, banded: showRowStripes, filterButtons: showAutoFilter });
  }
  grid.freeze(id, sheet.freezePane?.rows ?? 0, sheet.freezePane?.columns ?? 0);
  grid.setGridlines(id, sheet.view?.showGridLines ?? true);
  const color = hex(sheet.view?.tabColor?.rgb);
  if (color) grid.setTabColor(id, color);
}

const rectOf = (address: string) => parseRect(address) ?? { row: 0, column: 0, rows: 1, columns: 1 };
const hex = (rgb: string | undefined): string | undefined => (rgb === undefined ? undefined : `#${rgb.slice(-6)}`);

function styleOf({ font, fill, border, alignment, numFmt }: CellStyle): Style {
  const color = fill?.type === "pattern" ? hex(fill.fgColor?.rgb) : undefined;
  const edges = (["top", "bottom", "left", "right"] as const).flatMap((edge) => {
    const side = border?.[edge];
    return side ? [[edge, { style: side.style, color: hex(side.color?.rgb) ?? "" }] as const] : [];
  });
  const fontColor = hex(font?.color?.rgb);
  return {
    ...(numFmt && numFmt !== "General" && { numberFormat: numFmt }),
    ...(color && { fill: color }),
    ...(fontColor && { fontColor }),
    ...(font?.bold && { bold: true }),
    ...(font?.size !== undefined && font.size !== 11 && { fontSize: font.size }),
    ...(alignment?.horizontal && { horizontal: alignment.horizontal as "left" }),
    ...(alignment?.vertical && { vertical: alignment.vertical as "center" }),
    ...(alignment?.indent && { indent: alignment.indent }),
    ...(alignment?.wrapText && { wrap: true }),
    ...(edges.length > 0 && { borders: Object.fromEntries(edges) as Style["borders"] }),
  };
}

function validationOf({ type, operator = "between", formula1 = "", formula2, values, allowBlank = false, showInputMessage = false, showErrorMessage = false, inputTitle = "", inputMessage = "", errorTitle = "", errorMessage = "", errorStyle = "stop" }: DataValidation): Validation {
  const operand = (formula: string): string | number => (type === "date" ? new Date((Number(formula) - 25_569) * 86_400_000).toISOString().slice(0, 10) : Number(formula));
  const compared = { formula1: operand(formula1), ...(formula2 === undefined ? {} : { formula2: operand(formula2) }), operator: OPERATORS[operator] };
  const rule = type === "list" ? { list: { inCellDropDown: true, source: values?.join(",") ?? formula1.replace(/^"|"$/g, "") } } : type === "custom" ? { custom: { formula: `=${formula1}` } } : { [type === "whole" ? "wholeNumber" : type]: compared };
  const style = ({ stop: "Stop", warning: "Warning", information: "Information" } as const)[errorStyle];
  return { rule, ignoreBlanks: allowBlank, prompt: { showPrompt: showInputMessage, title: inputTitle, message: inputMessage }, errorAlert: { showAlert: showErrorMessage, style, title: errorTitle, message: errorMessage } };
}

const OPERATORS = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan", greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
} as const;
