import { checkNumber } from "./check";
import { dateOf, dayOf } from "./days";

/**
 * Why the New York Stock Exchange, and with it the US options exchanges, is closed on a day: "a Saturday", "Good Friday"; null when it is open. Weekends and the ten holidays of
 * NYSE Rule 7.2: one that falls on a Sunday is kept on the Monday after it, one on a Saturday on the Friday before, but for New Year's Day, because that Friday ends a year's
 * accounts. Days as Excel numbers them. docs/spec/portfolio.md §3.5.
 *
 * Sources: NYSE Rule 7.2 and the exchange's yearly lists "Holidays & Trading Hours". Closings that nobody could know of (a storm, a day of mourning) are in no rule.
 */
export function closedWords(day: number): string | null {
  checkNumber(day, "day");
  const on = Math.floor(day);
  if (weekdayOf(on) === SATURDAY) return "a Saturday";
  if (weekdayOf(on) === SUNDAY) return "a Sunday";
  return holidaysOf(dateOf(on).getUTCFullYear()).get(on) ?? null;
}

export const isTradingDay = (day: number): boolean => closedWords(day) === null;

/** The day itself when it is one of trading, else the last before it: on which options expire whose Friday is a holiday (Cboe, OCC). */
export function tradingDayUpTo(day: number): number {
  return isTradingDay(day) ? Math.floor(day) : tradingDayUpTo(day - 1);
}

/** The day itself when it is one of trading, else the next. */
export function tradingDayFrom(day: number): number {
  return isTradingDay(day) ? Math.floor(day) : tradingDayFrom(day + 1);
}

/** "Friday" */
export const weekdayName = (day: number): string => WEEKDAYS[weekdayOf(Math.floor(day))]!;

/** A long log asks for the same few years thousands of times. */
function holidaysOf(year: number): ReadonlyMap<number, string> {
  const known = kept.get(year) ?? new Map(holidays(year));
  kept.set(year, known);
  return known;
}
const kept = new Map<number, ReadonlyMap<number, string>>();

function holidays(year: number): (readonly [day: number, name: string])[] {
  const newYear = dayOf(year, 1, 1);
  return [
    ...(weekdayOf(newYear) === SATURDAY ? [] : [[observed(newYear), "New Year's Day"] as const]),
    ...(year >= 1998 ? [[nth(3, MONDAY, year, 1), "Martin Luther King Jr. Day"] as const] : []),
    [nth(3, MONDAY, year, 2), "Washington's Birthday"],
    [easter(year) - 2, "Good Friday"],
    [nth(1, MONDAY, year, 6) - 7, "Memorial Day"],
    ...(year >= 2022 ? [[observed(dayOf(year, 6, 19)), "Juneteenth"] as const] : []),
    [observed(dayOf(year, 7, 4)), "Independence Day"],
    [nth(1, MONDAY, year, 9), "Labor Day"],
    [nth(4, THURSDAY, year, 11), "Thanksgiving"],
    [observed(dayOf(year, 12, 25)), "Christmas"],
  ];
}

/** The day on which a holiday is kept that falls on this one. */
function observed(day: number): number {
  return day + (weekdayOf(day) === SUNDAY ? 1 : weekdayOf(day) === SATURDAY ? -1 : 0);
}

/** The n-th such weekday of a month. */
function nth(n: number, weekday: number, year: number, month: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
}

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm of 1876, as in J. Meeus, Astronomical Algorithms, chapter 8. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonsShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonsShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const isLate = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * isLate + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** From 0, Sunday: Excel's day 1 was one. */
const weekdayOf = (day: number): number => (day - 1) % 7;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const [SUNDAY, MONDAY, THURSDAY, SATURDAY] = [0, 1, 4, 6];
