import { CalcError, check, checkAboveZero, checkNumber } from "../check";
import { type Convention, STANDARD } from "../convention";
import { attempt } from "../pricing/attempt";
import * as chances from "../pricing/chances";
import * as european from "../pricing/european";
import * as put from "../put";
import { annualised } from "../yield";
import type { Chain, ChainProblem, Quote } from "./chain";
import { type Market, marketOf } from "./market";
import { positionReasons, quoteReasons } from "./reasons";
import type { Rules } from "./rules";
import { count } from "./words";

export interface ScreenTerms {
  readonly chain: Chain;
  readonly spot: number;
  /** The day of the quotes. */
  readonly asOf: number;
  readonly rules: Rules;
  readonly convention?: Convention;
  readonly rate: number;
  readonly dividendYield: number;
}

/** A put of the chain, judged. Null: has no answer. docs/spec/screen.md §4. */
export interface Candidate {
  /** Of the chain. */
  readonly row: number;
  /** From 1 on for puts that pass; else null. */
  readonly rank: number | null;
  readonly expiry: number | null;
  readonly days: number | null;
  readonly strike: number | null;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly premium: number | null;
  readonly spread: number | null;
  readonly openInterest: number | null;
  readonly flatYield: number | null;
  readonly annualised: number | null;
  readonly breakeven: number | null;
  readonly discount: number | null;
  readonly delta: number | null;
  readonly inTheMoney: number | null;
  readonly ofProfit: number | null;
  /** Why it does not pass; none when it does. */
  readonly reasons: readonly string[];
  /** The strike alone is above the target price, though the break-even may not be. */
  readonly strikeAboveTarget: boolean;
}

export interface Screen {
  readonly candidates: readonly Candidate[];
  /** What was passed over or could not be judged, in words. */
  readonly notes: readonly string[];
}

/** Every put of a chain, judged by the rules: what passes first, ranked; then the others in the chain's order. */
export function screenPuts(terms: ScreenTerms): Screen {
  checkAboveZero(terms.spot, "spot");
  checkNumber(terms.asOf, "as_of");
  checkNumber(terms.rate, "rate");
  checkNumber(terms.dividendYield, "dividend_yield");
  const { quotes, problems } = terms.chain;
  check(quotes.length + problems.length > 0, "the chain has no rows");
  const puts = quotes.filter(({ type }) => type === "put");
  if (puts.length + problems.length === 0) throw new CalcError("notAvailable", "the chain has no puts");
  const judged = [...puts.map((quote) => candidateOf(quote, terms)), ...problems.map(unread)];
  const pass = judged.filter(({ reasons }) => reasons.length === 0).sort(byRank);
  const others = judged.filter(({ reasons }) => reasons.length > 0).sort((one, other) => one.row - other.row);
  return { candidates: [...pass.map((each, at) => ({ ...each, rank: at + 1 })), ...others], notes: notesOn(terms, puts) };
}

function byRank(one: Candidate, other: Candidate): number {
  return other.annualised! - one.annualised! || Math.abs(one.delta ?? 0) - Math.abs(other.delta ?? 0) || one.expiry! - other.expiry! || one.strike! - other.strike!;
}

