import { INVERSE_ROOT_TWO_PI, normalCdf } from "../normal";
import { type Boundary } from "./boundary";
import { type PutMarket } from "./market";
import { interpolatedAt, type Quadrature } from "./quadrature";
import { type Scheme } from "./scheme";

/** An amount, and its first and second derivative by the share price. */
export interface Slopes {
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
}

/**
 * What the right to exercise early adds to a put: interest on the strike less the dividends of the share, at all times to come, as far as the
 * share will then be below the boundary. (I. Kim, Review of Financial Studies 3, 1990.) For share prices above the boundary, in strikes.
 *
 * The nearer the share is to the boundary, the sooner it may be below, and the closer must the time just ahead be looked at. So the points lie evenly in x,
 * where √(time ahead ÷ years) = sin(width·sinh x), and width is the distance to the boundary in standard deviations: few of them do for any share price, and
 * delta and gamma stay smooth up to the boundary.
 */
export function earlyExercisePremium(spot: number, { years, volatility, rate, dividendYield }: PutMarket, boundary: Boundary, { points }: Scheme, quadrature: Quadrature): Slopes {
  const drift = (rate - dividendYield) / (volatility * volatility);
  const apart = Math.log(spot / boundary.highest);
  const whole = volatility * Math.sqrt(years);
  const width = Math.max(Math.log(spot / boundary.now) / whole, LEAST_WIDTH);
  const farthest = Math.asinh((0.5 * Math.PI) / width);
  let [value, delta, gamma] = [0, 0, 0];
  for (let k = 0; k < quadrature.points.length; k++) {
    const x = 0.5 * (1 + quadrature.points[k]!) * farthest;
    const angle = width * Math.sinh(x);
    const sine = Math.sin(angle);
    const cosine = Math.cos(angle);
    const left = years * sine * sine;
    const square = interpolatedAt(2 * cosine - 1, points, boundary.squares);
    const deviation = whole * sine;
    const middle = (apart + (square > 0 ? Math.sqrt(square) : 0)) / deviation + drift * deviation;
    const down = middle - 0.5 * deviation;
    const up = middle + 0.5 * deviation;
    const weight = quadrature.weights[k]! * Math.cosh(x) * sine * cosine;
    const cash = weight * rate * Math.exp(-rate * left);
    const shares = weight * dividendYield * Math.exp(-dividendYield * left);
    const sharesBelow = shares === 0 ? 0 : shares * normalCdf(-up);
    const cashBell = (cash * INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * down * down)) / (deviation * spot);
    const sharesBell = (shares * INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * up * up)) / deviation;
    value += cash * normalCdf(-down) - spot * sharesBelow;
    delta += sharesBell - cashBell - sharesBelow;
    gamma += (cashBell * (1 + down / deviation) - (sharesBell * down) / deviation) / spot;
  }
  const scale = years * farthest * width;
  return { value: scale * value, delta: scale * delta, gamma: scale * gamma };
}

const LEAST_WIDTH = 1e-8;
