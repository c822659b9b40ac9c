import { DAYS_A_YEAR, type OptionTerms } from "../terms";

/** What an American put's exercise boundary depends on. Share prices are in strikes, so that the strike is 1. */
export interface PutMarket {
  readonly years: number;
  readonly volatility: number;
  readonly rate: number;
  readonly dividendYield: number;
}

/** An option as a put on a strike of 1: its market, the share price in strikes, and the dollars that one strike stands for. */
export interface AsPut {
  readonly market: PutMarket;
  readonly spot: number;
  readonly unit: number;
}

/**
 * A call on a share is a put on cash: with share and strike exchanged, and rate and dividend yield, it is worth the same. (R. McDonald and M. Schroder,
 * "A parity result for American options", Journal of Computational Finance 1, 1998.)
 */
export function asPut({ type, spot, strike, days, volatility, rate, dividendYield }: OptionTerms): AsPut {
  const years = days / DAYS_A_YEAR;
  if (type === "put") return { market: { years, volatility, rate, dividendYield }, spot: spot / strike, unit: strike };
  return { market: { years, volatility, rate: dividendYield, dividendYield: rate }, spot: strike / spot, unit: spot };
}

/** Where exercising a put early can pay: nowhere, below one share price at each time, or between two of them. docs/spec/american.md §2. */
export function exerciseRegion({ years, rate, dividendYield }: PutMarket): "none" | "below" | "between" {
  // so little interest that the right to it is worth nothing that a double could hold
  if (rate >= 0 && rate * years < 1e-13 && dividendYield >= 0) return "none";
  if (rate > 0 || (rate === 0 && dividendYield < 0)) return "below";
  return dividendYield < rate ? "between" : "none";
}

/** The boundary just before expiration: below it, interest on the strike is worth more than the dividends of the share. */
export function highestBoundary({ rate, dividendYield }: PutMarket): number {
  return dividendYield > rate ? rate / dividendYield : 1;
}
