import fc from "../../properties";
import { CalcError, chances, european, put, screen } from "../../../src/calc";
import { WDGT, chainOf, day, rulesOf, wdgtCells } from "./chains";

const HEADERS = ["Expiry", "Strike", "Type", "Bid", "Ask", "Open interest", "Delta"];
const AS_OF = day("2026-03-02");
const IN_35 = AS_OF + 35;
const screened = (chain: screen.Chain, rules = screen.STANDARD_RULES, spot = 52.4) => screen.screenPuts({ chain, spot, asOf: AS_OF, rules, rate: 0, dividendYield: 0 });
const one = (...cells: unknown[]) => screened(chainOf(HEADERS, cells)).candidates[0]!;

describe("the worked example WDGT", () => {
  const { candidates, notes } = screen.screenPuts({ chain: chainOf(...wdgtCells()), spot: WDGT.spot, asOf: WDGT.asOf, rules: rulesOf(...WDGT.rules), rate: 0, dividendYield: 0 });
  test.each(WDGT.puts)("the put at $strike", ({ strike, spread, refused }) => {
    const found = candidates.find((each) => each.strike === strike)!;
    expect(found.spread! * 100).toBeCloseTo(spread, 2);
    expect(found.reasons.map((reason) => refused.find((word) => reason.startsWith(word)) ?? reason)).toEqual(refused);
    expect(found.rank === null).toBe(refused.length > 0);
  });
  test("50, 47.5 and 45 pass, the best paid first; that nothing is known of open interest is said", () => {
    expect(candidates.filter(({ rank }) => rank !== null).map(({ rank, strike, premium, breakeven }) => [rank, strike, premium, breakeven])).toEqual([[1, 50, 0.95, 49.05], [2, 47.5, 0.55, 46.95], [3, 45, 0.3, 44.7]]);
    expect(candidates[0]).toMatchObject({ days: 46, flatYield: 0.019, delta: -0.24 });
    expect(candidates[0]!.annualised).toBeCloseTo((0.95 / 50) * (365 / 46), 12);
    expect(notes).toEqual(["the chain has no column Open interest: that rule was not applied"]);
  });
  test("all reasons are there in words, with the number and the limit", () => {
    expect(candidates.find(({ strike }) => strike === 55)!.reasons).toEqual(["|delta| 0.62 is above 0.35", "one contract takes 5,500.00, more than 20 % of the cash, the limit of a ticker"]);
    expect(candidates.find(({ strike }) => strike === 42.5)!.reasons).toEqual(["spread 37.84 % of the middle is above 12 %"]);
  });
});

test("every rule that is not kept is said, in the order of the specification", () => {
  const rules = rulesOf(["Least annualised yield", "20%"], ["Target price", 40], ["Least premium", 2], ["Cash", 10_000]);
  const [wide] = screened(chainOf(HEADERS, [AS_OF + 46, 50, "put", 0.5, 0.7, 16, -0.4]), rules).candidates;
  expect(wide!.reasons).toEqual([
    "46 days are more than 45",
    "spread 33.33 % of the middle is above 10 %",
    "open interest 16 is below 100",
    "annualised 9.522 % is below 20 %",
    "premium 0.6 is below 2",
    "break-even 49.4 is above the target price 40",
    "|delta| 0.4 is above 0.35",
    "one contract takes 5,000.00, more than 20 % of the cash, the limit of a ticker",
    "one contract takes 5,000.00, more than 40 % of the cash, the limit of a sector",
  ]);
});

test("the target price is compared with the price really paid: a strike above it passes when strike less premium is not", () => {
  const rules = rulesOf(["Target price", 49.5], ["Most |delta|", 1]);
  const [at50, at51] = [[50, 1], [51, 1.4]].map(([strike, premium]) => screened(chainOf(HEADERS, [IN_35, strike, "put", premium, premium, 500, -0.3]), rules).candidates[0]!);
  expect(at50).toMatchObject({ reasons: [], breakeven: 49, strikeAboveTarget: true });
  expect(at51).toMatchObject({ reasons: ["break-even 49.6 is above the target price 49.5"], strikeAboveTarget: true });
  expect(screened(chainOf(HEADERS, [IN_35, 49, "put", 1, 1, 500, -0.3]), rules).candidates[0]).toMatchObject({ reasons: [], strikeAboveTarget: false });
});

test("limits are met at the limit, also in binary numbers", () => {
  const rules = rulesOf(["Days from", 35], ["Days to", 35], ["Most spread of mid", 0.1], ["Least open interest", 100], ["Most |delta|", 0.3], ["Target price", 48.95]);
  expect(screened(chainOf(HEADERS, [IN_35, 49.95, "put", 0.95, 1.05, 100, -0.3]), rules).candidates[0]!.reasons).toEqual([]);
});

