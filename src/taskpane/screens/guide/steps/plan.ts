import { useMemo } from "react";
import type { Journal } from "../../../../actions";
import { type Trade, portfolio, type screen } from "../../../../calc";
import { readNumber } from "../../../../journal/numberText";
import { settingNumber } from "../../../../journal/settings";
import type { Watched } from "../../../../journal/watched";
import { accountCash } from "../../../accountCash";
import { booksOf } from "../../../books";
import { cashOf } from "../../../cashOf";
import { priceText } from "../../../figures";
import { rateOf } from "../../../rateOf";
import { usualFees } from "../../log/usualFees";
import type { GuideTyped } from "../useGuide";
import { rulesOf } from "./limits";
import type { Quotes } from "./quotes";
import type { Screened, Terms } from "./reader/desk";
import { useQuotes, useScreened } from "./reader/useQuotes";

/** Everything that follows from what was typed and from the journal. What is missing is null, and why is said where it is asked for. */
export interface Plan {
  readonly ticker: string;
  readonly watched: Watched | null;
  readonly why: string;
  /** The price at which one wants to own it, as text and as read. */
  readonly target: string;
  readonly quotes: Quotes | null;
  /** A long chain is read beside the page. */
  readonly isReading: boolean;
  readonly spot: { readonly text: string; readonly number: number | null; readonly from: "typed" | "quotes" | "Watchlist" | null };
  /** The day of the quotes. */
  readonly asOf: number;
  readonly rules: screen.RulesRead;
  /** Interest a year, of Settings. */
  readonly rate: number;
  readonly screened: Screened | null;
  readonly chosen: Put | null;
  readonly cash: number | null;
  /** In which it would be sold, as text: that of the last trade until another is typed. */
  readonly account: string;
  readonly distress: DistressTyped;
  readonly size: readonly portfolio.SizeLimit[];
  /** Contracts as text: what fits until something is typed. */
  readonly contracts: string;
  readonly sale: Trade | null;
  readonly planned: portfolio.PlannedSale | null;
}

/** The loss that would cost one sleep, and the fall in which it is asked, as text and as read; null is blank or no number above zero. */
export interface DistressTyped {
  readonly text: string;
  readonly amount: number | null;
  /** A fraction. */
  readonly fall: number | null;
}

/** A candidate that has a price: it can be sold. */
export type Put = screen.Candidate & Record<"expiry" | "strike" | "premium" | "breakeven" | "days", number>;
export const isPut = (candidate: screen.Candidate): candidate is Put => [candidate.expiry, candidate.strike, candidate.premium, candidate.breakeven, candidate.days].every((each) => each !== null);

export function usePlan(journal: Journal, typed: GuideTyped, today: number): Plan {
  const { trades, watchlist, settings } = journal;
  const ticker = typed.ticker.trim().toUpperCase();
  const watched = watchlist.find((one) => one.ticker === ticker) ?? null;
  const read = useQuotes(typed.quotes, typed.fileName);
  const { quotes } = read;
  const asOf = quotes?.day ?? today;
  const known = cashOf(journal);
  const rules = rulesOf(settings, known.from === "log" ? { ...typed, cash: typed.cash ?? known.text } : typed, watched?.targetPrice ?? null);
  const spot = spotOf(typed, quotes, watched);
  const rate = rateOf(settings);
  const screened = useScreened(read, quotes && quotes.quotes.length > 0 ? termsOf(journal, { spot: spot.number, asOf, rules, rate }) : null);
  const chosen = screened && "candidates" in screened ? putIn(screened, typed.chosen) : null;
  const { cash } = rules.rules;
  const distress = distressOf(settings, typed);
  const account = typed.account ?? trades.at(-1)?.trade.account ?? "";
  const size = sizeOf(journal, chosen && { ticker, chosen, cash, account, mostShares: watched?.mostShares ?? null, rules: rules.rules, spot: spot.number, distress });
  const fit = portfolio.contractsThatFit(size);
  const contracts = typed.contracts ?? (fit === null ? "1" : fit === 0 ? "" : String(fit));
  const why = typed.why ?? watched?.why ?? "";
  const sale = chosen && saleOf(journal, { ticker, today, chosen, contracts, account, why });
  const meant = JSON.stringify(sale);
  const planned = useMemo(() => {
    const planned = JSON.parse(meant) as Trade | null;
    return planned && spot.number !== null ? portfolio.plannedSale(trades, planned, { stocks: watchlist, spot: spot.number, cash }) : null;
  }, [trades, watchlist, meant, spot.number, cash]);
  return { ticker, watched, why, target: typed.target ?? shown(watched?.targetPrice ?? rules.rules.targetPrice), quotes, isReading: read.isReading, spot, asOf, rules, rate, screened, chosen, cash, account, distress, size, contracts, sale, planned };
}

