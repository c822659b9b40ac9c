import { layOutJournal, logTrades, refresh } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { dayOf } from "../../src/journal/day";
import { closeSpreadsheets, openSpreadsheet, visit } from "../workbook/spreadsheet";
import * as helpers from "./helpers";
import { asUser, goldenChainA, trade } from "./helpers";

/** The report sheets in a real spreadsheet, Univer without a window, so that the native columns are computed. Figures: docs/spec/golden-chains.md, worked out by hand. */
jest.setTimeout(280_000);
afterEach(closeSpreadsheets);

const day = (text: string): number => dayOf(text) ?? Number.NaN;
const TODAY = day("2026-06-30");

const laidOut = visit(() => layOutJournal(TODAY));
const openJournal = () => openSpreadsheet(laidOut);
/** The rows of a report by their headers, as far as their digits mean something. */
const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
  (await helpers.rowsOf(table)).map((row) => Object.fromEntries(Object.entries(row).map(([header, cell]) => [header, rounded(cell)])));
const rounded = (value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value);
const strip = async (sheet: string): Promise<string> => {
  let words = "";
  await asUser(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRange("A3").load("values");
    await context.sync();
    words = String(cell.values[0]?.[0]);
  });
  return words;
};
const type = (address: string, value: unknown): Promise<void> =>
  asUser((context) => {
    const [sheet = "", cells = ""] = address.split("!");
    context.workbook.worksheets.getItem(sheet).getRange(cells).values = [[value]];
  });

function goldenChainB(): readonly Trade[] {
  const option = (date: string, action: Trade["action"], kind: "Put" | "Call", strike: number, expiry: string, price: number | null): Trade =>
    trade({ ticker: "BBB", date: day(date), action, type: kind, quantity: 1, strike, expiry: day(expiry), price, fees: price === null ? 0 : 0.65 });
  return [
    option("2026-03-02", "Sell to open", "Put", 50, "2026-04-17", 0.95),
    option("2026-04-17", "Assigned", "Put", 50, "2026-04-17", null),
    option("2026-04-20", "Sell to open", "Call", 52.5, "2026-05-15", 0.7),
    option("2026-05-15", "Expired", "Call", 52.5, "2026-05-15", null),
    option("2026-05-18", "Sell to open", "Call", 52.5, "2026-06-19", 0.85),
    option("2026-06-19", "Assigned", "Call", 52.5, "2026-06-19", null),
  ];
}

