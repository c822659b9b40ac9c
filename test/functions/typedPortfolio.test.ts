import { layOutJournal, logTrades } from "../../src/actions";
import { option } from "../calc/ledger/books";
import { dayNumber } from "../fixtures/goldenChains";
import { records } from "./logOf";
import { type Spreadsheet, openSpreadsheet } from "./spreadsheet";

/*
 * The portfolio as a person meets it: the journal laid out in a real spreadsheet without a window, puts logged, stocks typed into the Watchlist, prices into
 * a sheet of one's own, and what the formulas spill read from the cells. The native CORREL stands beside ours.
 */
jest.setTimeout(120_000);
const LOG = "Trades[[#All],[Date]:[Id]]";

let book: Spreadsheet;
beforeAll(async () => {
  book = await openSpreadsheet();
  await layOutJournal();
  await logTrades([
    option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", quantity: 2, strike: 50, expiry: "2026-03-20", price: 1.2 }),
    option("2026-03-02", "Sell to open", "Put", { ticker: "BBB", strike: 80, expiry: "2026-04-17", price: 2 }),
  ]);
});
afterAll(() => book.close());

const sheet = (name: string): string => book.grid.sheets().find((one) => one.name === name)!.id;
const typed = (row: number, formula: string, rows: number, columns: number) => book.typed(row, 0, formula, rows, columns);
/** Types into a line of the Watchlist, where its header stands; a table has one blank line to begin with, and gets another one for the second. */
async function watch(line: number, cells: Readonly<Record<string, string>>): Promise<void> {
  if (line > 1) {
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Watchlist").rows.add();
      await context.sync();
    });
  }
  const all = book.grid.read(sheet("Watchlist"), { row: 0, column: 0, rows: 12, columns: 16 }).map((row) => row.map(({ value }) => value));
  const header = all.findIndex((row) => row.includes("Ticker"));
  for (const [name, text] of Object.entries(cells)) book.grid.type(sheet("Watchlist"), header + line, all[header]!.indexOf(name), text);
  await book.settled();
}

test("EXPOSURE and STRESS follow the Watchlist, and say what is missing on it", async () => {
  await watch(1, { Ticker: "aaa", Sector: "Energy", Price: "52", Volatility: "35%" });
  expect(records(await typed(0, `=WHEEL.EXPOSURE(${LOG},Watchlist[#All],"sector",60000)`, 5, 8))).toMatchObject([
    { Group: "Energy", Total: 10_000, Limit: 0.4, State: "Within the limit: 14,000.00 left" },
    { Group: "(no sector)", Total: 8000, Limit: "", State: "No sector on the Watchlist: BBB" },
    { Group: "Total", Share: 0.3, State: "Share of cash and shares" },
    { Group: "Effective sectors", Total: expect.closeTo(1 / ((10 / 18) ** 2 + (8 / 18) ** 2), 12) as number },
  ]);
  const stressed = async () => records(await typed(10, `=WHEEL.STRESS(${LOG},Watchlist[#All],-0.15,DATE(2026,3,4),0.6)`, 6, 8));
  expect((await stressed())[1]).toMatchObject({ Ticker: "BBB", "Price now": "no price on the Watchlist" });
  await watch(2, { Ticker: "BBB", Sector: "Energy", Price: "85", Volatility: "0.3" });
  const [aaa, bbb, total, now, then] = await stressed();
  expect([aaa!.Assigned, bbb!.Assigned, total!.Assigned]).toEqual([2, 1, 3]);
  expect(total!.Total).toBeCloseTo(Number(aaa!.Total) + Number(bbb!.Total), 9);
  expect([now!["Price now"], Number(then!.Assigned) > Number(now!.Assigned)]).toEqual(["2 of 3 contracts, correlation 0.6", true]);
});

test("LADDER and ALL_ASSIGNED over the log as it is laid out", async () => {
  expect(records(await typed(20, `=WHEEL.LADDER(${LOG},DATE(2026,3,4),3)`, 5, 6)).map(({ "Week of": week, Collateral, "Cash freed": freed }) => [week, Collateral, freed])).toEqual([
    [dayNumber("2026-03-02"), 0, 0], [dayNumber("2026-03-09"), 0, 0], [dayNumber("2026-03-16"), 10_000, 10_000], ["Later", 8000, 18_000],
  ]);
  expect(records(await typed(30, `=WHEEL.ALL_ASSIGNED(${LOG},17500)`, 3, 6)).at(-1)).toMatchObject({ Account: "Total", "Cash needed": 18_000, Left: -500, State: "Short of cash by 500.00" });
});

test("CORRELATION beside the native CORREL over native logarithms, in the same sheet", async () => {
  const lines = [["Date", "AAA", "BBB"], ["2026-01-05", "50", "80"], ["2026-01-06", "51", "81"], ["2026-01-07", "50.5", "82.5"], ["2026-01-08", "52", "81.5"], ["2026-01-09", "51.2", "83"]];
  lines.forEach((cells, row) => cells.forEach((text, at) => book.grid.type(book.sheet, 40 + row, 10 + at, text)));
  for (let row = 42; row <= 45; row++) ["L", "M"].forEach((column, at) => book.grid.type(book.sheet, row, 14 + at, `=LN(${column}${row + 1}/${column}${row})`));
  book.grid.type(book.sheet, 46, 14, "=CORREL(O43:O46,P43:P46)");
  const cells = await typed(40, "=WHEEL.CORRELATION(K41:M46)", 6, 3);
  const native = book.grid.read(book.sheet, { row: 46, column: 14, rows: 1, columns: 1 })[0]![0]!.value;
  expect(cells).toEqual([
    ["Correlation (log returns)", "AAA", "BBB"],
    ["AAA", 1, expect.closeTo(Number(native), 12)],
    ["BBB", expect.closeTo(Number(native), 12), 1],
    ["Returns used", 4, ""],
    ["Average", expect.closeTo(Number(native), 12), ""],
    ["Effective bets", expect.closeTo(2 / (1 + Number(native)), 9), ""],
  ]);
});
