import { INVERSE_ROOT_TWO_PI, normalCdf, scaledTail } from "../normal";
import { DAYS_A_YEAR, type Greeks, ONE_POINT } from "../terms";
import { FARTHEST, NEAR, SMALL, tailDifferenceSmall } from "./normalised";
import { intrinsicValue, moneyness, scaleOf } from "./price";

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
  const x = moneyness(spot, strike, years, rate, dividendYield);
  const deviation = volatility * Math.sqrt(years);
  if (!(deviation > 0)) return settledGreeks(isCall, spot, strike, years, rate, dividendYield, x);
  const h = -Math.abs(x) / deviation;
  const t = 0.5 * deviation;
  const scale = scaleOf(spot, strike, years, rate, dividendYield);
  const bell = scale * Math.exp(-0.5 * (h * h + t * t));
  const isNear = h + t > NEAR;
  const larger = isNear ? scale * Math.exp(h * t) * normalCdf(h + t) : bell * scaledTail(-h - t);
  const smaller = isNear ? scale * Math.exp(-h * t) * normalCdf(h - t) : bell * scaledTail(t - h);
  const value = h < -FARTHEST ? 0 : t < SMALL ? bell * tailDifferenceSmall(-h, t) : larger - smaller;
  // Out of the money the call's larger leg is the shares, the put's the cash; in the money the option is its twin and the whole legs.
  const shareLeg = x > 0 ? -smaller : larger;
  const cashLeg = x > 0 ? larger : -smaller;
  if (isCall === x <= 0) return fromLegs(value, shareLeg, cashLeg, bell, spot, years, volatility, rate, dividendYield);
  const sign = isCall ? 1 : -1;
  const shares = sign * (spot + spot * Math.expm1(-dividendYield * years));
  const cash = -sign * (strike + strike * Math.expm1(-rate * years));
  const intrinsic = intrinsicValue(isCall, spot, strike, years, rate, dividendYield);
  return fromLegs(intrinsic + value, shares + shareLeg, cash + cashLeg, bell, spot, years, volatility, rate, dividendYield);
}

/** The greeks of a value that is so much in shares and so much in cash, each with its sign, and moves with this bell. */
function fromLegs(
  price: number,
  shareLeg: number,
  cashLeg: number,
  bell: number,
  spot: number,
  years: number,
  volatility: number,
  rate: number,
  dividendYield: number,
): Greeks {
  const density = bell * INVERSE_ROOT_TWO_PI;
  const root = Math.sqrt(years);
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
function settledGreeks(
  isCall: boolean,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
  x: number,
): Greeks {
  const share = x === 0 ? 0.5 : isCall === x > 0 ? 1 : 0;
  const sign = isCall ? share : -share;
  const shares = spot * Math.exp(-dividendYield * years);
  const cash = strike * Math.exp(-rate * years);
  return {
    price: intrinsicValue(isCall, spot, strike, years, rate, dividendYield),
    delta: (sign * shares) / spot,
    gamma: 0,
    theta: years > 0 ? (sign * (dividendYield * shares - rate * cash)) / DAYS_A_YEAR : 0,
    vega: x === 0 ? shares * INVERSE_ROOT_TWO_PI * Math.sqrt(years) * ONE_POINT : 0,
    rho: sign * cash * years * ONE_POINT,
  };
}
