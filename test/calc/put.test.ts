import fc from "../properties";
import { DAYCOUNTS, annualised, put } from "../../src/calc";

const strikes = fc.integer({ min: 50, max: 500_000 }).map((cents) => cents / 100);
const parts = fc.integer({ min: 0, max: 1000 }).map((count) => count / 1000);
const puts = fc.tuple(strikes, parts).map(([strike, part]) => ({ strike, premium: strike * part }));
const prices = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
const lots = fc.record({ contracts: fc.integer({ min: 1, max: 1000 }), multiplier: fc.constantFrom(1, 10, 100, 150) });
const holds = <T extends unknown[]>(law: fc.IPropertyWithHooks<T>) => fc.assert(law, { numRuns: 500 });

describe("break-even", () => {
  test("is the strike less the premium (Options Industry Council, Cash-Secured Put)", () => expect(put.breakeven({ strike: 50, premium: 1.25 })).toBe(48.75));
  test("fees raise it", () => expect(put.breakeven({ strike: 50, premium: 1.25, fees: 0.01 })).toBeCloseTo(48.76, 12));
  test("and the most that is gained on a share add up to the strike", () =>
    holds(fc.property(puts, (sold) => expect(put.breakeven(sold) + put.maxGain({ ...sold, multiplier: 1 })).toBeCloseTo(sold.strike, 8))));
  test("is where the profit is nothing", () =>
    holds(fc.property(puts, (sold) => expect(put.profit({ ...sold, price: put.breakeven(sold) })).toBeCloseTo(0, 6))));
  test("of strikeFor's strike is the target price", () =>
    holds(
      fc.property(strikes, parts, (targetPrice, part) => {
        const premium = targetPrice * part;
        expect(put.breakeven({ strike: put.strikeFor({ targetPrice, premium }), premium })).toBeCloseTo(targetPrice, 8);
      }),
    ));
});

describe("yield: one trade, 50 strike, 0.95, 45 days, under the conventions in use (the field's own figures)", () => {
  const sold = { strike: 50, premium: 0.95, days: 45 };
  test.each([
    ["strike, 365 (brokers, thetadeskhq)", {}, 0.1541],
    ["strike, 360", { daycount: 360 as const }, 0.152],
    ["strike, 365.25", { daycount: 365.25 as const }, 0.1542],
    ["strike, 52 weeks", { daycount: 364 as const }, 0.1537],
    ["net, 365 (Blue Collar Investor)", { base: "net" as const }, 0.1571],
    ["strike, compound", { compound: true }, 0.1649],
    ["net, compound", { base: "net" as const, compound: true }, 0.1684],
  ])("%s", (_, convention, wanted) => expect(put.annualYield({ ...sold, ...convention })).toBeCloseTo(wanted, 4));
  test("252 days a year is for those who count trading days: 31 of them, compound", () =>
    expect(put.annualYield({ strike: 50, premium: 0.95, days: 31, daycount: 252, compound: true })).toBeCloseTo(0.1653, 4));
});

describe("yield", () => {
  test("without days is flat", () => expect(put.annualYield({ strike: 50, premium: 0.95, days: null })).toBe(0.95 / 50));
  test("of a put that ends on the day it was sold counts one day", () =>
    expect(put.annualYield({ strike: 50, premium: 0.95, days: 0.2 })).toBe(put.annualYield({ strike: 50, premium: 0.95, days: 1 })));
  test("fees lower it", () => expect(put.flatYield({ strike: 50, premium: 0.95, fees: 0.05 })).toBeCloseTo(0.018, 12));
  test("on the net base is never below that on the strike", () =>
    holds(
      fc.property(puts, (sold) => {
        fc.pre(sold.premium < sold.strike);
        expect(put.flatYield({ ...sold, base: "net" })).toBeGreaterThanOrEqual(put.flatYield(sold));
      }),
    ));
  test("over a whole year is the flat one, simple or compound", () =>
    holds(
      fc.property(puts, fc.constantFrom(...DAYCOUNTS), fc.boolean(), (sold, daycount, compound) =>
        expect(put.annualYield({ ...sold, days: daycount, daycount, compound })).toBeCloseTo(put.flatYield(sold), 10),
      ),
    ));
  test("compounded and taken apart again is the flat one", () =>
    holds(
      fc.property(parts, fc.integer({ min: 20, max: 700 }), (flat, days) =>
        expect((1 + annualised({ flat, days, daycount: 365, compound: true })) ** (days / 365) - 1).toBeCloseTo(flat, 8),
      ),
    ));
  test("of premiumFor's premium is the yield that was asked for", () =>
    holds(
      fc.property(strikes, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 300 }), fc.constantFrom(...DAYCOUNTS), (strike, mille, days, daycount) => {
        const targetYield = mille / 1500;
        const premium = put.premiumFor({ strike, targetYield, days, daycount });
        expect(put.annualYield({ strike, premium, days, daycount })).toBeCloseTo(targetYield, 10);
      }),
    ));
  test("that no put can pay has no answer", () => {
    const ask = () => put.premiumFor({ strike: 50, targetYield: 3, days: 365 });
    expect(ask).toThrow("no put pays that much: the premium would be above the strike");
    expect(ask).toThrow(expect.objectContaining({ kind: "notAvailable" }));
  });
});

