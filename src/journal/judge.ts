import { type Action, type Trade, type TradeType, calendar, cashSettledWords } from "../calc";
import { type ActionRule, ruleOf } from "./actionRules";
import { closedExpiryWords } from "./closedExpiry";
import { dayText, isDay } from "./day";
import type { DraftProblem, FieldName } from "./form";
import { unseenIn } from "./text";

/** What was typed, in a form or in a row, once it is read as dates and numbers; null is blank. */
export interface Candidate {
  readonly action: Action;
  readonly type: TradeType;
  readonly date: number | null;
  readonly account: string;
  readonly ticker: string;
  readonly quantity: number | null;
  readonly strike: number | null;
  readonly expiry: number | null;
  readonly price: number | null;
  readonly fees: number | null;
  readonly multiplier: number | null;
  readonly notes: string;
  readonly id: string;
}

export interface Verdict {
  /** Null when there is a problem. */
  readonly trade: Trade | null;
  readonly problems: readonly DraftProblem[];
  /** Odd, but possible: never in the way. */
  readonly warnings: readonly DraftProblem[];
}

/** Says whether this can stand in the log (docs/spec/journal.md §2). One judge for the form, for rows and for importers. */
export function judge(candidate: Candidate): Verdict {
  const rule = ruleOf(candidate.action, candidate.type);
  const problems = problemsOf(candidate, rule);
  if (problems.length > 0) return { trade: null, problems, warnings: [] };
  const trade = toTrade(candidate, rule);
  return { trade, problems, warnings: warningsOf(trade, rule) };
}

function problemsOf(c: Candidate, rule: ActionRule): DraftProblem[] {
  const found: DraftProblem[] = [];
  const must = (holds: boolean, field: FieldName, words: string) => {
    if (!holds && !found.some((problem) => problem.field === field)) found.push({ field, words });
  };
  must(rule.types.includes(c.type), "type", `Type must be ${rule.types.join(" or ")} for ${c.action}`);
  must(c.date !== null, "date", "Type the date");
  must(c.date === null || isDay(c.date), "date", "Date must be a day between 1977 and 2099");
  must(rule.ticker !== "needed" || c.ticker.trim() !== "", "ticker", "Type the ticker");
  for (const [field, most] of LONGEST) must((field === "ticker" && rule.ticker === "none") || c[field].trim().length <= most, field, `${field.charAt(0).toUpperCase()}${field.slice(1)} must not be longer than ${most.toLocaleString("en-US")} characters`);
  for (const field of NAMES) {
    const unseen = field === "ticker" && rule.ticker === "none" ? null : unseenIn(c[field].trim());
    must(unseen === null, field, `${field.charAt(0).toUpperCase()}${field.slice(1)} holds a character that cannot be seen (${unseen}): type it anew`);
  }
  if (rule.quantity !== "none") {
    const what = { contracts: "number of contracts", shares: "number of shares", ratio: "ratio, new shares for one old share" }[rule.quantity];
    must(c.quantity !== null, "quantity", `Type the ${what}`);
    must(c.quantity === null || c.quantity > 0, "quantity", "Quantity must be above zero: the action says which way it goes");
    must(c.quantity === null || rule.quantity !== "contracts" || Number.isInteger(c.quantity), "quantity", "Quantity must be a whole number of contracts");
  }
  const unsettled = cashSettledWords({ ticker: c.ticker.trim().toUpperCase(), action: c.action });
  must(unsettled === null, "ticker", unsettled ?? "");
  if (rule.option) {
    must(c.strike !== null, "strike", "Type the strike");
    must(c.strike === null || c.strike > 0, "strike", "Strike must be above zero");
    must(c.expiry !== null, "expiry", "Type the expiry");
    must(c.expiry === null || isDay(c.expiry), "expiry", "Expiry must be a day between 1977 and 2099");
    must(!rule.opens || c.expiry === null || c.date === null || c.expiry >= Math.floor(c.date), "expiry", "Expiry must not be before the date");
  }
  if (rule.price !== "none") {
    must(c.price !== null, "price", rule.price === "per share" ? "Type the price in dollars per share" : "Type the amount in dollars");
    must(c.price === null || rule.price === "signed amount" || c.price >= 0, "price", "Price must not be below zero: the action says which way it goes");
    must(c.price === null || rule.price !== "amount" || c.price > 0, "price", "Price must be above zero: it is the amount in dollars");
  }
  must(rule.multiplier === "none" || c.multiplier === null || c.multiplier > 0, "multiplier", "Multiplier must be above zero");
  return found;
}

/** A cell of Excel takes 32,767 characters; a ticker or account that is much longer than any in use was pasted by mistake. */
const LONGEST = [["ticker", 40], ["account", 100], ["notes", 32_000]] as const;

/** Two of them that look the same must be the same. */
const NAMES = ["ticker", "account"] as const;

/** Only what the action needs goes into the trade: a leftover strike on a dividend is not a fact. */
function toTrade(c: Candidate, rule: ActionRule): Trade {
  return {
    date: Math.floor(c.date ?? 0),
    account: c.account.trim() || "Main",
    ticker: rule.ticker === "none" ? "" : c.ticker.trim().toUpperCase(),
    action: c.action,
    type: c.type,
    quantity: rule.quantity === "none" ? 0 : (c.quantity ?? 0),
    strike: rule.option ? c.strike : null,
    expiry: rule.option && c.expiry !== null ? Math.floor(c.expiry) : null,
    price: rule.price === "none" ? null : c.price,
    fees: Math.abs(c.fees ?? 0),
    multiplier: rule.multiplier === "none" ? 100 : (c.multiplier ?? 100),
    notes: c.notes.trim(),
    id: c.id.trim(),
  };
}

function warningsOf(t: Trade, rule: ActionRule): DraftProblem[] {
  const found: DraftProblem[] = [];
  const odd = (isOdd: boolean, field: FieldName, words: string) => {
    if (isOdd) found.push({ field, words });
  };
  const worth = (t.price ?? 0) * (rule.price === "per share" ? t.quantity * (rule.option ? t.multiplier : 1) : 1);
  const closed = calendar.closedWords(t.date);
  odd(closed !== null && (isWeekend(t.date) || rule.price === "per share"), "date", `${dayText(t.date)} is ${closed}`);
  const closedExpiry = t.expiry === null ? null : closedExpiryWords(t.expiry);
  odd(closedExpiry !== null, "expiry", closedExpiry ?? "");
  odd(t.expiry !== null && t.expiry - t.date > 1100, "expiry", "This expires more than three years from now");
  odd(rule.closes && t.expiry !== null && t.date > t.expiry + (t.action === "Buy to close" || t.action === "Sell to close" ? 0 : 7), "date", "This is after the expiry");
  odd(t.action === "Expired" && t.expiry !== null && t.date < t.expiry, "date", "This is before the expiry");
  odd(t.type === "Put" && t.strike !== null && t.price !== null && t.price > t.strike, "price", "A put is never worth more than its strike");
  odd(rule.option && t.price === 0 && rule.opens, "price", "The premium is zero");
  odd(t.fees > 0 && worth !== 0 && t.fees > Math.abs(worth), "fees", "The fees are more than the trade");
  odd(rule.option && rule.multiplier === "rare" && t.multiplier !== 100, "multiplier", `This contract is for ${t.multiplier} shares`);
  odd(t.action === "Split" && t.quantity === 1, "quantity", "A split of 1 for 1 changes nothing");
  return found;
}

const isWeekend = (day: number): boolean => /^S/.test(calendar.weekdayName(day));