test("golden chains A and B through the report sheets, half-way and at the end", async () => {
  const { failures } = await openJournal();
  await type("Watchlist!A5", "KO");
  await type("Watchlist!C5", 47);
  // the put is assigned, its chain is known, a call is sold below nothing yet
  await logTrades([...goldenChainA().slice(0, 6), ...goldenChainB().slice(0, 2)], TODAY);
  expect(await rowsOf("Lots")).toMatchObject([
    { Ticker: "BBB", Shares: 100, "Strike cost": 50, "Net stock cost": 49.0565, Source: "Assigned", Price: "", "Market value": "", "Gain on tax basis": "" },
    { Ticker: "KO", Opened: day("2026-03-12"), Shares: 100, "Strike cost": 48, "Tax basis": 45.6565, "Net stock cost": 45.776, Price: 47, "Market value": 4700, "Gain on strike cost": -100, "Gain on tax basis": 134.35, "Gain on net stock cost": 122.4 },
  ]);
  expect(await rowsOf("Positions")).toMatchObject([
    { Ticker: "BBB", Type: "Shares", Quantity: 100, Credit: -5000, "Money at risk": 5000, Cushion: "" },
    { Ticker: "KO", Type: "Call", Quantity: -1, Strike: 49, Expiry: day("2026-04-24"), Premium: 0.8, Credit: 79.35, Price: 47, Cushion: rounded(2 / 47), "Money at risk": "", Days: day("2026-04-24") - TODAY },
    { Ticker: "KO", Type: "Shares", Quantity: 100, Cushion: rounded(-1 / 47), Warning: "" },
  ]);
  expect(await rowsOf("Chains")).toMatchObject([{ Ticker: "BBB", State: "Assigned" }, { Ticker: "KO", Type: "Put", Legs: 2, Rolls: 1, "Chain credit": 255.45, "Break-even": 46.5695, State: "Assigned" }, { Ticker: "KO", Type: "Call", State: "Open", Banked: 0, "At risk": 79.35 }]);
  expect(await strip("Positions")).toBe("Right · as of 2026-06-30");

  await logTrades([...goldenChainA().slice(6), ...goldenChainB().slice(2)], TODAY);
  expect(failures).toEqual([]);
  expect(await rowsOf("Campaigns")).toMatchObject([
    { Ticker: "BBB", State: "Closed", Days: 109, "Put premium": 95, "Call premium": 155, "Stock result": 250, Fees: 1.95, Total: 498.05, Return: 0.09961 },
    {
      Ticker: "KO", State: "Closed", Start: day("2026-01-05"), End: day("2026-05-29"), Days: 144, "Put premium": 260, "Call premium": 170, "Stock result": 100, Dividends: 40, Fees: 5.85, Total: 564.15,
      "Capital-days": 1052400, "Average capital": 7308.333333, Return: 0.077193, Annualised: 0.195662, "Cash break-even": "", Price: 47,
    },
  ]);
  const income = await rowsOf("Income");
  expect(income.map(({ Period }) => Period)).toEqual(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]);
  // April: A's 79.35 and 40, B's 94.35 of the assigned put; May: A's 189.35, B's 69.35 of the call that expired; June: B's 84.35 and 250
  expect(income.map(({ Net }) => Net)).toEqual([0, -182.6, 438.05, 213.7, 258.7, 334.35]);
  expect(income.at(-1)?.["Running total"]).toBe(1062.2);
  expect(await rowsOf("Audit")).toMatchObject([
    { Ticker: "BBB", Cash: 498.05, Realised: 498.05, "Tax realised": 498.05, Difference: 0, "Tax difference": 0, Ok: true, "Cash now": 498.05, State: "Right" },
    { Ticker: "KO", Cash: 564.15, Realised: 564.15, "Tax realised": 564.15, "Open shares": 0, "Cash now": 564.15, State: "Right" },
    { Account: "Total", Cash: 1062.2, "Cash now": 1062.2, State: "Right" },
  ]);
  expect(await rowsOf("Positions")).toMatchObject([{ Account: "", "Days left": "", Warning: "" }]);
  expect(await strip("Audit")).toBe("Right · as of 2026-06-30");
});

test("the sheet tells by itself, without the add-in, that the log has moved on, also when no cash did", async () => {
  await openJournal();
  await logTrades(goldenChainA().slice(0, 6), TODAY);
  expect(await strip("Income")).toBe("Right · as of 2026-06-30");
  const next = { A: day("2026-04-24"), B: "Main", C: "KO", D: "Expired", E: "Call", F: 1, G: 49, H: day("2026-04-24") };
  for (const [column, value] of Object.entries(next)) await type(`Trades!${column}11`, value);
  expect(await strip("Income")).toBe("The log has changed: press Refresh · as of 2026-06-30");
  expect((await rowsOf("Audit")).map(({ State }) => State)).toEqual(["The log has changed: press Refresh", "The log has changed: press Refresh"]);
  await refresh(TODAY + 1);
  expect(await strip("Income")).toBe("Right · as of 2026-07-01");
  // a value in a report that somebody has typed over is wrong, and says by how much
  await asUser((context) => {
    context.workbook.tables.getItem("Audit").columns.getItem("Cash").getDataBodyRange().getCell(0, 0).values = [[1]];
  });
  expect((await rowsOf("Audit"))[0]?.["State"]).toMatch(/^Wrong by -?[\d.]+$/);
  expect(await strip("Income")).toBe("Wrong: see the column State of Audit · as of 2026-07-01");
});

test("warnings: past expiry, in the money, struck below each basis in these words, ex-date inside", async () => {
  await openJournal();
  for (const [cell, value] of Object.entries({ A5: "KO", C5: 44, I5: 73000 })) await type(`Watchlist!${cell}`, value);
  await logTrades([...goldenChainA().slice(0, 5), trade({ action: "Sell to open", type: "Call", quantity: 1, strike: 45, expiry: 73020, price: 0.5, date: day("2026-03-20") }), trade({ quantity: 1, strike: 45, expiry: 73020, date: day("2026-03-20") }), trade({ ticker: "OLD", quantity: 1 })], TODAY);
  const positions = await rowsOf("Positions");
  expect(positions.map(({ Ticker, Type, Warning }) => [Ticker, Type, Warning])).toEqual([
    ["KO", "Put", "In the money"],
    ["KO", "Call", "Struck below strike cost · Struck below tax basis · Struck below net stock cost · Ex-date inside"],
    ["KO", "Shares", ""],
    ["OLD", "Put", "Past expiry"],
  ]);
});
