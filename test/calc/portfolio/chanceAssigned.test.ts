import fc from "../../properties";
import { normalCdf } from "../../../src/calc/pricing/normal";
import { type AssignmentQuestion, type PutChance, chanceAssigned } from "../../../src/calc/portfolio";

/** So many stocks with one put of this chance each. */
const alike = (stocks: number, chance: number, contracts = 1): readonly (readonly PutChance[])[] => Array.from({ length: stocks }, () => [{ chance, contracts }]);

/** Even numbers between 0 and 1 from a seed (mulberry32), and normal ones (Box–Muller). */
function random(seed: number): { normal: () => number } {
  let state = seed;
  const even = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()) };
}

/** Lower triangle whose rows, on independent normal numbers, give ones that correlate by rho: Cholesky of the whole matrix, no factor in it. */
function cholesky(size: number, rho: number): number[][] {
  const lower: number[][] = [];
  for (let row = 0; row < size; row++) {
    lower.push([]);
    for (let column = 0; column <= row; column++) {
      const known = Array.from({ length: column }, (_, k) => lower[row]![k]! * lower[column]![k]!).reduce((sum, part) => sum + part, 0);
      lower[row]!.push(row === column ? Math.sqrt(1 - known) : (rho - known) / lower[column]![column]!);
    }
  }
  return lower;
}

describe("ten puts, each 30 % likely to be assigned", () => {
  // the figures that a simulation by others gave, good to a tenth of a percent point
  test.each([
    [0, 0.01],
    [0.3, 0.095],
    [0.6, 0.174],
    [0.8, 0.223],
  ])("at a correlation of %d at least seven with %d", (correlation, simulated) => {
    expect(Math.abs(chanceAssigned({ stocks: alike(10, 0.3), least: 7, correlation }) - simulated)).toBeLessThan(0.001);
  });

  test("without correlation it is the binomial: 0.0105920784 exactly", () => expect(chanceAssigned({ stocks: alike(10, 0.3), least: 7, correlation: 0 })).toBeCloseTo(0.0105920784, 14));

  test("agrees with 120,000 draws of ten share prices that correlate, within four standard errors", () => {
    const draws = 120_000;
    for (const [correlation, seed] of [[0.2, 11], [0.6, 12]] as const) {
      const lower = cholesky(10, correlation);
      const { normal } = random(seed);
      const independent = new Float64Array(10);
      let hits = 0;
      for (let draw = 0; draw < draws; draw++) {
        for (let at = 0; at < 10; at++) independent[at] = normal();
        let assigned = 0;
        for (let row = 0; row < 10; row++) {
          let value = 0;
          for (let column = 0; column <= row; column++) value += lower[row]![column]! * independent[column]!;
          if (value < THIRTY_PERCENT) assigned += 1;
        }
        if (assigned >= 7) hits += 1;
      }
      const drawn = hits / draws;
      const chance = chanceAssigned({ stocks: alike(10, 0.3), least: 7, correlation });
      expect(Math.abs(chance - drawn)).toBeLessThan(4 * Math.sqrt((drawn * (1 - drawn)) / draws));
    }
  });
  /** The normal number below which 30 % lie. */
  const THIRTY_PERCENT = -0.5244005127080409;
});

describe("puts of one stock have its return in common", () => {
  test("two strikes of one stock: both with the smaller chance, either with the larger one, at any correlation", () => {
    const stocks = [[{ chance: 0.4, contracts: 2 }, { chance: 0.15, contracts: 1 }]];
    for (const correlation of [0, 0.5, 0.97, 1]) {
      expect(chanceAssigned({ stocks, least: 3, correlation })).toBeCloseTo(0.15, 12);
      expect(chanceAssigned({ stocks, least: 2, correlation })).toBeCloseTo(0.4, 12);
      expect(chanceAssigned({ stocks, least: 1, correlation })).toBeCloseTo(0.4, 12);
    }
  });

  test("independent stocks of several contracts, counted out by hand", () => {
    // 2 contracts at 0.5, 3 contracts at 0.2: at least 3 means the second one; at least 2 either
    const stocks = [[{ chance: 0.5, contracts: 2 }], [{ chance: 0.2, contracts: 3 }]];
    expect(chanceAssigned({ stocks, least: 3, correlation: 0 })).toBeCloseTo(0.2, 14);
    expect(chanceAssigned({ stocks, least: 2, correlation: 0 })).toBeCloseTo(0.6, 14);
    expect(chanceAssigned({ stocks, least: 5, correlation: 0 })).toBeCloseTo(0.1, 14);
  });

  test("with everything in common the ladder of chances is all there is", () => {
    const stocks = [[{ chance: 0.5, contracts: 2 }], [{ chance: 0.2, contracts: 3 }, { chance: 0.1, contracts: 1 }]];
    const at = (least: number): number => chanceAssigned({ stocks, least, correlation: 1 });
    expect([at(1), at(2), at(3), at(5), at(6)]).toEqual([0.5, 0.5, 0.2, 0.2, 0.1].map((chance) => expect.closeTo(chance, 12) as number));
  });
});

