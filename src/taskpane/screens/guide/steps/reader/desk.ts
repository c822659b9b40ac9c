import { readChain } from "../../../../../actions/readChain";
import { type Convention, screen } from "../../../../../calc";
import { answered } from "../answered";
import { type Quotes, chainOf } from "../quotes";

/** What puts are judged by, beside the quotes. */
export interface Terms {
  readonly spot: number;
  readonly asOf: number;
  readonly rules: screen.Rules;
  readonly rate: number;
  readonly convention: Convention;
}

export type Screened = screen.Screen | { readonly words: string };

/** What is asked of whoever reads chains: in the page for a short text, beside it for a long one. */
export type Asked = { readonly read: { readonly text: string; readonly fileName: string } } | { readonly screen: Terms };

/** Reads a chain and keeps it, and judges the one that it has read last. */
export function chainDesk(): { readonly read: (text: string, fileName: string) => Quotes; readonly judge: (terms: Terms) => Screened } {
  let kept: Quotes | null = null;
  return {
    read: (text, fileName) => (kept = readChain(text, fileName)),
    judge: (terms) => (kept ? judged(kept, terms) : { words: "no quotes were read" }),
  };
}

export function judged(quotes: Quotes, { spot, asOf, rules, rate, convention }: Terms): Screened {
  return answered(() => screen.screenPuts({ chain: chainOf(quotes), spot, asOf, rules, convention, rate, dividendYield: 0 }));
}
