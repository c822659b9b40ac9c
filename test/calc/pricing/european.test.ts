import { CalcError } from "../../../src/calc/check";
import * as european from "../../../src/calc/pricing/european";
import { type Greeks, type OptionTerms } from "../../../src/calc/pricing/terms";
import { distance, europeanReferences, relativeError } from "./reference";

const greekNames = ["delta", "gamma", "vega", "rho"] as const;

describe("against thirty-four digits", () => {
  test.each([
    ["typical", 1e-13],
    ["wide", 1e-11],
    ["extreme", 1e-11],
    ["near", 1e-12],
    ["long", 1e-12],
  ])("prices of %s options are within %d of themselves", (kind, limit) => {
    const errors = europeanReferences(kind)
      .filter(({ values }) => Number(values.price) > 1e-290)
      .map(({ terms, values }) => relativeError(european.price(terms), values.price));
    expect(errors.length).toBeGreaterThan(30);
    expect(Math.max(...errors)).toBeLessThan(limit);
  });

  test("no price is off by more than 4e-16 of spot or strike", () => {
    for (const kind of ["typical", "wide", "extreme", "near", "long"])
      for (const { terms, values } of europeanReferences(kind))
        expect(distance(european.price(terms), values.price) / Math.max(terms.spot, terms.strike)).toBeLessThan(4e-16);
  });

  test.each(["typical", "wide", "near", "long"])("greeks of %s options are within 1e-11 of themselves, theta of its parts", (kind) => {
    for (const { terms, values } of europeanReferences(kind)) {
      const greeks = european.greeks(terms);
      for (const name of greekNames) if (Math.abs(Number(values[name])) > 1e-290) expect([name, terms, relativeError(greeks[name], values[name]) < 1e-11]).toEqual([name, terms, true]);
      expect(distance(greeks.theta, values.theta)).toBeLessThan(1e-11 * Number(values.thetaParts));
    }
  });

  test("the price among the greeks is the price", () => {
    for (const kind of ["typical", "wide", "extreme"])
      for (const { terms } of europeanReferences(kind)) {
        const [one, other] = [european.price(terms), european.greeks(terms).price];
        expect(Math.abs(one - other)).toBeLessThanOrEqual(4e-15 * Math.max(one, 1e-300) + 1e-300);
      }
  });
});

