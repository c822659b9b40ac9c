import { normalisedBlack } from "./normalised";

/**
 * Value of a European option, by Black, Scholes and Merton: S·e^(−qT)·N(d₁) − K·e^(−rT)·N(d₂) for the call. (Fischer Black and Myron Scholes, Journal of Political
 * Economy 81, 1973; Robert Merton, 1973, for the dividend yield.) Plain arguments, no guards: for loops; `european.price` is the front door.
 *
 * The side that is out of the money is computed, relatively exact however far out it is; the other one is that plus the difference of the legs.
 */
export function blackPrice(
  isCall: boolean,
  spot: number,
  strike: number,
  years: number,
  volatility: number,
  rate: number,
  dividendYield: number,
): number {
  const x = moneyness(spot, strike, years, rate, dividendYield);
  const deviation = volatility * Math.sqrt(years);
  const outOfTheMoney = deviation > 0 ? scaleOf(spot, strike, years, rate, dividendYield) * normalisedBlack(-Math.abs(x), deviation) : 0;
  if (isCall ? x <= 0 : x >= 0) return outOfTheMoney;
  return intrinsicValue(isCall, spot, strike, years, rate, dividendYield) + outOfTheMoney;
}

/** ln(forward ÷ strike) = ln(S ÷ K) + (r − q)·T. */
export function moneyness(spot: number, strike: number, years: number, rate: number, dividendYield: number): number {
  return logRatio(spot, strike) + (rate - dividendYield) * years;
}

/** ln(S ÷ K). Near the money the logarithm is taken of the exact difference, so that a strike a hair from the spot keeps its digits. */
export function logRatio(spot: number, strike: number): number {
  const above = spot - strike;
  return above < 0.5 * strike && above > -0.5 * strike ? Math.log1p(above / strike) : Math.log(spot / strike);
}

/** What a normalised value is counted in: √(discounted forward × discounted strike), in dollars. */
export function scaleOf(spot: number, strike: number, years: number, rate: number, dividendYield: number): number {
  return Math.sqrt(spot * strike) * Math.exp(-0.5 * (rate + dividendYield) * years);
}

/** S·e^(−qT) − K·e^(−rT) for a call, its opposite for a put, never below zero: formed from S − K, so that only the discounts are rounded. */
export function intrinsicValue(isCall: boolean, spot: number, strike: number, years: number, rate: number, dividendYield: number): number {
  const legs = spot - strike + (spot * Math.expm1(-dividendYield * years) - strike * Math.expm1(-rate * years));
  return Math.max(isCall ? legs : -legs, 0);
}
