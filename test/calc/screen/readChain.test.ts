import fc from "../../properties";
import { screen } from "../../../src/calc";
import { chainOf, day } from "./chains";

const EXPIRY = day("2026-04-17");
const HEADERS = ["Expiry", "Strike", "Type", "Bid", "Ask", "Volume", "Open interest", "Implied volatility", "Delta"];
const GOOD = [EXPIRY, 50, "Put", 0.95, 1.01, 120, 1500, 0.31, -0.24];
const quote = { row: 2, type: "put", expiry: EXPIRY, strike: 50, bid: 0.95, ask: 1.01, volume: 120, openInterest: 1500, impliedVolatility: 0.31, delta: -0.24 };
const withCell = (header: string, value: unknown) => chainOf(HEADERS, GOOD.map((cell, at) => (HEADERS[at] === header ? value : cell)));

describe("columns are found by their header", () => {
  test("in any order, among others", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(HEADERS.map((_, at) => at), { minLength: HEADERS.length }), fc.nat(9), (order, place) => {
        const row = (cells: readonly unknown[], other: unknown) => {
          const moved = order.map((at) => cells[at]);
          return [...moved.slice(0, place), other, ...moved.slice(place)];
        };
        expect(chainOf(row(HEADERS, "Last"), row(GOOD, "x")).quotes).toEqual([quote]);
      }),
      { numRuns: 60 },
    ));
  test.each([
    ["Schwab", ["Exp Date", "STRIKE", "Call/Put", "Bid ", "Ask", "Vol", "Open Int", "Impl Vol", "Delta"]],
    ["Barchart", ["Expiration Date", "Strike", "Type", "Bid", "Ask", "Volume", "Open Int", "IV", "Delta"]],
    ["IBKR", ["Expiration", "Strike Price", "Right", "Bid Price", "Ask Price", "Volume", "OI", "Implied Vol.", "Delta"]],
    ["vendors", ["expirationDate", "strike_price", "option_type", "bid", "ask", "total_volume", "open_interest", "implied_volatility", "delta"]],
  ])("as %s writes them", (_, headers) => expect(chainOf(headers, GOOD).quotes).toEqual([quote]));
  test("what is missing is named; twice is refused", () => {
    expect(() => chainOf(["Strike", "Bid"], [50, 1])).toThrow("the chain lacks the columns Expiry, Type, Ask");
    expect(() => chainOf([...HEADERS, "OI"], GOOD)).toThrow("the chain has more than one column Open interest");
    expect(() => screen.readChain([])).toThrow("the chain must be a block of cells with its headers");
    expect(chainOf(HEADERS.slice(0, 5), GOOD)).toMatchObject({ has: [], quotes: [{ volume: null, openInterest: null, impliedVolatility: null, delta: null }] });
  });
  test("calls left and puts right of the strike", () => {
    const chain = chainOf(["Expiration Date", "Calls", "Bid", "Ask", "IV", "Delta", "Open Interest", "Strike", "Puts", "Bid", "Ask", "IV", "Delta", "Open Interest"], ["Fri Apr 17 2026", "C", 3, 3.2, 0.3, 0.6, 10, 50, "P", 0.95, 1.01, 0.31, -0.24, 1500]);
    expect(chain.quotes).toEqual([{ ...quote, volume: null, type: "call", bid: 3, ask: 3.2, impliedVolatility: 0.3, delta: 0.6, openInterest: 10 }, { ...quote, volume: null }]);
    expect(chain.has).toEqual(["openInterest", "impliedVolatility", "delta"]);
  });
});

