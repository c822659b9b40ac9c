import type { Chart } from "../chart";
import { Charts } from "../charts";
import { displayText } from "../display";
import type { Cell, CellInput, DefinedName, Grid, GridEvents, Style, TableInfo } from "../grid";
import type { Rect } from "../rect";
import { BLANK, matrix, patched } from "./cells";
import { MemoryRules } from "./rules";

/**
 * The grid as plain objects, without an engine: for fast tests of code that lays out sheets and moves values. Formulas are kept as text and
 * have the value ""; what must be calculated is tested over a grid that calculates. `asUser` lets a test edit as a person at the keyboard would.
 */
export class MemoryGrid extends MemoryRules implements Grid {
  editing = false;
  private readonly chartList = new Charts(this, (sheetId) => this.emit("chartsChanged", { sheetId }));

  /** The same workbook once more, for trying something on it. */
  copy(): MemoryGrid {
    const twin = new MemoryGrid();
    twin.takeOver(this);
    twin.chartList.load(this.charts());
    return twin;
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

  usedRect(sheetId: string): Rect | null {
    return this.sheet(sheetId).used();
  }

  read(sheetId: string, rect: Rect): Cell[][] {
    const sheet = this.sheet(sheetId);
    return matrix(rect, (row, column) => {
      const cell = sheet.peek(row, column);
      if (!cell) return BLANK;
      const numberFormat = cell.style.numberFormat ?? "General";
      return cell.formula === undefined ? { value: cell.value, numberFormat } : { value: cell.value, formula: cell.formula, numberFormat };
    });
  }

  /** Nothing is calculated here, so nothing spills. */
  spill(): null {
    return null;
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

  charts(): Chart[] {
    return this.chartList.all();
  }

  addChart(chart: Omit<Chart, "id">): string {
    const id = this.chartList.freshId();
    this.setChart({ ...chart, id });
    return id;
  }

  setChart(chart: Chart): void {
    this.chartList.put(chart);
    this.emit("chartsChanged", { sheetId: chart.sheetId });
  }

  removeChart(chartId: string): void {
    const { sheetId } = this.chartList.remove(chartId);
    this.emit("chartsChanged", { sheetId });
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
    this.dropTable(tableId);
  }

  renameTable(tableId: string, name: string): void {
    this.table(tableId).name = name;
  }

  setTableRect(tableId: string, rect: Rect): void {
    const table = this.table(tableId);
    const before = { ...table };
    table.rect = rect;
    this.chartList.tableResized(before, rect);
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
}
