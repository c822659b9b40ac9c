import { type OptionTerms } from "../../../../src/calc/pricing/terms";

/**
 * The same option by a method that shares nothing with ours: the binomial tree of Leisen and Reimer (Applied Mathematical Finance 3, 1996) with an odd number of
 * steps, and two of them with their first-order error taken off.
 */
export function treePrice(terms: OptionTerms, steps: number): number {
  const [coarse, fine] = [treeOf(terms, steps), treeOf(terms, 2 * steps + 1)];
  return 2 * fine - coarse;
}

function treeOf({ type, spot, strike, days, volatility, rate, dividendYield }: OptionTerms, steps: number): number {
  const years = days / 365;
  const dt = years / steps;
  const deviation = volatility * Math.sqrt(years);
  const down = (Math.log(spot / strike) + (rate - dividendYield) * years) / deviation - deviation / 2;
  const [p, q] = [inverted(down, steps), inverted(down + deviation, steps)];
  const growth = Math.exp((rate - dividendYield) * dt);
  const [u, d] = [(growth * q) / p, (growth * (1 - q)) / (1 - p)];
  const discount = Math.exp(-rate * dt);
  const exercised = (ups: number, step: number) => (type === "put" ? 1 : -1) * (strike - spot * u ** ups * d ** (step - ups));
  const values = Float64Array.from({ length: steps + 1 }, (_, ups) => Math.max(exercised(ups, steps), 0));
  for (let step = steps - 1; step >= 0; step--)
    for (let ups = 0; ups <= step; ups++) values[ups] = Math.max(discount * (p * values[ups + 1]! + (1 - p) * values[ups]!), exercised(ups, step));
  return values[0]!;
}

/** Peizer and Pratt's second inversion: the chance of a step up whose sum is this far out. */
function inverted(z: number, steps: number): number {
  const part = z / (steps + 1 / 3 + 0.1 / (steps + 1));
  return 0.5 + Math.sign(z) * 0.5 * Math.sqrt(1 - Math.exp(-part * part * (steps + 1 / 6)));
}
