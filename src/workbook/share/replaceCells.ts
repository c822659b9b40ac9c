import { isErrorText } from "../../journal/text";
import { inExcel } from "../inExcel";
import { orFoundDone } from "../orFoundDone";
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
export async function writeReplaced(cells: readonly Replaced[]): Promise<void> {
  const write = (sending: () => void): Promise<true> => inExcel<true>(async (context) => {
    for (let from = 0; from < cells.length; from += A_BATCH) {
      for (const cell of cells.slice(from, from + A_BATCH)) {
        if (cell.native !== null) rangeOf(context, cell).formulas = [[cell.native]];
        else writeValues(context, cell);
      }
      sending();
      await context.sync();
    }
    return true;
  });
  const look = async (): Promise<true | null> => {
    const standing = await readStanding(cells);
    return cells.every((cell, index) => standing[index] === (cell.native === null ? "values" : "native")) ? true : null;
  };
  await orFoundDone<true>(write, look, "the cells with functions");
}

function writeValues(context: Excel.RequestContext, { values, ...cell }: Replaced): void {
  const area = rangeOf(context, cell).getAbsoluteResizedRange(values.length, values[0]?.length ?? 1);
  area.values = values.map((row) => row.map(asTyped));
}

/** Text as text: "2026-02" is a month, and "=1+1" what somebody wrote. An error is written as the formula that it is. */
const asTyped = (value: CellValue): CellValue => (typeof value !== "string" || value === "" ? value : isErrorText(value) ? `=${value}` : `'${value}`);

/** Puts the formulas back where what was written still stands; answers the cells that were changed since. */
export async function writeBack(cells: readonly Replaced[]): Promise<readonly Replaced[]> {
  const write = (sending: () => void): Promise<readonly Replaced[]> => inExcel(async (context) => {
    const there = await sheetsThere(context);
    const changed = cells.filter(({ sheet }) => !there.has(sheet));
    const present = cells.filter(({ sheet }) => there.has(sheet));
    for (let from = 0; from < present.length; from += A_BATCH) {
      const part = present.slice(from, from + A_BATCH).map((cell) => ({ cell, now: askStanding(context, cell) }));
      await context.sync();
      for (const { cell, now } of part) {
        const standing = now.is();
        if (standing === "changed") changed.push(cell);
        // in one step: emptied first, the cell would be nobody's if Excel stopped between
        if (standing === "values") now.area.formulas = cell.values.map((row, down) => row.map((_, across) => (down + across === 0 ? cell.formula : "")));
        if (standing === "native") rangeOf(context, cell).formulas = [[cell.formula]];
      }
      sending();
      await context.sync();
    }
    return changed;
  });
  const look = async (): Promise<readonly Replaced[] | null> => {
    const standing = await readStanding(cells);
    return standing.some((one) => one === "native" || one === "values") ? null : cells.filter((_, index) => standing[index] !== "original");
  };
  return orFoundDone(write, look, "the cells with functions");
}

/** What stands in a cell: one of the forms that were written there, or its function, which was never replaced, or is back already; or what somebody has typed since. */
type Standing = "native" | "values" | "original" | "changed" | "gone";

function readStanding(cells: readonly Replaced[]): Promise<readonly Standing[]> {
  return inExcel(async (context) => {
    const there = await sheetsThere(context);
    const standing: Standing[] = [];
    for (let from = 0; from < cells.length; from += A_BATCH) {
      const asked = cells.slice(from, from + A_BATCH).map((cell) => (there.has(cell.sheet) ? askStanding(context, cell) : null));
      await context.sync();
      standing.push(...asked.map((one) => one?.is() ?? "gone"));
    }
    return standing;
  });
}

async function sheetsThere(context: Excel.RequestContext): Promise<ReadonlySet<string>> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  return new Set(sheets.items.map(({ name }) => name));
}

/** A native formula that showed something else becomes values: cut off between, a cell is kept as the one and holds the other. */
function askStanding(context: Excel.RequestContext, cell: Replaced): { readonly area: Excel.Range; readonly is: () => Standing } {
  const { native, values, formula } = cell;
  const area = rangeOf(context, cell).getAbsoluteResizedRange(values.length, values[0]?.length ?? 1).load("formulas,values");
  const is = (): Standing => {
    const first = bare(String(area.formulas[0]?.[0]));
    if (first === bare(formula)) return "original";
    if (native !== null && first === bare(native)) return "native";
    const isValues = values.every((row, down) => row.every((value, across) => area.values[down]?.[across] === value && !isOtherFormula(area.formulas[down]?.[across], value)));
    return isValues ? "values" : "changed";
  };
  return { area, is };
}

/** A formula that only shows the same. An error is written as a formula, and a text may begin as one. */
const isOtherFormula = (standing: unknown, value: unknown): boolean => typeof standing === "string" && standing.startsWith("=") && !isErrorText(value) && standing !== value;

/** Excel may give a formula back with other blanks, or with references in their long form. */
const bare = (formula: string): string => formula.replace(/\s+/g, "").replace(/\w*\[\[#ThisRow\],(\[(?:'.|[^\]])*\])\]/gi, "[@$1]").replace(/\[@\[(\w+)\]\]/g, "[@$1]").toLowerCase();

const rangeOf = (context: Excel.RequestContext, { sheet, row, column }: Pick<FormulaCell, "sheet" | "row" | "column">): Excel.Range => context.workbook.worksheets.getItem(sheet).getCell(row, column);
const A_BATCH = 200;
