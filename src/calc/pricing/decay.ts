import { answer, check, checkAboveZero, checkWhole } from "../check";
import { type Style, valuation } from "./style";
import { type OptionTerms, checkTerms } from "./terms";

/** The option with so many days left, the share standing still. */
export interface DecayPoint {
  readonly days: number;
  readonly value: number;
  /** Of today's value; null when that is nothing. */
  readonly shareLeft: number | null;
  /** What the next day takes, or what the last part of a day takes, per day. */
  readonly decay: number;
}

/**
 * How this option melts: in even steps from the days left to none. "Decay accelerates" holds at the money; a put sold at 20 delta loses most of its premium early.
 * docs/spec/pricing.md §6.
 */
export function decay({ points, style, ...terms }: OptionTerms & { readonly points: number; readonly style: Style }): readonly DecayPoint[] {
  checkTerms(terms);
  checkAboveZero(terms.days, "days");
  checkWhole(points, "points");
  check(points >= 2 && points <= MOST_POINTS, `points must be from 2 to ${MOST_POINTS}`);
  const { price } = valuation(style);
  const valueAt = (days: number): number => price({ ...terms, days });
  const today = valueAt(terms.days);
  return Array.from({ length: points }, (_, step) => {
    const days = (terms.days * (points - 1 - step)) / (points - 1);
    const value = step === 0 ? today : valueAt(days);
    const ahead = Math.min(days, 1);
    const taken = ahead > 0 ? (value - valueAt(days - ahead)) / ahead : 0;
    return { days, value, shareLeft: today > 0 ? answer(value / today) : null, decay: answer(taken) };
  });
}

const MOST_POINTS = 1000;
