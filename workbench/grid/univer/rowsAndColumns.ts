import { MAX_COLUMNS, MAX_ROWS } from "../a1";
import { UniverSheets } from "./sheets";

/** Rows and columns: their sizes, the frozen ones, those that come and go. */
export class UniverRowsAndColumns extends UniverSheets {
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
    this.api(() => this.sheet(sheetId).insertRowsBefore(row, count));
  }

  deleteRows(sheetId: string, row: number, count: number): void {
    this.onSheet(sheetId, () => this.api(() => this.sheet(sheetId).deleteRows(row, count)));
  }

  insertColumns(sheetId: string, column: number, count: number): void {
    this.api(() => this.sheet(sheetId).insertColumnsBefore(column, count));
  }

  deleteColumns(sheetId: string, column: number, count: number): void {
    this.onSheet(sheetId, () => this.api(() => this.sheet(sheetId).deleteColumns(column, count)));
  }

  /** When rows or columns go, Univer shrinks the tables of the sheet in front, whichever sheet they go from: meanwhile that sheet counts as the one in front. */
  private onSheet(sheetId: string, work: () => void): void {
    const workbook = this.book.getWorkbook();
    const sheet = this.sheet(sheetId).getSheet();
    Object.assign(workbook, { getActiveSheet: () => sheet });
    try {
      work();
    } finally {
      Reflect.deleteProperty(workbook, "getActiveSheet");
    }
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