describe("gain and loss", () => {
  test("most gain and most loss add up to the collateral", () =>
    holds(
      fc.property(puts, lots, (sold, lot) => {
        const { strike } = sold;
        const whole = put.collateral({ strike, ...lot });
        expect(put.maxGain({ ...sold, ...lot }) + put.maxLoss({ ...sold, ...lot })).toBeCloseTo(whole, 4);
      }),
    ));
  test("profit stays between the most loss and the most gain, and reaches both", () =>
    holds(
      fc.property(puts, lots, prices, (sold, lot, price) => {
        const [least, most] = [-put.maxLoss({ ...sold, ...lot }), put.maxGain({ ...sold, ...lot })];
        const at = put.profit({ ...sold, ...lot, price });
        expect(at).toBeGreaterThanOrEqual(least - 1e-6);
        expect(at).toBeLessThanOrEqual(most);
        expect(put.profit({ ...sold, ...lot, price: sold.strike })).toBeCloseTo(most, 6);
        expect(put.profit({ ...sold, ...lot, price: 0 })).toBeCloseTo(least, 4);
      }),
    ));
  test("a higher price at expiration never earns less", () =>
    holds(fc.property(puts, prices, prices, (sold, one, other) => expect(put.profit({ ...sold, price: Math.max(one, other) })).toBeGreaterThanOrEqual(put.profit({ ...sold, price: Math.min(one, other) })))));
});

describe("against the price now", () => {
  test("cushion is the fall to the break-even", () =>
    holds(fc.property(puts, prices.map((price) => price + 0.01), (sold, spot) => expect(spot * (1 - put.cushion({ ...sold, spot }))).toBeCloseTo(put.breakeven(sold), 7))));
  test("the static return of an out-of-the-money put is its flat yield", () =>
    holds(fc.property(puts, parts, (sold, above) => expect(put.staticReturn({ ...sold, spot: sold.strike * (1 + above) })).toBeCloseTo(put.flatYield(sold), 12))));
  test("intrinsic value is not income: 50 put at 1.75, stock at 49", () => expect(put.staticReturn({ spot: 49, strike: 50, premium: 1.75 })).toBeCloseTo(0.015, 12));
});

describe("contracts that some cash secures", () => {
  test.each([
    [10_000, 50, 1, 2],
    [9_999.99, 50, 1, 1],
    [4_999, 50, 1, 0],
    [25_000, 48, 0.5, 2],
    [0, 50, 1, 0],
  ])("%d dollars, strike %d, share %d: %d", (cash, strike, share, contracts) => expect(put.contractsAffordable({ cash, strike, share })).toBe(contracts));
  test("none is lost to binary rounding", () =>
    holds(fc.property(strikes, fc.integer({ min: 1, max: 500 }), (strike, contracts) => expect(put.contractsAffordable({ cash: (strike * 100 * contracts) / 0.7, strike, share: 0.7 })).toBe(contracts))));
  test("their collateral fits into the cash, and one more would not", () =>
    holds(
      fc.property(prices, strikes, (cash, strike) => {
        const contracts = put.contractsAffordable({ cash, strike });
        expect(contracts * strike * 100).toBeLessThanOrEqual(cash + 1e-4);
        expect((contracts + 1) * strike * 100).toBeGreaterThan(cash);
      }),
    ));
});
