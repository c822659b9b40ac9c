import { NEAR, tailDifference, tailSum } from "../black";
import { INVERSE_ROOT_TWO_PI, ROOT_TWO_PI } from "../normal";

/*
 * From a guess to the last digit, by Householder's method of third order (each step quadruples the digits; two nearly always do) on a measure of the distance that is nearly
 * straight in s. (Jäckel, "Let's Be Rational", §6.) The value's first derivative is e^(−(h² + t²)/2) ÷ √(2π); its second and third over the first are
 * h²/s − s/4 and the square of that − 3h²/s² − 1/4.
 */

/** Very small values: 1 ÷ ln b. Only logarithms of the value are formed, so it may be as small as it likes. */
export function refineLow(x: number, guess: number, b: number): number {
  const target = Math.log(b);
  let s = guess;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const h = x / s;
    const t = 0.5 * s;
    const difference = tailDifference(h, t);
    const log = Math.log(difference) - 0.5 * (h * h + t * t);
    const growth = INVERSE_ROOT_TWO_PI / difference;
    const over = 1 + 2 / log;
    const second = (h * h) / s - 0.25 * s;
    const third = second * second - 3 * (h / s) * (h / s) - 0.25 + 2 * growth * growth * (1 + (3 / log) * (1 + 1 / log)) - 3 * second * growth * over;
    const newton = ((target - log) * log) / (growth * target);
    const change = Math.max(householder(newton, second - growth * over, third), -0.5 * s);
    s += change;
    if (Math.abs(change) < ENOUGH * s) break;
  }
  return s;
}

/** In the middle: b itself. */
export function refineMiddle(x: number, guess: number, b: number, bound: number): number {
  let s = guess;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const h = x / s;
    const t = 0.5 * s;
    const bell = Math.exp(-0.5 * (h * h + t * t));
    const missing = h + t > NEAR ? (b - bound) / bell + tailSum(h, t) : b / bell - tailDifference(h, t);
    const second = (h * h) / s - 0.25 * s;
    const third = second * second - 3 * (h / s) * (h / s) - 0.25;
    const change = Math.max(householder(ROOT_TWO_PI * missing, second, third), -0.5 * s);
    s += change;
    if (Math.abs(change) < ENOUGH * s) break;
  }
  return s;
}

/** Near the bound: ln(bound − b). */
export function refineHigh(x: number, guess: number, shortfall: number): number {
  const target = Math.log(shortfall);
  let s = guess;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const h = x / s;
    const t = 0.5 * s;
    const sum = tailSum(h, t);
    const growth = INVERSE_ROOT_TWO_PI / sum;
    const second = (h * h) / s - 0.25 * s;
    const third = second * second - 3 * (h / s) * (h / s) - 0.25 + growth * (2 * growth + 3 * second);
    const newton = (Math.log(sum) - 0.5 * (h * h + t * t) - target) / growth;
    const change = Math.max(householder(newton, second + growth, third), -0.5 * s);
    s += change;
    if (Math.abs(change) < ENOUGH * s) break;
  }
  return s;
}

/** Newton's step, bettered by the second and third derivative over the first. */
function householder(newton: number, second: number, third: number): number {
  return (newton * (1 + 0.5 * second * newton)) / (1 + newton * (second + (third * newton) / 6));
}

const MOST_STEPS = 12;
/** A step of this size leaves an error of its fourth power. */
const ENOUGH = 1e-5;
