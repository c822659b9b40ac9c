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
  const reasons: string[] = [];
  if (days < 0) reasons.push(`expired ${count(-days)} ${days === -1 ? "day" : "days"} ago`);
  else if (days < daysFrom) reasons.push(`${count(days)} days are fewer than ${daysFrom}`);
  if (days > daysTo) reasons.push(`${count(days)} days are more than ${daysTo}`);
  if (above(spread, mostSpread)) reasons.push(`spread ${percent(spread)} of the middle is above ${percent(mostSpread)}`);
  if (knows.openInterest && leastOpenInterest > 0 && openInterest === null) reasons.push("open interest is not known");
  if (openInterest !== null && openInterest < leastOpenInterest) reasons.push(`open interest ${count(openInterest)} is below ${count(leastOpenInterest)}`);
  if (annualised !== null && above(leastAnnualised, annualised)) reasons.push(`annualised ${percent(annualised)} is below ${percent(leastAnnualised)}`);
  if (above(leastPremium, premium)) reasons.push(`premium ${dollars(premium)} is below ${dollars(leastPremium)}`);
  if (targetPrice !== null && above(breakeven, targetPrice)) reasons.push(`break-even ${dollars(breakeven)} is above the target price ${dollars(targetPrice)}`);
  return reasons;
}

/** Rules for a new position only: its delta, and what one contract takes of the cash. */
export function positionReasons({ delta, strike, why }: { delta: number | null; strike: number; why: string }, rules: Rules): string[] {
  const { mostDelta, leastDelta, cash, mostTickerShare, mostSectorShare } = rules;
  const size = delta === null ? null : Math.abs(delta);
  const needs = strike * SHARES;
  const reasons: string[] = [];
  const takes = (share: number, whose: string): void => {
    if (cash !== null && above(needs, cash * share)) reasons.push(`one contract takes ${money(needs)}, more than ${percent(share)} of the cash, the limit of a ${whose}`);
  };
  if (size === null && (mostDelta < 1 || leastDelta > 0)) reasons.push(`delta is not known: ${why}`);
  if (size !== null && above(size, mostDelta)) reasons.push(`|delta| ${small(size)} is above ${small(mostDelta)}`);
  if (size !== null && above(leastDelta, size)) reasons.push(`|delta| ${small(size)} is below ${small(leastDelta)}`);
  takes(mostTickerShare, "ticker");
  takes(mostSectorShare, "sector");
  return reasons;
}

/** A limit is met at the limit, also when binary numbers miss it by a hair. */
function above(one: number, other: number): boolean {
  return one > other + ROOM * Math.max(1, Math.abs(other));
}
const ROOM = 1e-9;
const SHARES = 100;
