import { normalisedBlack, normalisedVega } from "../black";
import { inverseNormalCdf } from "../inverseNormal";
import { ROOT_TWO_PI, normalCdf, normalPdf } from "../normal";
import { type Ends, rationalCubic, tightnessForLeft, tightnessForRight } from "./rationalCubic";

/** Which measure of the distance to the price is nearly straight there, so that the steps from the guess end quickly. */
export type Zone = "low" | "middle" | "high";

export interface Guess {
  readonly s: number;
  readonly zone: Zone;
}

/**
 * A first guess of s = volatility × √years, good to three digits or so, for a normalised value b at x < 0. The value as a function of s is flat at first, steepest at
 * s = √(2|x|), and flat again near its bound: the tangent there cuts the axis and the bound, and each of the four stretches has its own curve.
 * (Jäckel, "Let's Be Rational", §4 and §5.)
 */
export function guess(x: number, b: number, bound: number): Guess {
  const steepest = Math.sqrt(-2 * x);
  const value = normalisedBlack(x, steepest);
  const slope = normalisedVega(x, steepest);
  if (b < value) {
    const foot = steepest - value / slope;
    const footValue = normalisedBlack(x, foot);
    return b < footValue ? lowest(x, b, foot, footValue) : { s: lowerMiddle(x, b, foot, footValue, steepest, value, slope), zone: "middle" };
  }
  const top = slope > Number.MIN_VALUE ? steepest + (bound - value) / slope : steepest;
  const topValue = normalisedBlack(x, top);
  return b <= topValue
    ? { s: upperMiddle(x, b, steepest, value, slope, top, topValue), zone: "middle" }
    : { s: highest(x, b, bound, top, topValue), zone: b > 0.5 * bound ? "high" : "middle" };
}

/** Below the tangent's foot: 2π|x|·N(−|x|/(√3·s))³/√27 grows from nothing as the value does, and its inverse is known. */
function lowest(x: number, b: number, foot: number, footValue: number): Guess {
  const z = -x / (ROOT_THREE * foot);
  const zz = z * z;
  const ss = foot * foot;
  const tail = normalCdf(-z);
  const height = CUBE_FACTOR * -x * tail * tail * tail;
  const slope = 2 * Math.PI * zz * tail * tail * Math.exp(zz + ss / 8);
  const bracket = 8 * ROOT_THREE * foot * -x + ((3 * ss * (ss - 8) - 8 * x * x) * tail) / normalPdf(z);
  const curvature = (Math.PI / 6) * (zz / (ss * foot)) * tail * bracket * Math.exp(2 * zz + ss / 4);
  const ends: Ends = { left: 0, right: footValue, leftValue: 0, rightValue: height, leftSlope: 1, rightSlope: slope };
  const curve = rationalCubic(b, ends, tightnessForRight(ends, curvature, true));
  const share = b / footValue;
  const f = curve > 0 ? curve : (height * share + footValue * (1 - share)) * share;
  return { s: Math.abs(x / (ROOT_THREE * inverseNormalCdf(Math.cbrt(f / (CUBE_FACTOR * -x))))), zone: "low" };
}

function lowerMiddle(x: number, b: number, foot: number, footValue: number, steepest: number, value: number, slope: number): number {
  const footSlope = normalisedVega(x, foot);
  const ends: Ends = { left: footValue, right: value, leftValue: foot, rightValue: steepest, leftSlope: 1 / footSlope, rightSlope: 1 / slope };
  return rationalCubic(b, ends, tightnessForRight(ends, 0, false));
}

function upperMiddle(x: number, b: number, steepest: number, value: number, slope: number, top: number, topValue: number): number {
  const topSlope = normalisedVega(x, top);
  const ends: Ends = { left: value, right: topValue, leftValue: steepest, rightValue: top, leftSlope: 1 / slope, rightSlope: 1 / topSlope };
  return rationalCubic(b, ends, tightnessForLeft(ends, 0, false));
}

/** Above the tangent's top: N(−s/2) falls to nothing as the value nears its bound. */
function highest(x: number, b: number, bound: number, top: number, topValue: number): number {
  const hh = (x / top) * (x / top);
  const height = normalCdf(-0.5 * top);
  const slope = -0.5 * Math.exp(0.5 * hh);
  const curvature = 0.5 * ROOT_TWO_PI * Math.exp(hh + (top * top) / 8) * (hh / top);
  const ends: Ends = { left: topValue, right: bound, leftValue: height, rightValue: 0, leftSlope: slope, rightSlope: -0.5 };
  const curve = curvature < HUGE ? rationalCubic(b, ends, tightnessForLeft(ends, curvature, true)) : 0;
  const share = (b - topValue) / (bound - topValue);
  const f = curve > 0 ? curve : (height * (1 - share) + 0.5 * (bound - topValue) * share) * (1 - share);
  return -2 * inverseNormalCdf(f);
}

const ROOT_THREE = Math.sqrt(3);
/** 2π ÷ √27. */
const CUBE_FACTOR = (2 * Math.PI) / Math.sqrt(27);
const HUGE = 1e154;
