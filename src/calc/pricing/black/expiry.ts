/** What all options of one expiration share, so that a chain computes it once: the exponentials of the discounts, the root of the time. */
export interface Expiry {
  readonly spot: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly root: number;
  /** (r − q)·T: how far the forward is from the spot, as a logarithm. */
  readonly carry: number;
  /** By how much the discount lowers one share and one dollar: e^(−qT) − 1 and e^(−rT) − 1. */
  readonly sharesLost: number;
  readonly cashLost: number;
  /** √S·e^(−(r + q)T/2): with √K it is what a normalised value is counted in, √(discounted forward × discounted strike). */
  readonly scale: number;
}

export function expiryOf(spot: number, years: number, rate: number, dividendYield: number): Expiry {
  return {
    spot,
    years,
    rate,
    dividendYield,
    root: Math.sqrt(years),
    carry: (rate - dividendYield) * years,
    sharesLost: Math.expm1(-dividendYield * years),
    cashLost: Math.expm1(-rate * years),
    scale: Math.sqrt(spot) * Math.exp(-0.5 * (rate + dividendYield) * years),
  };
}
