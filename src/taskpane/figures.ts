import { serialOf } from "../journal/day";
import type { PreviewLine } from "../journal/preview";

/** "count": shares and contracts. */
export type FigureFormat = PreviewLine["format"] | "count";

/** The pane's only place that rounds: numbers as they are read, in the user's own locale. */
export function figure(value: number, format: FigureFormat): string {
  if (format === "count") return plain(value);
  if (format === "percent") return number(value, { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (format === "days") return `${number(value, { maximumFractionDigits: 0 })} ${value === 1 ? "day" : "days"}`;
  if (format === "price") return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return money(value);
}

/** Dollars and cents; a debit carries a true minus sign, so that colour never says it alone. */
export function money(value: number): string {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A count or a strike: no zeros at the end that nobody typed. */
export function plain(value: number): string {
  return number(value, { maximumFractionDigits: 4 });
}

/** A price as one would type it: (2.05 + 2.15) ÷ 2 is a hair below 2.1 in binary numbers. */
export function priceText(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** "1 row", "12 rows" */
export function count(value: number, thing: string): string {
  return `${plain(value)} ${thing}${value === 1 ? "" : "s"}`;
}

/** "4.6%": good enough to judge by. */
export function share(value: number): string {
  return number(value, { style: "percent", maximumFractionDigits: 1 });
}

/** "20 Feb 2026", from Excel's day number. */
export function day(serial: number): string {
  return date(serial, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
}

/** "2/20/26", for lists. */
export function shortDay(serial: number): string {
  return date(serial, { timeZone: "UTC", dateStyle: "short" });
}

/** This moment as Excel numbers it, by the user's own clock and calendar. */
export function nowNumber(now: Date = new Date()): number {
  return serialOf(now);
}
/** Today as Excel's day number. */
export function todayNumber(now: Date = new Date()): number {
  return Math.floor(nowNumber(now));
}

const UNIX_EPOCH = 25569; // 1970-01-01
const MILLISECONDS_A_DAY = 86_400_000;

function number(value: number, options: Intl.NumberFormatOptions): string {
  return kept(numbers, options, () => new Intl.NumberFormat(locale(), options)).format(value + 0).replace("-", "−");
}

function date(serial: number, options: Intl.DateTimeFormatOptions): string {
  return kept(dates, options, () => new Intl.DateTimeFormat(locale(), options)).format((serial - UNIX_EPOCH) * MILLISECONDS_A_DAY);
}

/** To make a format takes a hundred times as long as to use it, and a list of quotes has hundreds of figures. */
function kept<Format>(formats: Map<string, Format>, options: object, make: () => Format): Format {
  const key = `${locale() ?? ""} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function locale(): string | undefined {
  return globalThis.Office?.context?.contentLanguage || undefined;
}
