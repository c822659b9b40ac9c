import { CalcError } from "../check";
import { attempt } from "../pricing/attempt";
import * as american from "../pricing/american";
import * as chances from "../pricing/chances";
import { type DecayPoint, decay } from "../pricing/decay";
import type { OptionTerms, OptionType } from "../pricing/terms";
import { MOST } from "../pricing/units";

/** An option that is being sold, a share, and what is known of its stock. */
export interface Sale {
  readonly type: OptionType;
  readonly strike: number;
  readonly premium: number;
  readonly spot: number;
  readonly days: number;
  /** Risk-free, a year, continuously compounded. */
  readonly rate: number;
  /** The Watchlist's, for a premium that tells none; 28 for 28 % is none. */
  readonly knownVolatility: number | null;
  /** Where the position comes out even; null when no price is known. */
  readonly breakeven: number | null;
}

/** What the model says of the time until the expiration. Dividends are left out. docs/spec/moves.md §7. */
export interface Outlook {
  readonly volatility: number;
  /** Why it is not solved from the premium, in words; null when it is. */
  readonly unsolved: string | null;
  /** Its size. */
  readonly delta: number;
  /** Risk-neutral chances at the expiration; of profit: that the stock ends above the break-even. */
  readonly inTheMoney: number;
  readonly profit: number | null;
  /** The stock standing still, from the days left to none. */
  readonly decay: readonly DecayPoint[];
  /** Days until half of the value is gone; null for an option so far in the money that more than half of it stays. */
  readonly halfGone: number | null;
  /** The share of the value that is gone when 21 days are left; null when there are no more than that. */
  readonly goneAt21: number | null;
}

/** The day on which many sellers close or roll, whatever has come of it. */
export const LOOK_AGAIN = 21;

/** Where there is none, why: a volatility is never pretended, and what no number can hold is no picture. */
export function outlookOf(sale: Sale): Outlook | { readonly words: string } {
  const found = attempt(() => lookAhead(sale));
  return "answer" in found ? found.answer : found;
}

function lookAhead(sale: Sale): Outlook {
  const { type, strike, spot, days, rate, breakeven } = sale;
  if (days <= 0) throw new CalcError("notAvailable", "it expires on the day of the sale: there is no time left in it");
  const found = volatilityOf(sale);
  const terms: OptionTerms = { type, strike, spot, days, volatility: found.volatility, rate, dividendYield: NO_YIELD };
  const valueAt = (left: number): number => american.price({ ...terms, days: left });
  const today = valueAt(days);
  if (today < LEAST) throw new CalcError("notAvailable", `at that volatility it is worth less than ${LEAST}`);
  return {
    ...found,
    delta: Math.abs(american.slopes(terms).delta),
    inTheMoney: chances.inTheMoney(terms),
    profit: breakeven === null ? null : breakeven <= 0 ? 1 : chances.inTheMoney({ ...terms, type: "call", strike: breakeven }),
    decay: decay({ ...terms, points: POINTS, style: "american" }),
    halfGone: valueAt(0) < today / 2 ? days - daysLeftAt(today / 2, valueAt, days) : null,
    // time only takes; a last digit of the solver's may give
    goneAt21: days > LOOK_AGAIN ? Math.max(0, 1 - valueAt(LOOK_AGAIN) / today) : null,
  };
}

/** The log and the Watchlist know no yield. */
const NO_YIELD = 0;
const POINTS = 61;
/** Dollars a share: below a hundredth of a cent there is nothing that could decay. */
const LEAST = 0.0001;

/** What the typed premium implies; the Watchlist's where it implies none. */
function volatilityOf({ knownVolatility, premium, type, strike, spot, days, rate }: Sale): Pick<Outlook, "volatility" | "unsolved"> {
  const solved = attempt(() => american.impliedVolatility({ type, strike, spot, days, rate, dividendYield: NO_YIELD, price: premium }));
  if ("answer" in solved) return { volatility: solved.answer, unsolved: null };
  if (knownVolatility !== null && knownVolatility > 0 && knownVolatility <= MOST.volatility) return { volatility: knownVolatility, unsolved: solved.words };
  throw new CalcError("notAvailable", solved.words);
}

/** The days left at which the value is this one: it only falls as they pass, so halves find it. */
function daysLeftAt(value: number, valueAt: (left: number) => number, most: number): number {
  let [low, high] = [0, most];
  while (high - low > HALF_AN_HOUR) {
    const middle = (low + high) / 2;
    if (valueAt(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
const HALF_AN_HOUR = 1 / 48;
