import { bottom, oneCell, right, shiftRect } from "../a1";
import { displayText } from "../display";
import { renameSheet, shiftFormula } from "../formulaText";
import type { Cell, CellInput, ConditionalFormat, DefinedName, EditSource, Grid, GridEvents, Rect, SheetInfo, Style, TableInfo, Validation } from "../grid";
import { MemorySheet } from "./sheet";

type Handlers = { [K in keyof GridEvents]: ((event: GridEvents[K]) => void)[] };
type Table = { -readonly [K in keyof TableInfo]: TableInfo[K] };

/**
 * The grid as plain objects, without an engine: for fast tests of code that lays out sheets and moves values. Formulas are kept as text and
 * have the value ""; what must be calculated is tested over a grid that calculates. `asUser` lets a test edit as a person at the keyboard would.
 */
export class MemoryGrid implements Grid {
  editing = false;
  private readonly handlers: Partial<Handlers> = {};
  private list: MemorySheet[] = [];
  private tableList: Table[] = [];
  private nameList: DefinedName[] = [];
  private active: string;
  private selected: { sheetId: string; rect: Rect };
  private source: EditSource = "api";
  private sequence = 0;

  constructor(firstSheet = "Sheet1") {
    this.active = this.addSheet(firstSheet);
    this.selected = { sheetId: this.active, rect: oneCell(0, 0) };
  }

  on<K extends keyof GridEvents>(name: K, handler: (event: GridEvents[K]) => void): () => void {
    const list = (this.handlers[name] ??= [] as never) as ((event: GridEvents[K]) => void)[];
    list.push(handler);
    return () => void list.splice(list.indexOf(handler), 1);
  }

  /** Whatever `work` does to the grid counts as the user's. */
  asUser(work: (grid: Grid) => void): void {
    this.source = "user";
    try {
      work(this);
    } finally {
      this.source = "api";
    }
  }

  /** As if a person began, or stopped, to type into a cell. */
  setEditing(editing: boolean): void {
    this.editing = editing;
    if (!editing) this.emit("editEnded", {});
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
    for (const table of this.tableList.filter((t) => t.sheetId === sheetId)) this.removeTable(table.id);
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

  usedRect(sheetId: string): Rect | null {
    return this.sheet(sheetId).used();
  }

  read(sheetId: string, rect: Rect): Cell[][] {
    const sheet = this.sheet(sheetId);
    return matrix(rect, (row, column) => {
      const cell = sheet.peek(row, column);
      if (!cell) return { value: "", numberFormat: "General" };
      const numberFormat = cell.style.numberFormat ?? "General";
      return cell.formula === undefined ? { value: cell.value, numberFormat } : { value: cell.value, formula: cell.formula, numberFormat };
    });
  }

  text(sheetId: string, rect: Rect): string[][] {
    return this.read(sheetId, rect).map((row) => row.map((cell) => displayText(cell.value, cell.numberFormat)));
  }

  write(sheetId: string, rect: Rect, cells: readonly (readonly CellInput[])[]): void {
    const sheet = this.sheet(sheetId);
    cells.forEach((row, i) => row.forEach((input, j) => {
      if (input === undefined) return;
      const cell = sheet.at(rect.row + i, rect.column + j);
      cell.formula = "formula" in input ? input.formula : undefined;
      cell.value = "formula" in input ? "" : input.value;
      if (input.numberFormat !== undefined) cell.style = { ...cell.style, numberFormat: input.numberFormat };
    }));
    this.emit("edited", { sheetId, rect, source: this.source });
  }

  style(sheetId: string, rect: Rect, patch: Style | readonly (readonly (Style | undefined)[])[]): void {
    const sheet = this.sheet(sheetId);
    for (let i = 0; i < rect.rows; i++) for (let j = 0; j < rect.columns; j++) {
      const own = Array.isArray(patch) ? (patch[i]?.[j] as Style | undefined) : (patch as Style);
      if (own === undefined) continue;
      const cell = sheet.at(rect.row + i, rect.column + j);
      cell.style = patched(cell.style, own);
    }
  }

  styleOf(sheetId: string, row: number, column: number): Style {
    return this.sheet(sheetId).peek(row, column)?.style ?? {};
  }

  clearStyle(sheetId: string, rect: Rect): void {
    this.sheet(sheetId).clearStyles(rect);
  }

  validationAt(sheetId: string, row: number, column: number): Validation | null {
    return this.sheet(sheetId).validationAt(row, column);
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.sheet(sheetId).setValidation(rect, validation);
  }

  conditionalFormats(sheetId: string): ConditionalFormat[] {
    return [...this.sheet(sheetId).conditionalFormats];
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    const id = `cf${++this.sequence}`;
    this.sheet(format.sheetId).conditionalFormats.unshift({ ...format, id });
    return id;
  }

  removeConditionalFormat(id: string): void {
    for (const sheet of this.list) sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => f.id !== id);
  }

