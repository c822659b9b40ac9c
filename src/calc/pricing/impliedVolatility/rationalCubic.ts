/*
 * A curve between two points with given heights and slopes that keeps their shape (monotone, convex): a cubic over a quadratic, with one number that says how tight it is
 * drawn. (R. Delbourgo and J. A. Gregory, "Shape preserving piecewise rational interpolation", SIAM Journal on Scientific and Statistical Computing 6, 1985.) Plain arguments
 * throughout, as it runs inside every implied volatility: the ends of the interval, how high the curve is there, and how steep.
 */

export function rationalCubic(
  at: number,
  left: number,
  right: number,
  leftValue: number,
  rightValue: number,
  leftSlope: number,
  rightSlope: number,
  tightness: number,
): number {
  const width = right - left;
  if (!(width > 0)) return 0.5 * (leftValue + rightValue);
  const t = (at - left) / width;
  const u = 1 - t;
  if (!(tightness < TIGHTEST)) return rightValue * t + leftValue * u;
  const inner = (tightness * rightValue - width * rightSlope) * t + (tightness * leftValue + width * leftSlope) * u;
  return (rightValue * t * t * t + inner * t * u + leftValue * u * u * u) / (1 + (tightness - 3) * t * u);
}

/** The tightness that gives the curve this second derivative at its left end, or as near to it as keeping the shape allows. */
export function tightnessForLeft(width: number, rise: number, leftSlope: number, rightSlope: number, curvature: number, keepShape: boolean): number {
  const chord = rise / width;
  const wanted = (width * curvature + (rightSlope - leftSlope)) / (chord - leftSlope);
  return Math.max(finite(wanted), loosest(chord, leftSlope, rightSlope, keepShape));
}

/** The same for its right end. */
export function tightnessForRight(width: number, rise: number, leftSlope: number, rightSlope: number, curvature: number, keepShape: boolean): number {
  const chord = rise / width;
  const wanted = (width * curvature + (rightSlope - leftSlope)) / (rightSlope - chord);
  return Math.max(finite(wanted), loosest(chord, leftSlope, rightSlope, keepShape));
}

/** The least tightness with which the curve is as monotone and as convex as its ends are. */
function loosest(chord: number, leftSlope: number, rightSlope: number, keepShape: boolean): number {
  const isMonotone = leftSlope * chord >= 0 && rightSlope * chord >= 0;
  const isBent = (leftSlope <= chord && chord <= rightSlope) || (leftSlope >= chord && chord >= rightSlope);
  const forMonotone = !isMonotone ? LOOSEST : chord !== 0 ? (rightSlope + leftSlope) / chord : keepShape ? TIGHTEST : LOOSEST;
  const forBend = isBent ? tightnessForBend(chord, leftSlope, rightSlope, keepShape) : LOOSEST;
  return Math.max(LOOSEST, forMonotone, forBend);
}

function tightnessForBend(chord: number, leftSlope: number, rightSlope: number, keepShape: boolean): number {
  if (rightSlope === chord || chord === leftSlope) return keepShape ? TIGHTEST : LOOSEST;
  const turn = rightSlope - leftSlope;
  return Math.max(Math.abs(turn / (rightSlope - chord)), Math.abs(turn / (chord - leftSlope)));
}

/** A quotient of nothing over nothing asks for nothing. */
function finite(tightness: number): number {
  return Number.isNaN(tightness) ? LOOSEST : Math.min(tightness, TIGHTEST);
}

/** Just above −1, where the denominator could vanish; and so far up that the curve is its chord. */
const LOOSEST = -(1 - 1.4901161193847656e-8);
const TIGHTEST = 2.2e16;
