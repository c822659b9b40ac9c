import { layOutJournal, loadSampleYear, logTrades, readJournal, refresh } from "../../src/actions";
import { type Book, book, portfolio, report, totalCash } from "../../src/calc";
import { dayOf } from "../../src/journal/day";
import { sampleYear } from "../../src/journal/sample";
import { sampleWatchlist } from "../../src/journal/sampleWatchlist";
import { SETTINGS } from "../../src/journal/settings";
import { dashboardSheet } from "../../src/journal/sheets";
import { closeSpreadsheets, openSpreadsheet, visit } from "../workbook/spreadsheet";
import { asUser, rowsOf, trade } from "./helpers";

/** The first page in a real spreadsheet, Univer without a window: what its native formulas compute is what the calculation module says. TODAY() is the machine's day there. */
jest.setTimeout(280_000);
afterEach(closeSpreadsheets);

const now = new Date();
const TODAY = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;

const laidOut = visit(() => layOutJournal(TODAY));
/** Figure and note of every card, by its label. */
const cardsOf = async (): Promise<Record<string, { figure: unknown; note: unknown }>> => {
  const found: Record<string, { figure: unknown; note: unknown }> = {};
  await asUser(async (context) => {
    const page = context.workbook.worksheets.getItem("Dashboard").getRange("A4:I12").load("values");
    await context.sync();
    dashboardSheet.page?.cards.forEach((line, index) =>
      line.forEach(({ label, columns: [from] }) => {
        const cell = (row: number): unknown => page.values[4 * index + row]?.[from];
        expect(cell(1)).toBe(label);
        found[label] = { figure: cell(2), note: cell(3) };
      }),
    );
  });
  return found;
};
const type = (table: string, header: string, row: number, value: unknown): Promise<void> =>
  asUser((context) => {
    context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange().getCell(row, 0).values = [[value]];
  });
/** A weekly expiration is a Friday, or the day before where that is a holiday. */
const fitWords = ({ days, holiday }: portfolio.Rung): string => `Fits best here: ${days} days to its ${holiday === null ? "Friday" : `Thursday (Friday is ${holiday})`}`;
const fixed = (value: number): string => Math.round(value).toLocaleString("en-US");

