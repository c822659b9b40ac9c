import fc from "../../properties";
import { type PriceBlock, correlation, effectiveBets } from "../../../src/calc/portfolio";
import { madeUp, pricesArePresent, realPrices, whenPresent } from "./prices";

const block = (tickers: readonly string[], lines: readonly (readonly (number | null)[])[], days?: readonly (number | null)[]): PriceBlock => ({
  tickers, dated: days !== undefined, lines: lines.map((prices, at) => ({ row: at + 2, day: days?.[at] ?? null, prices })),
});

describe("golden values, by hand", () => {
  // simple returns of A: 10 %, −10 %, 20 %; of B: 5 %, 5 %, −10 %
  const prices = [[100, 200], [110, 210], [99, 220.5], [118.8, 198.45]];

  test("simple returns: covariance −0.01 ÷ … = −0.755929", () => {
    // deviations of A: 1/30, −1/6, 2/15; of B: 0.05, 0.05, −0.1: product −0.02, squares 7/150 and 0.015
    const found = correlation(block(["A", "B"], prices), "simple");
    const expected = -0.02 / Math.sqrt((7 / 150) * 0.015);
    expect(found).toEqual({ tickers: ["A", "B"], matrix: [[1, expect.closeTo(expected, 12)], [expect.closeTo(expected, 12), 1]], average: expect.closeTo(expected, 12), effectiveBets: expect.closeTo(2 / (1 + expected), 9), returns: 3, words: "" });
    expect(expected).toBeCloseTo(-0.755929, 6);
  });

  test("logarithms are another answer", () => {
    const logs = [[Math.log(1.1), Math.log(1.05)], [Math.log(0.9), Math.log(1.05)], [Math.log(1.2), Math.log(0.9)]];
    const mean = (at: number): number => (logs[0]![at]! + logs[1]![at]! + logs[2]![at]!) / 3;
    const sum = (each: (a: number, b: number) => number): number => logs.reduce((so, [a, b]) => so + each(a! - mean(0), b! - mean(1)), 0);
    const expected = sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
    expect(correlation(block(["A", "B"], prices), "log").average).toBeCloseTo(expected, 12);
    expect(expected).not.toBeCloseTo(-0.755929, 4);
  });

  test("effective bets: ten stocks at 0.3 are 2.70; at 0 ten, at 1 one", () => {
    expect([effectiveBets(10, 0.3), effectiveBets(10, 0), effectiveBets(10, 1)]).toEqual([expect.closeTo(2.7027, 4), 10, 1]);
    expect(effectiveBets(2, -1)).toBeNull();
    expect(effectiveBets(5, -0.25)).toBeNull();
  });

  test("a stock and its double go together; a stock and its inverse against each other, in logarithms", () => {
    const { matrix } = correlation(block(["A", "B", "C"], [10, 11, 10.5, 12, 11.2].map((price) => [price, 2 * price, 50 / price])), "log");
    expect(matrix.flat().map((one) => Math.round(one! * 1e12) / 1e12)).toEqual([1, 1, -1, 1, 1, -1, -1, -1, 1]);
  });
});

describe("missing days and unequal lengths", () => {
  const four = [[100, 200], [110, 210], [99, 220.5], [118.8, 198.45]];

  test("only lines on which every ticker has a price count, and a return goes from one to the next of them", () => {
    const gaps = block(["A", "B"], [[100, 200], [null, 205], [110, 210], [99, 220.5], [105, null], [118.8, 198.45], [null, null], [125, null]]);
    const { words, ...found } = correlation(gaps, "log");
    expect(found).toEqual((({ words: _, ...rest }) => rest)(correlation(block(["A", "B"], four), "log")));
    expect(words).toBe("3 of 7 lines left out: A has no price on 1 of them (the first: row 3), B has no price on 2 of them (the first: row 6)");
  });

  test("a short history shortens all, and is named", () => {
    const days = [46_027, 46_028, 46_029, 46_030, 46_031];
    expect(correlation(block(["OLD", "NEW"], [[9, null], ...four], days), "log")).toMatchObject({ returns: 3, words: "1 of 5 lines left out: NEW has no price on 1 of them (the first: 2026-01-05)" });
  });

  test("dated lines are sorted; of a date that stands twice the first counts; a line without a date is left out", () => {
    const days = [46_030, 46_028, 46_028, 46_029, 46_027, null];
    const found = correlation(block(["A", "B"], [four[3]!, four[1]!, [1, 1], four[2]!, four[0]!, [5, 5]], days), "simple");
    expect(found.average).toBeCloseTo(correlation(block(["A", "B"], four), "simple").average, 14);
    expect(found.words).toBe("1 line without a date left out (row 7); 1 line left out whose date stands twice (the first: 2026-01-06)");
  });

  test("the newest first is the same as the oldest first, for logarithms even without dates", () => {
    const one = correlation(madeUp(["A", "B", "C"], 30), "log");
    const lines = [...madeUp(["A", "B", "C"], 30).lines].reverse();
    expect(correlation({ ...madeUp(["A", "B", "C"], 30), lines }, "log").average).toBeCloseTo(one.average, 12);
  });
});

