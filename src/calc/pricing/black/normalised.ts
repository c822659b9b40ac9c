import { INVERSE_ROOT_TWO_PI, scaledTail, tailDecay } from "../normal";

/*
 * An out-of-the-money option in units of √(discounted forward × discounted strike), as a function of x = −|ln(forward ÷ strike)| and s = volatility × √years:
 * e^(x/2)·N(h + t) − e^(−x/2)·N(h − t) with h = x/s and t = s/2. (Peter Jäckel, "Let's Be Rational", 2013, §2 and §6.) A put and a call that are equally far out have the
 * same one. As N(h ± t) is the height of the bell times a tail that falls slowly, both terms hold e^(−(h² + t²)/2), and what is left is a difference of two tails.
 */

/** The value itself, relatively exact however far out. Its bound, for s without end, is e^(x/2). */
export function normalisedBlack(x: number, s: number): number {
  const h = x / s;
  const t = 0.5 * s;
  if (h < -FARTHEST) return 0;
  const bell = Math.exp(-0.5 * (h * h + t * t));
  return h + t > NEAR ? Math.exp(0.5 * x) - bell * tailSum(h, t) : bell * tailDifference(h, t);
}

/** The value over e^(−(h² + t²)/2), for h + t up to NEAR: N(h + t) less N(h − t), each without its fall. */
export function tailDifference(h: number, t: number): number {
  return t < SMALL ? tailDifferenceSmall(-h, t) : scaledTail(-h - t) - scaledTail(t - h);
}

/** What the value lacks to its bound, over e^(−(h² + t²)/2). */
export function tailSum(h: number, t: number): number {
  return scaledTail(h + t) + scaledTail(t - h);
}

/**
 * scaledTail(z − t) − scaledTail(z + t) for small t, where the two are nearly equal, by Taylor's series around z: 2t·(Y′ + Y‴·t²/3! + …) ÷ √(2π), with Y Mills' ratio, whose
 * odd derivatives follow from the first: Y⁽ⁿ⁺²⁾ = (z² + 2n + 1)·Y⁽ⁿ⁾ − n(n − 1)·Y⁽ⁿ⁻²⁾.
 */
function tailDifferenceSmall(z: number, t: number): number {
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
const SMALL = 0.21;
/** From here on most of the bound is reached, and it is safe to say what is lacking. */
export const NEAR = 0.85;
