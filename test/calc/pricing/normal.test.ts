import oracle from "@stdlib/math-base-special-erfc";
import quantileOracle from "@stdlib/stats-base-dists-normal-quantile";
import { erfc, erfcx, normalCdf, normalPdf, scaledTail, tailDecay } from "../../../src/calc/pricing/normal";
import { inverseNormalCdf } from "../../../src/calc/pricing/inverseNormal";
import { normalReferences, relativeError } from "./reference";

test("the normal distribution is exact to the last digits from −37 to 8 standard deviations", () => {
  const errors = normalReferences().map(([z, cdf]) => relativeError(normalCdf(z), cdf));
  expect(errors).toHaveLength(141);
  expect(Math.max(...errors)).toBeLessThan(8e-16);
});

test("erfc agrees with an independent program, fdlibm's as @stdlib has it", () => {
  for (let x = -5; x < 26; x += 0.013) expect(Math.abs(erfc(x) / oracle(x) - 1)).toBeLessThan(1.5e-15);
});

test("erfcx is erfc without its fall, and goes on where erfc is nothing", () => {
  for (let x = 0; x < 5; x += 0.1) expect(erfcx(x) * Math.exp(-x * x)).toBeCloseTo(oracle(x), 14);
  // asymptotically 1 ÷ (x√π) · (1 − 1 ÷ 2x²)
  expect(Math.abs((erfcx(1e4) * 1e4 * Math.sqrt(Math.PI)) / (1 - 0.5e-8) - 1)).toBeLessThan(1e-15);
});

test("values that every table has", () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 15);
  expect(normalPdf(0)).toBeCloseTo(0.3989422804014327, 16);
  expect(inverseNormalCdf(0.975)).toBeCloseTo(1.959963984540054, 14);
});

test("both sides add up to one, and the tails end in nothing and everything", () => {
  for (let z = -8; z <= 8; z += 0.037) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15);
  expect([normalCdf(-40), normalCdf(40), normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1, 0, 1]);
});

test("the three rational functions meet without a step", () => {
  for (const joint of [0.66291, 5.656854249492381])
    for (const side of [1, -1]) {
      const [below, above] = [normalCdf(side * joint * (1 - 1e-15)), normalCdf(side * joint * (1 + 1e-15))];
      expect(Math.abs(above / below - 1)).toBeLessThan(1e-13);
    }
});

test("the tail without its fall times the fall is the tail", () => {
  for (let z = -1; z < 35; z += 0.11) expect(Math.abs((scaledTail(z) * Math.exp((-z * z) / 2)) / normalCdf(-z) - 1)).toBeLessThan(3e-13);
});

test("how steeply it falls is its own derivative: Y′ = z·Y − 1 for Mills' ratio, at every depth", () => {
  for (let z = 0.05; z < 5; z += 0.05) {
    const step = 1e-4;
    const mills = (at: number): number => Math.sqrt(2 * Math.PI) * scaledTail(at);
    expect(tailDecay(z)).toBeCloseTo((mills(z - step) - mills(z + step)) / (2 * step), 7);
  }
  expect(Math.abs(tailDecay(1000) * 1e6 - (1 - 3e-6 + 15e-12))).toBeLessThan(1e-14);
});

test("the inverse undoes the distribution, far beyond where @stdlib's ends", () => {
  // near one a double holds fewer digits of the chance, by the height of the bell
  for (let z = -37; z < 7.5; z += 0.0731) expect(Math.abs(inverseNormalCdf(normalCdf(z)) - z)).toBeLessThan(3e-15 * Math.max(1, -z) + (z > 0 ? 3e-16 / normalPdf(z) : 0));
  for (let chance = 0.001; chance < 1; chance += 0.00137) expect(Math.abs(inverseNormalCdf(chance) - quantileOracle(chance, 0, 1))).toBeLessThan(5e-15);
  expect(quantileOracle(1e-100, 0, 1)).toBe(-Infinity);
  expect(inverseNormalCdf(1e-100)).toBeCloseTo(-21.27345356096532, 13);
});
