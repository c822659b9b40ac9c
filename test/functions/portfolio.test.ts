import fc from "../properties";
import type { Trade } from "../../src/calc";
import { option, shares } from "../calc/ledger/books";
import { dayNumber } from "../fixtures/goldenChains";
import { spillOf } from "./cell";
import { logOf, records } from "./logOf";

const TODAY = dayNumber("2026-03-04");
const TRADES: Trade[] = [
  option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", quantity: 2, strike: 50, expiry: "2026-03-20", price: 1.2, fees: 1.3 }),
  option("2026-03-02", "Sell to open", "Put", { ticker: "BBB", strike: 80, expiry: "2026-04-17", price: 2 }),
  shares("2026-01-05", "Buy", 100, 30, { ticker: "CCC" }),
  option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", account: "IRA", strike: 48, expiry: "2026-03-20", price: 0.9 }),
];
const LOG = logOf(TRADES);
/** As `Watchlist[#All]` hands it over: other columns, another order, a blank row. */
const WATCHLIST = [
  ["Why", " price ", "TICKER", "Sector", "Volatility", "Target price"],
  ["cheap", 52, "aaa ", "Energy", 0.35, 48],
  [null, null, null, null, null, null],
  ["", 85, "BBB", "Energy", 0.3, null],
  ["", 32, "CCC", "Utilities", 0.25, null],
  ["second row of a ticker: the first counts", 1, "AAA", "Utilities", 9, null],
];
const PRICES = [
  ["Date", "AAA", "BBB", "CCC", ""],
  [46_027, 50, 80, 30, null],
  [46_028, 51, 81, 30.5, null],
  [46_029, 50.5, 82, 29.9, null],
  [46_030, 52, 81.5, 30.8, null],
  [46_031, 51.2, 82.5, 30.6, null],
];
const rows = (code: string, ...args: unknown[]) => records(spillOf(code, args));

