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
  // John Hull, Options, Futures, and Other Derivatives, 9th edition, chapter 15, example 15.6: call 4.76, put 0.81
  test("Hull: S 42, K 40, six months, 10 %, 20 %", () => {
    expect(european.price(terms("call", 42, 40, 0.5, 0.2, 0.1))).toBeCloseTo(4.76, 2);
    expect(european.price(terms("put", 42, 40, 0.5, 0.2, 0.1))).toBeCloseTo(0.81, 2);
  });
  // Espen Haug, The Complete Guide to Option Pricing Formulas, 2nd edition 2007, §1.1.1: call 2.1334
  test("Haug: S 60, K 65, three months, 8 %, 30 %", () => expect(european.price(terms("call", 60, 65, 0.25, 0.3, 0.08))).toBeCloseTo(2.1334, 4));
  // Haug, §1.1.2: put on an index with a yield of 5 %: 2.4648
  test("Haug: index put, S 100, K 95, half a year, 10 %, yield 5 %, 20 %", () => expect(european.price(terms("put", 100, 95, 0.5, 0.2, 0.1, 0.05))).toBeCloseTo(2.4648, 4));
  // Hull, chapter on the Greek letters: S 49, K 50, 20 weeks, 5 %, 20 %: delta 0.522, gamma 0.066, theta −4.31 a year, vega 12.1, rho 8.91
  test("Hull: the greeks of a call, S 49, K 50, 20 weeks", () => {
    const greeks = european.greeks(terms("call", 49, 50, 0.3846, 0.2, 0.05));
    expect(greeks.delta).toBeCloseTo(0.522, 3);
    expect(greeks.gamma).toBeCloseTo(0.066, 3);
    expect(greeks.theta * 365).toBeCloseTo(-4.31, 2);
    expect(greeks.vega * 100).toBeCloseTo(12.1, 1);
    expect(greeks.rho * 100).toBeCloseTo(8.91, 2);
  });
  // Hull, chapter on Black-Scholes-Merton, implied volatility: a call of 1.875 on S 21, K 20, 10 %, three months: 23.5 %
  test("Hull: the volatility that 1.875 implies", () => {
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