describe("the sample year on its first page", () => {
  const trades = sampleYear(TODAY);
  const books: Book = book(trades.map((one, index) => ({ row: index + 5, trade: one })));
  const cash = totalCash(trades);
  const stocks = sampleWatchlist(TODAY).map((row) => ({ ticker: String(row["Ticker"]), sector: String(row["Sector"]), price: Number(row["Price"]), volatility: Number(row["Volatility"]) }));
  const positions = report.positions(books, TODAY);
  const options = positions.filter(({ expiry }) => expiry !== null);

  const withSample = visit(() => loadSampleYear(TODAY));
  beforeEach(() => openSpreadsheet(withSample));

  test("every card says what the calculation module says", async () => {
    const cards = await cardsOf();
    const campaigns = report.campaigns(books, TODAY);
    const sum = <T>(all: readonly T[], each: (one: T) => number): number => all.reduce((total, one) => total + each(one), 0);
    const income = report.income(books);
    const ended = campaigns.filter(({ state }) => state === "Closed");
    const collateral = sum(positions, (one) => one.collateral);
    const returnOf = (rows: typeof campaigns): number => (sum(rows, (one) => one.total) / sum(rows, (one) => one.capitalDays)) * 365;
    const month = (back: number): number => income.find(({ period }) => period === new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7))?.net ?? 0;
    const shares = sum(positions.filter((one) => one.type === "Shares"), (one) => -one.credit);
    const atMarket = sum(positions.filter((one) => one.type === "Shares"), (one) => one.quantity * (stocks.find(({ ticker }) => ticker === one.ticker)?.price ?? Number.NaN));
    const next = [...options].sort((one, other) => (one.expiry ?? 0) - (other.expiry ?? 0))[0];
    const close = (figure: unknown, expected: number): void => expect(figure).toBeCloseTo(expected, 8);
    close(cards["Income so far"]?.figure, sum(income, ({ net }) => net));
    expect(cards["Income so far"]?.note).toBe(`realised since ${income[0]?.period ?? ""}`);
    close(cards["Income this month"]?.figure, month(0));
    expect(cards["Income this month"]?.note).toBe(`last month ${fixed(month(1))}`);
    close(cards["Return a year (simple)"]?.figure, returnOf(campaigns));
    expect(cards["Return a year (simple)"]?.note).toBe(`365 days; closed turns ${Math.round(1000 * returnOf(ended)) / 10} %`);
    close(cards["Shares at strike cost"]?.figure, shares);
    expect(cards["Shares at strike cost"]?.note).toBe(`at market ${fixed(atMarket)}`);
    expect(cards["Next expiration"]).toEqual({ figure: next?.expiry, note: `${next?.ticker ?? ""} ${next?.type ?? ""} ${next?.strike ?? ""}` });
    close(cards["Cash"]?.figure, cash);
    close(cards["Collateral in use"]?.figure, collateral);
    expect(cards["Collateral in use"]?.note).toBe(`${Math.round((100 * collateral) / cash)} % of the cash`);
    const all = portfolio.allAssigned(books, cash).at(-1);
    close(cards["Left if all is assigned"]?.figure, all?.left ?? Number.NaN);
    expect(cards["Left if all is assigned"]?.note).toBe("every put is secured");
    close(cards["Premium that is open"]?.figure, sum(options, (one) => one.credit));
    expect(cards["Premium that is open"]?.note).toBe(`${options.length} open options`);
    const inside = (days: number): number => options.filter((one) => (one.days ?? -1) >= 0 && (one.days ?? -1) <= days).length;
    expect(cards["Warnings in Positions"]?.figure).toBe((await rowsOf("Positions")).filter(({ Warning }) => Warning !== "").length);
    expect(cards["Warnings in Positions"]?.note).toBe(`${inside(7)} inside 7 days, ${inside(21)} inside 21`);
  });

  test("exposure is that of the calculation module, with the Watchlist's prices and the limit of Settings", async () => {
    const expected = portfolio.exposure(books, stocks, { by: "ticker", cash, limit: 0.2 }).slice(0, -2);
    const rows = await rowsOf("Exposure");
    expect(rows.map(({ Ticker }) => Ticker).sort()).toEqual(expected.map(({ group }) => group).sort());
    for (const { group, putsCollateral, sharesAtStrikeCost, sharesAtMarket, total, share, limit, state } of expected) {
      const row = rows.find(({ Ticker }) => Ticker === group) ?? {};
      const pairs = [[row["Collateral"], putsCollateral], [row["At strike cost"], sharesAtStrikeCost], [row["At market"], sharesAtMarket], [row["Total"], total], [row["Share"], share], [row["Limit"], limit]] as const;
      for (const [cell, value] of pairs) expect(cell).toBeCloseTo(value ?? Number.NaN, 8);
      expect(row["State"]).toBe(state);
    }
    // without a price shares stand at their strike cost, and the row says so; with cash typed in Settings that counts
    await type("Watchlist", "Price", 3, "");
    await type("Settings", "Value", 3, 20000);
    const without = stocks.map((stock) => (stock.ticker === "PFE" ? { ...stock, price: 0 } : stock));
    const again = portfolio.exposure(books, without, { by: "ticker", cash: 20000, limit: 0.2 });
    const changed = await rowsOf("Exposure");
    for (const { Ticker, Total, Share } of changed) {
      const one = again.find(({ group }) => group === Ticker);
      expect([Ticker, Total]).toEqual([Ticker, one?.total]);
      expect(Share).toBeCloseTo(one?.share ?? Number.NaN, 8);
    }
    expect(changed.find(({ Ticker }) => Ticker === "PFE")).toMatchObject({ "At market": "", State: expect.stringMatching(/at strike cost: no price$/) });
    expect((await cardsOf())["Cash"]).toEqual({ figure: 20000, note: "as typed in Settings" });
  });

  test("exposure by sector is that of the calculation module; a sector that was typed since asks for a rebuild", async () => {
    const check = async (watched: typeof stocks): Promise<void> => {
      const expected = portfolio.exposure(books, watched, { by: "sector", cash, limit: 0.4 }).slice(0, -2);
      const rows = await rowsOf("Sectors");
      expect(rows.map(({ Sector }) => Sector)).toEqual(expected.map(({ group }) => group));
      expected.forEach((one, at) => {
        const row = rows[at] ?? {};
        const pairs = [[row["Collateral"], one.putsCollateral], [row["At strike cost"], one.sharesAtStrikeCost], [row["At market"], one.sharesAtMarket], [row["Total"], one.total], [row["Share"], one.share], [row["Limit"], one.limit]] as const;
        for (const [cell, wanted] of pairs) if (wanted === null) expect(cell).toBe(""); else expect(cell).toBeCloseTo(wanted, 8);
        expect(row["State"]).toBe(one.group === "(no sector)" ? "No sector on the Watchlist" : one.state);
      });
      expect(rows.map(({ Tickers }) => Number(Tickers)).reduce((sum, count) => sum + count, 0)).toBe((await rowsOf("Exposure")).length);
    };
    await check(stocks);
    await type("Watchlist", "Sector", 5, "Technology of my own");
    await type("Watchlist", "Sector", 4, " ");
    expect(new Set((await rowsOf("Sectors")).map(({ State }) => State))).toEqual(new Set(["The Watchlist's sectors have changed: press Refresh"]));
    expect((await rowsOf("Exposure")).map(({ Ticker, Sector }) => [Ticker, Sector])).toEqual([["KO", "Consumer Staples"], ["SOFI", "Technology of my own"], ["VZ", "(no sector)"], ["PFE", "Health Care"]]);
    await refresh(TODAY);
    await check(stocks.map((stock) => (stock.ticker === "SOFI" ? { ...stock, sector: "Technology of my own" } : stock.ticker === "VZ" ? { ...stock, sector: "" } : stock)));
  });

  test("risks are those of the calculation module at the Watchlist's prices, and follow them; another distress amount asks for a rebuild", async () => {
    const check = async (watched: typeof stocks, limits: portfolio.RiskLimits): Promise<void> => {
      const rows = await rowsOf("Risks");
      const expected = [...portfolio.risks(books, watched, limits), portfolio.together(books, watched, limits)!];
      expect(rows.map(({ Ticker }) => Ticker)).toEqual(expected.map(({ ticker }) => ticker));
      expected.forEach((one, at) => {
        const row = rows[at] ?? {};
        const pairs = { Capital: one.capital, "Result now": one.result, Drawdown: one.drawdown, "At zero": one.atZero, "Worst drop": one.worstDrop };
        for (const [header, wanted] of Object.entries(pairs)) if (wanted === null) expect([one.ticker, header, row[header]]).toEqual([one.ticker, header, ""]); else expect([one.ticker, header, row[header]]).toEqual([one.ticker, header, expect.closeTo(wanted, 6)]);
        expect([one.ticker, row["State"]]).toEqual([one.ticker, one.state]);
      });
    };
    await check(stocks, { distress: null, mostDrawdown: 0.15 });
    const at = SETTINGS.findIndex(({ name }) => name === "Distress amount");
    await type("Settings", "Value", at, 1500);
    expect(new Set((await rowsOf("Risks")).map(({ State }) => State))).toEqual(new Set(["The distress amount has changed: press Refresh", ""]));
    // all together follows the amount at once: nothing of it was written
    expect((await rowsOf("Risks")).at(-1)).toMatchObject({ Ticker: "All together", "Worst drop": expect.closeTo(portfolio.together(books, stocks, { distress: 1500 })!.worstDrop!, 9) });
    await refresh(TODAY);
    await check(stocks, { distress: 1500, mostDrawdown: 0.15 });
    expect((await rowsOf("Risks")).map((row) => Number(row["Distress price"]) > 0)).toEqual([true, true, true, true, false]);
    // prices move without a rebuild: a fall into the distress, one out of it, one far above a sold call, and a price that goes
    const moved = stocks.map((stock) => ({ ...stock, price: { KO: 58.2, SOFI: 19, PFE: 31, VZ: 0 }[stock.ticker] ?? stock.price }));
    for (const [row, { ticker, price }] of moved.entries()) if (["KO", "SOFI", "PFE", "VZ"].includes(ticker)) await type("Watchlist", "Price", row, price || "");
    await check(moved, { distress: 1500, mostDrawdown: 0.15 });
    expect((await rowsOf("Risks")).map(({ State }) => State)).toEqual(["The distress amount is lost already", "", "The distress amount is lost already; Drawdown above the limit", "No price on the Watchlist", "The distress amount is lost already; Without 1 stock that has no price"]);
    await type("Settings", "Value", at, 2500);
    expect((await rowsOf("Risks"))[0]).toMatchObject({ Ticker: "KO", "Worst drop": "", State: "The distress amount has changed: press Refresh" });
  });

  test("all puts assigned at once against the cash of each account: the page's, the log's or what is typed", async () => {
    const [only] = portfolio.allAssigned(books, cash);
    expect(await rowsOf("Assigned")).toMatchObject([{ Account: "Sample", Puts: 7, "Cash needed": only?.cashNeeded, Cash: expect.closeTo(cash, 8), Left: expect.closeTo(only?.left ?? Number.NaN, 8), Largest: only?.largestTicker, State: "Covered" }]);
    const put = { date: TODAY - 1, expiry: TODAY + 30, quantity: 1, strike: 20, ticker: "F" };
    const cashRow = { ticker: "", type: "Cash" as const, strike: null, expiry: null, quantity: 0, fees: 0, date: TODAY - 2 };
    await logTrades([trade({ ...put, account: "Main" }), trade({ ...put, account: "IRA", quantity: 2 }), trade({ ...cashRow, account: "IRA", action: "Deposit", price: 3900 }), trade({ ...cashRow, account: "Old", action: "Deposit", price: 10 })], TODAY);
    const read = async () => (await rowsOf("Assigned")).map((row) => [row["Account"], row["Cash needed"], Number(row["Cash"]).toFixed(2), row["State"]]);
    expect(await read()).toEqual([
      ["IRA", 4000, "4138.70", "Covered"], ["Main", 2000, "0.00", "No cash given for this account"], ["Old", 0, "10.00", "Covered"], ["Sample", only?.cashNeeded, cash.toFixed(2), "Covered"],
    ]);
    await type("Assigned", "Cash typed", 1, 1500);
    expect((await read())[1]).toEqual(["Main", 2000, "1500.00", "Short of cash by 500.00"]);
    await logTrades([trade({ ...put, account: "Aaa", date: TODAY })], TODAY);
    expect((await rowsOf("Assigned")).map((row) => [row["Account"], row["Cash typed"]])).toEqual([["Aaa", ""], ["IRA", ""], ["Main", 1500], ["Old", ""], ["Sample", ""]]);
  });

  test("the ladder is that of the calculation module, empty weeks too, and says where the next put fits", async () => {
    const rows = await rowsOf("Ladder");
    const expected = portfolio.ladder(books, { asOf: TODAY, weeks: 8 });
    expect(rows.map((row) => [row["Week of"], row["Contracts"], row["Collateral"], row["Cash freed"]])).toEqual(expected.map((row) => [row.weekOf, row.contracts, row.collateral, row.cashFreed]));
    rows.forEach((row, index) => {
      expect(row["Part"]).toBeCloseTo(expected[index]?.share ?? Number.NaN, 12);
      expect(row["Premium"]).toBeCloseTo(expected[index]?.premiumAtRisk ?? Number.NaN, 8);
    });
    expect(rows.filter(({ Contracts }) => Contracts === 0).length).toBeGreaterThan(3);
    const [best] = portfolio.nextExpiries(books, { asOf: TODAY, from: 30, to: 45 });
    expect(rows.filter((row) => row["Next put"] !== "").map((row) => [row["Week of"], row["Next put"]])).toEqual([[best?.weekOf, fitWords(best!)]]);
  });

  test("attention: what is near, in the money, earned to a half or three quarters, or has a report or an ex-date inside", async () => {
    const before = await rowsOf("Attention");
    expect(before.map(({ Ticker, Strike, Expiry }) => [Ticker, Strike, Expiry])).toEqual([...options].sort((one, other) => (one.expiry ?? 0) - (other.expiry ?? 0)).map(({ ticker, strike, expiry }) => [ticker, strike, expiry]));
    const expected = (ticker: string, more: readonly string[] = []): string => {
      const { type: kind, strike, expiry, days } = options.find((one) => one.ticker === ticker) ?? {};
      const watched = sampleWatchlist(TODAY).find((row) => row["Ticker"] === ticker) ?? {};
      const [price, left] = [Number(watched["Price"]), days ?? Number.NaN];
      const isInside = (day: unknown): boolean => typeof day === "number" && day >= TODAY && day <= (expiry ?? 0);
      return [
        ...((kind === "Put" ? price < (strike ?? 0) : price > (strike ?? 0)) ? ["In the money"] : []),
        ...(left <= 7 ? ["Inside 7 days"] : left <= 21 ? ["Inside 21 days"] : []),
        ...more,
        ...(isInside(watched["Earnings"]) ? ["Earnings inside"] : []),
        ...(isInside(watched["Ex-date"]) ? ["Ex-date inside"] : []),
      ].join(" · ");
    };
    for (const row of before) expect([row["Ticker"], row["To look at"]]).toEqual([row["Ticker"], expected(String(row["Ticker"]))]);
    expect(new Set(before.map((row) => row["To look at"])).size).toBeGreaterThan(2);
    // the premiums of KO and VZ are 1.12 and 0.74: half is 0.56 and a quarter 0.185
    const place = (ticker: string): number => before.findIndex(({ Ticker }) => Ticker === ticker);
    await type("Attention", "Option price", place("KO"), 0.56);
    await type("Attention", "Option price", place("VZ"), 0.185);
    const after = await rowsOf("Attention");
    expect(after[place("KO")]?.["To look at"]).toBe(expected("KO", ["Half of the profit made"]));
    expect(after[place("VZ")]?.["To look at"]).toBe(expected("VZ", ["Three quarters of the profit made"]));
    await type("Attention", "Option price", place("KO"), 0.57);
    expect((await rowsOf("Attention"))[place("KO")]?.["To look at"]).toBe(expected("KO"));
    // the typed price stays with its option when others come and go
    await logTrades([trade({ ticker: "AA", expiry: TODAY + 1, date: TODAY })], TODAY);
    expect((await rowsOf("Attention")).map(({ Ticker, "Option price": price }) => [Ticker, price])).toEqual([["AA", ""], ...before.map(({ Ticker }) => [Ticker, Ticker === "KO" ? 0.57 : Ticker === "VZ" ? 0.185 : ""])]);
  });

  test("the Watchlist warns: not reviewed, under the target, a report or an ex-date inside the life of an open option", async () => {
    const warnings = Object.fromEntries((await rowsOf("Watchlist")).map(({ Ticker, Warning }) => [Ticker, Warning]));
    expect(warnings).toEqual({
      KO: "Ex-date inside an option's life", F: "Price under target", INTC: "Not reviewed for 90 days", PFE: "", SOFI: "",
      VZ: "Earnings inside an option's life · Ex-date inside an option's life",
    });
    await type("Watchlist", "Checked", 2, TODAY - 90);
    await type("Watchlist", "Checked", 3, "");
    const after = await rowsOf("Watchlist");
    expect([after[2], after[3]].map((row) => row?.["Warning"])).toEqual(["", "Not reviewed yet"]);
  });
});

