import type { Quote } from "./chain";

export type PriceToUse = "bid" | "mid" | "ask";

/** What can be had for an option now. docs/spec/screen.md §2. */
export interface Market {
  readonly premium: number;
  readonly mid: number;
  /** (ask − bid) ÷ middle. */
  readonly spread: number;
}

/** The market of a quote, or the words why it has none. */
export function marketOf({ bid, ask, strike, type }: Quote, price: PriceToUse): Market | { readonly words: string } {
  if (bid === null && ask === null) return { words: "no market: neither bid nor ask" };
  if ((bid ?? 0) < 0 || (ask ?? 0) < 0) return { words: `no market: ${(bid ?? 0) < 0 ? "bid" : "ask"} is below zero` };
  if (bid === null || bid === 0) return { words: "no bid: nobody buys it" };
  if (ask === null || ask === 0) return { words: "no ask" };
  if (bid > ask) return { words: `crossed market: bid ${bid} is above ask ${ask}` };
  const mid = (bid + ask) / 2;
  const premium = price === "bid" ? bid : price === "ask" ? ask : mid;
  if (type === "put" && premium > strike) return { words: "no market: a put is never worth more than its strike" };
  return { premium, mid, spread: (ask - bid) / mid };
}
