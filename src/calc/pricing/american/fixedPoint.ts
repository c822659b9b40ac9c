import { INVERSE_ROOT_TWO_PI, normalCdf } from "../normal";
import { highestBoundary, type PutMarket } from "./market";
import { type Scheme } from "./scheme";

/** A: on the boundary the put falls by just what its share rises. B: there it is worth what exercising pays. Both hold; they differ in how fast steps settle. */
export type Equation = "A" | "B";

/** A better boundary from a boundary, both as ln(highest ÷ boundary) at the scheme's nodes. */
export type FixedPoint = (roots: Float64Array, equation: Equation) => Float64Array;

/**
 * Either equation says boundary = cash ÷ shares, in which both are sums over the boundary at shorter times and one term for expiration, the last of each
 * node's. All that does not change from one step to the next is worked out here, once. (Andersen, Lake and Offengenden, equations 3.7 to 3.14.)
 */
export function fixedPoint(market: PutMarket, scheme: Scheme): FixedPoint {
  const { nodes, quadrature } = scheme;
  const terms = quadrature + 1;
  const { deviations, cashWeights, shareWeights } = weights(market, scheme);
  const drift = (market.rate - market.dividendYield) / (market.volatility * market.volatility);
  const fromStrike = Math.log(highestBoundary(market));
  const distances = new Float64Array(nodes * terms);

  return (roots, equation) => {
    measure(roots);
    const better = new Float64Array(nodes + 1);
    const solved = equation === "A" ? smoothPasting : valueMatching;
    for (let i = 1; i <= nodes; i++) {
      const root = fromStrike - Math.log(solved((i - 1) * terms));
      // where both sums are too small for a number, the drift is so strong that the guess is as good
      better[i] = root >= 0 ? root : root < 0 ? 0 : roots[i]!;
    }
    return better;
  };

  /** ln of the boundary at each node ÷ the boundary at each of its points; for expiration, ÷ the strike. */
  function measure(roots: Float64Array): void {
    const { atNodes } = scheme;
    const squares = roots.subarray(1).map((root) => root * root);
    for (let i = 0, at = 0, row = 0; i < nodes; i++) {
      const root = roots[i + 1]!;
      for (let k = 0; k < quadrature; k++, at++) {
        let square = 0;
        for (let j = 0; j < nodes; j++, row++) square += atNodes[row]! * squares[j]!;
        distances[at] = (square > 0 ? Math.sqrt(square) : 0) - root;
      }
      distances[at++] = fromStrike - root;
    }
  }

  function smoothPasting(first: number): number {
    let [cash, shares] = [0, 0];
    for (let at = first; at < first + terms; at++) {
      const deviation = deviations[at]!;
      const middle = distances[at]! / deviation + drift * deviation;
      cash += cashWeights[at]! * bell(middle - 0.5 * deviation);
      const shareWeight = shareWeights[at]!;
      if (shareWeight === 0) continue;
      const up = middle + 0.5 * deviation;
      shares += shareWeight * (bell(up) + deviation * normalCdf(up));
    }
    return cash / shares;
  }

  function valueMatching(first: number): number {
    let [cash, shares] = [0, 0];
    for (let at = first; at < first + terms; at++) {
      const deviation = deviations[at]!;
      const middle = distances[at]! / deviation + drift * deviation;
      cash += cashWeights[at]! * deviation * normalCdf(middle - 0.5 * deviation);
      shares += shareWeights[at]! * deviation * normalCdf(middle + 0.5 * deviation);
    }
    return cash / shares;
  }
}

/** Each term's standard deviation over the time between it and its node, and what a bell of cash or of shares there weighs. */
function weights({ years, volatility, rate, dividendYield }: PutMarket, scheme: Scheme) {
  const { nodes, quadrature, points, sines, cosines, angleWeights } = scheme;
  const size = nodes * (quadrature + 1);
  const [deviations, cashWeights, shareWeights] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let i = 1, at = 0; i <= nodes; i++) {
    const root = 0.5 * (1 + points[i]!) * Math.sqrt(years);
    for (let k = 0; k < quadrature; k++) {
      const rootLeft = root * cosines[k]!;
      const weight = (2 * root * sines[k]! * angleWeights[k]!) / volatility;
      set(at++, rootLeft, weight * rate, weight * dividendYield);
    }
    set(at++, root, 1 / (volatility * root), 1 / (volatility * root));
  }
  return { deviations, cashWeights, shareWeights };

  function set(at: number, rootTime: number, cash: number, shares: number): void {
    deviations[at] = volatility * rootTime;
    cashWeights[at] = cash * Math.exp(-rate * rootTime * rootTime);
    shareWeights[at] = shares * Math.exp(-dividendYield * rootTime * rootTime);
  }
}

function bell(z: number): number {
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * z * z);
}
