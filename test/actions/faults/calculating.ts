import { namedFunctions } from "../../../src/journal/names";
import type { Grid } from "../../../workbench/grid/grid";
import { type Spreadsheet, openSpreadsheet } from "../../functions/spreadsheet";
import { type Prepared, type TestExcel, contentOf } from "../../workbook/journalInNode";
import { asUser } from "../helpers";
import { ownThings } from "./workbooks";

/* Workbooks of actions that ask what a formula shows: they are over a real spreadsheet, which takes too long to make for each fault. So there is one, put back to how it was. */

let spreadsheet: Promise<Spreadsheet> | undefined;

export async function closeSpreadsheet(): Promise<void> {
  (await spreadsheet)?.close();
  spreadsheet = undefined;
}

async function made(): Promise<Spreadsheet> {
  const sheet = await openSpreadsheet();
  await ownThings();
  await asUser((context) => void context.workbook.worksheets.add("Functions"));
  sheet.uninstall();
  return sheet;
}

const workbook = (work: (context: Excel.RequestContext) => void): (() => Promise<Prepared>) => async () => {
  const { excel, grid, settled } = await (spreadsheet ??= made());
  const open = async (): Promise<TestExcel> => {
    const uninstall = excel.install();
    for (const { name } of grid.names()) if (NAMES.includes(name)) grid.removeName(name);
    await asUser((context) => {
      context.workbook.worksheets.getItem("Functions").getRange("A1:H20").clear("Contents");
      context.workbook.settings.getItemOrNullObject("WheelJournalShared").delete();
    });
    await asUser(work);
    await settled();
    uninstall();
    return excel as unknown as TestExcel;
  };
  return { open, calculates: true };
};

const NAMES = namedFunctions().map(({ name }) => name);
export const ALL_NAMES = NAMES.length;
export const namesIn = (grid: Grid): readonly string[] => grid.names().filter(({ name }) => NAMES.includes(name)).map(({ name }) => name);

export const unnamed = workbook(() => undefined);
export const named = workbook(({ workbook: { names } }) => {
  for (const { name, formula, comment } of namedFunctions()) names.add(name, formula, comment);
});

/** Cells with functions: some become formulas, one a value, one values that spill. */
const TYPED = [["A1", "=WHEEL.CSP_BREAKEVEN(50,1.25)"], ["A2", "=WHEEL.CSP_POP(52,50,1.2,30,0.3)"], ["A3", "=WHEEL.CSP_COLLATERAL(48,2)"], ["C1", '=WHEEL.OPT_GREEKS("put",52,50,30,0.3)']] as const;
export const USED = TYPED.length;
export const withFunctions = workbook((context) => {
  for (const [address, formula] of TYPED) context.workbook.worksheets.getItem("Functions").getRange(address).formulas = [[formula]];
});
/** The functions that stand there yet. */
export const functionsIn = (grid: Grid): readonly string[] => contentOf(grid, "Functions").flat().filter((cell) => String(cell).includes("WHEEL.")).map(String);
