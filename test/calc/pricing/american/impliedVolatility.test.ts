import * as american from "../../../../src/calc/pricing/american";
import * as european from "../../../../src/calc/pricing/european";
import { call, put, referencesOf } from "./cases";

describe("implied volatility of American options", () => {
  test.each(["typical", "wide"] as const)("price → volatility → price, %s", (set) => {
    let [tried, most] = [0, 0];
    for (const terms of referencesOf(set)) {
      const { price, vega } = american.greeks(terms);
      const size = Math.max(terms.spot, terms.strike);
      if (vega * 100 < 1e-4 * size * Math.sqrt(terms.days / 365)) continue;
      tried++;
      most = Math.max(most, Math.abs(american.impliedVolatility({ ...terms, price }) / terms.volatility - 1));
    }
    expect(tried).toBeGreaterThan(55);
    expect(most).toBeLessThan(1e-9);
  });

  test("from the prices of the slow solver it is within a hundred-thousandth", () => {
    for (const terms of referencesOf("typical")) {
      const { vega } = american.greeks(terms);
      if (vega * 100 < 0.02 * Math.max(terms.spot, terms.strike) * Math.sqrt(terms.days / 365)) continue;
      expect([terms, Math.abs(american.impliedVolatility(terms) - terms.volatility) < 1e-5]).toEqual([terms, true]);
    }
  });

  test("taken for a European price, an American one gives a volatility that is too high", () => {
    const terms = put({ spot: 90, days: 200 });
    const price = american.price(terms);
    expect(european.impliedVolatility({ ...terms, price })).toBeGreaterThan(0.265);
    expect(american.impliedVolatility({ ...terms, price })).toBeCloseTo(0.25, 9);
  });

  test("where the European price is never so high, it is found all the same", () => {
    const terms = put({ spot: 40, days: 3650, rate: 0.06, dividendYield: 0, volatility: 0.9 });
    const price = american.price(terms);
    expect(price).toBeGreaterThan(100 * Math.exp(-0.6));
    expect(american.impliedVolatility({ ...terms, price })).toBeCloseTo(0.9, 7);
  });

  test("a cent above what exercising pays", () => {
    const terms = put({ spot: 92, days: 30 });
    const volatility = american.impliedVolatility({ ...terms, price: 8.01 });
    expect(american.price({ ...terms, volatility })).toBeCloseTo(8.01, 9);
    expect(volatility).toBeGreaterThan(0.02);
  });

  test("no dividends, a call: the European volatility, also of a price that is next to nothing", () => {
    for (const strike of [60, 90, 100, 103, 140, 600])
      for (const days of [0.9, 2.5, 30, 1300])
        for (const price of [40.3, 6, 0.17, 0.01, 1e-30]) {
          const terms = { ...call({ dividendYield: 0, strike, days }), price };
          if (price <= 100 - strike * Math.exp((-0.02 * days) / 365)) continue;
          const expected = european.impliedVolatility(terms);
          expect([terms, Math.abs(american.impliedVolatility(terms) / expected - 1) < 1e-14]).toEqual([terms, true]);
        }
  });

  test("there is none at or below what exercising pays, at or above the bound, or at expiration, and the words say so", () => {
    const refused = (words: string, terms: Parameters<typeof american.impliedVolatility>[0]) =>
      expect(() => american.impliedVolatility(terms)).toThrow(expect.objectContaining({ kind: "notAvailable", message: expect.stringContaining(words) as string }) as Error);
    refused("not above what the option is worth without any, 8", { ...put({ spot: 92 }), price: 8 });
    refused("not above what the option is worth without any, 8", { ...put({ spot: 92 }), price: 7 });
    refused("the put is always worth less than 100", { ...put({}), price: 100 });
    refused("the call is always worth less than 100", { ...call({ strike: 80 }), price: 101 });
    refused("at expiration a price says nothing about volatility", { ...put({ days: 0 }), price: 3 });
  });

  test("a price below zero is a wrong argument", () => {
    expect(() => american.impliedVolatility({ ...put({}), price: -1 })).toThrow("price must be zero or above");
  });
});