describe("headers and figures as documented", () => {
  test("EXPOSURE", () => {
    const [headers] = spillOf("exposure", [LOG, WATCHLIST]) as unknown[][];
    expect(headers).toEqual(["Group", "Puts collateral", "Shares at strike cost", "Shares at market", "Total", "Share", "Limit", "State"]);
    expect(rows("exposure", LOG, WATCHLIST).map(({ Group, Total, Limit }) => [Group, Total, Limit])).toEqual([["AAA", 14_800, 0.2], ["BBB", 8000, 0.2], ["CCC", 3200, 0.2], ["Total", 26_000, ""], ["Effective names", expect.closeTo(2.305, 3), ""]]);
    expect(rows("exposure", LOG, WATCHLIST, "SECTOR", 56_800, 0.3)[0]).toMatchObject({ Group: "Energy", "Puts collateral": 22_800, Share: 0.38, Limit: 0.3, State: "Above the limit by 4,800.00" });
    expect(rows("exposure", LOG, WATCHLIST, "account").map(({ Group }) => Group)).toEqual(["Main", "IRA", "Total", "Effective accounts"]);
  });

  test("LADDER: eight weeks unless told otherwise, dates as numbers", () => {
    const ladder = rows("ladder", LOG, TODAY);
    expect(Object.keys(ladder[0]!)).toEqual(["Week of", "Contracts", "Collateral", "Premium at risk", "Share", "Cash freed"]);
    expect(ladder).toHaveLength(8);
    expect(ladder[2]).toEqual({ "Week of": dayNumber("2026-03-16"), Contracts: 3, Collateral: 14_800, "Premium at risk": 328.7, Share: 14_800 / 22_800, "Cash freed": 14_800 });
    expect(rows("ladder", LOG, TODAY, 1).map(({ "Week of": week, Contracts }) => [week, Contracts])).toEqual([[dayNumber("2026-03-02"), 0], ["Later", 4]]);
  });

  test("ALL_ASSIGNED: one amount, or accounts and their cash, with headers or without", () => {
    expect(rows("allAssigned", LOG, 22_000).at(-1)).toEqual({ Account: "Total", Cash: 22_000, "Cash needed": 22_800, Left: -800, "Largest ticker": "AAA", State: "Short of cash by 800.00" });
    expect(spillOf("allAssigned", [LOG, [[22_000]]])).toEqual(spillOf("allAssigned", [LOG, 22_000]));
    const each = [["Main", 20_000], ["IRA", 4000], [null, null]];
    expect(rows("allAssigned", LOG, each).map(({ Account, Left, State }) => [Account, Left, State])).toEqual([["IRA", -800, "Short of cash by 800.00"], ["Main", 2000, "Covered"], ["Total", 1200, "Covered"]]);
    expect(spillOf("allAssigned", [LOG, [["Account", "Cash"], ...each]])).toEqual(spillOf("allAssigned", [LOG, each]));
    expect(rows("allAssigned", LOG, [[" ", 18_000], ["IRA", 4800]]).map(({ Left }) => Left)).toEqual([0, 0, 0]); // a blank account is Main
  });

  test("CORRELATION: a matrix, then what it comes from, the average, the bets", () => {
    const cells = spillOf("correlation", [PRICES]) as unknown[][];
    expect(cells.map(([first]) => first)).toEqual(["Correlation (log returns)", "AAA", "BBB", "CCC", "Returns used", "Average", "Effective bets"]);
    expect(cells[0]).toEqual(["Correlation (log returns)", "AAA", "BBB", "CCC"]);
    expect([cells[1]![1], cells[2]![2], cells[3]![3]]).toEqual([1, 1, 1]);
    expect(cells[1]![2]).toBe(cells[2]![1]);
    const average = (Number(cells[1]![2]) + Number(cells[1]![3]) + Number(cells[2]![3])) / 3;
    expect(cells.slice(4)).toEqual([["Returns used", 4, "", ""], ["Average", expect.closeTo(average, 14), "", ""], ["Effective bets", expect.closeTo(3 / (1 + 2 * average), 12), "", ""]]);
    expect((spillOf("correlation", [PRICES, "Simple"]) as unknown[][])[0]![0]).toBe("Correlation (simple returns)");
  });

  test("CORRELATION finds dates with or without a header, as numbers or text, and sorts by them; without dates the order stays", () => {
    const usual = spillOf("correlation", [PRICES]);
    const [headers, ...lines] = PRICES;
    expect(spillOf("correlation", [[["", ...headers!.slice(1)], ...[...lines].reverse()]])).toEqual(usual);
    expect(spillOf("correlation", [[headers, ...lines.map(([day, ...rest]) => [`2026-01-0${Number(day) - 46_022}`, ...rest]).reverse()]])).toEqual(usual);
    expect(spillOf("correlation", [PRICES.map(([, ...rest]) => rest)])).toEqual(usual);
    // by another name: nothing but days, as numbers or text; a price that stands twice, or is not whole, is one
    const called = (name: string, column: (day: number) => unknown) => spillOf("correlation", [[[name, ...headers!.slice(1)], ...lines.map(([day, ...rest]) => [column(Number(day)), ...rest])]]);
    expect([called("Datum", (day) => day), called("Zeit", (day) => `2026-01-0${day - 46_022}`)]).toEqual([usual, usual]);
    for (const price of [(day: number) => day + 0.5, (day: number) => day - (day % 2), (day: number) => day - 45_000]) expect((called("DDD", price) as unknown[][])[0]).toContain("DDD");
    const gap = [...lines.slice(0, 2), [46_028.5, 99, "n/a", { type: "Error", basicType: "Error", basicValue: "#N/A" }, null], ...lines.slice(2)];
    expect((spillOf("correlation", [[headers, ...gap]]) as unknown[][])[4]).toEqual(["Returns used", 4, "1 of 6 lines left out: BBB has no price on 1 of them (the first: 2026-01-06), CCC has no price on 1 of them (the first: 2026-01-06)", ""]);
  });

  test("STRESS: nothing without a shock; with a correlation two more rows", () => {
    const still = rows("stress", LOG, WATCHLIST, 0, TODAY);
    expect(Object.keys(still[0]!)).toEqual(["Ticker", "Price now", "Price then", "Puts loss", "Calls gain", "Shares loss", "Total", "Assigned"]);
    expect(still.map(({ Ticker, Total }) => [Ticker, Total])).toEqual([["AAA", 0], ["BBB", 0], ["CCC", 0], ["Total", 0]]);
    const fall = rows("stress", LOG, WATCHLIST, -0.15, TODAY, 0.6, 0.15);
    expect(fall[2]).toMatchObject({ Ticker: "CCC", "Shares loss": expect.closeTo(480, 9) as number, Total: expect.closeTo(-480, 9) as number });
    expect(fall.slice(-2).map(({ Ticker, "Price now": words }) => [Ticker, words])).toEqual([
      ["P(at least half of the puts assigned) now", "2 of 4 contracts, correlation 0.6"],
      ["P(at least half of the puts assigned) then", "2 of 4 contracts, correlation 0.6"],
    ]);
    expect(Number(fall.at(-1)!.Assigned)).toBeGreaterThan(Number(fall.at(-2)!.Assigned));
    expect(rows("stress", LOG, WATCHLIST, 0, TODAY, 0)).toHaveLength(6); // independent stocks are a correlation, too
  });
});

