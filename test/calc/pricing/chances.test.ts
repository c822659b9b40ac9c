import { CalcError } from "../../../src/calc/check";
import * as chances from "../../../src/calc/pricing/chances";
import * as european from "../../../src/calc/pricing/european";
import { type OptionTerms } from "../../../src/calc/pricing/terms";
import { europeanReferences, relativeError } from "./reference";

const put: OptionTerms = { type: "put", spot: 52, strike: 50, days: 30, volatility: 0.35, rate: 0.04, dividendYield: 0.01 };

test.each(["typical", "wide"])("the chance in the money of %s options is exact", (kind) => {
  for (const { terms, values } of europeanReferences(kind))
    if (Number(values.inTheMoney) > 1e-290) expect(relativeError(chances.inTheMoney(terms), values.inTheMoney)).toBeLessThan(1e-11);
});

test("put and call share out certainty", () => expect(chances.inTheMoney(put) + chances.inTheMoney({ ...put, type: "call" })).toBeCloseTo(1, 15));

test("the chance in the money is what the strike's price says: how the put's value grows with its strike", () => {
  const price = (strike: number): number => european.price({ ...put, strike });
  const slope = (price(50.001) - price(49.999)) / 0.002;
  expect(chances.inTheMoney(put)).toBeCloseTo(slope * Math.exp(0.04 * (30 / 365)), 8);
});

describe("a touch", () => {
  test("at the strike it is certain, and without a day left or volatility it is so or not", () => {
    expect(chances.ofTouch({ ...put, spot: 50 })).toBe(1);
    expect(chances.ofTouch({ ...put, days: 0 })).toBe(0);
    expect(chances.ofTouch({ ...put, volatility: 0 })).toBe(0);
    expect(chances.ofTouch({ ...put, volatility: 0, rate: -0.9 })).toBe(1);
  });
  test("the reflection principle: without drift of the logarithm it is exactly twice the chance to end beyond", () => {
    const noDrift = { ...put, rate: 0.5 * 0.35 * 0.35, dividendYield: 0 };
    expect(chances.ofTouch(noDrift)).toBeCloseTo(2 * chances.inTheMoney(noDrift), 14);
    const above = { ...noDrift, type: "call", strike: 55 } as const;
    expect(chances.ofTouch(above)).toBeCloseTo(2 * chances.inTheMoney(above), 14);
  });
  test("it is never less likely than ending beyond", () => {
    for (const kind of ["typical", "wide", "extreme"])
      for (const { terms } of europeanReferences(kind)) {
        const beyond = chances.inTheMoney({ ...terms, type: terms.strike < terms.spot ? "put" : "call" });
        expect(chances.ofTouch(terms)).toBeGreaterThanOrEqual(beyond * (1 - 1e-9));
        expect(chances.ofTouch(terms)).toBeLessThanOrEqual(1);
      }
  });
  test.each([
    ["a month", put],
    ["a year with a drift away from the strike", { ...put, days: 365, rate: 0.5, volatility: 0.2 }],
  ])("a walk of four thousand steps touches as often: %s", (_, terms) => {
    // binomial walk with the strike as a level of its own: the share of weight that reaches it
    const steps = 4000;
    const years = terms.days / 365;
    const up = Math.exp(terms.volatility * Math.sqrt(years / steps));
    const chanceUp = (Math.exp(((terms.rate - terms.dividendYield) * years) / steps) - 1 / up) / (up - 1 / up);
    const level = Math.round(Math.log(terms.spot / terms.strike) / Math.log(up));
    const reached = reachedBelow(level, steps, chanceUp);
    const onGrid = { ...terms, strike: terms.spot * up ** -level };
    expect(chances.ofTouch(onGrid)).toBeCloseTo(reached, 3);
  });
});

/** Chance that a walk of so many steps is so many levels down at some time. */
function reachedBelow(level: number, steps: number, chanceUp: number): number {
  let alive = new Float64Array(2 * steps + 1);
  alive[steps] = 1;
  let reached = 0;
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(2 * steps + 1);
    for (let at = steps - level + 1; at < 2 * steps; at++) {
      const weight = alive[at]!;
      if (weight === 0) continue;
      next[at + 1] = next[at + 1]! + weight * chanceUp;
      if (at - 1 === steps - level) reached += weight * (1 - chanceUp);
      else next[at - 1] = next[at - 1]! + weight * (1 - chanceUp);
    }
    alive = next;
  }
  return reached;
}

describe("profit of a put sold", () => {
  test("is the chance to end above the break-even", () =>
    expect(chances.ofProfit({ ...put, premium: 1.25 })).toBeCloseTo(1 - chances.inTheMoney({ ...put, strike: 48.75 }), 15));
  test("is more than that of expiring worthless, less with a smaller premium", () => {
    const [some, more] = [0.5, 1.25].map((premium) => chances.ofProfit({ ...put, premium }));
    expect(some).toBeGreaterThan(1 - chances.inTheMoney(put));
    expect(more).toBeGreaterThan(some!);
  });
  test("at expiration it is known", () => {
    expect(chances.ofProfit({ ...put, days: 0, premium: 1.25 })).toBe(1);
    expect(chances.ofProfit({ ...put, days: 0, premium: 1.25, spot: 48 })).toBe(0);
    expect(chances.ofProfit({ ...put, days: 0, premium: 2, spot: 48 })).toBe(0.5);
  });
  test("a put that paid its whole strike cannot lose", () => expect(chances.ofProfit({ ...put, premium: 50 })).toBe(1));
  test("a premium above the strike is refused", () => expect(() => chances.ofProfit({ ...put, premium: 51 })).toThrow("premium must not be above strike"));
});

test("the expected move is a standard deviation in calendar days", () => {
  expect(chances.expectedMove({ spot: 100, volatility: 0.2, days: 365 })).toBeCloseTo(20, 13);
  expect(chances.expectedMove({ spot: 52, volatility: 0.35, days: 30 })).toBeCloseTo(5.2178, 4);
  expect(chances.expectedMove({ spot: 52, volatility: 0.35, days: 0 })).toBe(0);
});

describe("the strike for a delta", () => {
  const { strike: _, ...market } = put;
  test.each(["put", "call"] as const)("has that delta (%s)", (type) => {
    for (const delta of [0.001, 0.05, 0.16, 0.2, 0.3, 0.5, 0.8, 0.99]) {
      const strike = chances.strikeForDelta({ ...market, type, delta });
      expect(Math.abs(european.greeks({ ...market, type, strike }).delta)).toBeCloseTo(delta, 13);
    }
  });
  test("a put's delta may be typed with either sign, a call's not", () => {
    expect(chances.strikeForDelta({ ...market, delta: -0.2 })).toBe(chances.strikeForDelta({ ...market, delta: 0.2 }));
    expect(() => chances.strikeForDelta({ ...market, type: "call", delta: -0.2 })).toThrow("delta of a call must be above zero");
  });
  test.each([0, 1, -1, 1.5, NaN])("delta %d is refused", (delta) => expect(() => chances.strikeForDelta({ ...market, delta })).toThrow(/^delta must be/));
  test("a delta that the yield keeps out of reach has no strike", () => {
    const ask = (): number => chances.strikeForDelta({ ...market, delta: 0.999, dividendYield: 0.1, days: 365 });
    expect(ask).toThrow(new CalcError("notAvailable", "no strike has that delta: the dividend yield keeps every delta below it"));
  });
});
