/** What all options of one expiration share, so that a chain computes it once: the exponentials of the discounts, the root of the time. */
export interface Expiry {
  readonly spot: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly root: number;
  /** By how much the discount lowers one share and one dollar: e^(−qT) − 1 and e^(−rT) − 1. */
  readonly sharesLost: number;
  readonly cashLost: number;
  /** S·e^(−(r + q)T): the root of this times K is what a normalised value is counted in, √(discounted forward × discounted strike). */
  readonly scaleSquared: number;
}

export function expiryOf(spot: number, years: number, rate: number, dividendYield: number): Expiry {
  const sharesLost = Math.expm1(-dividendYield * years);
  const cashLost = Math.expm1(-rate * years);
  return { spot, years, rate, dividendYield, root: Math.sqrt(years), sharesLost, cashLost, scaleSquared: spot * (1 + sharesLost) * (1 + cashLost) };
}