describe("cells", () => {
  test.each(["2026-04-17", "20260417", 20260417, "2026-04-17T16:00:00Z", "2026-04-17:46", "4/17/2026", "04/17/26", "17 Apr 2026", "17-Apr-26", "Apr 17 2026", "April 17, 2026", "Fri Apr 17 2026", "Friday, Apr 17 '26", EXPIRY + 0.66, String(EXPIRY)])("an expiry of %p", (text) =>
    expect(withCell("Expiry", text).quotes).toMatchObject([{ expiry: EXPIRY }]));
  test.each([["17/04/2026", '"17/04/2026" is not a date'], ["2026-02-30", '"2026-02-30" is not a date'], ["soon", '"soon" is not a date'], [50, "50 is not a date"], [true, "TRUE is not a date"], ["", "is blank"]])("an expiry of %p is not guessed", (text, words) =>
    expect(withCell("Expiry", text)).toMatchObject({ quotes: [], problems: [{ row: 2, words: `Expiry ${words}`, expiry: null, strike: 50 }] }));
  test("numbers as text", () => {
    expect(withCell("Strike", "$1,250.50").quotes[0]!.strike).toBe(1250.5);
    expect(withCell("Open interest", "1,234").quotes[0]!.openInterest).toBe(1234);
    expect(withCell("Implied volatility", "31.00%").quotes[0]!.impliedVolatility).toBeCloseTo(0.31, 12);
    expect(withCell("Delta", "\u22120.24").quotes[0]!.delta).toBe(-0.24);
    expect(withCell("Delta", 0.24).quotes[0]!.delta).toBe(-0.24);
    expect(withCell("Bid", " .95 ").quotes[0]!.bid).toBe(0.95);
  });
  test.each(["-", "--", "n/a", "NaN", "null", "", null, "unch"])("%p is none", (cell) => expect(withCell("Bid", cell).quotes[0]!.bid).toBeNull());
  test("greeks that cannot be are none", () => {
    for (const none of ["NaN", -999, "-999.0", 0, 1.01, "abc"]) expect(withCell("Delta", none).quotes[0]!.delta).toBeNull();
    for (const none of ["NaN", -999, 0, -0.3, 25.9, "abc"]) expect(withCell("Implied volatility", none).quotes[0]!.impliedVolatility).toBeNull();
  });
  test("a row that cannot be read says all that is wrong with it, and the others stand", () => {
    const chain = chainOf(HEADERS, GOOD, ["soon", -5, "straddle", "1,25", "x"], [null, "", 0], GOOD);
    expect(chain.quotes.map(({ row }) => row)).toEqual([2, 5]);
    expect(chain.problems).toEqual([{ row: 3, expiry: null, strike: -5, words: 'Expiry "soon" is not a date; Strike must be above zero; Type "straddle" is neither put nor call; Bid "1,25" is not a number; Ask "x" is not a number' }]);
  });
});

describe("rules", () => {
  const read = (...rows: unknown[][]) => screen.readRules(rows, ["Compounding"]);
  test("by name and value, headers, blank rows and other settings aside; what is left out keeps its default", () => {
    const { rules, problems } = read(["Name", "Value", "Unit"], [" days  FROM", "20"], ["Most |delta|", "25%"], ["Target price", ""], ["", null], ["Compounding", "simple"], ["Price to use", "Bid"], ["Cash", "$50,000"]);
    expect(problems).toEqual([]);
    expect(rules).toEqual({ ...screen.STANDARD_RULES, daysFrom: 20, mostDelta: 0.25, price: "bid", cash: 50_000 });
  });
  test("the defaults are those of Settings", () => expect(read()).toEqual({ rules: screen.STANDARD_RULES, problems: [] }));
  test("a blank that arrives as 0 is no cash, no target and no price", () => expect(read(["Cash", 0], ["Target price", 0], ["Price to use", 0])).toEqual({ rules: screen.STANDARD_RULES, problems: [] }));
  test.each<[unknown[][], string[]]>([
    [[["Max spread", 1]], ['no rule is called "Max spread"']],
    [[[5, 1]], ["no rule is called 5"]],
    [[["Days from", "soon"], ["Days to", -1]], ["Days from must be a number", "Days to must be zero or above"]],
    [[["Days from", 50]], ["Days from must not be above Days to"]],
    [[["Most |delta|", 35]], ["Most |delta| must be at most 1"]],
    [[["Least |delta|", 0.4]], ["Least |delta| must not be above Most |delta|"]],
    [[["Price to use", "last"]], ["Price to use must be bid, mid or ask"]],
    [[["Days to", 40], ["days to", 50]], ["Days to stands there twice"]],
    [[["Cash", true]], ["Cash must be a number"]],
    [[["Most |delta|", "0,35"], ["Cash", "1.234,50"]], ["Most |delta| must have a point before its decimals: 0.35", "Cash must be a number"]],
  ])("%j", (rows, words) => expect(read(...rows).problems).toEqual(words));
});

test("the window: both ends are in", () => {
  const words = (days: number) => screen.windowOf({ days, from: 30, to: 45 });
  expect([29, 29.9, 30, 45, 45.1, 46].map(words)).toEqual(["short", "short", "in", "in", "long", "long"]);
  expect(() => screen.windowOf({ days: 30, from: 45, to: 30 })).toThrow("from must not be above to");
  expect(() => screen.windowOf({ days: NaN, from: 30, to: 45 })).toThrow("days must be a number");
});
