import { attempt } from "../pricing/attempt";
import * as european from "../pricing/european";
import type { Candidate } from "./screen";

/** The day on which many sellers look again, whatever has come of it. */
export const LOOK_AGAIN = 21;

/**
 * How much of a put's price is gone when 21 days are left, the stock standing still: far out of the money most of it, at the money less. Null when it has no more
 * days than that, or no price from which it could follow. docs/spec/screen.md §4.7.
 */
export function goneAt21({ strike, days, bid, ask }: Pick<Candidate, "strike" | "days" | "bid" | "ask">, { spot, rate }: { readonly spot: number; readonly rate: number }): number | null {
  if (strike === null || days === null || bid === null || ask === null || days <= LOOK_AGAIN) return null;
  const price = (bid + ask) / 2;
  const terms = { type: "put", spot, strike, rate, dividendYield: 0 } as const;
  const left = attempt(() => european.price({ ...terms, days: LOOK_AGAIN, volatility: european.impliedVolatility({ ...terms, days, price }) }));
  return "answer" in left && price > 0 ? 1 - left.answer / price : null;
}
