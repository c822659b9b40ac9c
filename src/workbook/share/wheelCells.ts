import { addressOf } from "../address";
import { ExcelRefused } from "../excelRefused";
import { inExcel } from "../inExcel";
import { TOO_LARGE, pieceSize } from "../pieceSize";

/** A cell with a formula, as Excel shows it. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export interface CellsFound {
  readonly cells: readonly FormulaCell[];
  /** Sheets with such cells that may not be written to. */
  readonly locked: readonly string[];
}

/**
 * Cells of the whole workbook whose formula is `wanted`: read in pieces, each in a visit of its own, so that neither a long sheet nor long formulas pass what Excel hands over at once.
 * `onPart` hears how far it has come, from 0 to 1; an answer of false ends it.
 */
export async function findFormulas(wanted: (formula: string) => boolean, onPart: (done: number) => boolean): Promise<CellsFound> {
  const sheets = await inExcel(async (context) => {
    const all = context.workbook.worksheets.load("items/name");
    await context.sync();
    const asked = all.items.map((sheet) => ({ name: sheet.name, used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"), protection: sheet.protection.load("protected") }));
    await context.sync();
    return asked.flatMap(({ name, used, protection }) => (used.isNullObject ? [] : [{ name, locked: protection.protected, row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount }]));
  });
  const total = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const cells: FormulaCell[] = [];
  const size = pieceSize(CELLS);
  let read = 0;
  for (const { name, row, column, rows, columns } of sheets) {
    for (let from = 0; from < rows; ) {
      const count = Math.min(Math.max(1, Math.floor(size.now() / columns)), rows - from);
      const piece = await readPiece(name, row + from, column, count, columns);
      if (piece === TOO_MUCH) {
        if (count === 1) throw new ExcelRefused("RowTooLarge", `Row ${row + from + 1} of ${name} is more than Excel hands over at once.`);
        size.tooLarge(count * columns);
        continue;
      }
      size.came(count * columns);
      piece.formulas.forEach((line, down) => line.forEach((formula, across) => {
        // a text that begins with "=" shows itself: it is no formula, and none is made of it
        const isText = piece.values[down]?.[across] === formula;
        if (typeof formula === "string" && formula.startsWith("=") && !isText && wanted(formula)) cells.push({ sheet: name, row: row + from + down, column: column + across, formula });
      }));
      from += count;
      read += count * columns;
      if (!onPart(read / total)) throw new ExcelRefused("Stopped", "Stopped. Nothing was changed.");
    }
  }
  return { cells, locked: sheets.filter(({ name, locked }) => locked && cells.some(({ sheet }) => sheet === name)).map(({ name }) => name) };
}

/** Some 2 MB of formulas of usual length and what they show. */
const CELLS = 12_000;
const TOO_MUCH = "too much";
type Cells = readonly (readonly unknown[])[];

async function readPiece(sheet: string, row: number, column: number, rows: number, columns: number): Promise<{ readonly formulas: Cells; readonly values: Cells } | typeof TOO_MUCH> {
  try {
    return await inExcel(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).load("formulas,values");
      await context.sync();
      return { formulas: range.formulas as unknown[][], values: range.values as unknown[][] };
    });
  } catch (error) {
    if (error instanceof ExcelRefused && error.code === TOO_LARGE) return TOO_MUCH;
    throw error;
  }
}

export const addressOfCell = ({ sheet, row, column }: Pick<FormulaCell, "sheet" | "row" | "column">): string => addressOf(sheet, row, column, 1, 1);
