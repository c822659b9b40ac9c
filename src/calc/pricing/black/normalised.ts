import { INVERSE_ROOT_TWO_PI, normalCdf, scaledTail, tailDecay } from "../normal";

/**
 * Value of an out-of-the-money option in units of √(discounted forward × discounted strike), as a function of x = −|ln(forward ÷ strike)| and
 * s = volatility × √years: e^(x/2)·N(x/s + s/2) − e^(−x/2)·N(x/s − s/2). (Peter Jäckel, "Let's Be Rational", 2013, §2 and §6.) A put and a call that are equally
 * far out of the money have the same one.
 *
 * The two terms are nearly equal when the option is far out or has little time left, so the difference is formed where nothing is lost.
 */
export function normalisedBlack(x: number, s: number): number {
  const h = x / s;
  const t = 0.5 * s;
  if (h < -FARTHEST) return 0;
  if (t < SMALL) return Math.exp(-0.5 * (h * h + t * t)) * tailDifferenceSmall(-h, t);
  if (h + t > NEAR) return Math.exp(0.5 * x) * normalCdf(h + t) - Math.exp(-0.5 * x) * normalCdf(h - t);
  return Math.exp(-0.5 * (h * h + t * t)) * (scaledTail(-h - t) - scaledTail(t - h));
}

/** How the normalised value grows with s: e^(−(h² + t²)/2) ÷ √(2π). */
export function normalisedVega(x: number, s: number): number {
  const h = x / s;
  const t = 0.5 * s;
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * (h * h + t * t));
}

/** What the normalised value lacks to its bound e^(x/2), without forming their difference: e^(x/2)·N(−x/s − s/2) + e^(−x/2)·N(x/s − s/2). */
export function normalisedShortfall(x: number, s: number): number {
  const h = x / s;
  const t = 0.5 * s;
  if (h + t < 0) return Math.exp(0.5 * x) * normalCdf(-h - t) + Math.exp(-0.5 * x) * normalCdf(h - t);
  return Math.exp(-0.5 * (h * h + t * t)) * (scaledTail(h + t) + scaledTail(t - h));
}

/**
 * scaledTail(z − t) − scaledTail(z + t) for small t, by Taylor's series around z: 2t·(Y′ + Y‴·t²/3! + …) ÷ √(2π), where Y is Mills' ratio and its odd derivatives
 * follow from Y′ alone: Y⁽ⁿ⁺²⁾ = (z² + 2n + 1)·Y⁽ⁿ⁾ − n(n − 1)·Y⁽ⁿ⁻²⁾.
 */
export function tailDifferenceSmall(z: number, t: number): number {
  const zz = z * z;
  const tt = t * t;
  const y1 = tailDecay(z);
  const y3 = (zz + 3) * y1 - 1;
  const y5 = (zz + 7) * y3 - 6 * y1;
  const y7 = (zz + 11) * y5 - 20 * y3;
  const y9 = (zz + 15) * y7 - 42 * y5;
  const y11 = (zz + 19) * y9 - 72 * y7;
  const y13 = (zz + 23) * y11 - 110 * y9;
  const y15 = (zz + 27) * y13 - 156 * y11;
  let sum = y13 + (tt / 210) * y15;
  sum = y11 + (tt / 156) * sum;
  sum = y9 + (tt / 110) * sum;
  sum = y7 + (tt / 72) * sum;
  sum = y5 + (tt / 42) * sum;
  sum = y3 + (tt / 20) * sum;
  sum = y1 + (tt / 6) * sum;
  return 2 * t * INVERSE_ROOT_TWO_PI * sum;
}

/** Beyond 39 standard deviations the value is below the smallest number there is. */
export const FARTHEST = 39;
/** Up to here eight terms of Taylor's series are exact to the last digit: the sixteenth root of the rounding of numbers, doubled. */
export const SMALL = 0.21;
/** From here on the two terms differ by enough to be formed as they stand. */
export const NEAR = 0.85;