test("two stocks: both assigned is the bivariate normal, for one half each exactly 1/4 + arcsin(ρ) ÷ 2π", () => {
  for (const correlation of [0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.9999]) {
    expect(Math.abs(chanceAssigned({ stocks: alike(2, 0.5), least: 2, correlation }) - (0.25 + Math.asin(correlation) / (2 * Math.PI)))).toBeLessThan(1e-9);
  }
  for (const correlation of [0.99999, 0.999999, 0.99999999]) {
    expect(Math.abs(chanceAssigned({ stocks: alike(2, 0.5), least: 2, correlation }) - (0.25 + Math.asin(correlation) / (2 * Math.PI)))).toBeLessThan(5e-4);
  }
});

test("many stocks at a high correlation: a hundred of them against the same integral on another, finer grid", () => {
  for (const correlation of [0.5, 0.9, 0.9999]) {
    const [common, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
    const step = own / Math.max(20, 400 * own);
    let fine = 0;
    for (let factor = -9; factor <= 9; factor += step) {
      const each = normalCdf((-0.5244005127080409 - common * factor) / own);
      fine += Math.exp(-0.5 * factor * factor) * binomialTail(100, 50, each);
    }
    expect(Math.abs(chanceAssigned({ stocks: alike(100, 0.3), least: 50, correlation }) - (fine * step) / Math.sqrt(2 * Math.PI))).toBeLessThan(1e-9);
  }
});

/** Chance of at least `least` of `count`, from the logarithms of its terms. */
function binomialTail(count: number, least: number, chance: number): number {
  if (chance <= 1e-300) return 0;
  if (chance >= 1 - 1e-15) return 1;
  const [yes, no] = [Math.log(chance), Math.log1p(-chance)];
  let sum = 0;
  for (let hits = least; hits <= count; hits++) sum += Math.exp(LOG_FACTORIAL[count]! - LOG_FACTORIAL[hits]! - LOG_FACTORIAL[count - hits]! + hits * yes + (count - hits) * no);
  return Math.min(1, sum);
}
const LOG_FACTORIAL = Array.from({ length: 101 }, (_, n) => Array.from({ length: n }, (_, k) => Math.log(k + 1)).reduce((sum, each) => sum + each, 0));

describe("laws", () => {
  const stocks = fc.array(fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), contracts: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  const correlations = fc.constantFrom(0, 0.2, 0.55, 0.9, 1);

  test("a chance between 0 and 1, certain for none, never more for more, and none beyond all", () => {
    fc.assert(
      fc.property(stocks, correlations, (all, correlation) => {
        const contracts = all.flat().reduce((sum, put) => sum + put.contracts, 0);
        const chances = Array.from({ length: contracts + 2 }, (_, least) => chanceAssigned({ stocks: all, least, correlation }));
        expect(chances[0]).toBe(1);
        expect(chances.at(-1)).toBe(0);
        chances.forEach((chance, at) => {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          if (at > 0) expect(chance).toBeLessThanOrEqual(chances[at - 1]! + 1e-10);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("the expected number of contracts does not depend on the correlation: it is the sum of their chances", () => {
    fc.assert(
      fc.property(stocks, correlations, (all, correlation) => {
        const contracts = all.flat().reduce((sum, put) => sum + put.contracts, 0);
        let expected = 0;
        for (let least = 1; least <= contracts; least++) expected += chanceAssigned({ stocks: all, least, correlation });
        expect(expected).toBeCloseTo(all.flat().reduce((sum, put) => sum + put.chance * put.contracts, 0), 8);
      }),
      { numRuns: 40 },
    );
  });
});

test("wrong questions are refused in words", () => {
  const ask = (rest: Partial<AssignmentQuestion>): (() => number) => () => chanceAssigned({ stocks: alike(2, 0.3), least: 1, correlation: 0.5, ...rest });
  expect(ask({ correlation: -0.1 })).toThrow("correlation must be between 0 and 1: below zero there is no common factor");
  expect(ask({ correlation: 1.01 })).toThrow("correlation must be between 0 and 1");
  expect(ask({ correlation: NaN })).toThrow("correlation must be a number");
  expect(ask({ stocks: alike(1, 1.2) })).toThrow("a chance must be between 0 and 1");
  expect(ask({ stocks: alike(1, 0.2, 0.5) })).toThrow("contracts must be a whole number");
});
