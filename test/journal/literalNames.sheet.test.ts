import { layOutJournal, logTrades, refresh } from "../../src/actions";
import { dayText } from "../../src/journal/day";
import { readDraft } from "../../src/journal/draft";
import { type Spreadsheet, openSpreadsheet } from "../functions/spreadsheet";

/* Tickers, accounts and sectors that mean more than themselves to MATCH and to criteria, in a sheet that calculates. docs/spec/hostile-input.md §1.5 */
jest.setTimeout(120_000);
/** The sheet's own TODAY() is the clock's. */
const DAY = Math.floor(Date.now() / 86_400_000) + 25_569;
const NAMES: readonly (readonly [account: string, ticker: string, sector: string])[] = [
  ["Main", "KO", "Energy"], ["Joint *", "K*", "E*"], ["Joint ?", "K?", "E?"], ["Joint A", "K~*", "~"], ["0012", "0012", "0012"], ["12", "12", "12"], [">0", ">0", ">0"], ["TRUE", "TRUE", "TRUE"], ["=1+1", "=1", "=1"], ["~", "~", "E~*"],
];
let sheet: Spreadsheet;
const shown: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};

beforeAll(async () => {
  sheet = await openSpreadsheet();
  await layOutJournal(DAY);
  const base = { type: "Put", date: dayText(DAY), expiry: dayText(DAY + 30), strike: "50", price: "1", fees: "0", multiplier: "", notes: "" } as const;
  // each has another number of contracts and another deposit: a sum over other rows is another number
  await logTrades(NAMES.flatMap(([account, ticker], at) => [
    readDraft({ ...base, action: "Sell to open", account, ticker, quantity: String(at + 1) }).trade!,
    readDraft({ ...base, action: "Deposit", type: "Cash", account, ticker: "", quantity: "", strike: "", expiry: "", price: String(10 ** 5 + at) }).trade!,
  ]), DAY);
  const text = (name: string): string => `'${name}`;
  await Excel.run(async (context) => {
    // the first ticker of all that a wildcard would find stands on top; the last one reports soon
    context.workbook.tables.getItem("Watchlist").rows.add(undefined, NAMES.map(([, ticker, sector], at) => [text(ticker), text(sector), 60 + at, "", "", "", "", at === NAMES.length - 1 ? DAY + 5 : "", "", "", DAY, "", null]) as never);
    await context.sync();
  });
  await refresh(DAY);
  await sheet.settled();
  const attention = sheet.grid.tables().find(({ name }) => name === "Attention")!;
  for (let row = 1; row < attention.rect.rows; row += 1) sheet.grid.type(attention.sheetId, attention.rect.row + row, attention.rect.column + attention.columns.indexOf("Option price"), "0.4");
  await sheet.settled();
  for (const { name, sheetId, rect, columns } of sheet.grid.tables()) {
    const [, ...rows] = sheet.grid.read(sheetId, rect).map((row) => row.map(({ value }) => value));
    shown[name] = rows.map((row) => Object.fromEntries(columns.map((header, column) => [header, row[column]])));
  }
});
afterAll(() => sheet.close());

const of = (table: string, key: string, name: string) => shown[table]!.filter((row) => row[key] === name);

test.each(NAMES.map((name, at) => [...name, at] as const))("account %s, ticker %s, sector %s is asked for as it is written", (account, ticker, sector, at) => {
  const collateral = 5_000 * (at + 1);
  expect(of("Exposure", "Ticker", ticker)).toMatchObject([{ Sector: sector, Collateral: collateral, "At strike cost": 0, Total: collateral }]);
  expect(of("Risks", "Ticker", ticker)).toMatchObject([{ Price: 60 + at, Capital: collateral, "Result now": 100 * (at + 1) }]);
  expect(of("Positions", "Ticker", ticker)).toMatchObject([{ Price: 60 + at, "Money at risk": collateral - 100 * (at + 1) }]);
  expect(of("Attention", "Ticker", ticker)[0]!["To look at"]).toMatch(at === NAMES.length - 1 ? /Half of the profit made · Earnings inside$/ : /Half of the profit made$/);
  expect(of("Watchlist", "Ticker", ticker)[0]!.Warning).toBe(at === NAMES.length - 1 ? "Earnings inside an option's life" : "");
  expect(of("Sectors", "Sector", sector)).toMatchObject([{ Tickers: 1, Collateral: collateral, Total: collateral }]);
  expect(of("Assigned", "Account", account)).toMatchObject([{ Cash: 10 ** 5 + at + 100 * (at + 1) }]);
  expect(of("Audit", "Ticker", ticker)).toMatchObject([{ "Cash now": 100 * (at + 1), State: "Right" }]);
});
