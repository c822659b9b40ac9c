import fc from "../../properties";
import { type Shock, type StressRow, chanceAssigned, stress } from "../../../src/calc/portfolio";
import { american, chances, european } from "../../../src/calc";
import { bookOf, option, shares } from "../ledger/books";
import { SMALL, STOCKS, TODAY, dayNumber } from "./portfolios";

const NONE: Shock = { shock: 0, volatilityShock: 0, asOf: TODAY, rate: 0, correlation: null };
const rowOf = (rows: readonly StressRow[], ticker: string): StressRow => rows.find((row) => row.ticker === ticker)!;
const put = (ticker: string, strike: number, expiry: string, rest = {}) => option("2026-02-10", "Sell to open", "Put", { ticker, strike, expiry, price: 1, ...rest });

test("a fall by 15 % with volatility 15 points higher, position by position from the values of single options", () => {
  const rows = stress(SMALL, STOCKS, { ...NONE, shock: -0.15, volatilityShock: 0.15 });
  const value = (type: "put" | "call", spot: number, strike: number, days: number, volatility: number): number => european.price({ type, spot, strike, days, volatility, rate: 0, dividendYield: 0 });
  const change = (type: "put" | "call", spot: number, strike: number, days: number, volatility: number): number => value(type, spot * 0.85, strike, days, volatility + 0.15) - value(type, spot, strike, days, volatility);
  // without interest and dividends the American option is worth what the European is
  const losses = { AAA: 200 * change("put", 52, 50, 16, 0.35) + 100 * change("put", 52, 48, 16, 0.35), BBB: 100 * change("put", 85, 80, 44, 0.3) };
  const gain = -100 * change("call", 32, 32, 16, 0.25);
  expect(rowOf(rows, "AAA")).toEqual({ ticker: "AAA", priceNow: 52, priceThen: expect.closeTo(44.2, 12), putsLoss: expect.closeTo(losses.AAA, 9), callsGain: 0, sharesLoss: 0, total: expect.closeTo(-losses.AAA, 9), assigned: 3 });
  expect(rowOf(rows, "BBB")).toMatchObject({ priceThen: expect.closeTo(72.25, 12), putsLoss: expect.closeTo(losses.BBB, 9), assigned: 1 });
  expect(rowOf(rows, "CCC")).toEqual({ ticker: "CCC", priceNow: 32, priceThen: expect.closeTo(27.2, 12), putsLoss: 0, callsGain: expect.closeTo(gain, 9), sharesLoss: expect.closeTo(480, 9), total: expect.closeTo(gain - 480, 9), assigned: 0 });
  expect(rowOf(rows, "Total")).toEqual({
    ticker: "Total", priceNow: null, priceThen: null, putsLoss: expect.closeTo(losses.AAA + losses.BBB, 9), callsGain: expect.closeTo(gain, 9), sharesLoss: expect.closeTo(480, 9),
    total: expect.closeTo(gain - losses.AAA - losses.BBB - 480, 9), assigned: 4,
  });
});

test("staggered or not, one fall costs the same: the three of 2, 4 and 6 weeks lie within 2 % of one another (5 % out of the money, −15 %, volatility 30 % to 45 %)", () => {
  const loss = (expiry: string): number => -stress(bookOf([put("XYZ", 95, expiry)]), [{ ticker: "XYZ", sector: "", price: 100, volatility: 0.3 }], { ...NONE, shock: -0.15, volatilityShock: 0.15 }).at(-1)!.total! / 100;
  const [two, four, six] = [loss("2026-03-18"), loss("2026-04-01"), loss("2026-04-15")];
  expect([two, four, six].map((one) => one.toFixed(2))).toEqual(["9.79", "9.81", "9.92"]);
});

test("with interest a put far in the money is American: it falls by what the share falls, not by less", () => {
  const book = bookOf([put("XYZ", 100, "2027-03-04")]);
  const [row] = stress(book, [{ ticker: "XYZ", sector: "", price: 60, volatility: 0.2 }], { ...NONE, shock: -0.1, rate: 0.05 });
  const terms = { type: "put", strike: 100, days: 365, volatility: 0.2, rate: 0.05, dividendYield: 0 } as const;
  expect(row!.putsLoss).toBeCloseTo(100 * (american.price({ ...terms, spot: 54 }) - american.price({ ...terms, spot: 60 })), 8);
  expect(row!.putsLoss).toBeCloseTo(600, 6);
  expect(100 * (european.price({ ...terms, spot: 54 }) - european.price({ ...terms, spot: 60 }))).toBeLessThan(599);
});

