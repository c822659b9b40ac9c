import { CalcError } from "../../../src/calc/check";
import * as european from "../../../src/calc/pricing/european";
import { europeanReferences, relativeError, volatilityReferences } from "./reference";

/** One unit: what a rounding in the last place of the inputs does to the answer. */
const ROUNDING = 2.220446049250313e-16;

test.each(["typical", "wide", "hard"])("%s prices: within 4 units of what the rounding of the inputs allows", (kind) => {
  const units = volatilityReferences(kind).map(({ terms, volatility, condition }) => relativeError(european.impliedVolatility(terms), volatility) / (ROUNDING * (1 + condition)));
  expect(units.length).toBeGreaterThan(55);
  expect(Math.max(...units)).toBeLessThan(4);
});

test("from a price to its volatility and back", () => {
  for (const kind of ["typical", "wide", "hard"])
    for (const { terms } of volatilityReferences(kind)) {
      const back = european.price({ ...terms, volatility: european.impliedVolatility(terms) });
      expect(Math.abs(back - terms.price)).toBeLessThanOrEqual(2e-13 * terms.price + 1e-15 * Math.max(terms.spot, terms.strike));
    }
});

test("from a volatility to its price and back, where the price holds it", () => {
  for (const { terms } of europeanReferences("typical")) {
    const { price, vega } = european.greeks(terms);
    const found = european.impliedVolatility({ ...terms, price });
    const legs = price + terms.spot + terms.strike;
    expect(Math.abs(found - terms.volatility)).toBeLessThan(4 * ROUNDING * (terms.volatility + legs / (vega * 100)));
  }
});

describe("a price that no volatility gives", () => {
  const put = { type: "put", spot: 48, strike: 50, days: 30, rate: 0.04, dividendYield: 0 } as const;
  const call = { ...put, type: "call", spot: 52 } as const;
  const refused = (terms: Parameters<typeof european.impliedVolatility>[0], words: RegExp): void => {
    const thrown = ((): unknown => {
      try {
        return european.impliedVolatility(terms);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(CalcError);
    expect([(thrown as CalcError).kind, (thrown as CalcError).message]).toEqual(["notAvailable", expect.stringMatching(words)]);
  };
  test("below intrinsic value", () => refused({ ...put, price: 1.5 }, /^no volatility gives this price: it is not above the intrinsic value, 1\.8\d*$/));
  test("nothing at all", () => refused({ ...put, spot: 60, price: 0 }, /not above the intrinsic value, 0$/));
  test("a put at its discounted strike", () => refused({ ...put, price: 49.9 }, /the put is always worth less than 49\.83\d*$/));
  test("a call at the share itself", () => refused({ ...call, price: 52 }, /the call is always worth less than 52$/));
  test("at expiration", () => refused({ ...put, days: 0, price: 2.5 }, /^at expiration a price says nothing/));
  test("a price below zero is a wrong argument", () => expect(() => european.impliedVolatility({ ...put, price: -1 })).toThrow(new CalcError("value", "price must be zero or above")));
});

test("a hair above intrinsic value and a hair below the bound there are answers, small and large", () => {
  const terms = { type: "put", spot: 60, strike: 50, days: 30, rate: 0, dividendYield: 0 } as const;
  expect(european.impliedVolatility({ ...terms, price: 1e-280 })).toBeGreaterThan(0.005);
  expect(european.impliedVolatility({ ...terms, price: 50 - 1e-12 })).toBeGreaterThan(20);
  expect(european.price({ ...terms, volatility: european.impliedVolatility({ ...terms, price: 1e-280 }) }) / 1e-280).toBeCloseTo(1, 11);
});
