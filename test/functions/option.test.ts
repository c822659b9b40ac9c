import { european } from "../../src/calc";
import { inCellOf, spillOf } from "./cell";

/** The functions of option values as cells ask them; the values themselves are tested in test/calc/pricing. */
const PUT = ["put", 52, 50, 30, 0.35, 0.04] as const;
const BLANKS = ["", "", "", "", ""];

describe("type and style", () => {
  test.each(["put", "PUT", " Put ", "p", "P"])("type %j is a put", (type) => expect(inCellOf("optPrice", [type, ...PUT.slice(1)])).toBe(inCellOf("optPrice", PUT)));
  test.each(["call", "C"])("type %j is a call", (type) => expect(inCellOf("optDelta", [type, ...PUT.slice(1)])).toBeGreaterThan(0));
  test.each(["", "puts", null, undefined, 1, true, [["put"]]])("type %j is refused", (type) =>
    expect(inCellOf("optPrice", [type, ...PUT.slice(1)])).toBe('#VALUE! type must be "put" or "call"'));
  test("American is what an omitted style means, and worth more for a put", () => {
    const [omitted, american, european] = [undefined, "American", "EUROPEAN"].map((style) => inCellOf("optPrice", [...PUT, 0, style]) as number);
    expect(omitted).toBe(american);
    expect(omitted).toBeGreaterThan(european!);
  });
  test.each(["bermudan", 1, true])("style %j is refused", (style) => expect(inCellOf("optPrice", [...PUT, 0, style])).toBe('#VALUE! style must be "american" or "european"'));
});

test.each(["american", "european"])("OPT_GREEKS is the row of the six functions (%s)", (style) => {
  const args = [...PUT, 0.01, style];
  const each = ["optPrice", "optDelta", "optGamma", "optTheta", "optVega", "optRho"].map((name) => inCellOf(name, args));
  expect(spillOf("optGreeks", args)).toEqual([each]);
});

test.each(["american", "european"])("OPT_IV undoes OPT_PRICE (%s)", (style) => {
  const price = inCellOf("optPrice", [...PUT, 0, style]);
  expect(inCellOf("optIv", ["put", price, 52, 50, 30, 0.04, 0, style])).toBeCloseTo(0.35, 6);
});

