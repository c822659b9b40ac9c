import { INVERSE_ROOT_TWO_PI, scaledTail } from "../normal";
import { DAYS_A_YEAR, type Greeks, ONE_POINT } from "../terms";
import { type Expiry, expiryOf } from "./expiry";
import { FARTHEST, NEAR, tailDifference } from "./normalised";
import { logRatio } from "./price";

/**
 * Value of a European option and how it changes: delta per dollar of the share, gamma the same of delta, theta per calendar day that passes, vega per 0.01 of
 * volatility, rho per 0.01 of the rate. The option is worth a holding of shares less a debt (or the other way round): S·e^(−qT)·N(d₁) − K·e^(−rT)·N(d₂). These two legs
 * and the height of the bell give every greek; for the side out of the money they share one exponential. (Espen Haug, The Complete Guide to Option Pricing
 * Formulas, 2nd edition 2007, chapter 2.) Plain arguments, no guards.
 */
export function blackGreeks(
  isCall: boolean,
  spot: number,
  strike: number,
  years: number,
  volatility: number,
  rate: number,
  dividendYield: number,
): Greeks {
  return greeksWithin(expiryOf(spot, years, rate, dividendYield), isCall, strike, volatility);
}

/** The same, with what a chain's rows share computed before. */
export function greeksWithin(expiry: Expiry, isCall: boolean, strike: number, volatility: number): Greeks {
  const x = logRatio(expiry.spot, strike) + expiry.carry;
  const deviation = volatility * expiry.root;
  if (!(deviation > 0)) return settledGreeks(expiry, isCall, strike, x);
  const h = -Math.abs(x) / deviation;
  const t = 0.5 * deviation;
  const scale = expiry.scale * Math.sqrt(strike);
  const bell = scale * Math.exp(-0.5 * (h * h + t * t));
  const isNear = h + t > NEAR;
  const smaller = bell * scaledTail(t - h);
  const rest = isNear ? bell * scaledTail(h + t) : 0;
  const larger = isNear ? scale * Math.exp(h * t) - rest : bell * scaledTail(-h - t);
  const value = h < -FARTHEST ? 0 : isNear ? larger - smaller : bell * tailDifference(h, t);
  // Out of the money the call's larger leg is the shares, the put's is the cash.
  if (isCall === x <= 0) return isCall ? fromLegs(expiry, value, larger, -smaller, bell, volatility) : fromLegs(expiry, value, -smaller, larger, bell, volatility);
  // In the money the legs are what these leave of the whole ones; when they leave little, it is computed by itself.
  const shares = expiry.spot + expiry.spot * expiry.sharesLost;
  const cash = strike + strike * expiry.cashLost;
  const legs = expiry.spot - strike + (expiry.spot * expiry.sharesLost - strike * expiry.cashLost);
  const price = Math.max(isCall ? legs : -legs, 0) + value;
  const left = isNear ? rest : (isCall ? cash : shares) - larger;
  return isCall ? fromLegs(expiry, price, shares - smaller, -left, bell, volatility) : fromLegs(expiry, price, -left, cash - smaller, bell, volatility);
}

/** The greeks of a value that is so much in shares and so much in cash, each with its sign, and moves with this bell. */
function fromLegs(expiry: Expiry, price: number, shareLeg: number, cashLeg: number, bell: number, volatility: number): Greeks {
  const { spot, years, root, rate, dividendYield } = expiry;
  const density = bell * INVERSE_ROOT_TWO_PI;
  return {
    price,
    delta: shareLeg / spot,
    gamma: density / (spot * spot * volatility * root),
    theta: (dividendYield * shareLeg + rate * cashLeg - (0.5 * density * volatility) / root) / DAYS_A_YEAR,
    vega: density * root * ONE_POINT,
    rho: -cashLeg * years * ONE_POINT,
  };
}

/**
 * At expiration, or without any volatility, the option is its intrinsic value: nothing or the whole legs. Exactly at the strike, where that value has a
 * kink, delta is the mean of both sides and gamma, which has no value there, is 0. docs/spec/pricing.md §4.
 */
function settledGreeks({ spot, years, root, rate, dividendYield, sharesLost, cashLost }: Expiry, isCall: boolean, strike: number, x: number): Greeks {
  const share = x === 0 ? 0.5 : isCall === x > 0 ? 1 : 0;
  const sign = isCall ? share : -share;
  const shares = spot + spot * sharesLost;
  const cash = strike + strike * cashLost;
  const legs = spot - strike + (spot * sharesLost - strike * cashLost);
  return {
    price: Math.max(isCall ? legs : -legs, 0),
    delta: (sign * shares) / spot,
    gamma: 0,
    theta: years > 0 ? (sign * (dividendYield * shares - rate * cash)) / DAYS_A_YEAR : 0,
    vega: x === 0 ? shares * INVERSE_ROOT_TWO_PI * root * ONE_POINT : 0,
    rho: sign * cash * years * ONE_POINT,
  };
}