describe("wrong arguments are refused in words", () => {
  const [watched = [], ...stocks] = WATCHLIST;
  const without = (header: string): unknown[][] => WATCHLIST.map((row) => row.filter((_, at) => String(watched[at]).trim().toLowerCase() !== header));
  test.each<[string, unknown[], string]>([
    ["exposure", [LOG, WATCHLIST, "industry"], '#VALUE! by must be "ticker", "sector" or "account"'],
    ["exposure", [LOG, WATCHLIST, null, "much"], "#VALUE! cash must be a number"],
    ["exposure", [LOG, WATCHLIST, null, null, -0.1], "#VALUE! limit must be above zero"],
    ["exposure", [LOG, without("ticker")], "#VALUE! watchlist must begin with its headers, Ticker among them: Watchlist[#All]"],
    ["exposure", [LOG, without("price")], "#VALUE! watchlist lacks the column Price"],
    ["exposure", [LOG, without("sector"), "sector"], "#VALUE! watchlist lacks the column Sector"],
    ["exposure", [LOG, [[...watched, "PRICE"], ...stocks]], "#VALUE! watchlist has more than one column Price"],
    ["exposure", [LOG, 5], "#VALUE! watchlist must be a block of cells"],
    ["exposure", [[["a", "b"]], WATCHLIST], "#VALUE! trades must begin with its headers: Trades[[#All],[Date]:[Id]]"],
    ["ladder", [LOG, null], "#VALUE! as_of must be a date"],
    ["ladder", [LOG, "soon"], "#VALUE! as_of must be a date"],
    ["ladder", [LOG, TODAY, 0], "#VALUE! weeks must be above zero"],
    ["ladder", [LOG, TODAY, 2.5], "#VALUE! weeks must be a whole number"],
    ["ladder", [LOG, TODAY, "all"], "#VALUE! weeks must be a number"],
    ["allAssigned", [LOG, "rich"], "#VALUE! cash must be a number"],
    ["allAssigned", [LOG, [["Main", "rich"], ["IRA", 5]]], "#VALUE! cash of Main must be a number"],
    ["allAssigned", [LOG, [["Main", 5], ["IRA", null]]], "#VALUE! cash of IRA must be a number"],
    ["allAssigned", [LOG, null], "#VALUE! cash must be a number"],
    ["allAssigned", [LOG, [["Main", 1, 2]]], "#VALUE! cash must be one amount, or two columns: account and cash"],
    ["allAssigned", [LOG, [["Main", 1], ["Main", 2]]], "#VALUE! cash names the account Main twice"],
    ["correlation", [PRICES, "daily"], '#VALUE! returns must be "log" or "simple"'],
    ["correlation", [7], "#VALUE! prices must be a block of cells"],
    ["correlation", [PRICES.slice(1)], "#VALUE! prices must begin with a row of tickers"],
    ["correlation", [PRICES.map(([day, a]) => [day, a])], "#VALUE! prices must have two columns of prices at least"],
    ["correlation", [PRICES.map((row, at) => [...row.slice(0, 4), at + 1])], "#VALUE! column 5 of prices has no ticker in its first row"],
    ["correlation", [PRICES.map((row, at) => [...row.slice(0, 4), at === 0 ? "AAA" : at])], "#VALUE! prices has more than one column AAA"],
    ["correlation", [PRICES.slice(0, 3)], "#N/A 2 lines have a price of every ticker, three are needed"],
    ["stress", [LOG, WATCHLIST, null, TODAY], "#VALUE! shock must be a number"],
    ["stress", [LOG, WATCHLIST, -15, TODAY], "#VALUE! shock must be above -1: -0.15 is a fall by 15 %"],
    ["stress", [LOG, WATCHLIST, -0.1, null], "#VALUE! as_of must be a date"],
    ["stress", [LOG, WATCHLIST, -0.1, TODAY, 60], "#VALUE! correlation must be between 0 and 1: below zero there is no common factor"],
    ["stress", [LOG, WATCHLIST, -0.1, TODAY, null, "more"], "#VALUE! vol_shock must be a number"],
    ["stress", [LOG, without("volatility"), -0.1, TODAY], "#VALUE! watchlist lacks the column Volatility"],
  ])("%s", (code, args, words) => expect(spillOf(code, args)).toBe(words));

  test("an empty log has no answer", () => {
    for (const [code, ...rest] of [["exposure", WATCHLIST], ["ladder", TODAY], ["allAssigned", 5], ["stress", WATCHLIST, 0, TODAY]]) expect(spillOf(String(code), [logOf([]), ...rest])).toBe("#N/A the log is empty");
  });
});

