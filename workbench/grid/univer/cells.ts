import type { ICellData, IRange, Nullable, Workbook } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import type { Cell, CellInput, CellValue, EditSource, Style } from "../grid";
import type { Rect } from "../rect";
import { ID, toRange, type Commands } from "./commands";
import { fromUniver, toUniver } from "./styles";

const [STRING, NUMBER, BOOLEAN, FORCED_STRING] = [1, 2, 3, 4];
type Found = Nullable<ICellData>;

/** Cells as the grid sees them. Univer keeps spilled results, shared formulas and styles in places of their own. */
export class Cells {
  private readonly formulas;
  private readonly books;

  constructor(private readonly engine: Engine, private readonly commands: Commands) {
    this.formulas = engine.injector.get(engine.lib.FormulaDataModel);
    this.books = engine.injector.get(engine.lib.IUniverInstanceService);
  }

  read(sheetId: string, rect: Rect): Cell[][] {
    const matrix = this.matrix(sheetId);
    const spills = this.spills(sheetId);
    const styles = this.styles();
    return Array.from({ length: rect.rows }, (_, i) => Array.from({ length: rect.columns }, (__, j): Cell => {
      const [row, column] = [rect.row + i, rect.column + j];
      const cell: Found = matrix.getValue(row, column);
      const formula = cell && this.formulaOf(cell, sheetId, row, column);
      const value = valueOf(spills?.[row]?.[column] ?? cell);
      const numberFormat = (cell?.s && styles.getStyleByCell(cell)?.n?.pattern) || "General";
      return formula ? { value, formula, numberFormat } : { value, numberFormat };
    }));
  }

  spill(sheetId: string, row: number, column: number): Rect | null {
    const ranges = this.formulas.getArrayFormulaRange()?.[this.commands.unitId]?.[sheetId] as Record<number, Record<number, IRange | undefined> | undefined> | undefined;
    const range = ranges?.[row]?.[column];
    if (!range || !this.matrix(sheetId).getValue(row, column)?.f) return null;
    const rect = { row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
    return rect.rows * rect.columns > 1 ? rect : null;
  }

  text(sheetId: string, rect: Rect): string[][] {
    const sheet = this.engine.api.getActiveWorkbook()!.getSheetBySheetId(sheetId)!;
    return sheet.getRange(rect.row, rect.column, rect.rows, rect.columns).getDisplayValues().map((row) => row.map((text) => withoutEnd(String(text ?? ""))));
  }

  write(sheetId: string, rect: Rect, inputs: readonly (readonly CellInput[])[], source: EditSource = "api"): void {
    const value: Record<number, Record<number, ICellData>> = {};
    inputs.forEach((row, i) => row.forEach((input, j) => {
      if (input !== undefined) (value[rect.row + i] ??= {})[rect.column + j] = dataOf(input);
    }));
    if (Object.keys(value).length === 0) return;
    // without `range` Univer writes where the selection is, which a headless book has not
    this.commands.run(ID.writeCells, { subUnitId: sheetId, range: toRange(rect), value }, undefined, source);
  }

  /** Sent as a change of style: a value change that carries no formula would take the cell's formula away. */
  style(sheetId: string, rect: Rect, patch: Style | readonly (readonly (Style | undefined)[])[]): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const known = new Map<Style, ReturnType<typeof toUniver>>();
    const read = (style: Style) => {
      const own = known.get(style) ?? toUniver(style);
      known.set(style, own);
      return own;
    };
    const of = Array.isArray(patch) ? (i: number, j: number) => (patch as readonly (readonly (Style | undefined)[])[])[i]?.[j] : () => patch as Style;
    for (let i = 0; i < rect.rows; i++) for (let j = 0; j < rect.columns; j++) {
      const style = of(i, j);
      const own = style && read(style);
      if (own) (cellValue[rect.row + i] ??= {})[rect.column + j] = { s: own } as ICellData;
    }
    this.commands.runAs("sheet.command.set-style", ID.cellsWritten, { subUnitId: sheetId, cellValue });
  }

  clearStyle(sheetId: string, rect: Rect): void {
    const matrix = this.matrix(sheetId);
    const cellValue: Record<number, Record<number, { s: null }>> = {};
    for (let i = 0; i < rect.rows; i++) for (let j = 0; j < rect.columns; j++) {
      if (matrix.getValue(rect.row + i, rect.column + j)?.s) (cellValue[rect.row + i] ??= {})[rect.column + j] = { s: null };
    }
    this.commands.runAs("sheet.command.clear-selection-format", ID.cellsWritten, { subUnitId: sheetId, cellValue });
  }

