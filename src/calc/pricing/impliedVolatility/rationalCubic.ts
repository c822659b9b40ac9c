/** The ends of an interval: where they are, how high the curve is there, and how steep. */
export interface Ends {
  readonly left: number;
  readonly right: number;
  readonly leftValue: number;
  readonly rightValue: number;
  readonly leftSlope: number;
  readonly rightSlope: number;
}

/**
 * A curve between two points with given heights and slopes that keeps their shape (monotone, convex): a cubic over a quadratic, with one number that says how
 * tight it is drawn. (R. Delbourgo and J. A. Gregory, "Shape preserving piecewise rational interpolation", SIAM Journal on Scientific and Statistical
 * Computing 6, 1985.)
 */
export function rationalCubic(at: number, ends: Ends, tightness: number): number {
  const { left, right, leftValue, rightValue, leftSlope, rightSlope } = ends;
  const width = right - left;
  if (!(width > 0)) return 0.5 * (leftValue + rightValue);
  const t = (at - left) / width;
  const u = 1 - t;
  if (!(tightness < TIGHTEST)) return rightValue * t + leftValue * u;
  const over =
    rightValue * t * t * t + (tightness * rightValue - width * rightSlope) * t * t * u + (tightness * leftValue + width * leftSlope) * t * u * u + leftValue * u * u * u;
  return over / (1 + (tightness - 3) * t * u);
}

/** The tightness that gives the curve this second derivative at its left end, or as near to it as keeping the shape allows. */
export function tightnessForLeft(ends: Ends, curvature: number, keepShape: boolean): number {
  const width = ends.right - ends.left;
  const chord = (ends.rightValue - ends.leftValue) / width;
  const wanted = (width * curvature + (ends.rightSlope - ends.leftSlope)) / (chord - ends.leftSlope);
  return Math.max(finite(wanted), loosest(ends, chord, keepShape));
}

/** The same for its right end. */
export function tightnessForRight(ends: Ends, curvature: number, keepShape: boolean): number {
  const width = ends.right - ends.left;
  const chord = (ends.rightValue - ends.leftValue) / width;
  const wanted = (width * curvature + (ends.rightSlope - ends.leftSlope)) / (ends.rightSlope - chord);
  return Math.max(finite(wanted), loosest(ends, chord, keepShape));
}

/** The least tightness with which the curve is as monotone and as convex as its ends are. */
function loosest({ leftSlope, rightSlope }: Ends, chord: number, keepShape: boolean): number {
  const monotone = leftSlope * chord >= 0 && rightSlope * chord >= 0;
  const bent = (leftSlope <= chord && chord <= rightSlope) || (leftSlope >= chord && chord >= rightSlope);
  if (!monotone && !bent) return LOOSEST;
  const forMonotone = !monotone ? LOOSEST : chord !== 0 ? (rightSlope + leftSlope) / chord : keepShape ? TIGHTEST : LOOSEST;
  return Math.max(LOOSEST, forMonotone, bent ? forBend(leftSlope, rightSlope, chord, keepShape) : LOOSEST);
}

function forBend(leftSlope: number, rightSlope: number, chord: number, keepShape: boolean): number {
  const turn = rightSlope - leftSlope;
  if (rightSlope !== chord && chord !== leftSlope) return Math.max(Math.abs(turn / (rightSlope - chord)), Math.abs(turn / (chord - leftSlope)));
  return keepShape ? TIGHTEST : LOOSEST;
}

/** A quotient over nothing asks for the straight line. */
function finite(tightness: number): number {
  return Number.isNaN(tightness) ? LOOSEST : Math.min(tightness, TIGHTEST);
}

/** Just above −1, where the denominator could vanish; and far enough up that the curve is its chord. */
const LOOSEST = -(1 - 1.4901161193847656e-8);
const TIGHTEST = 2.2e16;
