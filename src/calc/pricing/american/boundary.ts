import { type Equation, type FixedPoint, fixedPoint } from "./fixedPoint";
import { highestBoundary, type PutMarket } from "./market";
import { qdPlusBoundary } from "./qdPlus";
import { type Scheme } from "./scheme";

/**
 * The share price at or below which a put is exercised, as it depends on the time that is left: highest·e^(−√H), where H is the polynomial in the square
 * root of that time through `squares`, from expiration (0) to today.
 */
export interface Boundary {
  readonly highest: number;
  readonly squares: Float64Array;
  /** The boundary today. */
  readonly now: number;
  /** Which equation it was found by. */
  readonly equation: Equation;
}

/**
 * The exercise boundary of a put, in strikes. L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing" (Journal of
 * Computational Finance 20, 2016): from QD+ by fixed-point steps of their equation A, each of which takes away nine tenths of the error and more. Where it
 * does not settle (little volatility beside a large rate or yield) all again by B, which is slower and always does. docs/spec/american.md §3.
 */
export function exerciseBoundary(market: PutMarket, scheme: Scheme, equation: Equation | null): Boundary {
  const known = recent.find((each) => each.scheme === scheme && (equation === null ? each.equation === null : each.boundary.equation === equation) && isSame(each.market, market));
  if (known) return known.boundary;
  const boundary = foundBoundary(market, scheme, equation);
  recent[next] = { market, scheme, equation, boundary };
  next = (next + 1) % MOST_RECENT;
  return boundary;
}

/** The last ones found: strikes of one chain have one boundary, as it is in strikes, and so have price and greeks of an option that stand in several cells. */
const recent: { readonly market: PutMarket; readonly scheme: Scheme; readonly equation: Equation | null; readonly boundary: Boundary }[] = [];
const MOST_RECENT = 16;
let next = 0;

function isSame(one: PutMarket, other: PutMarket): boolean {
  return one.volatility === other.volatility && one.years === other.years && one.rate === other.rate && one.dividendYield === other.dividendYield;
}

function foundBoundary(market: PutMarket, scheme: Scheme, equation: Equation | null): Boundary {
  const highest = highestBoundary(market);
  const start = firstGuess(market, scheme, highest);
  const step = fixedPoint(market, scheme);
  const found = equation === "B" ? null : settled(start, step, scheme, equation === "A");
  // A that is asked for may run away all the same, where next to nothing is at stake (a rate of nearly zero below a yield)
  const byA = found?.every(Number.isFinite) ? found : null;
  const roots = byA ?? improved(start, step, scheme);
  return { highest, squares: roots.map((root) => root * root), now: highest * Math.exp(-roots[scheme.nodes]!), equation: byA ? "A" : "B" };
}

/** QD+ at each node, as ln(highest ÷ boundary). The boundary falls with the time that is left, so each starts from the one before. */
function firstGuess(market: PutMarket, { nodes, points }: Scheme, highest: number): Float64Array {
  const roots = new Float64Array(nodes + 1);
  let boundary = highest;
  for (let i = 1; i <= nodes; i++) {
    const x = 0.5 * (1 + points[i]!);
    boundary = qdPlusBoundary(market, market.years * x * x, boundary);
    roots[i] = Math.log(highest / boundary);
  }
  return roots;
}

/** The steps of A, or nothing when one of them changes the boundary by not much less than the one before it. */
function settled(start: Float64Array, step: FixedPoint, { iterations }: Scheme, isCertain: boolean): Float64Array | null {
  let [roots, last] = [start, Infinity];
  for (let turn = 0; turn < iterations; turn++) {
    const next = step(roots, "A");
    const change = largestChange(roots, next);
    if (!isCertain && !(change < SETTLING * last || change < NOTHING)) return null;
    [roots, last] = [next, change];
  }
  return roots;
}

function improved(start: Float64Array, step: FixedPoint, { iterations }: Scheme): Float64Array {
  let roots = start;
  for (let turn = 0; turn < SLOWER * iterations; turn++) roots = step(roots, "B");
  return roots;
}

/** NaN when a step left the numbers. */
function largestChange(before: Float64Array, after: Float64Array): number {
  return after.reduce((most, root, i) => Math.max(most, Math.abs(root - before[i]!)), 0);
}

const SETTLING = 0.5;
const SLOWER = 2;
const NOTHING = 1e-13;