test("a price without a volatility is #N/A with words, a wrong one #VALUE!", () => {
  expect(inCellOf("optIv", ["put", 1.8, 48, 50, 30, 0.04, 0, "european"])).toMatch(/^#N\/A no volatility gives this price: it is not above the intrinsic value, 1\.8359/);
  expect(inCellOf("optIv", ["put", 1.9, 48, 50, 30])).toMatch(/^#N\/A no volatility/);
  expect(inCellOf("optIv", ["put", 51, 48, 50, 30])).toMatch(/^#N\/A no volatility/);
  expect(inCellOf("optIv", ["put", 2.5, 48, 50, 0])).toMatch(/^#N\/A at expiration/);
  expect(inCellOf("optIv", ["put", -1, 48, 50, 30])).toBe("#VALUE! price must be zero or above");
});

describe("a number in another unit than is asked for is refused in words, and not answered with nonsense", () => {
  const VOLATILITY = "#VALUE! volatility must be at most 10 (30 % is 0.3)";
  const RATE = "#VALUE! rate must be between -1 and 1 (4 % is 0.04)";
  const YIELD = "#VALUE! dividend_yield must be between -1 and 1 (2 % is 0.02)";
  const DAYS = "#VALUE! days must be at most 36525 (how many days from today, not a date)";
  const shown = (name: string, args: readonly unknown[]): unknown => spillOf(name, args);
  const DATE = 46_073;

  test.each(["optPrice", "optDelta", "optGamma", "optTheta", "optVega", "optRho", "optGreeks", "optProbItm", "optProbTouch", "optDecay"])("%s", (name) => {
    expect(shown(name, ["put", 52, 50, 30, 35, 0.04])).toBe(VOLATILITY);
    expect(shown(name, ["put", 52, 50, 30, 0.35, 4])).toBe(RATE);
    expect(shown(name, ["put", 52, 50, 30, 0.35, -4])).toBe(RATE);
    expect(shown(name, ["put", 52, 50, 30, 0.35, 0.04, 1.5])).toBe(YIELD);
    expect(shown(name, ["put", 52, 50, DATE, 0.35, 0.04])).toBe(DAYS);
  });
  test("those that are asked otherwise", () => {
    expect(shown("optIv", ["put", 1.25, 52, 50, DATE])).toBe(DAYS);
    expect(shown("optIv", ["put", 1.25, 52, 50, 30, 4])).toBe(RATE);
    expect(shown("optExpectedMove", [52, 35, 30])).toBe(VOLATILITY);
    expect(shown("optExpectedMove", [52, 0.35, DATE])).toBe(DAYS);
    expect(shown("optStrikeForDelta", ["put", 52, 0.2, 45, 35])).toBe(VOLATILITY);
    expect(shown("cspPop", [52, 50, 1.25, 30, 35])).toBe(VOLATILITY);
    expect(shown("optPriceDivs", ["put", 52, 50, 60, 35, 0.04, [[20]], [[0.5]]])).toBe(VOLATILITY);
    expect(shown("optPriceDivs", ["put", 52, 50, 60, 0.35, 0.04, [[20], [DATE]], [[0.5], [0.5]]])).toBe("#VALUE! dividend_days must be at most 36525 (how many days from today, not a date)");
  });
  test("in columns the row says so; rate and yield are the whole table's", () => {
    const chain = spillOf("optChain", ["put", 52, [[48], [50], [51]], [[30], [DATE], [30]], [[0.35], [0.35], [35]], 0.04]) as unknown[][];
    expect(chain.slice(1).map(([first]) => first)).toEqual([expect.any(Number), DAYS.slice(8), VOLATILITY.slice(8)]);
    const table = spillOf("cspTable", [52, [[48], [50]], [[0.7], [1.25]], [[30], [DATE]], 0.04]) as unknown[][];
    expect(table.slice(1).map((row) => row[2])).toEqual([4800, DAYS.slice(8)]);
    expect(spillOf("optChain", ["put", 52, [[48]], 30, 0.35, 4])).toBe(RATE);
    expect(spillOf("cspTable", [52, [[48]], [[0.7]], 30, 0.04, 2])).toBe(YIELD);
  });
  test("a volatility that a price implies may be as high as it likes", () => {
    const volatility = inCellOf("optIv", ["put", 3, 52, 40, 0.05, 0, 0, "european"]);
    expect(volatility).toBeGreaterThan(20);
    expect((spillOf("cspTable", [52, [[40]], [[3]], [[0.05]]]) as unknown[][])[1]!.slice(7)).toEqual(Array.from({ length: 4 }, () => expect.any(Number) as number));
  });
});

describe("OPT_CHAIN", () => {
  const strikes = [48, 50, 52.5];
  test.each(["american", "european"])("a row is what OPT_GREEKS gives, to the last digit (%s)", (style) => {
    const spilt = spillOf("optChain", [[["put"], ["call"], ["p"]], 52, strikes.map((each) => [each]), [[30], [30], [60]], [[0.35], [0.3], [0.28]], 0.04, 0.01, style]) as unknown[][];
    expect(spilt[0]).toEqual(["Price", "Delta", "Gamma", "Theta", "Vega", "Rho"]);
    const alone = [["put", 48, 30, 0.35], ["call", 50, 30, 0.3], ["put", 52.5, 60, 0.28]].map(
      ([type, strike, days, volatility]) => (spillOf("optGreeks", [type, 52, strike, days, volatility, 0.04, 0.01, style]) as unknown[][])[0],
    );
    expect(spilt.slice(1)).toEqual(alone);
  });
  test("one value serves all rows, and a chain may lie in a row of cells", () => {
    const column = spillOf("optChain", [[["put"]], 52, strikes.map((each) => [each]), [[30]], [[0.35]], 0.04]);
    expect(spillOf("optChain", ["put", 52, [strikes], 30, 0.35, 0.04])).toEqual(column);
    expect((column as unknown[][]).length).toBe(4);
  });
  test("a bad row says why and hides no good one; a blank one stays blank", () => {
    const spilt = spillOf("optChain", [[["put"], ["put"], ["put"], ["straddle"], ["put"]], 52, [[48], ["fifty"], [""], [50], [50]], [[30]], [[0.35], [0.35], [""], [0.35], [-1]], 0.04]) as unknown[][];
    expect(spilt[1]).toEqual([expect.any(Number), ...Array.from({ length: 5 }, () => expect.any(Number) as number)]);
    expect(spilt.slice(2)).toEqual([
      ["strike must be a number", ...BLANKS],
      ["", ...BLANKS],
      ['type must be "put" or "call"', ...BLANKS],
      ["volatility must be zero or above", ...BLANKS],
    ]);
  });
  test("columns that do not fit, and blocks, are refused", () => {
    expect(spillOf("optChain", ["put", 52, [[48], [50]], [[30], [31], [32]], 0.35])).toBe("#VALUE! days must be one value, or one for each strike");
    expect(spillOf("optChain", ["put", 52, [[48, 50], [51, 52]], 30, 0.35])).toBe("#VALUE! strikes must be one column or one row");
  });
});

describe("CSP_TABLE", () => {
  const table = (...args: unknown[]) => spillOf("cspTable", args) as unknown[][];
  test.each(["american", "european"])("each number is that of its own function (%s)", (style) => {
    const [headers, row] = table(52, [[50]], [[1.25]], [[30]], 0.04, 0.01, style);
    const volatility = inCellOf("optIv", ["put", 1.25, 52, 50, 30, 0.04, 0.01, style]);
    expect(headers).toEqual(["Strike", "Premium", "Collateral", "Yield", "Annualised", "Break-even", "Cushion", "Implied volatility", "Delta", "P(ITM)", "POP"]);
    expect(row).toEqual([
      50,
      1.25,
      inCellOf("cspCollateral", [50]),
      inCellOf("cspYield", [50, 1.25]),
      inCellOf("cspYield", [50, 1.25, 30]),
      inCellOf("cspBreakeven", [50, 1.25]),
      inCellOf("cspCushion", [52, 50, 1.25]),
      volatility,
      inCellOf("optDelta", ["put", 52, 50, 30, volatility, 0.04, 0.01, style]),
      inCellOf("optProbItm", ["put", 52, 50, 30, volatility, 0.04, 0.01]),
      inCellOf("cspPop", [52, 50, 1.25, 30, volatility, 0.04, 0.01]),
    ]);
  });
  test("a premium without a volatility says so, and its yields stand", () => {
    const [, row] = table(52, [[56]], [[2]], [[30]], 0.04);
    expect(row!.slice(0, 4)).toEqual([56, 2, 5600, 2 / 56]);
    expect(row!.slice(7)).toEqual([expect.stringMatching(/^no volatility gives this price/), "", "", ""]);
  });
  test("a row that is no put says why, a blank one stays blank, and the others are answered", () => {
    const [, first, second, third] = table(52, [[50], [""], [48]], [[51], [""], [0.7]], [[30]], 0.04);
    expect(first).toEqual([50, 51, "premium must not be above strike", ...Array.from({ length: 8 }, () => "")]);
    expect(second).toEqual(Array.from({ length: 11 }, () => ""));
    expect(third!.every((cell) => typeof cell === "number")).toBe(true);
  });
  test("what all rows have in common is an argument: wrong, it is refused in words, and not said in each row", () => {
    for (const wrong of ["52", null, 0, true]) expect(spillOf("cspTable", [wrong, [[50], [48]], [[1], [1]], [[30]]])).toMatch(/^#VALUE! spot must be/);
    expect(spillOf("optChain", [[["put"]], "52", [[50]], [[30]], [[0.3]]])).toBe("#VALUE! spot must be a number");
    expect(spillOf("optChain", [[["put"]], 52, [[50]], [[30]], [[0.3]], "4%"])).toBe("#VALUE! rate must be a number");
    expect(spillOf("cspTable", [52, [[50]], [[1]], [[30]], 0.04, NaN])).toBe("#VALUE! dividend_yield must be a number");
  });
  test("premiums of another length are refused", () => expect(spillOf("cspTable", [52, [[50], [48]], [[1]], [[30]]])).toBe("#VALUE! premiums must be as many as strikes"));
});

describe("OPT_DECAY", () => {
  const rowsOf = (...args: unknown[]) => (spillOf("optDecay", args) as number[][]).slice(1);
  test("from today to nothing, in even steps", () => {
    const rows = rowsOf(...PUT.slice(0, 3), 45, 0.35, 0.04);
    expect(rows.map(([days]) => days)).toEqual([45, 40.5, 36, 31.5, 27, 22.5, 18, 13.5, 9, 4.5, 0]);
    expect(rows[0]!.slice(1, 3)).toEqual([inCellOf("optPrice", ["put", 52, 50, 45, 0.35, 0.04]), 1]);
    expect(rows[10]).toEqual([0, 0, 0, 0]);
  });
  test("day by day, what the days take adds up to the whole premium", () => {
    const rows = rowsOf("put", 52, 50, 30, 0.35, 0.04, 0, 31, "european");
    const taken = rows.slice(0, 30).reduce((sum, [, , , decay]) => sum + decay!, 0);
    expect(taken).toBeCloseTo(rows[0]![1]!, 12);
  });
  test("a 20-delta put sold at 45 days has lost about two thirds by day 21, and then loses less a day; at the money it is the other way round", () => {
    const strike = inCellOf("optStrikeForDelta", ["put", 52, 0.2, 45, 0.35, 0.04]);
    const far = rowsOf("put", 52, strike, 45, 0.35, 0.04, 0, 46);
    const near = rowsOf("put", 52, 52, 45, 0.35, 0.04, 0, 46);
    expect(1 - far[24]![2]!).toBeGreaterThan(0.55);
    expect(1 - near[24]![2]!).toBeLessThan(0.4);
    expect(far[40]![3]!).toBeLessThan(far[20]![3]!);
    expect(near[40]![3]!).toBeGreaterThan(near[20]![3]!);
  });
  test("an option worth nothing has no share left to tell", () => expect(rowsOf("put", 500, 5, 10, 0.1, 0, 0, 2)[0]).toEqual([10, 0, "", 0]));
  test("points are 2 to 1000", () => {
    expect(spillOf("optDecay", [...PUT, 0, 1])).toBe("#VALUE! points must be from 2 to 1000");
    expect(spillOf("optDecay", [...PUT, 0, 1001])).toBe("#VALUE! points must be from 2 to 1000");
  });
});

describe("OPT_PRICE_DIVS", () => {
  const withDividends = (days: unknown, amounts: unknown, style?: string) => inCellOf("optPriceDivs", ["put", 52, 50, 60, 0.35, 0.04, days, amounts, style]);
  test("no dividend is the plain price", () => expect(withDividends([[""]], [[""]])).toBe(inCellOf("optPrice", ["put", 52, 50, 60, 0.35, 0.04])));
  test("a dividend makes a put dearer, two more so; blank lines are none", () => {
    const [none, one, two] = [withDividends([[null]], [[null]]), withDividends([[20], [null]], [[0.5], [null]]), withDividends([[20], [50]], [[0.5], [0.5]])] as number[];
    expect(one).toBeGreaterThan(none!);
    expect(two).toBeGreaterThan(one!);
  });
  test("days and amounts belong together", () => {
    expect(withDividends([[20], [50]], [[0.5]])).toBe("#VALUE! dividend_days and dividend_amounts must be as many");
    expect(withDividends([["soon"]], [[0.5]])).toBe("#VALUE! dividend_days must be a number");
    expect(withDividends([[20]], [[-1]])).toBe("#VALUE! dividend_amounts must be zero or above");
  });
});

test("five thousand strikes in one call are answered, each as if alone", () => {
  const strikes = Array.from({ length: 5000 }, (_, at) => [20 + at * 0.01]);
  const spilt = spillOf("optChain", [[["put"]], 45, strikes, [[30]], [[0.3]], 0.04, 0.01, "european"]) as number[][];
  expect(spilt).toHaveLength(5001);
  for (const at of [0, 1234, 4999])
    expect(spilt[at + 1]![0]).toBe(european.greeks({ type: "put", spot: 45, strike: strikes[at]![0]!, days: 30, volatility: 0.3, rate: 0.04, dividendYield: 0.01 }).price);
});