test("index options that are settled in cash are European", () => {
  const terms = { type: "put", strike: 6000, days: 365, volatility: 0.2, rate: 0.05, dividendYield: 0 } as const;
  const loss = (ticker: string): number => Number(stress(bookOf([put(ticker, 6000, "2027-03-04")]), [{ ticker, sector: "", price: 4000, volatility: 0.2 }], { ...NONE, shock: -0.1, rate: 0.05 })[0]!.putsLoss);
  expect(loss("SPX")).toBeCloseTo(100 * (european.price({ ...terms, spot: 3600 }) - european.price({ ...terms, spot: 4000 })), 6);
  for (const ticker of ["SPY", "OEX"]) expect(loss(ticker)).toBeGreaterThan(loss("SPX") + 100); // OEX is settled in cash, and American
});

test("bought puts lower the loss; bought calls lose", () => {
  const book = bookOf([
    put("XYZ", 50, "2026-04-17"),
    option("2026-02-10", "Buy to open", "Put", { ticker: "XYZ", strike: 50, expiry: "2026-04-17", price: 1 }),
    option("2026-02-10", "Buy to open", "Call", { ticker: "XYZ", strike: 50, expiry: "2026-04-17", price: 1 }),
  ]);
  const [row] = stress(book, [{ ticker: "XYZ", sector: "", price: 52, volatility: 0.3 }], { ...NONE, shock: -0.2 });
  expect(row).toMatchObject({ putsLoss: 0, assigned: 1 });
  expect(row!.callsGain).toBeLessThan(-100);
  expect(row!.total).toBe(row!.callsGain);
});

describe("assigned is in the money by a cent", () => {
  test.each([[50, 0], [49.995, 0], [49.99, 1], [49, 1]])("a put of 50 at %d: %d", (price, contracts) => {
    expect(stress(bookOf([put("XYZ", 50, "2026-04-17")]), [{ ticker: "XYZ", sector: "", price, volatility: 0.3 }], NONE)[0]!.assigned).toBe(contracts);
  });
});

describe("what is missing is said, and hides nothing else", () => {
  test("no price: nothing is known; no volatility: what hangs on options is not", () => {
    const rows = stress(SMALL, [{ ...STOCKS[0]!, volatility: null }, STOCKS[2]!], { ...NONE, shock: -0.1 });
    expect(rowOf(rows, "AAA")).toEqual({ ticker: "AAA", priceNow: 52, priceThen: expect.closeTo(46.8, 12), putsLoss: "no volatility on the Watchlist", callsGain: null, sharesLoss: 0, total: null, assigned: 3 });
    expect(rowOf(rows, "BBB")).toEqual({ ticker: "BBB", priceNow: "no price on the Watchlist", priceThen: null, putsLoss: null, callsGain: null, sharesLoss: null, total: null, assigned: null });
    expect(rowOf(rows, "Total")).toMatchObject({ priceNow: "without AAA, BBB", total: rowOf(rows, "CCC").total, assigned: 0 });
  });

  test("28 is no volatility, and no shock may take more than there is", () => {
    expect(stress(SMALL, [{ ...STOCKS[0]!, volatility: 28 }], NONE)[0]!.putsLoss).toBe("28 is no volatility: 0.28 or 28 % is meant on the Watchlist");
    expect(stress(SMALL, STOCKS, { ...NONE, volatilityShock: -0.32 }).map(({ putsLoss }) => typeof putsLoss)).toEqual(["number", "string", "string", "number"]);
  });

  test("shares alone, and options at or past their expiration, need no volatility", () => {
    const book = bookOf([shares("2026-01-05", "Buy", 100, 30, { ticker: "SSS" }), put("EEE", 50, "2026-03-04"), put("EEE", 55, "2026-02-27")]);
    const rows = stress(book, [{ ticker: "SSS", sector: "", price: 40, volatility: null }, { ticker: "EEE", sector: "", price: 52, volatility: null }], { ...NONE, shock: -0.5, correlation: 0.5 });
    expect(rowOf(rows, "SSS")).toMatchObject({ sharesLoss: 2000, total: -2000 });
    // intrinsic values: 0 and 3 before, 24 and 29 after
    expect(rowOf(rows, "EEE")).toMatchObject({ putsLoss: 5000, assigned: 2 });
    expect(rows.slice(-2).map(({ assigned }) => assigned)).toEqual([1, 1]);
  });
});

