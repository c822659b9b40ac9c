import fc from "../../../properties";
import { type Effort } from "../../../../src/calc/pricing/american/scheme";
import * as american from "../../../../src/calc/pricing/american";
import * as european from "../../../../src/calc/pricing/european";
import { type Greeks, type OptionTerms } from "../../../../src/calc/pricing/terms";
import { call, put, referencesOf } from "./cases";

/** So much effort that its prices are exact for these tests. */
const EXACT: Effort = { quadrature: 20, iterations: 14, nodes: 20, premium: 48 };

describe("greeks are what prices do", () => {
  const kept = referencesOf("typical").filter((terms, at) => at % 3 === 0 && terms.days > 5 && american.greeks(terms).gamma > 0);
  const greeksOf = new Map(kept.map((terms) => [terms, american.greeks(terms)]));

  test.each([
    ["delta", 2e-5, (terms: OptionTerms) => slope(terms, "spot", 2e-3 * terms.spot)],
    ["theta", 2e-6, (terms: OptionTerms) => -slope(terms, "days", 0.004 * terms.days)],
    ["vega", 2e-6, (terms: OptionTerms) => slope(terms, "volatility", 2e-3 * terms.volatility) / 100],
    ["rho", 2e-6, (terms: OptionTerms) => slope(terms, "rate", 1e-4) / 100],
  ] as const)("%s within %d (all but delta of strike or share)", (name, limit, difference) => {
    expect(kept.length).toBeGreaterThan(35);
    for (const terms of kept) {
      const size = name === "delta" ? 1 : Math.max(terms.spot, terms.strike);
      expect([terms, Math.abs(greeksOf.get(terms)![name] - difference(terms)) / size < limit]).toEqual([terms, true]);
    }
  });

  test("gamma is how delta moves", () => {
    for (const terms of kept) {
      const step = 1e-3 * terms.spot;
      const [low, high] = [american.greeks({ ...terms, spot: terms.spot - step }), american.greeks({ ...terms, spot: terms.spot + step })];
      if (low.gamma === 0 || high.gamma === 0) continue;
      expect([terms, Math.abs(greeksOf.get(terms)!.gamma - (high.delta - low.delta) / (2 * step)) * terms.spot < 2e-3]).toEqual([terms, true]);
    }
  });

  test("their price is the price", () => {
    for (const terms of referencesOf("wide")) expect(american.greeks(terms).price).toBe(american.price(terms));
  });
});

describe("at the exercise boundary", () => {
  test.each([put({ volatility: 0.3, days: 45 }), put({ volatility: 0.2, days: 500, rate: 0.03, dividendYield: 0.06 }), put({ volatility: 0.8, days: 20, dividendYield: 0 }), call({ volatility: 0.3, days: 200 })])(
    "delta and theta pass smoothly and gamma jumps by what Black's equation asks: %j",
    (terms) => {
      const boundary = boundaryOf(terms);
      const outward = terms.type === "put" ? 1 : -1;
      const inside = american.greeks({ ...terms, spot: boundary * (1 - outward * 1e-9) });
      expect(inside).toEqual({ price: Math.abs(terms.strike - boundary * (1 - outward * 1e-9)), delta: -outward, gamma: 0, theta: 0, vega: 0, rho: 0 });
      const just = american.greeks({ ...terms, spot: boundary * (1 + outward * 1e-7) });
      expect(just.delta).toBeCloseTo(-outward, 3);
      expect(just.theta).toBeCloseTo(0, 3);
      expect(just.vega).toBeCloseTo(0, 2);
      const jump = (2 * outward * (terms.rate * terms.strike - terms.dividendYield * boundary)) / (terms.volatility * boundary) ** 2;
      expect(just.gamma / jump).toBeCloseTo(1, 2);
    },
  );

  test("along the share price no greek makes a step", () => {
    const terms = put({ volatility: 0.35, days: 60, rate: 0.045, dividendYield: 0.01 });
    const boundary = boundaryOf(terms);
    const path = Array.from({ length: 400 }, (_, at) => american.greeks({ ...terms, spot: boundary * (1 + 1e-6) * 1.001 ** at }));
    for (const [name, size] of [["delta", 1], ["gamma", 0.05], ["theta", 0.05], ["vega", 0.2], ["rho", 0.1]] as const) {
      const bends = path.slice(2).map((greeks, at) => Math.abs(greeks[name] - 2 * path[at + 1]![name] + path[at]![name]));
      expect([name, Math.max(...bends) / size < 1e-3]).toEqual([name, true]);
    }
  });
});

