import fc from "../../../properties";
import { type Effort } from "../../../../src/calc/pricing/american/scheme";
import * as american from "../../../../src/calc/pricing/american";
import { solvedValues } from "../../../../src/calc/pricing/differences/solve";
import * as european from "../../../../src/calc/pricing/european";
import { type OptionTerms } from "../../../../src/calc/pricing/terms";
import { call, put, references, referencesOf, spread } from "./cases";
import { treePrice } from "./tree";

const { ACCURATE, USUAL } = american;

describe("against a slow solver in long double", () => {
  test.each([
    ["typical", 5e-7],
    ["wide", 5e-6],
  ] as const)("%s options are within %d strikes", (set, limit) => {
    const errors = errorsOf(set, USUAL);
    expect(errors.length).toBeGreaterThan(150);
    expect(spread(errors).most).toBeLessThan(limit);
    expect(spread(errors).median).toBeLessThan(5e-9);
  });

  test.each([
    ["typical", 5e-8],
    ["wide", 6e-7],
  ] as const)("with the accurate effort %s options are within %d strikes", (set, limit) => {
    expect(spread(errorsOf(set, ACCURATE)).most).toBeLessThan(limit);
  });

  test("each effort of a rising row leaves a fifth of the usual error of the one before, or less, and half of the largest", () => {
    const efforts = [4, 6, 9, 13, 20].map((nodes): Effort => ({ quadrature: nodes, iterations: Math.round(0.7 * nodes), nodes, premium: 2 * nodes }));
    const errors = efforts.map((effort) => spread(errorsOf("typical", effort)));
    for (let at = 1; at < errors.length; at++) {
      expect(errors[at]!.median / errors[at - 1]!.median).toBeLessThan(0.2);
      expect(errors[at]!.most / errors[at - 1]!.most).toBeLessThan(0.5);
    }
  });

  test("the published early exercise premium of an at-the-money put (Andersen, Lake and Offengenden, table 2)", () => {
    const terms = put({ rate: 0.05, dividendYield: 0.05, volatility: 0.25 });
    expect(american.price(terms, ACCURATE) - european.price(terms)).toBeCloseTo(0.106952702747, 8);
  });

  test("the boundary is where the reference has it", () => {
    for (const { boundary, ...terms } of referencesOf("typical")) {
      const above = terms.type === "put" ? 1.0003 : 1 / 1.0003;
      const exercised = (spot: number) => (terms.type === "put" ? terms.strike - spot : spot - terms.strike);
      const [inside, outside] = [boundary / above, boundary * above ** 40];
      expect(american.price({ ...terms, spot: inside })).toBe(exercised(inside));
      expect(american.price({ ...terms, spot: outside })).toBeGreaterThan(exercised(outside));
    }
  });
});

describe("against methods that share nothing with it", () => {
  test("finite differences", () => {
    const sample = referencesOf("typical").filter((_, at) => at % 8 === 0);
    const errors = sample.map((terms) => Math.abs(american.price(terms, ACCURATE) - byDifferences(terms)) / Math.max(terms.spot, terms.strike));
    expect(spread(errors).most).toBeLessThan(1e-6);
  });

  test("binomial trees", () => {
    const sample = referencesOf("typical").filter((_, at) => at % 8 === 3);
    const errors = sample.map((terms) => Math.abs(american.price(terms) - treePrice(terms, 201)) / Math.max(terms.spot, terms.strike));
    expect(spread(errors).most).toBeLessThan(3e-5);
  });
});

