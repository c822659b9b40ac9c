import { CalcError, answer, checkNotNegative } from "../check";
import { blackGreeks, blackPrice, intrinsicValue } from "./black";
import { blackVolatility, upperBound } from "./impliedVolatility";
import { DAYS_A_YEAR, type Greeks, type OptionTerms, checkContract, checkTerms, inWords } from "./terms";

/*
 * The European option: it can be exercised at expiration only. US index options are European; options on US stocks are American, and worth more.
 */

/** What the option is worth a share. At expiration, and without volatility, its intrinsic value. */
export function price(terms: OptionTerms): number {
  checkTerms(terms);
  const { type, spot, strike, days, volatility, rate, dividendYield } = terms;
  return answer(blackPrice(type === "call", spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield));
}

/** The price, and how it changes with the share, a day, the volatility and the rate. */
export function greeks(terms: OptionTerms): Greeks {
  checkTerms(terms);
  const { type, spot, strike, days, volatility, rate, dividendYield } = terms;
  const all = blackGreeks(type === "call", spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield);
  return {
    price: answer(all.price),
    delta: answer(all.delta),
    gamma: answer(all.gamma),
    theta: answer(all.theta),
    vega: answer(all.vega),
    rho: answer(all.rho),
  };
}

/** Delta, gamma and theta: here no less work than all greeks. */
export function slopes(terms: OptionTerms): Pick<Greeks, "delta" | "gamma" | "theta"> {
  return greeks(terms);
}

/** The volatility that gives the option this price. There is none for a price that no volatility can give: not above intrinsic value, or not below the bound. */
export function impliedVolatility(terms: Omit<OptionTerms, "volatility"> & { readonly price: number }): number {
  checkContract(terms);
  checkNotNegative(terms.price, "price");
  const { type, spot, strike, days, rate, dividendYield } = terms;
  if (days === 0) throw new CalcError("notAvailable", "at expiration a price says nothing about volatility");
  const years = days / DAYS_A_YEAR;
  const isCall = type === "call";
  const volatility = blackVolatility(isCall, terms.price, spot, strike, years, rate, dividendYield);
  if (volatility > 0) return answer(volatility);
  const least = intrinsicValue(isCall, spot, strike, years, rate, dividendYield);
  if (terms.price <= least) throw new CalcError("notAvailable", `no volatility gives this price: it is not above the intrinsic value, ${inWords(least)}`);
  const most = upperBound(isCall, spot, strike, years, rate, dividendYield);
  throw new CalcError("notAvailable", `no volatility gives this price: the ${type} is always worth less than ${inWords(most)}`);
}
