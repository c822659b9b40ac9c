import { layOutJournal, loadSampleYear, logTrades, readJournal, setConvention } from "../../src/actions";
import { STANDARD, totalCash } from "../../src/calc";
import { sampleYear } from "../../src/journal/sample";
import { closeSpreadsheets, openSpreadsheet } from "../workbook/spreadsheet";
import { asUser, goldenChainA } from "./helpers";

/** Here the formulas matter: the grid is a real spreadsheet, Univer without a window. */
jest.setTimeout(60_000);
afterEach(closeSpreadsheets);

const columns = async (...names: string[]): Promise<unknown[][]> => {
  let values: unknown[][] = [];
  await asUser(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    const ranges = names.map((name) => table.columns.getItem(name).getDataBodyRange().load("values"));
    await context.sync();
    values = ranges.map((range) => range.values.map(([value]: unknown[]) => value));
  });
  return values;
};
const sum = (values: readonly unknown[]): number => Math.round(values.reduce<number>((total, value) => total + (value as number), 0) * 10_000) / 10_000;

test("golden chain A, logged row by row, comes to 564.15 by the sheet's own formulas", async () => {
  const { failures } = await openSpreadsheet();
  await layOutJournal();
  for (const trade of goldenChainA()) await logTrades([trade]);
  await asUser((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=SUM(Trades[Cash])"]];
  });
  let total: unknown;
  await asUser(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
    await context.sync();
    total = cell.values[0]?.[0];
  });
  expect(failures).toEqual([]);
  expect(total).toBeCloseTo(564.15, 9);
  const [cash = [], days = [], breakeven = [], collateral = [], annualised = []] = await columns("Cash", "Days", "Break-even", "Collateral", "Annualised (365, strike)");
  expect(cash).toEqual([238.7, -421.3, 468.7, -4800, -30.65, 79.35, 40, 0, 89.35, 4900]);
  expect(days).toEqual([46, "", 35, "", "", 32, "", "", 32, ""]);
  expect(breakeven.map((value) => (value === "" ? "" : Number(value).toFixed(4)))).toEqual(["48.8065", "", "45.6565", "", "", "", "", "", "", ""]);
  expect(collateral).toEqual([10000, "", 9600, "", "", "", "", "", "", ""]);
  expect(annualised[0]).toBeCloseTo((238.7 / 10000) * (365 / 46), 12);
  expect((await readJournal()).cash).toBe(564.15);
}, 60_000);

test("a change of convention changes the numbers with the header", async () => {
  await openSpreadsheet();
  await layOutJournal();
  await logTrades(goldenChainA());
  await setConvention({ ...STANDARD, base: "net", daycount: 360 });
  const [[first] = []] = await columns("Annualised (360, net)");
  expect(first).toBeCloseTo((1.2 - 0.0065) / (50 - 1.2) * (360 / 46), 12);
}, 60_000);

test("the sample year's Cash column adds up to what the calculation says, with a number in every row", async () => {
  await openSpreadsheet();
  await loadSampleYear();
  const [cash = []] = await columns("Cash");
  expect(cash.filter((value) => typeof value !== "number")).toEqual([]);
  expect(sum(cash)).toBe(totalCash(sampleYear()));
}, 60_000);

test("a row that cannot be booked shows a word in Cash, and the sum goes on", async () => {
  await openSpreadsheet();
  await layOutJournal();
  await logTrades(goldenChainA().slice(0, 2));
  await asUser((context) => {
    context.workbook.tables.getItem("Trades").getDataBodyRange().getCell(1, 3).values = [["STO"]];
  });
  const [cash] = await columns("Cash");
  expect(cash).toEqual([238.7, "Action?"]);
  expect((await readJournal()).problems).toHaveLength(1);
}, 60_000);
