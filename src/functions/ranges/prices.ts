import { CalcError, type portfolio } from "../../calc";
import { dayOf } from "../../journal/day";
import { blockOf } from "./cells";

/**
 * A block of prices as a cell hands it over: a column a ticker under its name, perhaps a first column of dates. What is no number above zero is no price. Columns
 * without a header and without a number are not looked at.
 */
export function pricesOf(prices: unknown): portfolio.PriceBlock {
  const [headers = [], ...rows] = blockOf(prices, "prices");
  const names = headers.map((header) => (typeof header === "string" ? header.trim() : ""));
  if (names.every((name) => name === "")) throw new CalcError("value", "prices must begin with a row of tickers");
  const dates = DATES.has(names[0]!.toLowerCase()) && (names[0] !== "" || rows.some(([first]) => isDay(first))) ? 0 : -1;
  const columns = names.flatMap((name, column) => (column === dates || (name === "" && rows.every((row) => priceOf(row[column]) === null)) ? [] : [column]));
  const nameless = columns.find((column) => names[column] === "");
  if (nameless !== undefined) throw new CalcError("value", `column ${nameless + 1} of prices has no ticker in its first row`);
  const days = rows.map((row) => (dates < 0 ? null : dateOf(row[dates])));
  return {
    tickers: columns.map((column) => names[column]!),
    lines: rows.map((row, at) => ({ row: at + 2, day: days[at]!, prices: columns.map((column) => priceOf(row[column])) })),
    dated: days.some((day) => day !== null),
  };
}

/** What a column of dates is called, if anything. */
const DATES: ReadonlySet<string> = new Set(["", "date", "day", "week", "month", "time"]);
const priceOf = (cell: unknown): number | null => (typeof cell === "number" && Number.isFinite(cell) && cell > 0 ? cell : null);
const isDay = (cell: unknown): boolean => dateOf(cell) !== null;

/** A day as Excel numbers it, or as text 2026-01-05. Other texts are no dates: the lines then stay in their order. */
function dateOf(cell: unknown): number | null {
  if (typeof cell === "string") return dayOf(cell);
  return typeof cell === "number" && cell >= 1 && cell < AFTER_THE_LAST_DAY ? cell : null;
}
/** Excel's calendar ends on 9999-12-31. */
const AFTER_THE_LAST_DAY = 2_958_466;
