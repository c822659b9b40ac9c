/** Where to take a function between −1 and 1, and with what weight, so that the sum is its integral. */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** Gauss–Legendre: exact for polynomials up to degree 2·count − 1. Newton's method on Legendre's recurrence, from the usual cosine start. */
export function gaussLegendre(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 6; step++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= count; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (count * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    points[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}

/** Chebyshev's points between −1 and 1, both ends among them: −cos(j·π/count) for j = 0 … count. */
export function chebyshevPoints(count: number): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, j) => -Math.cos((Math.PI * j) / count));
}

/** What each value at Chebyshev's points weighs in the value at z of the polynomial through them (barycentric form; Berrut and Trefethen, 2004). */
export function interpolationWeights(points: Float64Array, z: number): Float64Array {
  const exact = points.indexOf(z);
  if (exact >= 0) return Float64Array.from(points, (_, j) => (j === exact ? 1 : 0));
  const last = points.length - 1;
  const parts = Float64Array.from(points, (point, j) => (((j % 2 ? -1 : 1) * (j === 0 || j === last ? 0.5 : 1)) / (z - point)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** The value at z of the polynomial through these values at Chebyshev's points. */
export function interpolatedAt(z: number, points: Float64Array, values: Float64Array): number {
  const last = points.length - 1;
  let [over, under] = [0, 0];
  for (let j = 0; j <= last; j++) {
    const gap = z - points[j]!;
    if (gap === 0) return values[j]!;
    const part = (j % 2 ? -1 : 1) * (j === 0 || j === last ? 0.5 : 1) / gap;
    over += part * values[j]!;
    under += part;
  }
  return over / under;
}
