/** Days as Excel numbers them, and the calendar's: midnight of the day, in UTC throughout, so that no time zone comes into it. */
export function dateOf(day: number): Date {
  return new Date((Math.floor(day) - DAY_OF_1970) * MS_PER_DAY);
}

/** Months count from 1. */
export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY + DAY_OF_1970;
}

const DAY_OF_1970 = 25_569;
export const MS_PER_DAY = 86_400_000;