describe("markets that are none have no rank, no premium, and words", () => {
  test.each<[string, unknown, unknown, string]>([
    ["crossed", 1.2, 1.1, "crossed market: bid 1.2 is above ask 1.1"],
    ["no bid", 0, 0.05, "no bid: nobody buys it"],
    ["blank bid", "", 0.05, "no bid: nobody buys it"],
    ["no ask", 1, 0, "no ask"],
    ["nothing", null, "-", "no market: neither bid nor ask"],
    ["below zero", -1, 1, "no market: bid is below zero"],
    ["above the strike", 60, 61, "no market: a put is never worth more than its strike"],
  ])("%s", (_, bid, ask, words) => expect(one(IN_35, 50, "Put", bid, ask, 500, -0.3)).toMatchObject({ rank: null, premium: null, annualised: null, reasons: [words] }));
  test("locked markets are markets", () => expect(one(IN_35, 50, "Put", 1, 1, 500, -0.3)).toMatchObject({ rank: 1, spread: 0 }));
});

describe("chances", () => {
  const market = { type: "put", spot: 52.4, strike: 50, days: 35, rate: 0, dividendYield: 0 } as const;
  test("come from the volatility of the middle, POP from the premium that is used; delta is the chain's", () => {
    const volatility = european.impliedVolatility({ ...market, price: 1 });
    const { candidates } = screen.screenPuts({ chain: chainOf(HEADERS, [IN_35, 50, "put", 0.98, 1.02, 500, -0.3]), spot: 52.4, asOf: AS_OF, rules: rulesOf(["Price to use", "bid"]), rate: 0, dividendYield: 0 });
    expect(candidates[0]).toMatchObject({ delta: -0.3, inTheMoney: chances.inTheMoney({ ...market, volatility }), ofProfit: chances.ofProfit({ ...market, volatility, premium: 0.98 }) });
  });
  test.each(["NaN", -999, "-999.0", "", 0, "n/a", 1.5])("a delta of %p is none: it is computed, and a note counts it", (delta) => {
    const { candidates, notes } = screened(chainOf(HEADERS, [IN_35, 50, "put", 0.98, 1.02, 500, delta]));
    expect(candidates[0]!.delta).toBeCloseTo(european.greeks({ ...market, volatility: european.impliedVolatility({ ...market, price: 1 }) }).delta, 12);
    expect(notes).toEqual(["1 delta of the chain cannot be (blank, 0, NaN, -999): computed where the price has a volatility"]);
  });
  test("a price without a volatility takes the chain's, and without that delta is not known, and why is said", () => {
    const deep = (...volatility: unknown[]) => screened(chainOf(["Expiry", "Strike", "Type", "Bid", "Ask", "IV"], [IN_35, 60, "put", 7.5, 7.6, ...volatility]), rulesOf(["Most |delta|", 0.35]));
    expect(deep("43.04%").candidates[0]!.delta).toBeCloseTo(european.greeks({ ...market, strike: 60, volatility: 0.4304 }).delta, 12);
    for (const none of [-999, 43.04, "NaN", 0]) expect(deep(none).candidates[0]).toMatchObject({ delta: null, inTheMoney: null, ofProfit: null, reasons: ["delta is not known: no volatility gives this price: it is not above the intrinsic value, 7.6"] });
  });
});

test("yields follow the convention", () => {
  const [found] = screen.screenPuts({ chain: chainOf(HEADERS, [IN_35, 50, "put", 1, 1, 500, -0.3]), spot: 52.4, asOf: AS_OF, rules: screen.STANDARD_RULES, convention: { base: "net", daycount: 360, compound: true }, rate: 0, dividendYield: 0 }).candidates;
  expect(found).toMatchObject({ flatYield: 1 / 49, annualised: put.annualYield({ strike: 50, premium: 1, days: 35, base: "net", daycount: 360, compound: true }) });
});

test("what has expired, expires today, or is no put", () => {
  expect(one(AS_OF - 1, 50, "put", 1, 1, 500, -0.3)).toMatchObject({ days: -1, annualised: null, reasons: ["expired 1 day ago"] });
  expect(one(AS_OF, 50, "put", 1, 1, 500, -0.3)).toMatchObject({ days: 0, reasons: ["0 days are fewer than 30"] });
  const { candidates, notes } = screened(chainOf(HEADERS, [IN_35, 50, "put", 1, 1, 500, -0.3], [IN_35, 50, "call", 3, 3, 500, 0.6], [IN_35, 55, "C", 3, 3, 500, 0.6]));
  expect([candidates.length, notes]).toEqual([1, ["2 calls were passed over: only puts are screened"]]);
  expect(() => screened(chainOf(HEADERS, [IN_35, 50, "call", 3, 3, 500, 0.6]))).toThrow(new CalcError("notAvailable", "the chain has no puts"));
  expect(() => screened(chainOf(HEADERS))).toThrow("the chain has no rows");
  expect(() => screened(chainOf(HEADERS, [IN_35, 50, "put", 1, 1, 500, -0.3]), screen.STANDARD_RULES, 0)).toThrow("spot must be above zero");
});

