import type { Engine } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS } from "../a1";
import { UniverSheets } from "./sheets";
import { Shifts } from "./shifts";

/** Rows and columns: their sizes, the frozen ones, those that come and go. */
export class UniverRowsAndColumns extends UniverSheets {
  private readonly shifts: Shifts;

  constructor(engine: Engine) {
    super(engine);
    this.shifts = new Shifts(engine, this.commands);
  }

  frozen(sheetId: string): { rows: number; columns: number } {
    return { rows: this.sheet(sheetId).getFrozenRows(), columns: this.sheet(sheetId).getFrozenColumns() };
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.api(() => this.sheet(sheetId).setFreeze({ xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 }));
  }

  columnWidth(sheetId: string, column: number): number {
    return this.sheet(sheetId).getSheet().getColVisible(column) ? this.sheet(sheetId).getColumnWidth(column) : 0;
  }

  setColumnWidth(sheetId: string, column: number, count: number, pixels: number): void {
    const shown = this.fitting(sheetId, "columns", column, count);
    this.api(() => this.sheet(sheetId).setColumnWidths(column, shown, pixels));
  }

  rowHeight(sheetId: string, row: number): number {
    return this.sheet(sheetId).getRowHeight(row);
  }

  setRowHeight(sheetId: string, row: number, count: number, pixels: number): void {
    const shown = this.fitting(sheetId, "rows", row, count);
    this.api(() => this.sheet(sheetId).setRowHeightsForced(row, shown, pixels));
  }

  hideColumns(sheetId: string, column: number, count: number, hidden: boolean): void {
    const sheet = this.sheet(sheetId);
    this.ensure(sheetId, { row: 0, rows: 1, column, columns: count });
    this.api(() => (hidden ? sheet.hideColumns(column, count) : sheet.showColumns(column, count)));
  }

  insertRows(sheetId: string, row: number, count: number): void {
    this.ensure(sheetId, { row, rows: 1, column: 0, columns: 1 });
    this.shifts.insert(sheetId, "row", row, count);
  }

  deleteRows(sheetId: string, row: number, count: number): void {
    this.ensure(sheetId, { row, rows: count, column: 0, columns: 1 });
    this.shifts.remove(sheetId, "row", row, count);
  }

  insertColumns(sheetId: string, column: number, count: number): void {
    this.ensure(sheetId, { row: 0, rows: 1, column, columns: 1 });
    this.shifts.insert(sheetId, "column", column, count);
  }

  deleteColumns(sheetId: string, column: number, count: number): void {
    this.ensure(sheetId, { row: 0, rows: 1, column, columns: count });
    this.shifts.remove(sheetId, "column", column, count);
  }

  /** Whole rows and columns are meant as far as the sheet goes. */
  private fitting(sheetId: string, what: "rows" | "columns", first: number, count: number): number {
    const most = what === "rows" ? MAX_ROWS : MAX_COLUMNS;
    const there = what === "rows" ? this.sheet(sheetId).getMaxRows() : this.sheet(sheetId).getMaxColumns();
    if (count === most) return there - first;
    this.ensure(sheetId, what === "rows" ? { row: first, rows: count, column: 0, columns: 1 } : { row: 0, rows: 1, column: first, columns: count });
    return count;
  }
}
