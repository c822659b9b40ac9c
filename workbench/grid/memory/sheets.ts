import { oneCell } from "../a1";
import type { EditSource, GridEvents, SheetInfo } from "../grid";
import type { Rect } from "../rect";
import { MemorySheet } from "./sheet";

type Handlers = { [K in keyof GridEvents]: ((event: GridEvents[K]) => void)[] };

/** The sheets of the grid of plain objects: which there are, which one is in front, how they look; and who listens to the grid. */
export abstract class MemorySheets {
  protected readonly handlers: Partial<Handlers> = {};
  protected list: MemorySheet[] = [];
  protected active: string;
  protected selected: { sheetId: string; rect: Rect };
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

  protected emit<K extends keyof GridEvents>(name: K, event: GridEvents[K]): void {
    for (const handler of [...(this.handlers[name] ?? [])]) handler(event);
  }

  protected sheet(sheetId: string): MemorySheet {
    const sheet = this.list.find((s) => s.id === sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet;
  }
}
