import { INVERSE_ROOT_TWO_PI, normalCdf } from "../normal";
import { highestBoundary } from "./boundary";
import { type PutMarket } from "./market";
import { type Scheme } from "./scheme";

/** A: on the boundary the put falls by just what its share rises. B: there it is worth what exercising pays. */
export type Equation = "A" | "B";

/** A better boundary from a boundary, both as ln(highest ÷ boundary) at the scheme's nodes. */
export type FixedPoint = (roots: Float64Array, equation: Equation, newton: boolean) => Float64Array;

/**
 * Either equation says boundary = cash ÷ shares, where both sides are integrals over the boundary at shorter times. All that does not change from one
 * step to the next is worked out here, once.
 */
export function fixedPoint(market: PutMarket, scheme: Scheme): FixedPoint {
  const { years, volatility, rate, dividendYield } = market;
  const { nodes, quadrature, points, sines, cosines, angleWeights, atNodes } = scheme;
  const highest = highestBoundary(market);
  const drift = (rate - dividendYield) / (volatility * volatility);
  const deviations = new Float64Array(nodes * quadrature);
  const cashWeights = new Float64Array(nodes * quadrature);
  const shareWeights = new Float64Array(nodes * quadrature);
  const wholes = new Float64Array(nodes + 1);
  for (let i = 1; i <= nodes; i++) {
    const rootTime = 0.5 * (1 + points[i]!) * Math.sqrt(years);
    wholes[i] = rootTime;
    for (let k = 0; k < quadrature; k++) {
      const at = (i - 1) * quadrature + k;
      const rootLeft = rootTime * cosines[k]!;
      const weight = (2 * rootTime * sines[k]! * angleWeights[k]!) / volatility;
      deviations[at] = volatility * rootLeft;
      cashWeights[at] = weight * rate * Math.exp(-rate * rootLeft * rootLeft);
      shareWeights[at] = weight * dividendYield * Math.exp(-dividendYield * rootLeft * rootLeft);
    }
  }
  const squares = new Float64Array(nodes);

  return (roots, equation, newton) => {
    const better = new Float64Array(nodes + 1);
    for (let j = 0; j < nodes; j++) squares[j] = roots[j + 1]! * roots[j + 1]!;
    for (let i = 1; i <= nodes; i++) {
      const root = roots[i]!;
      let cash = 0, shares = 0, cashSlope = 0, sharesSlope = 0;
      for (let k = 0; k <= quadrature; k++) {
        const whole = k === quadrature;
        const at = (i - 1) * quadrature + k;
        const deviation = whole ? volatility * wholes[i]! : deviations[at]!;
        let cashWeight: number, shareWeight: number, distance: number;
        if (whole) {
          cashWeight = Math.exp(-rate * wholes[i]! ** 2) / deviation;
          shareWeight = Math.exp(-dividendYield * wholes[i]! ** 2) / deviation;
          distance = Math.log(highest) - root;
        } else {
          cashWeight = cashWeights[at]!;
          shareWeight = shareWeights[at]!;
          let square = 0;
          for (let j = 0, m = at * nodes; j < nodes; j++, m++) square += atNodes[m]! * squares[j]!;
          distance = (square > 0 ? Math.sqrt(square) : 0) - root;
        }
        const middle = distance / deviation + drift * deviation;
        const down = middle - 0.5 * deviation;
        const up = middle + 0.5 * deviation;
        const cashHeight = cashWeight * INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * down * down);
        const shareHeight = shareWeight * INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * up * up);
        if (equation === "A") {
          cash += cashHeight;
          shares += shareHeight + shareWeight * deviation * normalCdf(up);
          const s = down / deviation;
          cashSlope -= s * cashHeight;
          sharesSlope -= s * shareHeight;
        } else {
          cash += cashWeight * deviation * normalCdf(down);
          shares += shareWeight * deviation * normalCdf(up);
          cashSlope += cashHeight;
          sharesSlope += shareHeight;
        }
      }
      const boundary = highest * Math.exp(-root);
      const target = cash / shares;
      let next = target;
      if (newton) {
        const slope = (cashSlope - target * sharesSlope) / (shares * boundary);
        next = boundary + (boundary - target) / (slope - 1);
      }
      better[i] = next > 0 ? Math.max(0, Math.log(highest / next)) : NaN;
    }
    return better;
  };
}