/** A long chain makes thousands of these, so each is put together once. */
function candidateOf(quote: Quote, terms: ScreenTerms): Candidate {
  const { strike, expiry } = quote;
  const days = expiry - Math.floor(terms.asOf);
  const market = marketOf(quote, terms.rules.price);
  if ("words" in market) return unsellable(quote, terms, days, null, market.words);
  const { premium, spread } = market;
  const { base, daycount, compound } = terms.convention ?? STANDARD;
  const pays = attempt(() => {
    const flat = put.flatYield({ strike, premium, base });
    return { flat, annualised: days < 0 ? null : annualised({ flat, days: Math.max(days, 1), daycount, compound }) };
  });
  if ("words" in pays) return unsellable(quote, terms, days, market, pays.words);
  const breakeven = put.breakeven({ strike, premium });
  const chance = chancesOf(quote, market, days, terms);
  const { spot, rules } = terms;
  const reasons = quoteReasons({ days, spread, openInterest: quote.openInterest, annualised: pays.answer.annualised, premium, breakeven }, rules, { openInterest: terms.chain.has.includes("openInterest") });
  positionReasons({ delta: chance.delta, strike, why: chance.words }, rules).forEach((reason) => reasons.push(reason));
  return {
    row: quote.row, rank: null, expiry, days, strike, bid: quote.bid, ask: quote.ask, premium, spread, openInterest: quote.openInterest, flatYield: pays.answer.flat, annualised: pays.answer.annualised, breakeven,
    discount: (spot - strike) / spot, delta: chance.delta, inTheMoney: chance.inTheMoney, ofProfit: chance.ofProfit, reasons, strikeAboveTarget: isAboveTarget(strike, rules),
  };
}

function unsellable({ row, expiry, strike, bid, ask, openInterest, delta }: Quote, { spot, rules }: ScreenTerms, days: number, market: Market | null, words: string): Candidate {
  return { ...NOTHING, row, expiry, days, strike, bid, ask, premium: market?.premium ?? null, spread: market?.spread ?? null, openInterest, discount: (spot - strike) / spot, delta, reasons: [words], strikeAboveTarget: isAboveTarget(strike, rules) };
}

const isAboveTarget = (strike: number, { targetPrice }: Rules): boolean => targetPrice !== null && strike > targetPrice;

interface Chances {
  readonly delta: number | null;
  readonly inTheMoney: number | null;
  readonly ofProfit: number | null;
  /** Why there are none. */
  readonly words: string;
}

/** Delta of the chain, else computed; chances from the volatility that the middle implies, else from the chain's. */
function chancesOf({ strike, impliedVolatility, delta }: Quote, { mid, premium }: Market, days: number, { spot, rate, dividendYield }: ScreenTerms): Chances {
  if (days < 0) return { delta, inTheMoney: null, ofProfit: null, words: "it has expired" };
  const implied = attempt(() => european.impliedVolatility({ type: "put", spot, strike, days, rate, dividendYield, price: mid }));
  const volatility = "answer" in implied ? implied.answer : impliedVolatility;
  if (volatility === null) return { delta, inTheMoney: null, ofProfit: null, words: "words" in implied ? implied.words : "" };
  const market = { type: "put", spot, strike, days, rate, dividendYield, volatility, premium } as const;
  return { delta: delta ?? european.greeks(market).delta, inTheMoney: chances.inTheMoney(market), ofProfit: chances.ofProfit(market), words: "" };
}

function unread({ row, words, expiry, strike }: ChainProblem): Candidate {
  return { ...NOTHING, row, expiry, strike, reasons: [`row ${row} is not read: ${words}`] };
}

function notesOn({ chain, rules }: ScreenTerms, puts: readonly Quote[]): string[] {
  const calls = chain.quotes.length - puts.length;
  const without = chain.has.includes("delta") ? puts.filter(({ delta }) => delta === null).length : 0;
  return [
    calls > 0 && `${count(calls)} ${calls === 1 ? "call was" : "calls were"} passed over: only puts are screened`,
    !chain.has.includes("openInterest") && rules.leastOpenInterest > 0 && "the chain has no column Open interest: that rule was not applied",
    without > 0 && `${count(without)} ${without === 1 ? "delta" : "deltas"} of the chain cannot be (blank, 0, NaN, -999): computed where the price has a volatility`,
  ].filter((note) => note !== false);
}

const NOTHING: Candidate = {
  row: 0, rank: null, expiry: null, days: null, strike: null, bid: null, ask: null, premium: null, spread: null, openInterest: null, flatYield: null, annualised: null,
  breakeven: null, discount: null, delta: null, inTheMoney: null, ofProfit: null, reasons: [], strikeAboveTarget: false,
};
