import { type PutMarket } from "./market";
import { chebyshevPoints, gaussLegendre, interpolationWeights, type Quadrature } from "./quadrature";

/**
 * How much work goes into a price: at how many times the exercise boundary is found (nodes), how often it is improved (iterations), and how many points
 * its integrals and that of the price take. Andersen, Lake and Offengenden write it (quadrature, iterations, nodes)-premium.
 */
export interface Effort {
  readonly quadrature: number;
  readonly iterations: number;
  readonly nodes: number;
  readonly premium: number;
}

export const USUAL: Effort = { quadrature: 8, iterations: 4, nodes: 8, premium: 16 };
export const ACCURATE: Effort = { quadrature: 12, iterations: 8, nodes: 12, premium: 24 };

/**
 * What depends on the effort alone, so that it is worked out once. Times are fractions of the square root of the whole life: node i lies at (1 + zᵢ)/2.
 * Each integral from 0 to τ runs over u = τ·sin²θ, which makes both √u and √(τ − u) smooth in θ.
 */
export interface Scheme extends Effort {
  /** Chebyshev's points, from −1 (expiration) to 1 (today). */
  readonly points: Float64Array;
  readonly sines: Float64Array;
  readonly cosines: Float64Array;
  readonly angleWeights: Float64Array;
  /** Row (i − 1)·quadrature + k: how the boundary at point k of node i's integral follows from its values at all nodes but the first, where it is known. */
  readonly atNodes: Float64Array;
  readonly forPrice: Quadrature;
  readonly forSlopes: Quadrature;
}

const made = new Map<string, Scheme>();

/**
 * The scheme for an effort. Over a long life, or with a drift that is large beside the volatility, the boundary bends so much near expiration that all counts
 * are doubled.
 */
export function schemeFor(effort: Effort, { years, volatility, rate, dividendYield }: PutMarket): Scheme {
  const root = Math.sqrt(years);
  const factor = volatility * root > FAR || Math.abs(rate - dividendYield) * root > STEEP * volatility ? 2 : 1;
  const { quadrature, iterations, nodes, premium } = effort;
  const name = `${factor} ${quadrature} ${iterations} ${nodes} ${premium}`;
  let scheme = made.get(name);
  if (!scheme) made.set(name, (scheme = makeScheme({ quadrature: factor * quadrature, iterations: factor * iterations, nodes: factor * nodes, premium: factor * premium })));
  return scheme;
}

/** In standard deviations over the whole life. */
const FAR = 2;
/** Drift in standard deviations. */
const STEEP = 1.5;
const SLOPES_MORE = 3;

function makeScheme(effort: Effort): Scheme {
  const points = chebyshevPoints(effort.nodes);
  const angles = overAngles(effort.quadrature);
  return {
    ...effort,
    points,
    sines: angles.sines,
    cosines: angles.cosines,
    angleWeights: angles.weights,
    atNodes: interpolation(points, [...points.subarray(1)].flatMap((z) => Array.from(angles.sines, (sine) => (1 + z) * sine - 1))),
    forPrice: gaussLegendre(effort.premium),
    forSlopes: gaussLegendre(SLOPES_MORE * effort.premium),
  };
}

/** The angles from 0 to π/2, with dθ in the weights. */
function overAngles(count: number) {
  const { points, weights } = gaussLegendre(count);
  const angles = points.map((x) => (Math.PI / 4) * (1 + x));
  return { sines: angles.map(Math.sin), cosines: angles.map(Math.cos), weights: weights.map((weight) => (Math.PI / 4) * weight) };
}

function interpolation(points: Float64Array, at: readonly number[]): Float64Array {
  return Float64Array.from(at.flatMap((z) => Array.from(interpolationWeights(points, z).subarray(1))));
}
