import { useDeferredValue, useMemo } from "react";
import type { Journal } from "../../../../actions";
import { CalcError, type Trade, portfolio, screen } from "../../../../calc";
import { readNumber } from "../../../../journal/numberText";
import type { Watched } from "../../../../journal/watched";
import { booksOf } from "../../../books";
import { priceText } from "../../../figures";
import { usualFees } from "../../log/usualFees";
import type { GuideTyped } from "../useGuide";
import { rulesOf } from "./limits";
import { type Quotes, chainOf, quotesOf } from "./quotes";

/** Everything that follows from what was typed and from the journal. What is missing is null, and why is said where it is asked for. */
export interface Plan {
  readonly ticker: string;
  readonly watched: Watched | null;
  readonly why: string;
  /** The price at which one wants to own it, as text and as read. */
  readonly target: string;
  readonly quotes: Quotes | null;
  readonly spot: { readonly text: string; readonly number: number | null; readonly from: "typed" | "quotes" | "Watchlist" | null };
  /** The day of the quotes. */
  readonly asOf: number;
  readonly rules: screen.RulesRead;
  readonly screened: screen.Screen | { readonly words: string } | null;
  readonly chosen: Put | null;
  readonly cash: number | null;
  readonly size: readonly portfolio.SizeLimit[];
  /** Contracts as text: what fits until something is typed. */
  readonly contracts: string;
  readonly sale: Trade | null;
  readonly planned: portfolio.PlannedSale | null;
}

/** A candidate that has a price: it can be sold. */
export type Put = screen.Candidate & Record<"expiry" | "strike" | "premium" | "breakeven" | "days", number>;
export const isPut = (candidate: screen.Candidate): candidate is Put => [candidate.expiry, candidate.strike, candidate.premium, candidate.breakeven, candidate.days].every((each) => each !== null);

export function usePlan(journal: Journal, typed: GuideTyped, today: number): Plan {
  const { trades, watchlist, settings } = journal;
  const ticker = typed.ticker.trim().toUpperCase();
  const watched = watchlist.find((one) => one.ticker === ticker) ?? null;
  const quotes = useMemo(() => quotesOf(typed.quotes, typed.fileName), [typed.quotes, typed.fileName]);
  const asOf = quotes?.day ?? today;
  const rules = rulesOf(settings, typed, watched?.targetPrice ?? null);
  const spot = spotOf(typed, quotes, watched);
  const screened = useScreened(quotes, { spot: spot.number, asOf, rules, convention: journal.convention });
  const chosen = screened && "candidates" in screened ? (screened.candidates.filter(isPut).find(({ row }) => row === typed.chosen) ?? null) : null;
  const { cash } = rules.rules;
  const size = sizeOf(journal, chosen && { ticker, strike: chosen.strike, cash, mostShares: watched?.mostShares ?? null, rules: rules.rules });
  const fit = portfolio.contractsThatFit(size);
  const contracts = typed.contracts ?? (fit === null ? "1" : fit === 0 ? "" : String(fit));
  const why = typed.why ?? watched?.why ?? "";
  const sale = chosen && saleOf(journal, { ticker, today, chosen, contracts, why });
  const known = JSON.stringify(sale);
  const planned = useMemo(() => {
    const read = JSON.parse(known) as Trade | null;
    return read && spot.number !== null ? portfolio.plannedSale(trades, read, { stocks: watchlist, spot: spot.number, cash }) : null;
  }, [trades, watchlist, known, spot.number, cash]);
  return { ticker, watched, why, target: typed.target ?? shown(watched?.targetPrice ?? rules.rules.targetPrice), quotes, spot, asOf, rules, screened, chosen, cash, size, contracts, sale, planned };
}

/** Screens again only when something in it is another, and not while one still types. */
function useScreened(quotes: Quotes | null, terms: { readonly spot: number | null; readonly asOf: number; readonly rules: screen.RulesRead; readonly convention: Journal["convention"] }): Plan["screened"] {
  const known = useDeferredValue(JSON.stringify(terms));
  return useMemo(() => {
    const { spot, asOf, rules, convention } = JSON.parse(known) as typeof terms;
    if (!quotes || quotes.quotes.length === 0) return null;
    if (spot === null) return { words: "Type the stock's price with these quotes: discount, chances and results are counted from it" };
    if (rules.problems.length > 0) return { words: rules.problems.join("; ") };
    return answered(() => screen.screenPuts({ chain: chainOf(quotes), spot, asOf, rules: rules.rules, convention, rate: 0, dividendYield: 0 }));
  }, [quotes, known]);
}

/** A question that cannot be answered is answered in its own words. */
export function answered<T>(ask: () => T): T | { readonly words: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalcError) return { words: error.message };
    throw error;
  }
}

/** Typed, else what the quotes say, else the Watchlist's. */
export function spotOf(typed: Pick<GuideTyped, "spot">, quotes: Quotes | null, watched: Watched | null): Plan["spot"] {
  const [known, from] = quotes?.spot ? [quotes.spot, "quotes" as const] : watched?.price ? [watched.price, "Watchlist" as const] : [null, null];
  const text = typed.spot ?? shown(known);
  const read = readNumber(text);
  return { text, number: "number" in read && read.number !== null && read.number > 0 ? read.number : null, from: typed.spot === undefined ? from : "typed" };
}

function sizeOf({ trades, watchlist }: Journal, put: { readonly ticker: string; readonly strike: number; readonly cash: number | null; readonly mostShares: number | null; readonly rules: screen.Rules } | null): readonly portfolio.SizeLimit[] {
  if (!put) return [];
  const { rules, ...question } = put;
  return portfolio.sizeLimits(booksOf(trades), watchlist, { ...question, multiplier: SHARES, mostTickerShare: rules.mostTickerShare, mostSectorShare: rules.mostSectorShare });
}
/** A contract with other terms has no place in a chain. */
const SHARES = 100;

function saleOf({ trades }: Journal, { ticker, today, chosen, contracts, why }: { readonly ticker: string; readonly today: number; readonly chosen: Put; readonly contracts: string; readonly why: string }): Trade | null {
  const read = readNumber(contracts);
  const quantity = "number" in read ? read.number : null;
  if (quantity === null || quantity < 1 || !Number.isInteger(quantity) || quantity > MOST_CONTRACTS) return null;
  const { strike, expiry, premium } = chosen;
  const account = trades.at(-1)?.trade.account ?? "";
  return { date: today, account, ticker, action: "Sell to open", type: "Put", quantity, strike, expiry, price: Number(priceText(premium)), fees: Number(usualFees(trades, "Sell to open", contracts)), multiplier: SHARES, notes: why, id: "" };
}
const MOST_CONTRACTS = 100_000;

const shown = (number: number | null | undefined): string => (number === null || number === undefined ? "" : String(number));
