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
  const dates = isDateColumn(names[0]!, rows) ? 0 : -1;
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

/** By its name; without one, by a date in it; under any other name (Datum) when it holds nothing else. docs/spec/portfolio.md §5.3. */
function isDateColumn(name: string, rows: readonly (readonly unknown[])[]): boolean {
  if (DATES.has(name.toLowerCase())) return true;
  const cells = rows.map(([first]) => first).filter((cell) => cell !== null && cell !== undefined && cell !== "");
  return name === "" ? cells.some(isDay) : cells.length > 1 && (cells.every((cell) => typeof cell === "string" && isDay(cell)) || areDays(cells));
}
const DATES: ReadonlySet<string> = new Set(["date", "dates", "day", "week", "month", "time"]);

/** Whole numbers of our time that only rise, or only fall, as no price does line by line. */
function areDays(cells: readonly unknown[]): boolean {
  const isOfOurTime = (cell: unknown): cell is number => typeof cell === "number" && Number.isInteger(cell) && cell >= YEAR_1990 && cell < YEAR_2100;
  if (cells.length < FEWEST_DAYS || !cells.every(isOfOurTime)) return false;
  const rises = cells.slice(1).map((cell, at) => cell > cells[at]!);
  return new Set(rises).size === 1 && new Set(cells).size === cells.length;
}
const FEWEST_DAYS = 3;
const [YEAR_1990, YEAR_2100] = [32_874, 73_051];
const priceOf = (cell: unknown): number | null => (typeof cell === "number" && Number.isFinite(cell) && cell > 0 ? cell : null);
const isDay = (cell: unknown): boolean => dateOf(cell) !== null;

/** A day as Excel numbers it, or as text 2026-01-05. Other texts are no dates: the lines then stay in their order. */
function dateOf(cell: unknown): number | null {
  if (typeof cell === "string") return dayOf(cell);
  return typeof cell === "number" && cell >= 1 && cell < AFTER_THE_LAST_DAY ? cell : null;
}
/** Excel's calendar ends on 9999-12-31. */
const AFTER_THE_LAST_DAY = 2_958_466;