describe("from the books", () => {
  const terms = (type: OptionTerms["type"], spot: number, strike: number, years: number, volatility: number, rate: number, dividendYield = 0): OptionTerms => ({
    type,
    spot,
    strike,
    days: years * 365,
    volatility,
    rate,
    dividendYield,
  });

  // John C. Hull, Options, Futures, and Other Derivatives, 9th edition, 2014; Espen Gaarder Haug, The Complete Guide to Option Pricing Formulas, 1998
  test.each([
    ["Hull, p. 360, example 15.6: a call on a stock", terms("call", 42, 40, 0.5, 0.2, 0.1), 4.76, 2],
    ["Hull, p. 360, example 15.6: a put on it", terms("put", 42, 40, 0.5, 0.2, 0.1), 0.81, 2],
    ["Hull, p. 396, example 17.1: an index with a yield", terms("call", 930, 900, 2 / 12, 0.2, 0.08, 0.03), 51.83, 2],
    ["Hull, p. 399, example 17.2: a currency at 10 %", terms("call", 1.6, 1.6, 0.3333, 0.1, 0.08, 0.11), 0.0285, 4],
    ["Hull, p. 399, example 17.2: the same at 20 %", terms("call", 1.6, 1.6, 0.3333, 0.2, 0.08, 0.11), 0.0639, 4],
    ["Haug, pp. 2-8: a call on a stock", terms("call", 60, 65, 0.25, 0.3, 0.08), 2.1334, 4],
    ["Haug, pp. 2-8: a put on an index with a yield", terms("put", 100, 95, 0.5, 0.2, 0.1, 0.05), 2.4648, 4],
    ["Haug, pp. 2-8: a put on a future", terms("put", 19, 19, 0.75, 0.28, 0.1, 0.1), 1.7011, 4],
    ["Haug, pp. 2-8: a call on a currency", terms("call", 1.56, 1.6, 0.5, 0.12, 0.06, 0.08), 0.0291, 4],
    ["Haug, pp. 2-8: a put with a cost of carry", terms("put", 75, 70, 0.5, 0.35, 0.1, 0.05), 4.087, 4],
  ])("%s", (_, option, price, digits) => expect(european.price(option)).toBeCloseTo(price, digits));

  const day = (greek: number): number => greek * 365;
  const hundred = (greek: number): number => greek * 100;
  const hull = european.greeks(terms("call", 49, 50, 0.3846, 0.2, 0.05));
  const haug = (...of: Parameters<typeof terms>) => european.greeks(terms(...of));
  test.each([
    ["Hull, p. 427, example 19.1: delta", hull.delta, 0.522, 3],
    ["Hull, p. 431, example 19.2: theta a year", day(hull.theta), -4.31, 2],
    ["Hull, p. 436, example 19.4: gamma", hull.gamma, 0.066, 3],
    ["Hull, p. 438, example 19.6: vega for the whole of volatility", hundred(hull.vega), 12.1, 1],
    ["Hull, p. 439, example 19.7: rho for the whole of the rate", hundred(hull.rho), 8.91, 2],
    ["Hull, p. 445, example 19.9: delta of a put on an index", haug("put", 90, 87, 0.5, 0.25, 0.09, 0.03).delta, -0.3215, 4],
    ["Haug, pp. 11-16: delta of a call on a future", haug("call", 105, 100, 0.5, 0.36, 0.1, 0.1).delta, 0.5946, 4],
    ["Haug, pp. 11-16: delta of the put", haug("put", 105, 100, 0.5, 0.36, 0.1, 0.1).delta, -0.3566, 4],
    ["Haug, pp. 11-16: gamma", haug("put", 55, 60, 0.75, 0.3, 0.1).gamma, 0.0278, 4],
    ["Haug, pp. 11-16: vega", hundred(haug("call", 55, 60, 0.75, 0.3, 0.1).vega), 18.9358, 4],
    ["Haug, pp. 11-16: theta a year of a put on an index", day(haug("put", 430, 405, 1 / 12, 0.2, 0.07, 0.05).theta), -31.1924, 4],
    ["Haug, pp. 11-16: theta a day", haug("put", 430, 405, 1 / 12, 0.2, 0.07, 0.05).theta, -0.0855, 4],
    ["Haug, pp. 11-16: rho", hundred(haug("call", 72, 75, 1, 0.19, 0.09).rho), 38.7325, 4],
  ])("%s", (_, greek, value, digits) => expect(greek).toBeCloseTo(value, digits));

  // Hull, chapter 15, on implied volatilities: a call of 1.875 on S 21, K 20, 10 %, three months: 23.5 %
  test("Hull, chapter 15: the volatility that 1.875 implies", () => {
    const { volatility: _, ...contract } = terms("call", 21, 20, 0.25, 0, 0.1);
    expect(european.impliedVolatility({ ...contract, price: 1.875 })).toBeCloseTo(0.235, 3);
  });
});

describe("laws", () => {
  const all = ["typical", "wide", "extreme"].flatMap((kind) => europeanReferences(kind)).map(({ terms }) => terms);
  const legs = ({ spot, strike, days, rate, dividendYield }: OptionTerms) => ({
    shares: spot * Math.exp((-dividendYield * days) / 365),
    cash: strike * Math.exp((-rate * days) / 365),
  });

  test("put–call parity", () => {
    for (const terms of all) {
      const { shares, cash } = legs(terms);
      const difference = european.price({ ...terms, type: "call" }) - european.price({ ...terms, type: "put" });
      expect(Math.abs(difference - (shares - cash))).toBeLessThan(1e-15 * Math.max(terms.spot, terms.strike));
    }
  });

  test("between the intrinsic value and the bound", () => {
    for (const terms of all) {
      const { shares, cash } = legs(terms);
      const price = european.price(terms);
      const slack = 1e-15 * Math.max(terms.spot, terms.strike);
      expect(price).toBeGreaterThanOrEqual(Math.max(0, terms.type === "call" ? shares - cash : cash - shares) - slack);
      expect(price).toBeLessThanOrEqual((terms.type === "call" ? shares : cash) + slack);
    }
  });

  test("the more volatility, the dearer", () => {
    for (const terms of all) expect(european.price({ ...terms, volatility: terms.volatility * 1.01 })).toBeGreaterThanOrEqual(european.price(terms) * (1 - 1e-12));
  });

  test("twice the share and twice the strike cost twice as much", () => {
    for (const terms of all) {
      const price = european.price(terms);
      expect(Math.abs(european.price({ ...terms, spot: 2 * terms.spot, strike: 2 * terms.strike }) - 2 * price)).toBeLessThanOrEqual(4e-16 * price);
    }
  });

  test("a call on shares is a put on cash: strike and spot, rate and yield change places", () => {
    for (const terms of all) {
      const mirrored = { ...terms, type: "put", spot: terms.strike, strike: terms.spot, rate: terms.dividendYield, dividendYield: terms.rate } as const;
      const price = european.price({ ...terms, type: "call" });
      expect(Math.abs(european.price(mirrored) - price)).toBeLessThanOrEqual(1e-11 * price + 1e-15 * Math.max(terms.spot, terms.strike));
    }
  });

  test("where the formula changes its form, the value and its greeks go on without a step", () => {
    // s = volatility × √years at which half of it is 0.21, and at which h + t is 0.85, for options ever further out
    for (const x of [-1e-6, -0.01, -0.3, -2, -20])
      for (const s of [0.42, 0.85 + Math.sqrt(0.85 * 0.85 - 2 * x)]) {
        const terms = (volatility: number): OptionTerms => ({ type: "call", spot: 100 * Math.exp(x), strike: 100, days: 365, volatility, rate: 0, dividendYield: 0 });
        const [below, above] = [european.greeks(terms(s * (1 - 1e-14))), european.greeks(terms(s * (1 + 1e-14)))];
        const steepness = 1 + (x / s) ** 2;
        for (const name of ["price", "delta", "gamma", "vega", "theta"] as const)
          if (Math.abs(below[name]) > 1e-290) expect(Math.abs(above[name] / below[name] - 1)).toBeLessThan(1e-13 * steepness);
      }
  });

  test("the greeks are the differences of prices", () => {
    for (const { terms } of europeanReferences("typical")) {
      const bump = (field: keyof OptionTerms, by: number): number =>
        (european.price({ ...terms, [field]: (terms[field] as number) + by }) - european.price({ ...terms, [field]: (terms[field] as number) - by })) / (2 * by);
      const { delta, vega, rho, theta }: Greeks = european.greeks(terms);
      const near = (one: number, other: number): void => expect(Math.abs(one - other)).toBeLessThan(1e-5 * (Math.abs(other) + 0.01));
      near(bump("spot", 1e-4 * terms.spot), delta);
      near(bump("volatility", 1e-4) * 0.01, vega);
      near(bump("rate", 1e-4) * 0.01, rho);
      near(-bump("days", Math.min(0.01, terms.days / 100)), theta);
    }
  });
});

