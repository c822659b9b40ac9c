import { layOutJournal, logTrades } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { dayNumber } from "../fixtures/goldenChains";
import { chainA, chainB, records } from "./logOf";
import { type Spreadsheet, openSpreadsheet } from "./spreadsheet";

/*
 * The functions as a person meets them: a real spreadsheet without a window, the journal laid out and logged in it by the add-in's own code, formulas
 * typed in cells of another sheet, and what they spill read from the cells.
 */
jest.setTimeout(120_000);
const LOG = "Trades[[#All],[Date]:[Id]]";

let book: Spreadsheet;
beforeAll(async () => {
  book = await openSpreadsheet();
  await layOutJournal();
});
afterAll(() => book.close());

let free = 0;
/** Types a formula below the ones before, and reads what it spills from its cell on. */
function typed(formula: string, rows: number, columns: number): Promise<unknown[][]> {
  const row = free;
  free += rows + 4;
  return book.typed(row, 0, formula, rows, columns);
}
const lined = async (formula: string, rows: number, columns: number): Promise<Record<string, unknown>[]> => records(await typed(formula, rows + 1, columns));
const log = (trades: readonly Trade[]): Promise<unknown> => logTrades(trades);

test("golden chain A on its way: two puts, rolled, one assigned (golden-chains.md §1)", async () => {
  await log(chainA("2026-03-12"));
  expect(await lined(`=WHEEL.LOTS(${LOG})`, 1, 8)).toEqual([{ Account: "Main", Ticker: "XYZ", Opened: dayNumber("2026-03-12"), Shares: 100, "Strike cost": 48, "Tax basis": 45.6565, "Net stock cost": 46.5695, Source: "Assigned" }]);
  const [chain] = await lined(`=WHEEL.CHAINS(${LOG})`, 1, 12);
  expect(chain).toMatchObject({ Type: "Put", Legs: 2, Rolls: 1, State: "Open", "Chain credit": 286.1, "At risk": 234.35 });
  expect(await lined(`=WHEEL.POSITIONS(${LOG},DATE(2026,3,13))`, 2, 11)).toMatchObject([{ Type: "Put", Quantity: -1, Strike: 48, Days: 7 }, { Type: "Shares", Quantity: 100, Credit: -4800 }]);
  expect((await lined(`=WHEEL.AUDIT(${LOG},"tax")`, 2, 8)).at(-1)).toMatchObject({ Cash: -4513.9, Difference: 0, Ok: true });
});

test("the log is logged on, and the functions follow: after both calls and the dividend the shares cost 44.4825", async () => {
  await log(chainA("2026-04-27").slice(4));
  expect((await lined(`=WHEEL.LOTS(${LOG},TRUE)`, 1, 8))[0]!["Net stock cost"]).toBeCloseTo(44.4825, 10);
  expect((await lined(`=WHEEL.CAMPAIGNS(${LOG})`, 1, 17))[0]).toMatchObject({ State: "Covered", "Cash break-even": 43.3585 });
});

test("golden chain A whole: CAMPAIGNS and INCOME have every figure", async () => {
  await log(chainA().slice(9));
  const [row] = await lined(`=WHEEL.CAMPAIGNS(${LOG})`, 1, 17);
  expect(row).toMatchObject({ State: "Closed", Days: 144, "Put premium": 260, "Call premium": 170, "Stock result": 100, Dividends: 40, Fees: 5.85, Total: 564.15, "Capital-days": 1_052_400, "Cash break-even": "" });
  expect([row!["Average capital"], row!.Return, row!.Annualised].map((value) => Number(Number(value).toPrecision(6)))).toEqual([7308.33, 0.0771927, 0.195662]);
  const net = async (formula: string) => (await lined(formula, 5, 8)).map(({ Period, Net }) => [Period, Net]);
  expect(await net(`=WHEEL.INCOME(${LOG})`)).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 438.05], ["2026-04", 119.35], ["2026-05", 189.35]]);
  expect(await net(`=WHEEL.INCOME(${LOG},"month","tax")`)).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 203.7], ["2026-04", 119.35], ["2026-05", 423.7]]);
  expect(await lined(`=WHEEL.PROBLEMS(${LOG})`, 1, 3)).toEqual([{ Row: "", Ticker: "", Problem: "Every row is booked" }]);
});

test("golden chain B beside it: 498.05 in 109 days, 9.961 %; the whole table may be handed over, too (golden-chains.md §2)", async () => {
  await log(chainB());
  const [row, other] = await lined("=WHEEL.CAMPAIGNS(Trades[#All])", 2, 17);
  expect(row).toMatchObject({ Ticker: "WDGT", Total: 498.05, Days: 109, "Average capital": 5000 });
  expect(row!.Return).toBeCloseTo(0.09961, 10);
  expect(other).toMatchObject({ Ticker: "XYZ", Total: 564.15 });
  const rates = await lined(`=WHEEL.CAMPAIGN_XIRR(${LOG})`, 3, 6);
  expect(rates.map(({ Total }) => Total)).toEqual([498.05, 564.15, 1062.2]);
  for (const { XIRR } of rates) expect(Number(XIRR)).toBeGreaterThan(0.1);
  expect((await typed(`=SUM(INDEX(WHEEL.INCOME(${LOG},"ticker"),0,8))`, 1, 1))[0]![0]).toBeCloseTo(1062.2, 9);
});

test("an error in a typed cell is a problem with its row, and the rest is booked", async () => {
  const trades = book.grid.tables().find(({ name }) => name === "Trades")!;
  const at = { row: trades.rect.row + 1, column: trades.rect.column + trades.columns.indexOf("Strike") };
  book.grid.type(trades.sheetId, at.row, at.column, "=1/0");
  const problems = await lined(`=WHEEL.PROBLEMS(${LOG})`, 2, 3);
  expect(problems[0]).toMatchObject({ Row: 2, Ticker: "XYZ", Problem: "Not booked: Strike shows the error #DIV/0!" });
  expect((await lined(`=WHEEL.AUDIT(${LOG})`, 3, 8)).map(({ Ticker, Ok }) => [Ticker, Ok])).toEqual([["WDGT", true], ["XYZ", true], ["", true]]);
});