describe("what must always hold", () => {
  const anyTerms = fc.record({
    type: fc.constantFrom("put" as const, "call" as const),
    spot: fc.double({ min: 20, max: 500, noNaN: true }),
    strike: fc.double({ min: 20, max: 500, noNaN: true }),
    days: fc.double({ min: 0, max: 1500, noNaN: true }),
    volatility: fc.double({ min: 0.02, max: 2.5, noNaN: true }),
    rate: fc.double({ min: 0, max: 0.12, noNaN: true }),
    dividendYield: fc.double({ min: 0, max: 0.12, noNaN: true }),
  });
  const check = (law: (terms: OptionTerms) => void, numRuns = 150) => fc.assert(fc.property(anyTerms, law), { numRuns });
  /** What two prices of one option may differ by: the error of each. */
  const doubt = (terms: OptionTerms) => 2e-6 * Math.max(terms.spot, terms.strike);

  test("it is worth what exercising pays or more, and the European option or more, and no more than strike or share", () =>
    check((terms) => {
      const price = american.price(terms);
      expect(price).toBeGreaterThanOrEqual(terms.type === "put" ? terms.strike - terms.spot : terms.spot - terms.strike);
      expect(price).toBeGreaterThanOrEqual(european.price(terms));
      expect(price).toBeLessThanOrEqual(terms.type === "put" ? terms.strike : terms.spot);
    }));

  test("a call is a put with share and strike, and rate and yield, exchanged", () =>
    check((terms) => {
      const { type, spot, strike, rate, dividendYield } = terms;
      const mirrored = { ...terms, type: type === "put" ? "call" : "put", spot: strike, strike: spot, rate: dividendYield, dividendYield: rate } as const;
      expect(Math.abs(american.price(terms) - american.price(mirrored))).toBeLessThan(1e-12 * Math.max(spot, strike));
    }));

  test("twice the share and twice the strike are worth twice as much", () =>
    check((terms) => {
      expect(american.price({ ...terms, spot: 2 * terms.spot, strike: 2 * terms.strike })).toBeCloseTo(2 * american.price(terms), 9);
    }));

  test("more volatility and more time are never worth less", () =>
    check((terms) => {
      const price = american.price(terms);
      expect(american.price({ ...terms, volatility: terms.volatility * 1.05 })).toBeGreaterThanOrEqual(price - doubt(terms));
      expect(american.price({ ...terms, days: terms.days * 1.05 })).toBeGreaterThanOrEqual(price - doubt(terms));
    }));

  test("a higher share makes a put cheaper, by no more than its rise, and the value bends upwards", () =>
    check((terms) => {
      const at = (spot: number) => american.price({ ...terms, type: "put", spot });
      const [low, middle, high] = [at(terms.spot), at(terms.spot * 1.05), at(terms.spot * 1.1)];
      expect(low - high).toBeGreaterThanOrEqual(-doubt(terms));
      expect(low - high).toBeLessThanOrEqual(0.1 * terms.spot + doubt(terms));
      expect(low + high - 2 * middle).toBeGreaterThanOrEqual(-2 * doubt(terms));
    }));

  test("a put without interest, and a call without dividends, is the European one", () =>
    check((terms) => {
      const idle = terms.type === "put" ? { ...terms, rate: 0 } : { ...terms, dividendYield: 0 };
      expect(american.price(idle)).toBe(european.price(idle));
    }));
});

describe("limits", () => {
  test("at expiration it is what exercising pays", () => {
    expect(american.price(put({ spot: 95, days: 0 }))).toBe(5);
    expect(american.price(put({ spot: 105, days: 0 }))).toBe(0);
    expect(american.price(call({ spot: 105, days: 0 }))).toBe(5);
  });

  test("without volatility it is exercised at the best time: today, at expiration, or between", () => {
    expect(american.price(put({ spot: 95, volatility: 0 }))).toBe(5);
    expect(american.price(put({ spot: 100, volatility: 0, rate: 0.01, dividendYield: 0.1 }))).toBeCloseTo(100 * Math.exp(-0.01) - 100 * Math.exp(-0.1), 12);
    // the share falls by 5 % a year until interest on the strike outweighs the dividends, after ln(1.2) ÷ 0.05 years
    const years = Math.log(1.2) / 0.05;
    expect(american.price(put({ spot: 60, strike: 100, volatility: 0, rate: 0.05, dividendYield: 0.1, days: 3650 }))).toBeCloseTo(100 * Math.exp(-0.05 * years) - 60 * Math.exp(-0.1 * years), 12);
    expect(american.price(put({ spot: 110, volatility: 0 }))).toBe(0);
  });

  test.each([put({ spot: 104, rate: 0.02, dividendYield: 0.06 }), put({ spot: 97 }), call({ spot: 104 }), call({ spot: 96, rate: 0.06, dividendYield: 0.02 })])("little volatility comes close to none: %j", (terms) => {
    const without = american.price({ ...terms, volatility: 0 });
    let last = Infinity;
    for (const volatility of [0.01, 0.003, 0.001]) {
      const apart = Math.abs(american.price({ ...terms, volatility }) - without);
      expect(apart).toBeLessThanOrEqual(last);
      last = apart;
    }
    expect(last).toBeLessThan(0.02);
  });

  test("a minute before expiration is as good as expiration", () => {
    for (const spot of [80, 99, 101, 120]) expect(american.price(put({ spot, days: 1 / 1440 }))).toBeCloseTo(Math.max(100 - spot, 0), 3);
  });
});

