import { contains, intersect, right } from "../../grid/a1";
import { moveFormula } from "../../grid/formulaText";
import type { Cell, CellInput, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { renameColumn } from "../../grid/structuredRefs";
import type { Workbook } from "../workbook";

// A formula is kept as it reads far from the sheet's edges, so that relative references in it survive the way there and back.
const HOME = { row: 500000, column: 8000 };

/** The formulas of calculated columns, kept in the workbook's state by table and header. */
export class CalculatedColumns {
  constructor(private readonly workbook: Workbook) {}

  /** Empty cells of these rows get their column's formula. */
  fill(table: TableInfo, row: number, rows: number): void {
    const { grid } = this.workbook;
    const formulas = new Map(Object.entries(this.of(table.id)).map(([header, formula]) => [header.toLowerCase(), formula]));
    const columns = table.columns.flatMap((header, offset) => (formulas.has(header.toLowerCase()) ? [offset] : []));
    const [first, last] = [columns[0], columns.at(-1)];
    if (first === undefined || last === undefined) return;
    const rect = { row, column: table.rect.column + first, rows, columns: last - first + 1 };
    const cells = grid.read(table.sheetId, rect).map((line, i) => line.map((cell, j): CellInput => {
      const formula = formulas.get((table.columns[first + j] ?? "").toLowerCase());
      return formula !== undefined && isBlank(cell) ? { formula: fromHome(formula, row + i, rect.column + j) } : undefined;
    }));
    if (cells.some((line) => line.some((cell) => cell !== undefined))) grid.write(table.sheetId, rect, cells);
  }

  /** One formula in the whole column, or the first one in an otherwise empty column, makes a calculated column; values all over unmake it. */
  learn(table: TableInfo, written: Rect): void {
    const rows = table.rect.rows - 1 - (table.totals ? 1 : 0);
    const body = { ...table.rect, row: table.rect.row + 1, rows };
    const hit = rows > 0 ? intersect(body, written) : null;
    if (!hit) return;
    for (let column = hit.column; column <= right(hit); column++) this.learnColumn(table, body, { ...hit, column, columns: 1 });
  }

  rename(tableId: string, from: string, to: string): void {
    const formulas = this.of(tableId);
    const table = this.workbook.grid.tables().find((t) => t.id === tableId)?.name ?? "";
    this.workbook.state.calculatedColumns[tableId] = Object.fromEntries(Object.entries(formulas).map(([header, formula]) => [header.toLowerCase() === from.toLowerCase() ? to : header, renameColumn(formula, table, from, to)]));
  }

  rewrite(change: (formula: string) => string): void {
    const all = this.workbook.state.calculatedColumns;
    for (const [id, formulas] of Object.entries(all)) all[id] = Object.fromEntries(Object.entries(formulas).map(([header, formula]) => [header, change(formula)]));
  }

  /** Only of columns that the table still has. */
  keep(table: TableInfo): void {
    const kept = Object.entries(this.of(table.id)).filter(([header]) => table.columns.some((column) => column.toLowerCase() === header.toLowerCase()));
    if (kept.length < Object.keys(this.of(table.id)).length) this.workbook.state.calculatedColumns[table.id] = Object.fromEntries(kept);
  }

  /** Not of columns in which no formula is left. */
  forgetEmpty(table: TableInfo): void {
    for (const header of Object.keys(this.of(table.id))) {
      const offset = table.columns.findIndex((column) => column.toLowerCase() === header.toLowerCase());
      if (offset < 0) continue;
      const body = { ...table.rect, row: table.rect.row + 1, rows: table.rect.rows - 1, column: table.rect.column + offset, columns: 1 };
      if (this.workbook.grid.read(table.sheetId, body).every(([cell]) => cell?.formula === undefined)) delete this.workbook.state.calculatedColumns[table.id]?.[header];
    }
  }

  forget(tableId: string): void {
    delete this.workbook.state.calculatedColumns[tableId];
  }

  private of(tableId: string): Record<string, string> {
    return this.workbook.state.calculatedColumns[tableId] ?? {};
  }

  private learnColumn(table: TableInfo, body: Rect, hit: Rect): void {
    const { grid } = this.workbook;
    // read from the sheet: while columns are inserted the table does not know its headers yet
    const header = String(grid.read(table.sheetId, { ...hit, row: table.rect.row, rows: 1 })[0]?.[0]?.value ?? "");
    if (header === "") return;
    const first = grid.read(table.sheetId, { ...hit, rows: 1 })[0]?.[0];
    const known = this.of(table.id)[header];
    const column = { ...body, column: hit.column, columns: 1 };
    if (first?.formula === undefined) {
      if (known === undefined || hit.rows < body.rows || isBlank(first)) return;
      const values = grid.read(table.sheetId, column).every(([cell]) => cell?.formula === undefined && !isBlank(cell));
      if (values) delete this.workbook.state.calculatedColumns[table.id]?.[header];
      return;
    }
    const formula = toHome(first.formula, hit.row, hit.column);
    const cells = grid.read(table.sheetId, column).map(([cell]) => cell);
    const fits = (cell: Cell | undefined, row: number) => cell?.formula !== undefined && toHome(cell.formula, row, hit.column) === formula;
    const everywhere = cells.every((cell, i) => fits(cell, body.row + i));
    const firstOfColumn = cells.every((cell, i) => (contains(hit, body.row + i, hit.column) ? fits(cell, body.row + i) : isBlank(cell)));
    if (!everywhere && !firstOfColumn) return;
    this.workbook.state.calculatedColumns[table.id] = { ...this.of(table.id), [header]: formula };
    if (everywhere) return;
    grid.write(table.sheetId, column, cells.map((cell, i): CellInput[] => [isBlank(cell) ? { formula: fromHome(formula, body.row + i, hit.column) } : undefined]));
  }
}

function toHome(formula: string, row: number, column: number): string {
  return moveFormula(formula, HOME.row - row, HOME.column - column);
}

function fromHome(formula: string, row: number, column: number): string {
  return moveFormula(formula, row - HOME.row, column - HOME.column);
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === "" && cell.formula === undefined);
}
