import { type Convention, type moves, screen } from "../../../../../calc";
import { count } from "../../../../figures";
import { answered } from "../answered";
import { type Quotes, chainOf } from "../quotes";

export interface RollQuestion {
  readonly contract: moves.OpenContract;
  readonly quotes: Quotes;
  /** As typed, a share; null: the chain's own quote of the open put is taken. */
  readonly buyback: number | null;
  readonly contracts: number | null;
  readonly legFees: number;
  readonly spot: number | null;
  readonly today: number;
  readonly rules: screen.RulesRead;
  readonly convention: Convention;
}

export type RollAnswer = { readonly words: string } | { readonly table: screen.RollTable; readonly buyback: number; readonly buybackFrom: "typed" | "quotes" };

/** What can be done with an open put, by these quotes; or what is missing, in words. */
export function rollOf({ contract, quotes, buyback, contracts, legFees, spot, today, rules, convention }: RollQuestion): RollAnswer {
  const asOf = quotes.day ?? today;
  const quoted = buyback === null ? quotedBuyback(contract, quotes, rules.rules.price) : null;
  const paid = buyback ?? quoted;
  if (asOf > contract.expiry) return { words: "On the day of these quotes the put has expired: say what became of it instead" };
  if (rules.problems.length > 0) return { words: rules.problems.join("; ") };
  if (paid === null) return { words: `Type the buy-back, or paste quotes in which the ${contract.strike} put stands as well` };
  if (spot === null) return { words: "Type the stock's price with these quotes" };
  if (contracts === null) return { words: "Type how many contracts are rolled" };
  const { strike, expiry, multiplier, credit, carried, rolls, firstSold } = contract;
  const creditBefore = (credit + carried) / (contract.contracts * multiplier);
  const table = answered(() => screen.rollTable({ strike, expiry, multiplier, contracts, buyback: paid, chain: chainOf(quotes), asOf, spot, creditBefore, rules: rules.rules, convention, legFees, soFar: { rolls, firstSold } }));
  return "words" in table ? table : { table, buyback: paid, buybackFrom: buyback === null ? "quotes" : "typed" };
}

/** "Its chain: 1 roll, 39 days so far. Your limits: 3 rolls, 180 days.": how long one has gone on already. */
export function chainWords({ rolls, firstSold }: moves.OpenContract, { mostRolls, mostChainDays }: screen.Rules, today: number): string {
  const limits = [...(mostRolls === null ? [] : [count(mostRolls, "roll")]), ...(mostChainDays === null ? [] : [count(mostChainDays, "day")])];
  return `Its chain: ${rolls === 0 ? "no roll" : count(rolls, "roll")} so far, first sold ${count(Math.max(0, today - firstSold), "day")} ago.${limits.length > 0 ? ` Your limits: ${limits.join(", ")}.` : ""}`;
}

/** Who counts on the bid when he sells, counts on the ask when he buys. */
function quotedBuyback({ strike, expiry }: moves.OpenContract, { quotes }: Quotes, price: screen.PriceToUse): number | null {
  const quote = quotes.find((one) => one.type === "put" && one.strike === strike && one.expiry === expiry);
  const market = quote && screen.marketOf(quote, OTHER_SIDE[price]);
  return market && "premium" in market ? market.premium : null;
}
const OTHER_SIDE: Readonly<Record<screen.PriceToUse, screen.PriceToUse>> = { bid: "ask", mid: "mid", ask: "bid" };