  setConditionalFormat(format: ConditionalFormat): void {
    const sheet = this.sheet(format.sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.map((f) => (f.id === format.id ? format : f));
  }

  moveConditionalFormat(id: string, priority: number): void {
    for (const sheet of this.list) {
      const format = sheet.conditionalFormats.find((f) => f.id === id);
      if (!format) continue;
      sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => f.id !== id);
      sheet.conditionalFormats.splice(priority, 0, format);
    }
  }

  tables(): TableInfo[] {
    return this.tableList.map((table) => ({ ...table }));
  }

  addTable(sheetId: string, rect: Rect): string {
    const id = String(Math.max(0, ...this.tableList.map((t) => Number(t.id))) + 1);
    let n = this.tableList.length + 1;
    while (this.tableList.some((t) => t.name.toLowerCase() === `table${n}`)) n++;
    this.tableList.push({ id, name: `Table${n}`, sheetId, rect, columns: this.headers(sheetId, rect), totals: false, style: "TableStyleMedium2", banded: true, filterButtons: true });
    this.emit("tableAdded", { tableId: id, sheetId });
    return id;
  }

  removeTable(tableId: string): void {
    const { sheetId, name } = this.table(tableId);
    this.tableList = this.tableList.filter((t) => t.id !== tableId);
    this.emit("tableDeleted", { tableId, sheetId, name });
  }

  renameTable(tableId: string, name: string): void {
    this.table(tableId).name = name;
  }

  setTableRect(tableId: string, rect: Rect): void {
    const table = this.table(tableId);
    table.rect = rect;
    table.columns = this.headers(table.sheetId, rect);
  }

  setTableLook(tableId: string, look: Partial<Pick<TableInfo, "style" | "banded" | "filterButtons">>): void {
    Object.assign(this.table(tableId), look);
  }

  refreshTableHeaders(tableId: string): void {
    const table = this.table(tableId);
    table.columns = this.headers(table.sheetId, table.rect);
  }

  names(): DefinedName[] {
    return [...this.nameList];
  }

  addName(name: string, formula: string): void {
    this.nameList.push({ name, formula });
  }

  removeName(name: string): void {
    this.nameList = this.nameList.filter((n) => n.name.toLowerCase() !== name.toLowerCase());
  }

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
    return Promise.resolve();
  }

  recalculate(): Promise<void> {
    this.emit("calculated", {});
    return Promise.resolve();
  }

  dispose(): void {
    for (const name of Object.keys(this.handlers) as (keyof GridEvents)[]) delete this.handlers[name];
  }

  private emit<K extends keyof GridEvents>(name: K, event: GridEvents[K]): void {
    for (const handler of [...(this.handlers[name] ?? [])]) handler(event);
  }

  private sheet(sheetId: string): MemorySheet {
    const sheet = this.list.find((s) => s.id === sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet;
  }

  private table(tableId: string): Table {
    const table = this.tableList.find((t) => t.id === tableId);
    if (!table) throw new Error(`there is no table ${tableId}`);
    return table;
  }

  private headers(sheetId: string, rect: Rect): string[] {
    return this.read(sheetId, { ...rect, rows: 1 })[0]?.map((cell) => String(cell.value)) ?? [];
  }

  /** Cells, tables, names and every formula that points there move along. Inserted rows look like the row above them. */
  private shift(sheetId: string, axis: "row" | "column", at: number, count: number): void {
    const sheet = this.sheet(sheetId);
    const before = at > 0 && count > 0 ? sheet.used() : null;
    sheet.shift(axis, at, count);
    for (const table of [...this.tableList]) {
      if (table.sheetId !== sheetId) continue;
      const rect = shiftRect(table.rect, axis, at, count);
      if (!rect) this.removeTable(table.id);
      else Object.assign(table, { rect, columns: this.headers(sheetId, rect) });
    }
    this.rewrite((formula, on) => shiftFormula(formula, on === sheet, sheet.name, { axis, at, count }));
    if (before) this.inherit(sheet, axis, at, count, before);
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


function matrix<T>(rect: Rect, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rect.rows }, (_, i) => Array.from({ length: rect.columns }, (__, j) => make(rect.row + i, rect.column + j)));
}

function patched(style: Style, patch: Style): Style {
  const next: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (key === "borders") next.borders = bordersWith(style.borders, patch.borders);
    else if (value === null) delete next[key];
    else if (value !== undefined) next[key] = value;
  }
  if (next.borders && Object.keys(next.borders).length === 0) delete next.borders;
  return next as Style;
}

function bordersWith(old: Style["borders"], patch: Style["borders"]): Style["borders"] {
  const edges = Object.entries({ ...old, ...patch }).filter(([, border]) => border !== null && border !== undefined);
  return Object.fromEntries(edges);
}
