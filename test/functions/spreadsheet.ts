import { connectAddinFunctions } from "../../workbench/addinFunctions";
import { loadHeadless } from "../../workbench/engine/load";
import type { FunctionDescription } from "../../workbench/grid/functionHost";
import { UniverGrid } from "../../workbench/grid/univer";
import { UniverFunctions } from "../../workbench/grid/univer/functions";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";
import type { Workbook } from "../../workbench/model/workbook";
import { invoked } from "./cell";
import { metadata } from "./metadata";

/** A real spreadsheet without a window, in which the add-in's functions answer as they do in the workbench, and its actions find Excel. */
export interface Spreadsheet {
  readonly excel: ExcelInNode<UniverGrid>;
  readonly grid: UniverGrid;
  readonly workbook: Workbook;
  /** The sheet that was there first. */
  readonly sheet: string;
  /** Resolves when everything is calculated, the add-in's functions included. */
  settled(): Promise<void>;
  /** What the cells of the first sheet show; rows and columns count from 0. */
  read(row: number, column: number, rows: number, columns: number): unknown[][];
  /** Types a formula into the first sheet, and reads what it spills from its cell on. */
  typed(row: number, column: number, formula: string, rows: number, columns: number): Promise<unknown[][]>;
  /** Takes away what makes actions find this Excel: another one cannot be made while its names are there. */
  uninstall(): void;
  close(): void;
}

export async function openSpreadsheet(): Promise<Spreadsheet> {
  const engine = loadHeadless().createHeadless();
  const grid = new UniverGrid(engine);
  const sheet = grid.activeSheet();
  const excel = await excelInNode({ grid });
  const uninstall = excel.install();
  const { functions, codeNames } = await metadata();
  const addin = connectAddinFunctions({
    host: new UniverFunctions(engine, grid), functions: functions as unknown as FunctionDescription[], errorsToAny: true, prefix: "WHEEL.",
    sheetName: (id) => grid.sheets().find((one) => one.id === id)!.name,
    invoke: (id, args) => invoked(codeNames[id]!, args),
  });
  const settled = async (): Promise<void> => {
    await grid.settled();
    await addin.idle();
    await grid.settled();
  };
  const read = (row: number, column: number, rows: number, columns: number) => grid.read(sheet, { row, column, rows, columns }).map((line) => line.map(({ value }) => value));
  return {
    excel, grid, workbook: excel.workbook, sheet, settled, read,
    async typed(row, column, formula, rows, columns) {
      grid.type(sheet, row, column, formula);
      await settled();
      return read(row, column, rows, columns);
    },
    uninstall,
    close() {
      uninstall();
      grid.dispose();
    },
  };
}
