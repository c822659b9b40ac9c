import { intrinsicValue, moneyness, scaleOf } from "../black";
import { normalisedVolatility } from "./normalised";

/**
 * The volatility at which Black's formula gives this price; NaN when there is none: the price is not above the intrinsic value, or not below the bound (the discounted
 * spot for a call, the discounted strike for a put). Peter Jäckel, "Let's Be Rational" (Wilmott, 2015). Plain arguments, no guards.
 */
export function blackVolatility(
  isCall: boolean,
  price: number,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
): number {
  const x = moneyness(spot, strike, years, rate, dividendYield);
  const scale = scaleOf(spot, strike, years, rate, dividendYield);
  const timeValue = price - (isCall === x > 0 ? intrinsicValue(isCall, spot, strike, years, rate, dividendYield) : 0);
  const room = upperBound(isCall, spot, strike, years, rate, dividendYield) - price;
  if (!(timeValue > 0) || !(room > 0) || !(years > 0)) return NaN;
  return normalisedVolatility(-Math.abs(x), timeValue / scale, room / scale) / Math.sqrt(years);
}

/** What no option can be worth: a call the shares, a put its strike, both at their value today. */
export function upperBound(isCall: boolean, spot: number, strike: number, years: number, rate: number, dividendYield: number): number {
  return isCall ? spot + spot * Math.expm1(-dividendYield * years) : strike + strike * Math.expm1(-rate * years);
}
