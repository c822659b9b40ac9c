import type { ICellData, ICommandInfo } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import { contains } from "../a1";
import { closeParentheses } from "../formulaText";
import type { CellInput, TableInfo } from "../grid";
import { contractReferences, expandReferences } from "../structuredRefs";
import { readTyped } from "../values";
import { ID, type Commands } from "./commands";

interface Sheet {
  tables(): readonly TableInfo[];
  numberFormat(sheetId: string, row: number, column: number): string;
}
interface EditedCell {
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
}

/**
 * What the user types becomes what Excel makes of it: texts are read by our own rules (Univer's differ in days and money), and
 * `[@Column]` becomes the long form that engine and files keep, and is shown short again when the cell is edited.
 */
export function readTypingAsExcel(engine: Engine, commands: Commands, sheet: Sheet): void {
  commands.before((command) => {
    if (commands.source === "user") expandTyped(command, sheet);
  });
  const { writeCellInterceptor } = engine.injector.get(engine.lib.SheetInterceptorService);
  writeCellInterceptor.intercept(engine.lib.AFTER_CELL_EDIT, {
    priority: BEFORE_OTHERS,
    handler: (cell, context, next) => (cell && !cell.f && asTyped(cell, sheet, context)) || next(cell),
  });
  writeCellInterceptor.intercept(engine.lib.BEFORE_CELL_EDIT, {
    priority: BEFORE_OTHERS,
    handler: (cell, { subUnitId, row, col }, next) => next(cell?.f?.includes("[#This Row]") ? { ...cell, f: shownFormula(cell.f, sheet.tables(), subUnitId, row, col) } : cell),
  });
}

/** The text of a cell's formula as Excel shows it. */
export function shownFormula(formula: string, tables: readonly TableInfo[], sheetId: string, row: number, column: number): string {
  return contractReferences(formula, tables.find((t) => t.sheetId === sheetId && contains(t.rect, row, column))?.name);
}

/** Text as typed into this cell, as a person would, with references in the long form. */
export function typedInput(text: string, sheet: Sheet, sheetId: string, row: number, column: number): CellInput {
  const input = readTyped(text, sheet.numberFormat(sheetId, row, column));
  return input && "formula" in input ? { ...input, formula: expand(closeParentheses(input.formula), sheet.tables(), sheetId, row, column) } : input;
}

const BEFORE_OTHERS = 1000;
const [STRING, NUMBER, BOOLEAN] = [1, 2, 3];

function asTyped(cell: ICellData, sheet: Sheet, { subUnitId, row, col }: EditedCell): ICellData | null {
  const body = cell.p?.body;
  if (body?.textRuns?.length) return null; // formatted text stays formatted
  const text = body ? body.dataStream.replace(/\r\n$/, "") : cell.v;
  if (typeof text !== "string" || text === "" || /[\r\n]/.test(text)) return null;
  const input = typedInput(text, sheet, subUnitId, row, col);
  if (!input) return null;
  const style = input.numberFormat === undefined ? {} : { s: { ...(typeof cell.s === "object" ? cell.s : {}), n: { pattern: input.numberFormat } } };
  if ("formula" in input) return { ...cell, ...style, p: null, v: null, t: null, f: input.formula };
  const { value } = input;
  const type = typeof value === "number" ? NUMBER : typeof value === "boolean" ? BOOLEAN : STRING;
  return { ...cell, ...style, p: null, v: typeof value === "boolean" ? Number(value) : value, t: type };
}

function expandTyped({ id, params }: Readonly<ICommandInfo>, sheet: Sheet): void {
  if (id !== ID.writeCells && id !== ID.cellsWritten) return;
  const { subUnitId, range, value, cellValue } = params as { subUnitId: string; range?: { startRow: number; startColumn: number }; value?: object; cellValue?: object };
  const cells = (cellValue ?? value) as ICellData | Record<string, Record<string, ICellData | null>> | undefined;
  if (!cells || typeof cells !== "object") return;
  const fix = (cell: ICellData | null | undefined, row: number, column: number) => {
    if (cell && typeof cell.f === "string" && cell.f.includes("[")) cell.f = expand(cell.f, sheet.tables(), subUnitId, row, column);
  };
  if (typeof (cells as ICellData).f === "string" && range) return fix(cells as ICellData, range.startRow, range.startColumn);
  for (const [row, line] of Object.entries(cells as Record<string, Record<string, ICellData | null>>)) for (const [column, cell] of Object.entries(line ?? {})) fix(cell, Number(row), Number(column));
}

function expand(formula: string, tables: readonly TableInfo[], sheetId: string, row: number, column: number): string {
  return expandReferences(formula, tables, tables.find((t) => t.sheetId === sheetId && contains(t.rect, row, column)));
}
