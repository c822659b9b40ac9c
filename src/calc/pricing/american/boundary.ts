import { type PutMarket } from "./market";
import { type FixedPoint, type Equation, fixedPoint } from "./fixedPoint";
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
}

/**
 * The exercise boundary of a put, in strikes. L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing" (Journal of
 * Computational Finance 20, 2016): starting from QD+, one step of Newton's method and then fixed-point steps of their equation A; where A does not
 * settle, all again by their slower but steadier equation B. Needs a rate above zero, or of zero with a dividend yield below it.
 */
export function exerciseBoundary(market: PutMarket, scheme: Scheme): Boundary {
  const highest = highestBoundary(market);
  const start = firstGuess(market, scheme, highest);
  const improve = fixedPoint(market, scheme);
  const roots = settled(start, improve, "A", scheme) ?? settled(start, improve, "B", scheme) ?? start;
  return { highest, squares: roots.map((root) => root * root), now: highest * Math.exp(-roots[scheme.nodes]!) };
}

/** The boundary just before expiration: interest on the strike is worth more than the dividends of the share below it. */
export function highestBoundary({ rate, dividendYield }: PutMarket): number {
  return dividendYield > rate ? rate / dividendYield : 1;
}

/** QD+ at each node, as ln(highest ÷ boundary); it falls with the time that is left, so each starts from the one before. */
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
let dbg: any = undefined;
export function setDbg(x: any) { dbg = x; }
function settled(start: Float64Array, improve: FixedPoint, equation: Equation, scheme: Scheme): Float64Array | null {
  if (dbg?.only && dbg.only !== equation) return null;
  let [roots, last] = [start, Infinity];
  const changes = [];
  for (let step = 0; step < scheme.iterations; step++) {
    const next = improve(roots, equation, step < (dbg?.newton ?? 1));
    let change = 0;
    for (let i = 1; i < next.length; i++) change = Math.max(change, Math.abs(next[i]! - roots[i]!));
    changes.push(change);
    if (!(change < Infinity)) { dbg?.log?.(equation, changes); return null; }
    last = change; roots = next;
  }
  dbg?.log?.(equation, changes);
  return roots;
}
