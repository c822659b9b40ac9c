import type { Rules } from "./rules";
import { count, dollars, money, percent, small } from "./words";

/** What the rules are asked about. Null: not known. */
export interface Judged {
  readonly days: number;
  readonly spread: number;
  readonly openInterest: number | null;
  readonly annualised: number | null;
  readonly premium: number;
  readonly breakeven: number;
}

/** Rules for anything that is sold, a new put or the new leg of a roll: every one that is not kept, in words. docs/spec/screen.md §3. */
export function quoteReasons(put: Judged, rules: Rules, knows: { readonly openInterest: boolean }): string[] {
  const { days, spread, openInterest, annualised, premium, breakeven } = put;
  const { daysFrom, daysTo, mostSpread, leastOpenInterest, leastAnnualised, leastPremium, targetPrice } = rules;
  return [
    days < 0 ? `expired ${count(-days)} ${days === -1 ? "day" : "days"} ago` : days < daysFrom && `${count(days)} days are fewer than ${daysFrom}`,
    days > daysTo && `${count(days)} days are more than ${daysTo}`,
    above(spread, mostSpread) && `spread ${percent(spread)} of the middle is above ${percent(mostSpread)}`,
    knows.openInterest && leastOpenInterest > 0 && openInterest === null && "open interest is not known",
    openInterest !== null && openInterest < leastOpenInterest && `open interest ${count(openInterest)} is below ${count(leastOpenInterest)}`,
    annualised !== null && above(leastAnnualised, annualised) && `annualised ${percent(annualised)} is below ${percent(leastAnnualised)}`,
    above(leastPremium, premium) && `premium ${dollars(premium)} is below ${dollars(leastPremium)}`,
    targetPrice !== null && above(breakeven, targetPrice) && `break-even ${dollars(breakeven)} is above the target price ${dollars(targetPrice)}`,
  ].filter((reason) => reason !== false);
}

/** Rules for a new position only: its delta, and what one contract takes of the cash. */
export function positionReasons({ delta, strike, why }: { delta: number | null; strike: number; why: string }, rules: Rules): string[] {
  const { mostDelta, leastDelta, cash, mostTickerShare, mostSectorShare } = rules;
  const size = delta === null ? null : Math.abs(delta);
  const needs = strike * SHARES;
  const takes = (share: number, whose: string): string | false =>
    cash !== null && above(needs, cash * share) && `one contract takes ${money(needs)}, more than ${percent(share)} of the cash, the limit of a ${whose}`;
  return [
    size === null && (mostDelta < 1 || leastDelta > 0) && `delta is not known: ${why}`,
    size !== null && above(size, mostDelta) && `|delta| ${small(size)} is above ${small(mostDelta)}`,
    size !== null && above(leastDelta, size) && `|delta| ${small(size)} is below ${small(leastDelta)}`,
    takes(mostTickerShare, "ticker"),
    takes(mostSectorShare, "sector"),
  ].filter((reason) => reason !== false);
}

/** A limit is met at the limit, also when binary numbers miss it by a hair. */
function above(one: number, other: number): boolean {
  return one > other + ROOM * Math.max(1, Math.abs(other));
}
const ROOM = 1e-9;
const SHARES = 100;
