import { type Grid } from "../../workbench/grid/grid";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";

/** Excel for one test, with the add-in's code talking to it; `after` takes it away again. */
export async function openExcel(): Promise<ExcelInNode<Grid>> {
  const excel = (await excelInNode()) as unknown as ExcelInNode<Grid>;
  undo.push(excel.install());
  return excel;
}

export function closeExcel(): void {
  undo.splice(0).forEach((close) => {
    close();
  });
}

const undo: (() => void)[] = [];

/** Everything that stands on a sheet, as values from A1 on; blank where nothing is. */
export function valuesOf({ grid }: ExcelInNode<Grid>, sheet: string): unknown[][] {
  const id = sheetId(grid, sheet);
  const used = grid.usedRect(id);
  return used ? grid.read(id, { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns }).map((row) => row.map((cell) => cell.formula ?? cell.value)) : [];
}

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