describe("what has no answer", () => {
  test("a ticker that never moves is blank, and counts in nothing", () => {
    const moving = madeUp(["A", "B"], 12);
    const still = { ...moving, tickers: ["A", "CASH", "GROWS", "B"], lines: moving.lines.map(({ prices: [a, b], ...line }, at) => ({ ...line, prices: [a!, 50, 100 * 1.01 ** at, b!] })) };
    const found = correlation(still, "simple");
    expect(found.matrix[1]).toEqual([null, null, null, null]);
    expect(found.matrix[2]).toEqual([null, null, null, null]);
    expect(found).toMatchObject({ average: correlation(moving, "simple").average, effectiveBets: correlation(moving, "simple").effectiveBets, words: "CASH, GROWS never moved" });
  });

  test("said in words", () => {
    expect(() => correlation(block(["A"], [[1], [2], [3]]), "log")).toThrow("prices must have two columns of prices at least");
    expect(() => correlation(block(["A", "A"], [[1, 2], [2, 3], [3, 5]]), "log")).toThrow("prices has more than one column A");
    expect(() => correlation(block(["A", "B"], [[1, 2], [2, null], [3, 5]]), "log")).toThrow("2 lines have a price of every ticker, three are needed; 1 of 3 lines left out: B has no price on 1 of them (the first: row 3)");
    expect(() => correlation(block(["A", "B"], [[1, 2], [1, 3], [1, 5]]), "log")).toThrow("A never moved: fewer than two tickers are left");
  });
});

test("laws: symmetric, 1 on the diagonal, between −1 and 1, blind to the unit of a price; no portfolio has a variance below zero", () => {
  const prices = fc.array(fc.array(fc.integer({ min: 100, max: 20_000 }), { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 25 });
  fc.assert(
    fc.property(prices, fc.constantFrom("log" as const, "simple" as const), fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), (lines, returnsOf, weights) => {
      const found = correlation(block(["A", "B", "C", "D"], lines), returnsOf);
      const scaled = correlation(block(["A", "B", "C", "D"], lines.map(([a, ...rest]) => [a! * 7, ...rest])), returnsOf);
      expect(scaled.average).toBeCloseTo(found.average, 10);
      let variance = 0;
      found.matrix.forEach((row, i) => row.forEach((one, j) => {
        expect(one).toBe(found.matrix[j]![i]);
        if (i === j) expect(one).toBe(1);
        expect(Math.abs(one!)).toBeLessThanOrEqual(1);
        variance += weights[i]! * weights[j]! * one!;
      }));
      expect(variance).toBeGreaterThan(-1e-12);
    }),
  );
});

(pricesArePresent ? test : test.skip)(whenPresent("four real shares, 2006–2009: IBM and SPY 0.7 or more, in the crash of 2008 all go more together than before"), () => {
  const tickers = ["AAPL", "BAC", "IBM", "SPY"];
  const [calm, crash] = [correlation(realPrices(tickers, "2006-01-01", "2006-12-31"), "log"), correlation(realPrices(tickers, "2008-07-01", "2009-06-30"), "log")];
  expect([calm.returns, crash.returns]).toEqual([250, 251]);
  expect(crash.average).toBeGreaterThan(calm.average + 0.1);
  expect(crash.effectiveBets!).toBeLessThan(calm.effectiveBets!);
  expect(crash.matrix[2]![3]!).toBeGreaterThan(0.7);
});
