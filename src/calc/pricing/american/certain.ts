import { type PutMarket } from "./market";

/**
 * A put without volatility, or at expiration: everything to come is known, so it is exercised at the best time, today, at expiration or between, and is worth
 * e^(−r·t) − spot·e^(−q·t) of that time t, or nothing.
 */
export function certainPut(spot: number, { years, rate, dividendYield }: Omit<PutMarket, "volatility">): { readonly value: number; readonly time: number } {
  const between = Math.log(rate / (dividendYield * spot)) / (rate - dividendYield);
  const times = between > 0 && between < years ? [0, years, between] : [0, years];
  const values = times.map((time) => Math.exp(-rate * time) - spot * Math.exp(-dividendYield * time));
  const value = Math.max(...values);
  return { value: Math.max(value, 0), time: times[values.indexOf(value)]! };
}
