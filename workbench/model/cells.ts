import { contains } from "../grid/a1";
import { formulaProblem } from "../grid/formulaText";
import type { CellInput, Grid, TableInfo } from "../grid/grid";
import type { Rect } from "../grid/rect";
import { UnknownReference, expandReferences } from "../grid/structuredRefs";
import { readTyped } from "../grid/values";
import { ApiError, invalidArgument } from "../protocol/errors";

const LONGEST_TEXT = 32767;
const LONGEST_FORMULA = 8192;

/** The table around a cell. */
export function tableAt(tables: readonly TableInfo[], sheetId: string, row: number, column: number): TableInfo | undefined {
  return tables.find((table) => table.sheetId === sheetId && contains(table.rect, row, column));
}

/**
 * What an add-in's values become in the cells of a rectangle: null leaves a cell as it is, "" empties it, texts are read as if typed.
 * A single value is meant for all cells; a matrix must have the rectangle's size.
 */
export function readWritten(grid: Grid, sheetId: string, rect: Rect, values: unknown, where: string): CellInput[][] {
  const rows = spread(values, rect, where);
  const someText = rows.some((row) => row.some((value) => typeof value === "string" && value !== ""));
  const before = someText ? grid.read(sheetId, rect) : undefined;
  const tables = someText ? grid.tables() : [];
  return rows.map((row, i) => row.map((value, j): CellInput => {
    if (value === null || value === undefined) return undefined;
    if (typeof value === "number" || typeof value === "boolean") return { value };
    if (typeof value !== "string") throw invalidArgument(where, `a cell takes a text, a number or true/false, not ${JSON.stringify(value)}`);
    const input = readTyped(value, before?.[i]?.[j]?.numberFormat);
    if (!input || !("formula" in input)) {
      if (value.length > LONGEST_TEXT) throw invalidArgument(where, `a cell takes ${LONGEST_TEXT} characters`);
      return input;
    }
    return { ...input, formula: acceptFormula(input.formula, tables, tableAt(tables, sheetId, rect.row + i, rect.column + j), where) };
  }));
}

/** The formula in the long form; refused as Excel refuses it, when it is malformed or names a table or column that does not exist. */
export function acceptFormula(formula: string, tables: readonly TableInfo[], own: TableInfo | undefined, where: string): string {
  if (formula.length > LONGEST_FORMULA) throw new ApiError("FormulaLengthExceedsLimit", "The formula is longer than 8192 characters.", where);
  const problem = formulaProblem(formula);
  if (problem) throw invalidArgument(where, `${problem}: ${formula}`);
  try {
    return expandReferences(formula, tables, own, true);
  } catch (thrown) {
    if (thrown instanceof UnknownReference) throw invalidArgument(where, `${thrown.message}: ${formula}`);
    throw thrown;
  }
}

/** A single value for all cells, or a matrix of the rectangle's size. */
export function spread(values: unknown, rect: Rect, where: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(values)) return Array.from({ length: rect.rows }, () => new Array<unknown>(rect.columns).fill(values));
  const rows = values as unknown[];
  const fits = rows.length === rect.rows && rows.every((row) => Array.isArray(row) && row.length === rect.columns);
  if (!fits) {
    const given = `${rows.length} × ${Array.isArray(rows[0]) ? rows[0].length : "?"}`;
    throw new ApiError("InvalidArgument", `The number of rows or columns in the input array doesn't match the size or dimensions of the range. (${where}: ${given} given, ${rect.rows} × ${rect.columns} expected)`, where);
  }
  return rows as unknown[][];
}
