import { SHEET_SIZE } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS, oneCell } from "../a1";
import type { SheetInfo } from "../grid";
import type { Rect } from "../rect";
import { UniverBook } from "./book";
import { toRect } from "./commands";

/** The sheets, their tabs, and what of them is on the screen. */
export class UniverSheets extends UniverBook {
  sheets(): SheetInfo[] {
    return this.book.getSheets().map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName(), hidden: sheet.isSheetHidden() }));
  }

  /** Univer shows a new sheet at once; Excel's API does not. */
  addSheet(name: string): string {
    const active = this.activeSheet();
    return this.unseen(() => {
      const id = this.api(() => this.book.insertSheet(name, { sheet: SHEET_SIZE })).getSheetId();
      this.api(() => this.book.setActiveSheet(active));
      return id;
    });
  }

  deleteSheet(sheetId: string): void {
    this.api(() => this.book.deleteSheet(this.sheet(sheetId)));
  }

  renameSheet(sheetId: string, name: string): void {
    this.api(() => this.sheet(sheetId).setName(name));
  }

  moveSheet(sheetId: string, index: number): void {
    this.api(() => this.book.moveSheet(this.sheet(sheetId), index));
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.api(() => (hidden ? this.sheet(sheetId).hideSheet() : this.sheet(sheetId).showSheet()));
  }

  activeSheet(): string {
    return this.book.getActiveSheet().getSheetId();
  }

  activate(sheetId: string): void {
    if (this.sheet(sheetId).getSheetId() !== this.activeSheet()) this.api(() => this.book.setActiveSheet(sheetId));
  }

  selection(): { sheetId: string; rect: Rect } {
    const range = this.book.getActiveRange();
    return { sheetId: this.activeSheet(), rect: range ? toRect(range.getRange()) : oneCell(0, 0) };
  }

  select(sheetId: string, rect: Rect): void {
    this.activate(sheetId);
    const shown = { ...rect, rows: Math.min(rect.rows, this.sheet(sheetId).getMaxRows()), columns: Math.min(rect.columns, this.sheet(sheetId).getMaxColumns()) };
    this.api(() => this.range(sheetId, rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS ? shown : rect).activate());
    this.bringIntoView(sheetId, rect);
  }

  tabColor(sheetId: string): string {
    return this.sheet(sheetId).getTabColor() ?? "";
  }

  setTabColor(sheetId: string, color: string): void {
    this.api(() => this.sheet(sheetId).setTabColor(color));
  }

  gridlines(sheetId: string): boolean {
    return !this.sheet(sheetId).hasHiddenGridLines();
  }

  setGridlines(sheetId: string, shown: boolean): void {
    this.api(() => this.sheet(sheetId).setHiddenGridlines(!shown));
  }

  /** As Excel does, and only if the first cell is out of sight; without a window there is nothing to scroll. */
  private bringIntoView(sheetId: string, { row, column }: Rect): void {
    const sheet = this.sheet(sheetId) as ReturnType<UniverSheets["sheet"]> & { getVisibleRange?: () => { startRow: number; endRow: number; startColumn: number; endColumn: number } | null; scrollToCell?: (row: number, column: number) => unknown };
    const seen = sheet.getVisibleRange?.();
    if (!seen || !sheet.scrollToCell) return;
    const [rows, columns] = [sheet.getFrozenRows(), sheet.getFrozenColumns()];
    const [rowSeen, columnSeen] = [row < rows || (row >= seen.startRow && row < seen.endRow), column < columns || (column >= seen.startColumn && column < seen.endColumn)];
    if (rowSeen && columnSeen) return;
    sheet.scrollToCell(rowSeen ? seen.startRow : Math.max(row - 3, rows), columnSeen ? seen.startColumn : Math.max(column - 2, columns));
  }

  private range(sheetId: string, rect: Rect) {
    this.ensure(sheetId, rect);
    return this.sheet(sheetId).getRange(rect.row, rect.column, rect.rows, rect.columns);
  }
}