describe("what must always hold", () => {
  const anyTerms = fc.record({
    type: fc.constantFrom("put" as const, "call" as const),
    spot: fc.double({ min: 40, max: 250, noNaN: true }),
    strike: fc.double({ min: 40, max: 250, noNaN: true }),
    days: fc.double({ min: 0.1, max: 1100, noNaN: true }),
    volatility: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
    rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    dividendYield: fc.double({ min: 0, max: 0.1, noNaN: true }),
  });

  test("signs and bounds, for any option", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { delta, gamma, theta, vega } = american.greeks(terms);
        const sign = terms.type === "put" ? -1 : 1;
        expect(delta * sign).toBeGreaterThanOrEqual(-1e-9);
        expect(delta * sign).toBeLessThanOrEqual(1 + 1e-6);
        // at a rate of some 1e-10 the price does not feel that exercising is worth that interest; theta does, by it: 6e-13 of the strike at most in 24,000 options
        expect(Math.min(gamma, vega, -theta) / Math.max(terms.spot, terms.strike)).toBeGreaterThanOrEqual(-1e-11);
      }),
      { numRuns: 120 },
    );
  });

  test("a rate that is nearly nothing has a rho, and one more point of it would make the put be exercised", () => {
    const terms = { type: "put", spot: 40, strike: 100, days: 30, volatility: 0.3, rate: 1e-9, dividendYield: 1e-7 } as const;
    expect(american.greeks(terms).rho).toBeLessThanOrEqual(0);
  });

  test("rates and yields next to nothing, in any mixture, give numbers", () => {
    const small = [0, 5e-324, 1e-100, 1e-16, 1e-9, 1e-7, 1e-5, 0.03];
    for (const type of ["put", "call"] as const)
      for (const [spot, days] of [[40, 30], [100, 0.1], [100, 1100], [250, 30]] as const)
        for (const rate of small)
          for (const dividendYield of small) expect(Object.values(american.greeks({ type, spot, strike: 100, days, volatility: 0.05, rate, dividendYield })).every(Number.isFinite)).toBe(true);
  });

  test("delta, gamma and theta alone are those among all greeks, to the last digit", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { delta, gamma, theta } = american.greeks(terms);
        expect(american.slopes(terms)).toEqual({ delta, gamma, theta });
      }),
      { numRuns: 60 },
    );
  });

  test("a call's greeks are its mirrored put's", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const asCall: OptionTerms = { ...terms, type: "call" };
        const [one, other] = [american.greeks(asCall), american.greeks({ ...terms, type: "put", spot: terms.strike, strike: terms.spot, rate: terms.dividendYield, dividendYield: terms.rate })];
        expect(one.theta).toBeCloseTo(other.theta, 9);
        expect(one.vega).toBeCloseTo(other.vega, 9);
        // the value is of one degree in share and strike: V = S·Δ + K·∂V/∂K; of 20,000 random options the worst, with next to no rate, misses by 9e-7
        const euler = one.delta * terms.spot + other.delta * terms.strike;
        expect(Math.abs(euler - one.price)).toBeLessThan(2e-6 * Math.max(terms.spot, terms.strike));
      }),
      { numRuns: 50 },
    );
  });
});

describe("where nothing is left to decide", () => {
  test("an option that is never exercised early has the European greeks", () => {
    const idle = call({ dividendYield: 0, rate: 0.05 });
    const [ours, theirs] = [american.greeks(idle), european.greeks(idle)];
    for (const name of ["price", "delta", "gamma", "theta", "vega", "rho"] as const) expect(ours[name]).toBeCloseTo(theirs[name], 13);
  });

  test("at expiration delta is whole or nothing", () => {
    expect(american.greeks(put({ spot: 90, days: 0 }))).toEqual({ price: 10, delta: -1, gamma: 0, theta: 0, vega: 0, rho: 0 });
    expect(american.greeks(put({ spot: 110, days: 0 }))).toEqual({ price: 0, delta: 0, gamma: 0, theta: 0, vega: 0, rho: 0 });
  });

  test.each([put({ spot: 60, volatility: 0, rate: 0.05, dividendYield: 0.1, days: 3650 }), put({ volatility: 0, rate: 0.01, dividendYield: 0.1 }), put({ spot: 90, volatility: 0 }), call({ spot: 110, volatility: 0, rate: 0.1, dividendYield: 0.01 })])(
    "without volatility they are the slopes of what is certain: %j",
    (terms) => {
      const greeks = american.greeks(terms);
      const difference = (name: "spot" | "days" | "rate", step: number) => (american.price({ ...terms, [name]: terms[name] + step }) - american.price({ ...terms, [name]: terms[name] - step })) / (2 * step);
      expect(greeks.delta).toBeCloseTo(difference("spot", 0.001), 6);
      expect(greeks.theta).toBeCloseTo(-difference("days", 0.01), 6);
      expect(greeks.rho).toBeCloseTo(difference("rate", 1e-6) / 100, 5);
      const step = 0.01;
      const [low, high] = [american.greeks({ ...terms, spot: terms.spot - step }), american.greeks({ ...terms, spot: terms.spot + step })];
      expect(greeks.gamma).toBeCloseTo((high.delta - low.delta) / (2 * step), 6);
      expect(greeks.vega).toBe(0);
    },
  );

  test("with two boundaries they are the slopes of the prices", () => {
    for (const terms of [put({ spot: 95, rate: -0.005, dividendYield: -0.02, volatility: 0.15 }), call({ spot: 112, rate: -0.03, dividendYield: -0.005, volatility: 0.2 })]) {
      const greeks = american.greeks(terms);
      const [low, high] = [american.price({ ...terms, spot: terms.spot - 0.5 }), american.price({ ...terms, spot: terms.spot + 0.5 })];
      expect(greeks.delta).toBeCloseTo(high - low, 3);
      expect(greeks.gamma).toBeCloseTo(4 * (high - 2 * greeks.price + low), 3);
      expect(greeks.theta).toBeCloseTo((american.price({ ...terms, days: 360 }) - american.price({ ...terms, days: 370 })) / 10, 4);
    }
  });
});

function slope(terms: OptionTerms, name: "spot" | "days" | "volatility" | "rate", step: number): number {
  const at = (parts: number) => american.price({ ...terms, [name]: terms[name] + parts * step }, EXACT);
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
}

/** The share price at which the usual effort changes from keeping to exercising, found by halving. */
function boundaryOf(terms: OptionTerms): number {
  let [kept, exercised] = [terms.strike, terms.type === "put" ? 0.01 * terms.strike : 100 * terms.strike];
  for (let turn = 0; turn < 100; turn++) {
    const middle = 0.5 * (kept + exercised);
    if (isKept(american.greeks({ ...terms, spot: middle }))) kept = middle;
    else exercised = middle;
  }
  return 0.5 * (kept + exercised);
}

function isKept({ gamma }: Greeks): boolean {
  return gamma > 0;
}
