import type { Trade, moves } from "../../calc";
import { figure, share } from "../figures";

/** Where the volatility is from. */
export function volatilityNote({ unsolved }: moves.Outlook): string {
  return unsolved === null ? "solved from the premium" : "from the Watchlist";
}

/** What the payoff counts in. */
export function payoffCaption(sale: Trade | null, effect: moves.Effect | null): string {
  if (sale?.type === "Call") return "At the expiration, shares included, in $";
  return `At the expiration${effect?.roll ? ", earlier legs included" : ""}, in $`;
}

/** Why there is nothing to draw yet, or at all. */
export const whyNothing = {
  payoff: (sale: Trade | null): string => {
    if (sale === null) return "Drawn once the fields above are filled in.";
    return sale.type === "Put" ? "A premium above the strike leaves nothing to draw: look at both again." : "Without shares under it a call has no floor: what it may lose has no end.";
  },
  decay({ sale, spot, outlook, isToday }: { sale: Trade | null; spot: number | null; outlook: moves.Outlook | { readonly words: string } | null; isToday: boolean }): string {
    if (sale === null) return "Drawn once the fields above are filled in.";
    if (spot === null) return `Type what the stock cost${isToday ? "s now" : " on that day"}, and see how the premium decays.`;
    return outlook !== null && "words" in outlook ? `${sentence(outlook.words)}.` : "";
  },
};

/** What the chances are, and what they are not; and why the volatility is not the premium's, where it is not. */
export function chanceWords(payoff: moves.Payoff | null, outlook: moves.Outlook | null, rate: number): string {
  const even = payoff ? ` ${figure(payoff.breakeven, "price")}` : "";
  const why = outlook && outlook.unsolved !== null ? `${sentence(outlook.unsolved)}; the Watchlist's is taken. ` : "";
  return `${why}Risk-neutral: P(ITM) is the chance to end in the money, POP to end above the break-even${even}, if the model holds; no forecast. ${rate === 0 ? "Interest and dividends" : `The rate is ${share(rate)}; dividends`} are left out.`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
