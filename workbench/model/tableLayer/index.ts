import { bottom, contains } from "../../grid/a1";
import type { EditSource, GridEvents, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { loseColumns, renameTable } from "../../grid/structuredRefs";
import type { Workbook } from "../workbook";
import { columnsBeside, rowsBelow } from "./beside";
import { CalculatedColumns } from "./calculated";
import { ColumnIds } from "./columnIds";
import { dressRows, dressColumns } from "./dress";
import { Growths } from "./growths";
import { Headers } from "./headers";
import { LastRows } from "./lastRows";
import { rewriteFormulas } from "./rewrite";

/**
 * What Excel does around tables while cells are edited, on any grid: a table grows when something is written directly below or beside it, calculated
 * columns fill themselves, a changed header is changed in every formula, and new rows look and behave like the last one.
 */
export class TableLayer {
  private busy = false;
  private userShifts = 0;
  private readonly growths: Growths;
  private readonly calculated: CalculatedColumns;
  private readonly headers: Headers;
  private readonly ids: ColumnIds;
  private readonly lastRows: LastRows;

  constructor(private readonly workbook: Workbook) {
    const { grid } = workbook;
    this.calculated = new CalculatedColumns(workbook);
    this.ids = new ColumnIds(workbook);
    this.lastRows = new LastRows(grid);
    this.growths = new Growths(grid, this.calculated, (tableId, rows) => this.extend(tableId, rows));
    this.headers = new Headers(workbook, (id, from, to) => {
      this.calculated.rename(id, from, to);
      this.ids.rename(id, from, to);
    });
    // the add-in sees the result at once; a user's edit is first finished by the grid, which may set a date format after the value
    grid.on("edited", (edit) => (edit.source === "api" ? this.edited(edit) : queueMicrotask(() => this.userShifts === 0 && this.follow(() => this.edited(edit)))));
    grid.on("rowsDeleting", (event) => this.lastRows.remember(event));
    grid.on("rowsInserted", (event) => this.afterShift(event, () => this.rowsInserted(event)));
    grid.on("rowsDeleted", (event) => this.afterShift(event, () => this.rowsGone()));
    grid.on("columnsInserted", (event) => this.afterShift(event, () => this.columnsChanged(event.sheetId)));
    grid.on("columnsDeleted", (event) => this.afterShift(event, () => this.columnsGone()));
    grid.on("undone", ({ again }) => queueMicrotask(() => this.follow(() => this.quietly(() => this.growths.moved(again)))));
    grid.on("tableDeleted", ({ tableId }) => this.forget(tableId));
  }

  /** Rows at the table's end: its rectangle, looks, validations, and conditional formats that cover the last row. The cells are not filled. */
  extend(tableId: string, rows: number): TableInfo {
    const { rect, sheetId } = this.table(tableId);
    const { grid } = this.workbook;
    grid.setTableRect(tableId, { ...rect, rows: rect.rows + rows });
    if (rect.rows > 1) dressRows(grid, sheetId, { ...rect, row: bottom(rect), rows: 1 }, { ...rect, row: bottom(rect) + 1, rows });
    return this.table(tableId);
  }

  /** Rows inserted inside a table look like the row above them, or below them at the top. */
  dressRows(tableId: string, row: number, rows: number): void {
    const { rect, sheetId } = this.table(tableId);
    const like = row > rect.row + 1 ? row - 1 : row + rows;
    if (like <= bottom(rect)) dressRows(this.workbook.grid, sheetId, { ...rect, row: like, rows: 1 }, { ...rect, row, rows });
  }

  fillCalculated(tableId: string, row: number, rows: number): void {
    this.quietly(() => this.calculated.fill(this.table(tableId), row, rows));
  }

  learnAll(tableId: string): void {
    const table = this.table(tableId);
    this.quietly(() => this.calculated.learn(table, table.rect));
  }

  rename(tableId: string, name: string): void {
    const before = this.table(tableId).name;
    this.workbook.grid.renameTable(tableId, name);
    if (before !== name) this.rewriteFormulas((formula) => renameTable(formula, before, name));
    this.calculated.rewrite((formula) => renameTable(formula, before, name));
  }

  writeHeaders(sheetId: string, rect: Rect): void {
    this.quietly(() => this.headers.complete(sheetId, rect));
  }

  completeHeaders(tableId: string): void {
    const { sheetId, rect } = this.table(tableId);
    this.writeHeaders(sheetId, rect);
    this.workbook.grid.refreshTableHeaders(tableId);
  }

  /** Whole rows or columns come or go: formulas that the grid writes again on the way are no edits, and tables are not yet where they will be. */
  shifting(work: () => void): void {
    const before = this.busy;
    this.busy = true;
    try {
      work();
    } finally {
      this.busy = before;
    }
  }

  /** Rows of the sheet were deleted. */
  rowsGone(): void {
    this.quietly(() => {
      for (const { table, row } of this.lastRows.giveBack()) this.calculated.fill(this.table(table.id), row.row, 1);
    });
  }

  /** Columns were inserted: they have headers. */
  columnsChanged(sheetId: string): void {
    for (const table of this.workbook.grid.tables()) if (table.sheetId === sheetId) this.completeHeaders(table.id);
  }

  /** Columns were deleted: formulas that name them hold #REF! from now on, and what they calculated is forgotten. */
  columnsGone(): void {
    const { grid } = this.workbook;
    for (const { id } of grid.tables()) grid.refreshTableHeaders(id);
    const tables = grid.tables();
    this.rewriteFormulas((formula) => loseColumns(formula, tables));
    this.calculated.rewrite((formula) => loseColumns(formula, tables));
    for (const table of tables) this.calculated.keep(table);
  }

  columnIds(table: TableInfo): number[] {
    return this.ids.of(table);
  }

  forget(tableId: string): void {
    this.calculated.forget(tableId);
    this.ids.forget(tableId);
    delete this.workbook.state.sorts[tableId];
  }

  /** Every formula of the workbook; `change` is told the sheet on which it stands, null for names. */
  rewriteFormulas(change: (formula: string, sheetId: string | null) => string): void {
    this.quietly(() => rewriteFormulas(this.workbook.grid, change));
  }

  private table(tableId: string): TableInfo {
    const table = this.workbook.grid.tables().find((t) => t.id === tableId);
    if (!table) throw new Error(`there is no table ${tableId}`);
    return table;
  }

  private quietly(work: () => void): void {
    this.shifting(() => this.workbook.quietly(work));
  }

  private follow(work: () => void): void {
    const { grid } = this.workbook;
    if (grid.following) grid.following(work);
    else work();
  }

  /** When the user inserts or deletes rows or columns, the grid writes formulas again that have moved: until it has done, these are no edits. */
  private afterShift({ source }: { readonly source: EditSource }, tidyUp: () => void): void {
    if (source === "api") return queueMicrotask(tidyUp);
    queueMicrotask(() => this.follow(tidyUp));
    this.userShifts++;
    setTimeout(() => {
      this.userShifts--;
      this.follow(tidyUp);
    }, 0);
  }

  private edited({ sheetId, rect, source }: GridEvents["edited"]): void {
    if (this.busy || this.workbook.quiet) return;
    for (const before of this.workbook.grid.tables()) {
      if (before.sheetId !== sheetId) continue;
      const wide = this.grownRight(before, rect);
      const table = this.grownDown(wide, rect);
      if (source === "user" && table.rect.rows > wide.rect.rows) this.growths.note({ tableId: table.id, row: bottom(wide.rect) + 1, rows: table.rect.rows - wide.rect.rows });
      if (contains(rect, table.rect.row, Math.max(rect.column, table.rect.column))) this.quietly(() => this.headers.changed(table, rect));
      this.quietly(() => this.calculated.learn(this.table(table.id), rect));
    }
  }

  private rowsInserted({ sheetId, row, rows }: GridEvents["rowsInserted"]): void {
    for (const table of this.workbook.grid.tables()) {
      const inside = table.sheetId === sheetId && row > table.rect.row && row + rows - 1 <= bottom(table.rect);
      if (inside) this.fillCalculated(table.id, row, rows);
    }
  }

  private grownDown(table: TableInfo, rect: Rect): TableInfo {
    const rows = rowsBelow(this.workbook.grid, table, rect);
    if (rows === 0) return table;
    this.quietly(() => {
      this.extend(table.id, rows);
      this.calculated.fill(this.table(table.id), bottom(table.rect) + 1, rows);
    });
    return this.table(table.id);
  }

  private grownRight(table: TableInfo, rect: Rect): TableInfo {
    const columns = columnsBeside(this.workbook.grid, table, rect);
    if (columns === 0) return table;
    this.quietly(() => {
      this.workbook.grid.setTableRect(table.id, { ...table.rect, columns: table.rect.columns + columns });
      dressColumns(this.workbook.grid, table, columns);
    });
    this.completeHeaders(table.id);
    return this.table(table.id);
  }
}