  styleOf(sheetId: string, row: number, column: number): Style {
    const cell: Found = this.matrix(sheetId).getValue(row, column);
    return cell?.s ? fromUniver(this.styles().getStyleByCell(cell)) : {};
  }

  used(sheetId: string): Rect | null {
    let [top, left, low, far] = [Infinity, Infinity, -1, -1];
    const see = (row: number, column: number, cell: Found) => {
      if (!cell || ((cell.v ?? "") === "" && !cell.f && !cell.si && !cell.p)) return;
      [top, low, left, far] = [Math.min(top, row), Math.max(low, row), Math.min(left, column), Math.max(far, column)];
    };
    this.matrix(sheetId).forValue((row, column, cell) => see(row, column, cell));
    for (const [row, cells] of Object.entries(this.spills(sheetId) ?? {})) for (const [column, cell] of Object.entries(cells)) see(Number(row), Number(column), cell);
    return low < 0 ? null : { row: top, column: left, rows: low - top + 1, columns: far - left + 1 };
  }

  /** All cells with a formula that `wanted` accepts, in all sheets. */
  formulasWhere(wanted: (formula: string) => boolean): { sheetId: string; row: number; column: number }[] {
    const found: { sheetId: string; row: number; column: number }[] = [];
    for (const sheet of this.book().getSheets()) {
      const sheetId = sheet.getSheetId();
      this.matrix(sheetId).forValue((row, column, cell) => {
        const formula = cell && this.formulaOf(cell, sheetId, row, column);
        if (formula && wanted(formula)) found.push({ sheetId, row, column });
      });
    }
    return found;
  }

  /** Cells that were filled or copied share one formula by an id. */
  private formulaOf(cell: ICellData, sheetId: string, row: number, column: number): string | undefined {
    const formula = cell.si ? this.formulas.getFormulaStringByCell(row, column, sheetId, this.commands.unitId) : cell.f;
    return formula || undefined;
  }

  private matrix(sheetId: string) {
    const sheet = this.book().getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet.getCellMatrix();
  }

  private styles() {
    return this.book().getStyles();
  }

  /** Without Univer's facade, which makes a new object of itself for each question: there are as many as cells. */
  private book(): Workbook {
    const book = this.books.getUnit<Workbook>(this.commands.unitId);
    if (!book) throw new Error("there is no workbook");
    return book;
  }

  private spills(sheetId: string): Record<number, Record<number, ICellData>> | undefined {
    return this.formulas.getArrayFormulaCellData()?.[this.commands.unitId]?.[sheetId] as Record<number, Record<number, ICellData>> | undefined;
  }
}

/** A link is a text of its own kind, whose end Univer marks. */
const withoutEnd = (text: string): string => text.replace(/\r\n$/, "");

function valueOf(cell: Found): CellValue {
  const value = cell?.v ?? (cell?.p ? withoutEnd(cell.p.body?.dataStream ?? "") : "") ?? "";
  if (value === "") return "";
  if (cell?.t === BOOLEAN) return value === true || value === 1 || value === "TRUE";
  if (cell?.t === NUMBER) return Number(value);
  return value;
}

function dataOf(input: NonNullable<CellInput>): ICellData {
  const style = input.numberFormat === undefined ? {} : { s: toUniver({ numberFormat: input.numberFormat }) };
  const empty = { v: null, t: null, f: null, si: null, p: null };
  if ("formula" in input) return { ...empty, f: input.formula, ...style } as unknown as ICellData;
  const { value } = input;
  if (value === "") return { ...empty, ...style } as unknown as ICellData;
  const type = typeof value === "number" ? NUMBER : typeof value === "boolean" ? BOOLEAN : looksLikeMore(value) ? FORCED_STRING : STRING;
  return { ...empty, v: typeof value === "boolean" ? Number(value) : value, t: type, ...style } as unknown as ICellData;
}

/** Univer would read such a text again and make a number or a truth value of it. */
function looksLikeMore(text: string): boolean {
  return Number.isFinite(Number(text)) || /^(true|false)$/i.test(text.trim());
}