describe("what is blank, an error or text on the Watchlist is missing, and said", () => {
  const price = (cell: unknown) => [["Ticker", "Price", "Volatility"], ["AAA", 52, 0.35], ["BBB", cell, 0.3], ["CCC", 32, 0.25]];
  test.each([null, "", 0, "85 $", { type: "Error", basicType: "Error", basicValue: "#N/A" }])("%j", (cell) => {
    const stressed = rows("stress", LOG, price(cell), -0.1, TODAY);
    expect(stressed[1]).toEqual({ Ticker: "BBB", "Price now": "no price on the Watchlist", "Price then": "", "Puts loss": "", "Calls gain": "", "Shares loss": "", Total: "", Assigned: "" });
    expect(stressed[3]).toMatchObject({ Ticker: "Total", "Price now": "without BBB" });
  });
  test("a number with a format of its own is its number", () => {
    expect(rows("stress", LOG, price({ type: "FormattedNumber", basicType: "Double", basicValue: 85, numberFormat: "$0.00" }), -0.1, TODAY)[1]).toMatchObject({ "Price now": 85 });
  });
  test("blank optional arguments are the defaults, also where a blank cell arrives as 0", () => {
    for (const blank of [null, undefined, 0]) expect(spillOf("exposure", [LOG, WATCHLIST, null, blank, blank])).toEqual(spillOf("exposure", [LOG, WATCHLIST]));
  });
});

test("whatever stands in the cells: a table, or words that say what must hold; never a crash, NaN or an infinity", () => {
  const cell = fc.oneof(
    fc.constantFrom<unknown>(null, "", 0, -1, 1e308, -1e308, 1e-308, NaN, Infinity, true, "n/a", "Ticker", "Price", "Volatility", "Sector", "AAA", "BBB", "Date", "Account", "Cash", 52, 0.3),
    fc.constant({ type: "Error", basicType: "Error", basicValue: "#N/A" }),
    fc.double(),
  );
  const block = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const stocks = fc.array(fc.tuple(fc.constantFrom("AAA", "BBB", "CCC"), cell, cell, cell), { maxLength: 5 }).map((lines) => [["Ticker", "Price", "Volatility", "Sector"], ...lines]);
  const prices = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 3, maxLength: 8 }).map((lines) => [["Date", "AAA", "BBB", "CCC"], ...lines]);
  const two = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(block, stocks, prices, two, cell, cell, (any, watchlist, priced, accounts, one, other) => {
      const asked: [string, unknown[]][] = [
        ["exposure", [LOG, any]], ["exposure", [LOG, watchlist, "sector", one, other]], ["exposure", [LOG, watchlist, one]], ["ladder", [LOG, one, other]], ["allAssigned", [LOG, any]], ["allAssigned", [LOG, accounts]],
        ["allAssigned", [LOG, one]], ["correlation", [any]], ["correlation", [priced]], ["correlation", [priced, "simple"]], ["stress", [LOG, any, -0.1, TODAY]], ["stress", [LOG, watchlist, one, TODAY, other]],
        ["stress", [LOG, watchlist, -0.2, TODAY, 0.5, one, other]], ["stress", [any, watchlist, -0.2, TODAY]],
      ];
      for (const [code, args] of asked) {
        const answer = spillOf(code, args);
        if (typeof answer === "string") expect(answer).toMatch(/^(#VALUE!|#N\/A) (?!this function went wrong)/);
        else for (const each of answer.flat()) expect(typeof each === "string" || Number.isFinite(each)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
