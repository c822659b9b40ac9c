import type { IRange } from "@univerjs/core";
import { SHEET_SIZE, type Engine } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS, oneCell } from "../a1";
import type { Cell, CellInput, ConditionalFormat, DefinedName, Grid, GridEvents, Rect, SheetInfo, Style, TableInfo, Validation } from "../grid";
import { Calculation } from "./calculation";
import { Cells } from "./cells";
import { Commands, ID, toRect } from "./commands";
import { Conditionals } from "./conditionals";
import { eventOf } from "./events";
import { History } from "./history";
import { Tables } from "./tables";
import { readTypingAsExcel, shownFormula, typedInput } from "./typing";
import { Validations } from "./validations";

type Handlers = { [K in keyof GridEvents]?: Set<(event: GridEvents[K]) => void> };

/** The grid over Univer, with or without a window. All that Univer does its own way is put right here and in the files beside. */
export class UniverGrid implements Grid {
  editing = false;
  /** What goes wrong while nobody waits for it. */
  onFailure: (error: unknown) => void = (error) => queueMicrotask(() => { throw error; });
  private readonly handlers: Handlers = {};
  private readonly commands: Commands;
  private readonly history: History;
  private readonly calculation: Calculation;
  private readonly cells: Cells;
  private readonly tableList: Tables;
  private readonly validations: Validations;
  private readonly conditionals: Conditionals;
  private quiet = false;

  constructor(private readonly engine: Engine) {
    this.commands = new Commands(engine);
    this.history = new History(engine, this.commands);
    this.calculation = new Calculation(engine, this.commands);
    this.cells = new Cells(engine, this.commands);
    this.tableList = new Tables(engine, this.commands, (sheetId, rect) => this.headers(sheetId, rect));
    this.validations = new Validations(engine, this.commands);
    this.conditionals = new Conditionals(engine, this.commands);
    readTypingAsExcel(engine, this.commands, { tables: () => this.tables(), numberFormat: (sheetId, row, column) => this.read(sheetId, oneCell(row, column))[0]![0]!.numberFormat });
    this.commands.before(({ id, params }) => this.beforeCommand(id, params as { unitId: string; tableId: string; subUnitId: string; range?: IRange }));
    this.commands.after((command, options) => {
      if (command.id === ID.tableReference || command.id === ID.tableReferenceRemoved) engine.injector.get(engine.lib.IFunctionService).deleteFormulaAstCacheKey(""); // the cache keeps the old range
      if (command.id === ID.undo || command.id === ID.redo) {
        this.history.moved();
        this.emit("undone", { again: command.id === ID.redo });
      }
      eventOf(command, options, this.commands, (name, event) => this.emit(name, event));
    });
    this.watchEditor();
    for (const { id } of this.tables()) this.refreshTableHeaders(id); // Univer saves a table's columns in the order of their making
  }

  on<K extends keyof GridEvents>(name: K, handler: (event: GridEvents[K]) => void): () => void {
    const handlers = ((this.handlers[name] as Set<typeof handler> | undefined) ??= this.handlers[name] = new Set() as never) as Set<typeof handler>;
    handlers.add(handler);
    return () => void handlers.delete(handler);
  }

  following(work: () => void): void {
    this.history.follow(work);
  }

  // sheets