describe("for any chain", () => {
  const typed = fc.record({ expiry: fc.integer({ min: -5, max: 90 }).map((days) => AS_OF + days), strike: fc.integer({ min: 60, max: 130 }).map((half) => half / 2), type: fc.constantFrom("Put", "Put", "put", "Call"), bid: fc.integer({ min: 0, max: 300 }).map((cents) => cents / 50), wide: fc.integer({ min: -2, max: 20 }), openInterest: fc.constantFrom(0, 20, 99, 100, 500, 9000), delta: fc.integer({ min: -60, max: 0 }).map((hundredth) => hundredth / 100) });
  const row = typed.map(({ expiry, strike, type, bid, wide, openInterest, delta }) => [expiry, strike, type, bid, Math.max(0, bid + wide / 50), openInterest, delta]);
  const junk = fc.constantFrom<unknown>("", null, undefined, "NaN", -999, "abc", "12,5", true, "#N/A", {}, Infinity, -1, 0, "5.10%", "1,234", "Put", 1e300);
  const spoiled = fc.tuple(row, fc.nat(6), junk).map(([cells, at, cell]) => cells.map((each, place) => (place === at ? cell : each)));
  const rows = fc.array(fc.oneof({ weight: 3, arbitrary: row }, spoiled), { minLength: 1, maxLength: 30 });

  test("no row is lost, none is there twice, and nothing throws but words", () =>
    fc.assert(
      fc.property(rows, (cells) => {
        const chain = chainOf(HEADERS, ...cells);
        expect([...chain.quotes, ...chain.problems].map(({ row: at }) => at).sort((a, b) => a - b)).toEqual(cells.map((_, at) => at + 2));
        const seen = attempt(() => screened(chain));
        if (seen === null) return;
        const calls = chain.quotes.filter(({ type }) => type === "call").length;
        expect(seen.candidates.map(({ row: at }) => at).sort((a, b) => a - b)).toEqual([...chain.quotes.filter(({ type }) => type === "put"), ...chain.problems].map(({ row: at }) => at).sort((a, b) => a - b));
        expect(seen.notes.some((note) => note.includes("passed over"))).toBe(calls > 0);
        for (const candidate of seen.candidates) {
          expect(candidate.rank === null).toBe(candidate.reasons.length > 0);
          for (const value of Object.values(candidate)) if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 300 },
    ));

  test("what passes keeps every rule by plain arithmetic, what does not breaks one, and ranks follow the yield", () =>
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (cells) => {
        const seen = attempt(() => screened(chainOf(HEADERS, ...cells)));
        if (seen === null) return;
        for (const { rank, days, strike, bid, ask, openInterest, delta, premium } of seen.candidates) {
          const market = bid !== null && ask !== null && bid > 0 && ask > 0 && bid <= ask && (bid + ask) / 2 <= strike!;
          const kept = market && days! >= 30 && days! <= 45 && (ask - bid) / ((ask + bid) / 2) <= 0.1 + 1e-9 && openInterest! >= 100 && delta !== null && Math.abs(delta) <= 0.35 + 1e-9;
          expect([rank !== null, strike]).toEqual([kept, strike]);
          if (market) expect(premium).toBe((bid + ask) / 2);
        }
        const yields = seen.candidates.filter(({ rank }) => rank !== null).map(({ annualised }) => annualised!);
        expect(yields).toEqual([...yields].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    ));

  test("a stricter rule never lets more pass", () =>
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom(["Days to", 40], ["Most spread of mid", 0.05], ["Least open interest", 500], ["Most |delta|", 0.2], ["Least premium", 1], ["Target price", 48], ["Least annualised yield", 0.1]), (cells, rule) => {
        const passing = (rules: screen.Rules) => attempt(() => screened(chainOf(HEADERS, ...cells), rules))?.candidates.filter(({ rank }) => rank !== null).map(({ row: at }) => at) ?? [];
        const before = new Set(passing(screen.STANDARD_RULES));
        for (const at of passing(rulesOf(rule))) expect(before.has(at)).toBe(true);
      }),
      { numRuns: 200 },
    ));
});

/** Null where the chain has no puts at all, which is said in words. */
function attempt(seen: () => screen.Screen): screen.Screen | null {
  try {
    return seen();
  } catch (error) {
    expect(error).toBeInstanceOf(CalcError);
    return null;
  }
}
