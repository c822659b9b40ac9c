import { check } from "../check";
import { type OptionTerms } from "./terms";

/** The most that is taken for what it says when it stands in a cell: 1,000 % of volatility, 100 % of interest or dividends either way, a hundred years. */
export const MOST = { volatility: 10, rate: 1, days: 36525 } as const;

/**
 * Refuses a number that was typed in another unit than the one asked for, which would be answered with nonsense and not a word: 30 for 30 %, an
 * expiration's date for the days until it. For what comes out of cells only: inside, a volatility that a price implies may be as high as it likes. docs/spec/pricing.md §2.
 */
export function checkUnits({ days, volatility, rate, dividendYield }: Partial<OptionTerms>): void {
  check(isWithin(volatility, MOST.volatility), `volatility must be at most ${MOST.volatility} (30 % is 0.3)`);
  check(isWithin(sizeOf(rate), MOST.rate), `rate must be between -${MOST.rate} and ${MOST.rate} (4 % is 0.04)`);
  check(isWithin(sizeOf(dividendYield), MOST.rate), `dividend_yield must be between -${MOST.rate} and ${MOST.rate} (2 % is 0.02)`);
  checkDays(days, "days");
}

export function checkDays(days: number | undefined, name: string): void {
  check(isWithin(days, MOST.days), `${name} must be at most ${MOST.days} (how many days from today, not a date)`);
}

/** What is no number is refused elsewhere, in other words. */
function isWithin(value: number | undefined, most: number): boolean {
  return value === undefined || !Number.isFinite(value) || value <= most;
}

function sizeOf(value: number | undefined): number | undefined {
  return Number.isFinite(value) ? Math.abs(value!) : undefined;
}