/** The chosen row, when it is one that can be sold. */
function putIn({ candidates }: screen.Screen, row: number | null): Put | null {
  return row === null ? null : (candidates.find((one): one is Put => one.row === row && isPut(one)) ?? null);
}

/** What the puts are judged by; or what is missing, in words. */
function termsOf(journal: Journal, { spot, asOf, rules, rate }: Pick<Plan, "asOf" | "rules" | "rate"> & { readonly spot: number | null }): Terms | { readonly words: string } {
  if (spot === null) return { words: "Type the stock's price with these quotes: discount, chances and results are counted from it" };
  if (rules.problems.length > 0) return { words: rules.problems.join("; ") };
  return { spot, asOf, rules: rules.rules, rate, convention: journal.convention };
}

/** Typed, else what the quotes say, else the Watchlist's. */
export function spotOf(typed: Pick<GuideTyped, "spot">, quotes: Quotes | null, watched: Watched | null): Plan["spot"] {
  const [known, from] = quotes?.spot ? [quotes.spot, "quotes" as const] : watched?.price ? [watched.price, "Watchlist" as const] : [null, null];
  const text = typed.spot ?? shown(known);
  return { text, number: aboveZero(text), from: typed.spot === undefined ? from : "typed" };
}

/** Typed, else the Settings table's. */
function distressOf(settings: Journal["settings"], { distress, fall }: Pick<GuideTyped, "distress" | "fall">): DistressTyped {
  const text = distress ?? shown(settingNumber(settings, "Distress amount"));
  const percent = aboveZero(fall);
  return { text, amount: aboveZero(text), fall: percent !== null && percent <= 100 ? percent / 100 : null };
}

function aboveZero(text: string): number | null {
  const read = readNumber(text);
  return "number" in read && read.number !== null && read.number > 0 ? read.number : null;
}

interface SizeAsked {
  readonly ticker: string;
  readonly chosen: Put;
  readonly cash: number | null;
  readonly account: string;
  readonly mostShares: number | null;
  readonly rules: screen.Rules;
  readonly spot: number | null;
  readonly distress: DistressTyped;
}

function sizeOf({ trades, watchlist, accounts }: Journal, asked: SizeAsked | null): readonly portfolio.SizeLimit[] {
  if (!asked) return [];
  const { ticker, chosen: { strike, premium }, cash, account, mostShares, rules: { mostTickerShare, mostSectorShare }, spot, distress: { amount, fall } } = asked;
  const distress = amount === null || fall === null || spot === null ? null : { amount, fall, spot, premium };
  const named = accountNamed(account, accounts);
  const own = accounts.length > 1 ? accountCash(trades, named) : null;
  return portfolio.sizeLimits(booksOf(trades), watchlist, { ticker, strike, cash, account: own === null ? null : { name: named, cash: own }, mostShares, mostTickerShare, mostSectorShare, multiplier: SHARES, distress });
}
/** A contract with other terms has no place in a chain. */
const SHARES = 100;

function saleOf({ trades, accounts }: Journal, { ticker, today, chosen, contracts, account, why }: { readonly ticker: string; readonly today: number; readonly chosen: Put; readonly contracts: string; readonly account: string; readonly why: string }): Trade | null {
  const read = readNumber(contracts);
  const quantity = "number" in read ? read.number : null;
  if (quantity === null || quantity < 1 || !Number.isInteger(quantity) || quantity > MOST_CONTRACTS) return null;
  const { strike, expiry, premium } = chosen;
  return { date: today, account: accountNamed(account, accounts), ticker, action: "Sell to open", type: "Put", quantity, strike, expiry, price: Number(priceText(premium)), fees: Number(usualFees(trades, "Sell to open", contracts)), multiplier: SHARES, notes: why, id: "" };
}
/** As the log spells it, where it knows it; a blank is Main. */
function accountNamed(text: string, accounts: readonly string[]): string {
  const typed = text.trim() || "Main";
  return accounts.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;
}

const MOST_CONTRACTS = 100_000;

const shown = (number: number | null | undefined): string => (number === null || number === undefined ? "" : String(number));