describe("the sample's stocks", () => {
  test("go to a Watchlist in which nothing is typed, and are taken back with the year", async () => {
    await openSpreadsheet();
    const done = await loadSampleYear(TODAY);
    expect((await rowsOf("Watchlist")).map(({ Ticker }) => Ticker)).toEqual(["KO", "F", "INTC", "PFE", "VZ", "SOFI"]);
    expect((await readJournal()).watchlist.map(({ ticker, price }) => [ticker, price])).toEqual(sampleWatchlist(TODAY).map((row) => [row["Ticker"], row["Price"]]));
    await type("Watchlist", "Price", 1, 9.99);
    expect((await done.undo?.())?.words).toContain("1 row of the Watchlist was changed since, and stays.");
    expect((await rowsOf("Watchlist")).map(({ Ticker, Price }) => [Ticker, Price])).toEqual([["F", 9.99]]);
    expect(await readJournal()).toMatchObject({ trades: [] });
  });

  test("leave a Watchlist alone in which anything is typed, also when they are taken back", async () => {
    await openSpreadsheet(laidOut);
    await type("Watchlist", "Why", 0, "thinking about it");
    const done = await loadSampleYear(TODAY);
    expect(done.words).not.toContain("Watchlist");
    expect(await rowsOf("Watchlist")).toMatchObject([{ Ticker: "", Why: "thinking about it", Warning: "" }]);
    await done.undo?.();
    expect(await rowsOf("Watchlist")).toMatchObject([{ Ticker: "", Why: "thinking about it" }]);
  });
});