describe("rates below zero", () => {
  test("a put is never exercised early where cash only loses", () => {
    const terms = put({ rate: -0.01, dividendYield: 0.01 });
    expect(american.price(terms)).toBe(european.price(terms));
  });

  test("a yield below zero makes a put worth exercising even without interest", () => {
    const terms = put({ spot: 85, rate: 0, dividendYield: -0.04, volatility: 0.2 });
    expect(american.price(terms)).toBeGreaterThan(european.price(terms) + 0.01);
    expect(american.price(terms)).toBeCloseTo(treePrice(terms, 401), 3);
  });

  test.each([
    put({ spot: 95, rate: -0.005, dividendYield: -0.02, volatility: 0.15 }),
    put({ spot: 70, rate: -0.01, dividendYield: -0.05, volatility: 0.1, days: 1800 }),
    put({ spot: 15, rate: -0.01, dividendYield: -0.05, volatility: 0.1, days: 1800 }),
    call({ spot: 110, rate: -0.03, dividendYield: -0.005, volatility: 0.2 }),
  ])("two boundaries, as trees have them: %j", (terms) => {
    expect(Math.abs(american.price(terms) - treePrice(terms, 401))).toBeLessThan(2e-3);
    expect(american.price(terms)).toBeGreaterThanOrEqual(european.price(terms));
  });
});

test("no answer depends on what was asked before, though boundaries are kept", () => {
  const asked = references.filter((_, at) => at % 8 === 1);
  const alone = asked.map((terms) => american.price(terms));
  for (const terms of [...asked].reverse()) american.greeks(terms);
  const again = asked.flatMap((terms, at) => [american.price(asked[(at + 1) % asked.length]!), american.price(terms), american.price({ ...terms, strike: terms.strike * 1.1 }), american.price(terms)]);
  asked.forEach((_, at) => expect([again[4 * at + 1], again[4 * at + 3]]).toEqual([alone[at], alone[at]]));
});

test("what is no option is refused in words", () => {
  expect(() => american.price(put({ spot: 0 }))).toThrow("spot must be above zero");
  expect(() => american.price(put({ strike: -1 }))).toThrow("strike must be above zero");
  expect(() => american.price(put({ days: -1 }))).toThrow("days must be zero or above");
  expect(() => american.price(put({ volatility: -0.1 }))).toThrow("volatility must be zero or above");
  expect(() => american.price(put({ rate: NaN }))).toThrow("rate must be a number");
});

function errorsOf(set: "typical" | "wide", effort: Effort): number[] {
  return referencesOf(set).map((terms) => Math.abs(american.price(terms, effort) - terms.price) / terms.strike);
}

function byDifferences({ type, spot, strike, days, volatility, rate, dividendYield }: OptionTerms): number {
  const problem = { isCall: type === "call", exercise: "oneSide", spot, strike, years: days / 365, volatility, rate, dividendYield, dividends: [] } as const;
  return solvedValues(problem, { gaps: 400, steps: 80 }, [spot])[0]!;
}

test("the reference has puts and calls, exercised and kept", () => {
  for (const type of ["put", "call"]) {
    const ofType = references.filter((reference) => reference.type === type);
    const isExercised = ({ spot, boundary }: (typeof references)[number]) => (type === "put" ? spot <= boundary : spot >= boundary);
    expect(ofType.filter(isExercised).length).toBeGreaterThan(10);
    expect(ofType.filter((reference) => !isExercised(reference)).length).toBeGreaterThan(80);
  }
});
