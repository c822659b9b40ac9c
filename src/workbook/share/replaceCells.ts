import { inExcel } from "../inExcel";
import type { FormulaCell } from "./wheelCells";

export type CellValue = string | number | boolean;

/** A cell of which something else was made, and what. */
export interface Replaced extends FormulaCell {
  /** The new formula; null: values, as they stood there, row by row. */
  readonly native: string | null;
  readonly values: readonly (readonly CellValue[])[];
}

/** What cells show; several where the results of a formula spill. */
export function readShown(cells: readonly FormulaCell[]): Promise<readonly (readonly (readonly CellValue[])[])[]> {
  return inExcel(async (context) => {
    const canSpill = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
    const shown: (readonly (readonly CellValue[])[])[] = [];
    for (let from = 0; from < cells.length; from += A_BATCH) {
      const asked = cells.slice(from, from + A_BATCH).map((cell) => {
        const own = rangeOf(context, cell).load("values");
        return { own, spill: canSpill ? rangeOf(context, cell).getSpillingToRangeOrNullObject().load("values") : null };
      });
      await context.sync();
      shown.push(...asked.map(({ own, spill }) => (spill && !spill.isNullObject ? spill.values : own.values) as CellValue[][]));
    }
    return shown;
  });
}

/** Writes native formulas and values in place of formulas. Values are written over the whole of a spilled result at once, so that nothing is in its way. */
export function writeReplaced(cells: readonly Replaced[]): Promise<void> {
  return inExcel(async (context) => {
    for (let from = 0; from < cells.length; from += A_BATCH) {
      for (const cell of cells.slice(from, from + A_BATCH)) {
        if (cell.native !== null) rangeOf(context, cell).formulas = [[cell.native]];
        else writeValues(context, cell);
      }
      await context.sync();
    }
  });
}

function writeValues(context: Excel.RequestContext, { values, ...cell }: Replaced): void {
  const area = rangeOf(context, cell).getAbsoluteResizedRange(values.length, values[0]?.length ?? 1);
  area.values = values.map((row) => row.map(asTyped));
}

/** Text as text: "2026-02" is a month, and "=1+1" what somebody wrote. An error is written as the formula that it is. */
const asTyped = (value: CellValue): CellValue => (typeof value !== "string" || value === "" ? value : /^#[A-Z/0!?]+[!?A]$/i.test(value) ? `=${value}` : `'${value}`);

/** Puts the formulas back where what was written still stands; answers the cells that were changed since. */
export function writeBack(cells: readonly Replaced[]): Promise<readonly Replaced[]> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = worksheets.load("items/name");
    await context.sync();
    const there = new Set(sheets.items.map(({ name }) => name));
    const changed = cells.filter(({ sheet }) => !there.has(sheet));
    const present = cells.filter(({ sheet }) => there.has(sheet));
    for (let from = 0; from < present.length; from += A_BATCH) {
      const part = present.slice(from, from + A_BATCH).map((cell) => ({ cell, now: rangeOf(context, cell).getAbsoluteResizedRange(cell.native === null ? cell.values.length : 1, cell.native === null ? (cell.values[0]?.length ?? 1) : 1).load("formulas,values") }));
      await context.sync();
      for (const { cell, now } of part) {
        if (!isAsWritten(cell, now)) {
          changed.push(cell);
          continue;
        }
        if (cell.native === null) now.clear("Contents");
        rangeOf(context, cell).formulas = [[cell.formula]];
      }
      await context.sync();
    }
    return changed;
  });
}

function isAsWritten({ native, values }: Replaced, { formulas, values: now }: Excel.Range): boolean {
  if (native !== null) return bare(String(formulas[0]?.[0])) === bare(native);
  return values.every((row, down) => row.every((value, across) => now[down]?.[across] === value));
}

/** Excel may give a formula back with other blanks, or with references in their long form. */
const bare = (formula: string): string => formula.replace(/\s+/g, "").replace(/\w*\[\[#ThisRow\],(\[(?:'.|[^\]])*\])\]/gi, "[@$1]").replace(/\[@\[(\w+)\]\]/g, "[@$1]").toLowerCase();

const rangeOf = (context: Excel.RequestContext, { sheet, row, column }: Pick<FormulaCell, "sheet" | "row" | "column">): Excel.Range => context.workbook.worksheets.getItem(sheet).getCell(row, column);
const A_BATCH = 200;