  sheets(): SheetInfo[] {
    return this.book.getSheets().map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName(), hidden: sheet.isSheetHidden() }));
  }

  /** Univer shows a new sheet at once; Excel's API does not. */
  addSheet(name: string): string {
    const active = this.activeSheet();
    this.quiet = true;
    try {
      const id = this.api(() => this.book.insertSheet(name, { sheet: SHEET_SIZE })).getSheetId();
      this.api(() => this.book.setActiveSheet(active));
      return id;
    } finally {
      this.quiet = false;
    }
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

  /** As Excel does, and only if the first cell is out of sight; without a window there is nothing to scroll. */
  private bringIntoView(sheetId: string, { row, column }: Rect): void {
    const sheet = this.sheet(sheetId) as ReturnType<UniverGrid["sheet"]> & { getVisibleRange?: () => { startRow: number; endRow: number; startColumn: number; endColumn: number } | null; scrollToCell?: (row: number, column: number) => unknown };
    const seen = sheet.getVisibleRange?.();
    if (!seen || !sheet.scrollToCell) return;
    const { rows, columns } = this.frozen(sheetId);
    const [rowSeen, columnSeen] = [row < rows || (row >= seen.startRow && row < seen.endRow), column < columns || (column >= seen.startColumn && column < seen.endColumn)];
    if (rowSeen && columnSeen) return;
    sheet.scrollToCell(rowSeen ? seen.startRow : Math.max(row - 3, rows), columnSeen ? seen.startColumn : Math.max(column - 2, columns));
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
    this.api(() => this.sheet(sheetId).deleteRows(row, count));
  }

  insertColumns(sheetId: string, column: number, count: number): void {
    this.api(() => this.sheet(sheetId).insertColumnsBefore(column, count));
  }

  deleteColumns(sheetId: string, column: number, count: number): void {
    this.api(() => this.sheet(sheetId).deleteColumns(column, count));
  }

  // cells

  usedRect(sheetId: string): Rect | null {
    return this.cells.used(sheetId);
  }

  read(sheetId: string, rect: Rect): Cell[][] {
    return this.cells.read(sheetId, rect);
  }

  text(sheetId: string, rect: Rect): string[][] {
    this.ensure(sheetId, rect);
    return this.cells.text(sheetId, rect);
  }

  write(sheetId: string, rect: Rect, cells: readonly (readonly CellInput[])[]): void {
    this.ensure(sheetId, rect);
    this.cells.write(sheetId, rect, cells);
  }

  /** As a person at the keyboard types it: read as Excel reads it, undone by Ctrl+Z, reported as the user's edit. */
  type(sheetId: string, row: number, column: number, text: string): void {
    const rect = oneCell(row, column);
    this.ensure(sheetId, rect);
    const sheet = { tables: () => this.tables(), numberFormat: () => this.read(sheetId, rect)[0]![0]!.numberFormat };
    this.cells.write(sheetId, rect, [[typedInput(text, sheet, sheetId, row, column)]], "user");
  }

  /** The formula as Excel's formula bar shows it; "" when there is none. */
  shownFormula(sheetId: string, row: number, column: number): string {
    const { formula } = this.read(sheetId, oneCell(row, column))[0]![0]!;
    return formula ? shownFormula(formula, this.tables(), sheetId, row, column) : "";
  }

  style(sheetId: string, rect: Rect, patch: Style | readonly (readonly (Style | undefined)[])[]): void {
    this.ensure(sheetId, rect);
    this.cells.style(sheetId, rect, patch);
  }

  styleOf(sheetId: string, row: number, column: number): Style {
    return this.cells.styleOf(sheetId, row, column);
  }

  clearStyle(sheetId: string, rect: Rect): void {
    this.cells.clearStyle(sheetId, rect);
  }

  formulasWhere(wanted: (formula: string) => boolean): { sheetId: string; row: number; column: number }[] {
    return this.cells.formulasWhere(wanted);
  }

  // what hangs on cells

  validationAt(sheetId: string, row: number, column: number): Validation | null {
    return this.validations.at(sheetId, row, column);
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.validations.set(sheetId, rect, validation);
  }

  conditionalFormats(sheetId: string): ConditionalFormat[] {
    return this.conditionals.of(sheetId);
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    return this.conditionals.add(format);
  }

  removeConditionalFormat(id: string): void {
    this.conditionals.remove(id);
  }

  setConditionalFormat(format: ConditionalFormat): void {
    this.conditionals.set(format);
  }

  moveConditionalFormat(id: string, priority: number): void {
    this.conditionals.move(id, priority);
  }

  // tables and names

  tables(): TableInfo[] {
    return this.tableList.all();
  }

  addTable(sheetId: string, rect: Rect): string {
    return this.tableList.add(sheetId, rect);
  }

  removeTable(tableId: string): void {
    this.tableList.remove(tableId);
  }

  renameTable(tableId: string, name: string): void {
    this.tableList.rename(tableId, name);
  }

  setTableRect(tableId: string, rect: Rect): void {
    this.tableList.setRect(tableId, rect);
  }

  setTableLook(tableId: string, look: Partial<Pick<TableInfo, "style" | "banded" | "filterButtons">>): void {
    this.tableList.setLook(tableId, look);
  }

  refreshTableHeaders(tableId: string): void {
    this.tableList.refreshHeaders(tableId);
  }

  names(): DefinedName[] {
    return this.book.getDefinedNames().map((name) => ({ name: name.getName(), formula: `=${name.getFormulaOrRefString().replace(/^=/, "")}` }));
  }

  /** Univer's own command refuses names such as Rate, which are also functions. */
  addName(name: string, formula: string): void {
    this.commands.run(ID.setName, { id: `name-${name.toLowerCase()}`, name, formulaOrRefString: formula, comment: "" });
  }

  removeName(name: string): void {
    const found = this.book.getDefinedNames().find((n) => n.getName().toLowerCase() === name.toLowerCase());
    if (!found) throw new Error(`there is no name ${name}`);
    this.api(() => this.book.deleteDefinedName(found.getName()));
  }

  // time

  editEnded(): Promise<void> {
    if (!this.editing) return Promise.resolve();
    return new Promise((resolve) => {
      const off = this.on("editEnded", () => {
        off();
        resolve();
      });
    });
  }

  settled(): Promise<void> {
    return this.calculation.settled();
  }

  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): Promise<void> {
    this.calculation.request(cells);
    return this.calculation.settled();
  }

  fail(error: unknown): void {
    this.onFailure(error);
  }

  dispose(): void {
    this.engine.dispose();
  }

  private get book() {
    return this.engine.api.getActiveWorkbook()!;
  }

  private api<T>(work: () => T): T {
    return this.commands.as("api", work);
  }

  private emit<K extends keyof GridEvents>(name: K, event: GridEvents[K]): void {
    if (this.quiet && name === "activated") return;
    for (const handler of [...(this.handlers[name] ?? [])]) (handler as (event: GridEvents[K]) => void)(event);
  }

  private sheet(sheetId: string) {
    const sheet = this.book.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet;
  }

  private range(sheetId: string, rect: Rect) {
    this.ensure(sheetId, rect);
    return this.sheet(sheetId).getRange(rect.row, rect.column, rect.rows, rect.columns);
  }

  /** Univer's sheets begin small and grow when something is put beyond their edge. */
  private ensure(sheetId: string, rect: Rect): void {
    const sheet = this.sheet(sheetId);
    if (rect.row + rect.rows > sheet.getMaxRows()) this.api(() => sheet.setRowCount(Math.min(MAX_ROWS, rect.row + rect.rows + 100)));
    if (rect.column + rect.columns > sheet.getMaxColumns()) this.api(() => sheet.setColumnCount(Math.min(MAX_COLUMNS, rect.column + rect.columns + 4)));
  }

  /** Whole rows and columns are meant as far as the sheet goes. */
  private fitting(sheetId: string, what: "rows" | "columns", first: number, count: number): number {
    const most = what === "rows" ? MAX_ROWS : MAX_COLUMNS;
    const there = what === "rows" ? this.sheet(sheetId).getMaxRows() : this.sheet(sheetId).getMaxColumns();
    if (count === most) return there - first;
    this.ensure(sheetId, what === "rows" ? { row: first, rows: count, column: 0, columns: 1 } : { row: 0, rows: 1, column: first, columns: count });
    return count;
  }

  private headers(sheetId: string, rect: Rect): string[] {
    return this.read(sheetId, { ...rect, rows: 1 })[0]!.map((cell) => String(cell.value));
  }

  /** A deleted sheet keeps its tables in Univer: they go first. A table's name must be told while it is still known. */
  private beforeCommand(id: string, params: { tableId: string; subUnitId: string; range?: IRange }): void {
    if (id === ID.rowsRemoved && params.range) this.emit("rowsDeleting", { sheetId: params.subUnitId, row: params.range.startRow, rows: toRect(params.range).rows });
    if (id === ID.sheetRemoved) for (const table of this.tables()) if (table.sheetId === params.subUnitId) this.removeTable(table.id);
    if (id !== ID.deleteTable) return;
    const { name, sheetId } = this.tableList.find(params.tableId);
    const off = this.commands.after((command) => {
      if (command.id !== ID.deleteTable) return;
      off();
      this.emit("tableDeleted", { tableId: params.tableId, sheetId, name });
    });
  }

  private watchEditor(): void {
    const { api } = this.engine;
    const events = api.Event as Partial<typeof api.Event>;
    if (events.SheetEditStarted) api.addEvent(events.SheetEditStarted, () => void (this.editing = true));
    if (events.SheetEditEnded)
      api.addEvent(events.SheetEditEnded, () => {
        this.editing = false;
        this.emit("editEnded", {});
      });
  }
}