describe("chance that at least half of the puts are assigned", () => {
  test("two rows, now and then, from each put's own chance", () => {
    const rows = stress(SMALL, STOCKS, { ...NONE, shock: -0.1, volatilityShock: 0.1, correlation: 0.4 });
    const chance = (spot: number, strike: number, days: number, volatility: number): number => chances.inTheMoney({ type: "put", spot, strike, days, volatility, rate: 0, dividendYield: 0 });
    const asked = (fall: number, more: number): number =>
      chanceAssigned({
        least: 2, correlation: 0.4,
        stocks: [[{ contracts: 1, chance: chance(52 * fall, 48, 16, 0.35 + more) }, { contracts: 2, chance: chance(52 * fall, 50, 16, 0.35 + more) }], [{ contracts: 1, chance: chance(85 * fall, 80, 44, 0.3 + more) }]],
      });
    expect(rows.slice(-2)).toMatchObject([
      { ticker: "P(at least half of the puts assigned) now", priceNow: "2 of 4 contracts, correlation 0.4", assigned: expect.closeTo(asked(1, 0), 12), total: null },
      { ticker: "P(at least half of the puts assigned) then", priceNow: "2 of 4 contracts, correlation 0.4", assigned: expect.closeTo(asked(0.9, 0.1), 12) },
    ]);
    expect(rows.at(-1)!.assigned!).toBeGreaterThan(rows.at(-2)!.assigned!);
  });

  test("half of three is two", () => {
    const book = bookOf([put("AAA", 50, "2026-03-20", { quantity: 2 }), put("BBB", 80, "2026-04-17")]);
    expect(stress(book, STOCKS, { ...NONE, correlation: 0 }).at(-1)!.priceNow).toBe("2 of 3 contracts, correlation 0");
  });

  test("no put, no chance: said in words", () => {
    expect(() => stress(bookOf([]), [], { ...NONE, correlation: 0.5 })).toThrow("no sold put is open whose chance of assignment is known: leave correlation out");
  });
});

test("wrong arguments are refused in words", () => {
  const ask = (rest: Partial<Shock>) => () => stress(SMALL, STOCKS, { ...NONE, ...rest });
  expect(ask({ shock: -1 })).toThrow("shock must be above -1: -0.15 is a fall by 15 %");
  expect(ask({ shock: NaN })).toThrow("shock must be a number");
  expect(ask({ volatilityShock: Infinity })).toThrow("vol_shock must be a number");
  expect(ask({ correlation: 2 })).toThrow("correlation must be between 0 and 1");
  expect(ask({ rate: NaN })).toThrow("rate must be a number");
});

describe("laws", () => {
  const positions = fc.array(
    fc.record({ ticker: fc.constantFrom("AAA", "BBB", "CCC"), type: fc.constantFrom("Put" as const, "Call" as const), strike: fc.integer({ min: 20, max: 120 }), days: fc.integer({ min: 1, max: 300 }), quantity: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 8 },
  );
  const dayName = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
  const book = (all: readonly { ticker: string; type: "Put" | "Call"; strike: number; days: number; quantity: number }[]) =>
    bookOf(all.map(({ type, days, ...rest }) => option(dayName(TODAY), "Sell to open", type, { ...rest, expiry: dayName(TODAY + days), price: 1 })));

  test("no shock changes nothing; the total is the sum of its rows", () => {
    fc.assert(
      fc.property(positions, fc.double({ min: -0.9, max: 1, noNaN: true }), fc.double({ min: -0.1, max: 0.5, noNaN: true }), fc.constantFrom(0, 0.04), (all, shock, volatilityShock, rate) => {
        for (const row of stress(book(all), STOCKS, { ...NONE, rate })) expect([row.putsLoss, row.callsGain, row.sharesLoss, row.total]).toEqual([0, 0, 0, 0]);
        const rows = stress(book(all), STOCKS, { ...NONE, shock, volatilityShock, rate });
        const sum = rows.slice(0, -1).reduce((so, { total }) => so + total!, 0);
        expect(rows.at(-1)!.total).toBeCloseTo(sum, 6);
      }),
      { numRuns: 60 },
    );
  });

  test("a deeper fall never costs sold puts less, and never assigns fewer", () => {
    fc.assert(
      fc.property(positions, fc.double({ min: -0.95, max: 0.5, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }), (all, shock, deeper) => {
        const at = (fall: number): StressRow => stress(book(all), STOCKS, { ...NONE, shock: Math.max(-0.99, fall) }).at(-1)!;
        const [one, other] = [at(shock), at(shock - deeper)];
        expect(Number(other.putsLoss)).toBeGreaterThanOrEqual(Number(one.putsLoss) - 1e-6);
        expect(other.assigned!).toBeGreaterThanOrEqual(one.assigned!);
      }),
      { numRuns: 60 },
    );
  });
});

test("the golden day is what the test says", () => expect(dayNumber("2026-03-20") - TODAY).toBe(16));
