import { MAX_COLUMNS, MAX_ROWS, bottom, right, sameRect, shiftRect } from "../a1";
import { renameSheet, shiftFormula } from "../formulaText";
import type { DefinedName, TableInfo } from "../grid";
import type { Rect } from "../rect";
import type { MemorySheet } from "./sheet";
import { MemorySheets } from "./sheets";

type Table = { -readonly [K in keyof TableInfo]: TableInfo[K] };

/** Tables and names of the grid of plain objects, and rows and columns that come and go: whatever must be told that cells are elsewhere. */
export abstract class MemoryBook extends MemorySheets {
  protected tableList: Table[] = [];
  protected nameList: DefinedName[] = [];

  deleteSheet(sheetId: string): void {
    for (const table of this.tableList.filter((t) => t.sheetId === sheetId)) this.dropTable(table.id);
    const index = this.list.indexOf(this.sheet(sheetId));
    this.list.splice(index, 1);
    const next = this.list.slice(index).concat(this.list).find((s) => !s.hidden);
    if (this.active === sheetId && next) this.activate(next.id);
    this.emit("sheetDeleted", { sheetId });
  }

  renameSheet(sheetId: string, name: string): void {
    const before = this.sheet(sheetId).name;
    this.sheet(sheetId).name = name;
    this.rewrite((formula) => renameSheet(formula, before, name));
  }

  insertRows(sheetId: string, row: number, rows: number): void {
    this.shift(sheetId, "row", row, rows);
    this.emit("rowsInserted", { sheetId, row, rows, source: this.source });
  }

  deleteRows(sheetId: string, row: number, rows: number): void {
    this.emit("rowsDeleting", { sheetId, row, rows });
    this.shift(sheetId, "row", row, -rows);
    this.emit("rowsDeleted", { sheetId, row, rows, source: this.source });
  }

  insertColumns(sheetId: string, column: number, columns: number): void {
    this.shift(sheetId, "column", column, columns);
    this.emit("columnsInserted", { sheetId, column, columns, source: this.source });
  }

  deleteColumns(sheetId: string, column: number, columns: number): void {
    this.shift(sheetId, "column", column, -columns);
    this.emit("columnsDeleted", { sheetId, column, columns, source: this.source });
  }

  /** Becomes a copy of another one; who listens to that hears nothing of this. */
  protected takeOver(other: MemoryBook): void {
    this.list = other.list.map((sheet) => sheet.copy());
    this.tableList = other.tableList.map((table) => ({ ...table }));
    this.nameList = [...other.nameList];
    [this.active, this.selected, this.sequence] = [other.active, other.selected, other.sequence];
  }

  protected table(tableId: string): Table {
    const table = this.tableList.find((t) => t.id === tableId);
    if (!table) throw new Error(`there is no table ${tableId}`);
    return table;
  }

  protected headers(sheetId: string, rect: Rect): string[] {
    return Array.from({ length: rect.columns }, (_, i) => String(this.sheet(sheetId).peek(rect.row, rect.column + i)?.value ?? ""));
  }

  protected dropTable(tableId: string): void {
    const { sheetId, name } = this.table(tableId);
    this.tableList = this.tableList.filter((t) => t.id !== tableId);
    this.emit("tableDeleted", { tableId, sheetId, name });
  }

  /** Cells, tables, names and every formula that points there move along. Inserted rows look like the row above them. */
  private shift(sheetId: string, axis: "row" | "column", at: number, count: number): void {
    const sheet = this.sheet(sheetId);
    const before = at > 0 && count > 0 ? sheet.used() : null;
    sheet.shift(axis, at, count);
    for (const table of [...this.tableList]) {
      if (table.sheetId !== sheetId) continue;
      const rect = shiftRect(table.rect, axis, at, count);
      if (!rect) this.dropTable(table.id);
      else Object.assign(table, { rect, columns: this.headers(sheetId, rect) });
    }
    this.rewrite((formula, on) => shiftFormula(formula, on === sheet, sheet.name, { axis, at, count }));
    if (before) this.inherit(sheet, axis, at, count, before);
    const { rect } = this.selected;
    if (this.selected.sheetId !== sheetId || (axis === "row" ? rect.rows === MAX_ROWS : rect.columns === MAX_COLUMNS)) return;
    const selected = shiftRect(rect, axis, at, count) ?? rect;
    if (!sameRect(selected, rect)) this.select(sheetId, selected);
  }

  private rewrite(change: (formula: string, on: MemorySheet | null) => string): void {
    for (const sheet of this.list) {
      sheet.eachFormula((formula) => change(formula, sheet));
      sheet.conditionalFormats = sheet.conditionalFormats.map((f) => ({ ...f, formula: change(f.formula, sheet) }));
    }
    this.nameList = this.nameList.map((n) => ({ ...n, formula: change(n.formula, null) }));
  }

  private inherit(sheet: MemorySheet, axis: "row" | "column", at: number, count: number, used: Rect): void {
    const line = axis === "row" ? { ...used, row: at, rows: count } : { ...used, column: at, columns: count };
    for (let row = line.row; row <= bottom(line); row++) for (let column = line.column; column <= right(line); column++) {
      const neighbour = axis === "row" ? sheet.peek(at - 1, column) : sheet.peek(row, at - 1);
      if (neighbour && Object.keys(neighbour.style).length > 0) sheet.at(row, column).style = neighbour.style;
    }
  }
}
