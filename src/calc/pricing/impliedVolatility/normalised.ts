import { tailDifference, tailSum } from "../black";
import { CENTRAL, inverseFromHalf, inverseNormalCdf } from "../inverseNormal";
import { INVERSE_ROOT_TWO_PI, ROOT_TWO_PI, normalCdf, scaledTail } from "../normal";
import { rationalCubic, tightnessForLeft, tightnessForRight } from "./rationalCubic";
import { refineHigh, refineLow, refineMiddle } from "./refine";

/**
 * s = volatility × √years for a normalised value b, at x = −|ln(forward ÷ strike)|. The value as a function of s is flat at first, steepest at s = √(2|x|), and flat again near its
 * bound e^(x/2). The tangent at the steepest point cuts the axis and the bound; each of the four stretches has its own curve for a guess that is good to three digits or so,
 * and two steps from there reach the last. (Jäckel, "Let's Be Rational", §4 to §6.) `shortfall` is bound − b, known better than their difference.
 */
export function normalisedVolatility(x: number, b: number, shortfall: number): number {
  if (x === 0) return atTheMoney(b, shortfall);
  const bound = Math.exp(0.5 * x);
  const steepest = Math.sqrt(-2 * x);
  // h = −t there, and so e^(−(h² + t²)/2) is the bound
  const value = bound * tailDifference(-0.5 * steepest, 0.5 * steepest);
  const slope = bound * INVERSE_ROOT_TWO_PI;
  return b < value ? below(x, b, steepest, value, slope, bound) : above(x, b, shortfall, steepest, value, slope, bound);
}

/** b = 2·N(s/2) − 1. */
function atTheMoney(b: number, shortfall: number): number {
  return b < 2 * CENTRAL ? 2 * inverseFromHalf(0.5 * b) : -2 * inverseNormalCdf(0.5 * shortfall);
}

function below(x: number, b: number, steepest: number, value: number, slope: number, bound: number): number {
  const foot = steepest - value / slope;
  const h = x / foot;
  const t = 0.5 * foot;
  const bell = Math.exp(-0.5 * (h * h + t * t));
  const footValue = bell * tailDifference(h, t);
  if (b < footValue) return refineLow(x, lowest(x, b, foot, footValue), b);
  const [footStretch, stretch] = [ROOT_TWO_PI / bell, 1 / slope];
  const tightness = tightnessForRight(value - footValue, steepest - foot, footStretch, stretch, 0, false);
  return refineMiddle(x, rationalCubic(b, footValue, value, foot, steepest, footStretch, stretch, tightness), b, bound);
}

/** Below the tangent's foot: f = 2π|x|·N(−z)³ ÷ √27 with z = |x| ÷ (√3·s) grows from nothing as the value does, and its inverse is known. */
function lowest(x: number, b: number, foot: number, footValue: number): number {
  const z = -x / (ROOT_THREE * foot);
  const [zz, ss] = [z * z, foot * foot];
  const tail = scaledTail(z);
  const fall = Math.exp(-1.5 * zz);
  const growth = Math.exp(ss / 8);
  const height = CUBE_FACTOR * -x * tail * tail * tail * fall;
  const slope = 2 * Math.PI * zz * tail * tail * growth;
  const bracket = 8 * ROOT_THREE * foot * -x + (3 * ss * (ss - 8) - 8 * x * x) * ROOT_TWO_PI * tail;
  const curvature = ((Math.PI / 6) * zz * tail * bracket * growth * growth) / (ss * foot * fall);
  const curve = rationalCubic(b, 0, footValue, 0, height, 1, slope, tightnessForRight(footValue, height, 1, slope, curvature, true));
  const share = b / footValue;
  const f = curve > 0 ? curve : (height * share + footValue * (1 - share)) * share;
  return Math.abs(x / (ROOT_THREE * inverseNormalCdf(Math.cbrt(f / (CUBE_FACTOR * -x)))));
}

function above(x: number, b: number, shortfall: number, steepest: number, value: number, slope: number, bound: number): number {
  const top = steepest + (bound - value) / slope;
  const h = x / top;
  const t = 0.5 * top;
  const bell = Math.exp(-0.5 * (h * h + t * t));
  const topValue = bound - bell * tailSum(h, t);
  if (b > topValue) {
    const guess = highest(x, b, bound, top, topValue);
    return b > 0.5 * bound ? refineHigh(x, guess, shortfall) : refineMiddle(x, guess, b, bound);
  }
  const [stretch, topStretch] = [1 / slope, ROOT_TWO_PI / bell];
  const tightness = tightnessForLeft(topValue - value, top - steepest, stretch, topStretch, 0, false);
  return refineMiddle(x, rationalCubic(b, value, topValue, steepest, top, stretch, topStretch, tightness), b, bound);
}

/** Above the tangent's top: N(−s/2) falls to nothing as the value nears its bound. */
function highest(x: number, b: number, bound: number, top: number, topValue: number): number {
  const hh = (x / top) * (x / top);
  const height = normalCdf(-0.5 * top);
  const half = Math.exp(0.5 * hh);
  const curvature = 0.5 * ROOT_TWO_PI * half * half * Math.exp((top * top) / 8) * (hh / top);
  const [width, slope] = [bound - topValue, -0.5 * half];
  const curve = curvature < HUGE ? rationalCubic(b, topValue, bound, height, 0, slope, -0.5, tightnessForLeft(width, -height, slope, -0.5, curvature, true)) : 0;
  const share = (b - topValue) / width;
  return -2 * inverseNormalCdf(curve > 0 ? curve : (height * (1 - share) + 0.5 * width * share) * (1 - share));
}

const ROOT_THREE = 1.7320508075688772;
/** 2π ÷ √27. */
const CUBE_FACTOR = 1.2091995761561452;
const HUGE = 1e154;
