import { MAX_COLUMNS, MAX_ROWS, bottom, oneCell, right, sameRect, shiftRect } from "../a1";
import { renameSheet, shiftFormula } from "../formulaText";
import type { DefinedName, EditSource, GridEvents, SheetInfo, TableInfo } from "../grid";
import type { Rect } from "../rect";
import { MemorySheet } from "./sheet";

type Handlers = { [K in keyof GridEvents]: ((event: GridEvents[K]) => void)[] };
type Table = { -readonly [K in keyof TableInfo]: TableInfo[K] };

/** Sheets, rows and columns of the grid of plain objects, and who listens to it. */
export abstract class MemoryBook {
  protected readonly handlers: Partial<Handlers> = {};
  protected list: MemorySheet[] = [];
  protected tableList: Table[] = [];
  protected nameList: DefinedName[] = [];
  private active: string;
  private selected: { sheetId: string; rect: Rect };
  protected source: EditSource = "api";
  protected sequence = 0;

  constructor(firstSheet = "Sheet1") {
    this.active = this.addSheet(firstSheet);
    this.selected = { sheetId: this.active, rect: oneCell(0, 0) };
  }

  on<K extends keyof GridEvents>(name: K, handler: (event: GridEvents[K]) => void): () => void {
    const list = (this.handlers[name] ??= [] as never) as ((event: GridEvents[K]) => void)[];
    list.push(handler);
    return () => void list.splice(list.indexOf(handler), 1);
  }

  sheets(): SheetInfo[] {
    return this.list.map(({ id, name, hidden }) => ({ id, name, hidden }));
  }

  addSheet(name: string): string {
    const id = `sheet${++this.sequence}`;
    this.list.push(new MemorySheet(id, name));
    this.emit("sheetAdded", { sheetId: id });
    return id;
  }

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

  moveSheet(sheetId: string, index: number): void {
    const sheet = this.sheet(sheetId);
    this.list = this.list.filter((s) => s !== sheet);
    this.list.splice(index, 0, sheet);
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.sheet(sheetId).hidden = hidden;
  }

  activeSheet(): string {
    return this.active;
  }

  activate(sheetId: string): void {
    if (this.sheet(sheetId).id === this.active) return;
    this.active = sheetId;
    this.selected = { sheetId, rect: oneCell(0, 0) };
    this.emit("activated", { sheetId });
  }

  selection(): { sheetId: string; rect: Rect } {
    return this.selected;
  }

  select(sheetId: string, rect: Rect): void {
    this.activate(sheetId);
    this.selected = { sheetId, rect };
    this.emit("selected", this.selected);
  }

  tabColor(sheetId: string): string {
    return this.sheet(sheetId).tabColor;
  }

  setTabColor(sheetId: string, color: string): void {
    this.sheet(sheetId).tabColor = color;
  }

  gridlines(sheetId: string): boolean {
    return this.sheet(sheetId).gridlines;
  }

  setGridlines(sheetId: string, shown: boolean): void {
    this.sheet(sheetId).gridlines = shown;
  }

  frozen(sheetId: string): { rows: number; columns: number } {
    return this.sheet(sheetId).frozen;
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.sheet(sheetId).frozen = { rows, columns };
  }

  columnWidth(sheetId: string, column: number): number {
    const sheet = this.sheet(sheetId);
    return sheet.hiddenColumns.has(column) ? 0 : sheet.widths.get(column) ?? 64;
  }

  setColumnWidth(sheetId: string, column: number, count: number, pixels: number): void {
    for (let i = 0; i < count; i++) this.sheet(sheetId).widths.set(column + i, pixels);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.sheet(sheetId).heights.get(row) ?? 20;
  }

  setRowHeight(sheetId: string, row: number, count: number, pixels: number): void {
    for (let i = 0; i < count; i++) this.sheet(sheetId).heights.set(row + i, pixels);
  }

  hideColumns(sheetId: string, column: number, count: number, hidden: boolean): void {
    for (let i = 0; i < count; i++) this.sheet(sheetId).hiddenColumns[hidden ? "add" : "delete"](column + i);
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

  protected emit<K extends keyof GridEvents>(name: K, event: GridEvents[K]): void {
    for (const handler of [...(this.handlers[name] ?? [])]) handler(event);
  }

  protected sheet(sheetId: string): MemorySheet {
    const sheet = this.list.find((s) => s.id === sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet;
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