describe("at the ends", () => {
  const base: OptionTerms = { type: "put", spot: 48, strike: 50, days: 30, volatility: 0.3, rate: 0.04, dividendYield: 0.01 };
  test("at expiration the value is intrinsic, whatever the volatility", () => {
    expect(european.greeks({ ...base, days: 0 })).toEqual({ price: 2, delta: -1, gamma: 0, theta: 0, vega: 0, rho: 0 });
    expect(european.price({ ...base, days: 0, spot: 55 })).toBe(0);
    expect(european.greeks({ ...base, days: 0, spot: 50 })).toMatchObject({ price: 0, delta: -0.5, gamma: 0 });
  });
  test("without volatility it is that of the forward, and the limit of little volatility", () => {
    const still = european.greeks({ ...base, volatility: 0 });
    const nearly = european.greeks({ ...base, volatility: 1e-9 });
    expect(still.price).toBeCloseTo(50 * Math.exp(-0.04 * (30 / 365)) - 48 * Math.exp(-0.01 * (30 / 365)), 12);
    for (const name of ["price", "delta", "theta", "vega", "rho"] as const) expect(nearly[name]).toBeCloseTo(still[name], 12);
  });
  test("a moment before expiration nothing jumps", () => {
    const [late, end] = [european.greeks({ ...base, days: 1e-9 }), european.greeks({ ...base, days: 0 })];
    for (const name of ["price", "delta", "gamma", "vega", "rho"] as const) expect(late[name]).toBeCloseTo(end[name], 9);
  });
  test("fractions of a day count", () => expect(european.price({ ...base, spot: 50, days: 0.25 })).toBeCloseTo(50 * 0.3 * Math.sqrt(0.25 / 365) * 0.3989, 2));

  test.each([
    [{ spot: 0 }, "spot must be above zero"],
    [{ strike: -1 }, "strike must be above zero"],
    [{ days: -1 }, "days must be zero or above"],
    [{ volatility: -0.1 }, "volatility must be zero or above"],
    [{ volatility: NaN }, "volatility must be a number"],
    [{ rate: Infinity }, "rate must be a number"],
    [{ dividendYield: "2%" as unknown as number }, "dividend_yield must be a number"],
    [{ type: "straddle" as "put" }, 'type must be "put" or "call"'],
  ])("%j is refused", (wrong, words) => {
    for (const ask of [european.price, european.greeks]) expect(() => ask({ ...base, ...wrong })).toThrow(new CalcError("value", words));
  });
  test("what no number can hold is refused", () => expect(() => european.price({ ...base, spot: 1e300, strike: 1e300, rate: -1000 })).toThrow("too large"));
});