test("an empty journal has a page that says so without an error, and one that has lost a sheet gets its figures back", async () => {
  await openSpreadsheet(laidOut);
  const cards = await cardsOf();
  for (const [label, { figure }] of Object.entries(cards)) expect([label, ["", 0].includes(figure as string)]).toEqual([label, true]);
  expect(cards["Cash"]?.note).toBe("type it in Settings");
  expect(await rowsOf("Exposure")).toMatchObject([{ Ticker: "", Total: "", State: "" }]);
  for (const [table, first] of [["Sectors", "Sector"], ["Risks", "Ticker"], ["Assigned", "Account"]] as const) for (const [header, cell] of Object.entries((await rowsOf(table))[0] ?? { [first]: "no row" })) expect([table, header, cell]).toEqual([table, header, ""]);
  expect(await rowsOf("Ladder")).toHaveLength(8);
  await logTrades([trade({ date: TODAY - 3, expiry: TODAY + 40 })], TODAY);
  await asUser((context) => context.workbook.worksheets.getItem("Positions").delete());
  await layOutJournal(TODAY);
  await refresh(TODAY);
  expect((await cardsOf())["Collateral in use"]?.figure).toBe(10000);
  expect(await rowsOf("Exposure")).toMatchObject([{ Ticker: "KO", Collateral: 10000 }]);
});

test("a bought put ties up no cash, and a put that has run out stays in sight", async () => {
  await openSpreadsheet(laidOut);
  const past = dayOf("2026-01-16") ?? Number.NaN;
  await logTrades([trade({ ticker: "OLD", date: past - 20, expiry: past, quantity: 1 }), trade({ ticker: "HED", action: "Buy to open", date: TODAY - 1, expiry: TODAY + 30, quantity: 1 })], Math.max(TODAY, past + 10));
  expect((await rowsOf("Ladder"))[0]).toMatchObject({ "Week of": "Past expiry", Contracts: 1, Collateral: 5000 });
  expect((await rowsOf("Attention"))[0]).toMatchObject({ Ticker: "OLD", "To look at": "Past expiry" });
  expect((await rowsOf("Exposure")).map((row) => [row["Ticker"], row["Collateral"]])).toEqual([["OLD", 5000], ["HED", 0]]);
});
