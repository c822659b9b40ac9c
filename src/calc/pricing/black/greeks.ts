import { INVERSE_ROOT_TWO_PI, scaledTail } from "../normal";
import { DAYS_A_YEAR, type Greeks, ONE_POINT } from "../terms";
import { type Expiry } from "./expiry";
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
  const sharesLost = Math.expm1(-dividendYield * years);
  const cashLost = Math.expm1(-rate * years);
  return greeksFrom(isCall, spot, strike, years, volatility, rate, dividendYield, Math.sqrt(years), sharesLost, cashLost, spot * (1 + sharesLost) * (1 + cashLost));
}

/** The same, with what a chain's rows share computed before. */
export function greeksWithin(expiry: Expiry, isCall: boolean, strike: number, volatility: number): Greeks {
  const { spot, years, rate, dividendYield, root, sharesLost, cashLost, scaleSquared } = expiry;
  return greeksFrom(isCall, spot, strike, years, volatility, rate, dividendYield, root, sharesLost, cashLost, scaleSquared);
}

function greeksFrom(
  isCall: boolean,
  spot: number,
  strike: number,
  years: number,
  volatility: number,
  rate: number,
  dividendYield: number,
  root: number,
  sharesLost: number,
  cashLost: number,
  scaleSquared: number,
): Greeks {
  const x = logRatio(spot, strike) + (rate - dividendYield) * years;
  const deviation = volatility * root;
  const shares = spot + spot * sharesLost;
  const cash = strike + strike * cashLost;
  const legs = spot - strike + (spot * sharesLost - strike * cashLost);
  const intrinsic = Math.max(isCall ? legs : -legs, 0);
  if (!(deviation > 0)) return settledGreeks(isCall, spot, years, rate, dividendYield, x, shares, cash, intrinsic);

  const h = -Math.abs(x) / deviation;
  const t = 0.5 * deviation;
  const scale = Math.sqrt(scaleSquared * strike);
  const bell = scale * Math.exp(-0.5 * (h * h + t * t));
  const smaller = bell * scaledTail(t - h);
  // Near the bound what the larger leg lacks to the whole one is computed by itself, elsewhere it is the smaller one and the value.
  const isNear = h + t > NEAR;
  const lacking = isNear ? bell * scaledTail(h + t) : 0;
  const whole = isNear ? scale * Math.exp(h * t) : 0;
  const value = h < -FARTHEST ? 0 : isNear ? whole - lacking - smaller : bell * tailDifference(h, t);
  const larger = isNear ? whole - lacking : smaller + value;

  // Out of the money the call's larger leg is the shares, the put's is the cash; in the money the legs are what these leave of the whole ones.
  const isOut = isCall === x <= 0;
  const left = isNear ? lacking : (isCall ? cash : shares) - larger;
  const shareLeg = isOut ? (isCall ? larger : -smaller) : isCall ? shares - smaller : -left;
  const cashLeg = isOut ? (isCall ? -smaller : larger) : isCall ? -left : cash - smaller;
  const density = bell * INVERSE_ROOT_TWO_PI;
  return {
    price: isOut ? value : intrinsic + value,
    delta: shareLeg / spot,
    gamma: density / (spot * spot * deviation),
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
  years: number,
  rate: number,
  dividendYield: number,
  x: number,
  shares: number,
  cash: number,
  price: number,
): Greeks {
  const share = x === 0 ? 0.5 : isCall === x > 0 ? 1 : 0;
  const sign = isCall ? share : -share;
  return {
    price,
    delta: (sign * shares) / spot,
    gamma: 0,
    theta: years > 0 ? (sign * (dividendYield * shares - rate * cash)) / DAYS_A_YEAR : 0,
    vega: x === 0 ? shares * INVERSE_ROOT_TWO_PI * Math.sqrt(years) * ONE_POINT : 0,
    rho: sign * cash * years * ONE_POINT,
  };
}
