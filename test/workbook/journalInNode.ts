import { layOutJournal } from "../../src/actions";
import type { Grid } from "../../workbench/grid/grid";
import type { MemoryGrid } from "../../workbench/grid/memory";
import type { Rect } from "../../workbench/grid/rect";
import { type ExcelInNode, type InNodeOptions, excelInNode } from "../../workbench/harness/inNode";

export type TestExcel = ExcelInNode<MemoryGrid>;

/** Microsoft's own Excel object model over the workbench's memory grid, where the add-in's code finds it; `closeExcel` takes it away again. */
export async function openExcel(options: InNodeOptions<MemoryGrid> = {}): Promise<TestExcel> {
  const excel = await excelInNode(options);
  undo.push(excel.install());
  return excel;
}

/** A workbook to be copied as often as one likes: laying one out takes far longer than an action. */
export interface Prepared {
  readonly open: () => Promise<TestExcel>;
  /** It is over a spreadsheet that calculates: there is one of it, which each opening puts back to how it was. */
  readonly calculates?: true;
}

export type Preparation = (excel: TestExcel) => Promise<unknown> | unknown;

/** Opens a copy of a workbook, does something to it, and keeps that for copies in turn. */
export async function prepared(from: Prepared | null, work: Preparation): Promise<Prepared> {
  const excel = from ? await from.open() : await excelInNode();
  const uninstall = excel.install();
  try {
    await work(excel);
  } finally {
    uninstall();
  }
  const [grid, state] = [excel.grid, excel.workbook.snapshot()];
  return { open: () => excelInNode({ grid: grid.copy(), state }) };
}

let laidOut: Promise<Prepared> | undefined;

/** A journal with nothing in it yet, where the add-in's code finds it: a copy of one that was laid out once for the whole file. */
export async function openJournal(): Promise<TestExcel> {
  const excel = await (await (laidOut ??= prepared(null, () => layOutJournal()))).open();
  undo.push(excel.install());
  return excel;
}

export function closeExcel(): void {
  undo.splice(0).forEach((close) => {
    close();
  });
}

const undo: (() => void)[] = [];

export function sheetId(grid: Grid, name: string): string {
  const sheet = grid.sheets().find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name} among ${grid.sheets().map((one) => one.name).join(", ")}`);
  return sheet.id;
}

export function tableNamed(grid: Grid, name: string) {
  const table = grid.tables().find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** Everything that stands on a sheet, from A1 on: formulas where there are, else values. */
export function contentOf(grid: Grid, sheet: string): (string | number | boolean)[][] {
  const id = sheetId(grid, sheet);
  const rect = fromA1(grid.usedRect(id));
  return grid.read(id, rect).map((row) => row.map((cell) => cell.formula ?? cell.value));
}

/** The cells of one table column under its header. */
export function columnOf(grid: Grid, table: string, header: string): (string | number | boolean)[] {
  const { sheetId: id, rect, columns } = tableNamed(grid, table);
  const column = rect.column + columns.indexOf(header);
  return grid.read(id, { row: rect.row + 1, column, rows: rect.rows - 1, columns: 1 }).map(([cell]) => cell?.formula ?? cell?.value ?? "");
}

/** The whole workbook as plain data: two workbooks that look alike to a person are equal here. */
export function pictureOf(grid: Grid): unknown {
  return {
    sheets: grid.sheets().map(({ id, name, hidden }) => {
      const rect = fromA1(grid.usedRect(id));
      const cells = cellsOf(rect).map(([row, column]) => [row, column, grid.styleOf(id, row, column), grid.validationAt(id, row, column)]);
      return {
        name, hidden, cells, content: contentOf(grid, name), tab: grid.tabColor(id), lines: grid.gridlines(id), frozen: grid.frozen(id),
        widths: Array.from({ length: rect.columns }, (_, column) => grid.columnWidth(id, column)),
        heights: Array.from({ length: Math.min(rect.rows, 6) }, (_, row) => grid.rowHeight(id, row)),
        highlights: grid.conditionalFormats(id).map(({ rect: place, formula, style }) => ({ place, formula, style })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      };
    }),
    tables: grid.tables().map(({ name, rect, columns, style, banded, totals }) => ({ name, rect, columns, style, banded, totals })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    names: [...grid.names()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const fromA1 = (used: Rect | null): Rect => (used ? { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns } : { row: 0, column: 0, rows: 1, columns: 1 });

const cellsOf = ({ rows, columns }: Rect): [number, number][] => Array.from({ length: rows * columns }, (_, index) => [Math.floor(index / columns), index % columns]);
