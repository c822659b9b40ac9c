import { type portfolio, screen } from "../../calc";
import { withPoints } from "../decimalCommas";
import { type Delimited, type DelimitedRow, readDelimited, separatorOf } from "../delimited";

/** Prices as they were pasted: a column a ticker, a line a day. Whatever could not be read is said with its place, and the rest stands. docs/spec/portfolio.md §5. */
export interface PriceText {
  readonly block: portfolio.PriceBlock;
  readonly problems: readonly { readonly row: number; readonly words: string }[];
}

/** Reads a block of prices from the clipboard or a file: a line of tickers, then a line for each day, dates in a first column where there are any. */
export function readPriceText(text: string): PriceText {
  const separator = separatorOf(text);
  const read = withPoints(readDelimited(text, separator), separator);
  const [headers, ...rows] = read.rows;
  if (!headers) return nothing(1, "there is nothing in it");
  const names = headers.cells.map((cell) => cell.trim());
  const dates = dateColumn(names, rows);
  const columns = names.flatMap((name, at) => (at === dates || (name === "" && rows.every(({ cells }) => isBlank(cells[at]))) ? [] : [at]));
  const wrong = headerWords(names, columns);
  if (wrong !== null) return nothing(headers.line, wrong);
  const lines = rows.map((row) => lineOf(row, { names, columns, dates }));
  return {
    block: { tickers: columns.map((at) => names[at]!.toUpperCase()), lines: lines.map(({ line }) => line), dated: lines.some(({ line }) => line.day !== null) },
    problems: [...lines.flatMap(({ problems }) => problems), ...unclosed(read)],
  };
}

interface Places {
  readonly names: readonly string[];
  readonly columns: readonly number[];
  /** The place of the dates; -1: there are none. */
  readonly dates: number;
}

/** The first column, when that is what it is called, when it has no name and a date in it, or when under any name (Datum, Timestamp) nothing but dates stands in it. */
function dateColumn([first = ""]: readonly string[], rows: readonly DelimitedRow[]): number {
  if (DATES.has(first.toLowerCase())) return 0;
  const cells = rows.map(({ cells: [cell] }) => cell).filter((cell) => !isBlank(cell));
  const isDated = first === "" ? cells.some((cell) => dayOf(cell) !== null) : cells.length > 0 && cells.every((cell) => dayOf(cell) !== null && valueOf(cell) === null);
  return isDated ? 0 : -1;
}
const DATES: ReadonlySet<string> = new Set(["date", "dates", "day", "week", "month", "time"]);

/** Why the first line is not one of tickers. */
function headerWords(names: readonly string[], columns: readonly number[]): string | null {
  const number = columns.map((at) => names[at]!).find((name) => name !== "" && valueOf(name) !== null);
  if (number !== undefined) return `the first line must name the tickers, and "${clipped(number)}" is a number`;
  const nameless = columns.find((at) => names[at] === "");
  if (nameless !== undefined) return `column ${nameless + 1} has no ticker in the first line`;
  if (columns.filter((at) => OF_ONE_STOCK.has(names[at]!.toLowerCase())).length >= 3) return "these are the prices of one stock, day by day (Open, High, Low, Close): a column for each ticker is needed";
  return columns.length === 0 ? "the first line names no ticker" : null;
}

const OF_ONE_STOCK: ReadonlySet<string> = new Set(["open", "high", "low", "close"]);

function lineOf({ line: row, cells }: DelimitedRow, { names, columns, dates }: Places): { readonly line: portfolio.PriceLine; readonly problems: PriceText["problems"] } {
  const problems: { row: number; words: string }[] = [];
  const day = dates < 0 ? null : dayOf(cells[dates]);
  if (dates >= 0 && day === null) problems.push({ row, words: isBlank(cells[dates]) ? "there is no date" : `"${clipped(cells[dates])}" is not a date` });
  const prices = columns.map((at) => {
    const price = valueOf(cells[at]);
    if (price !== null && price > 0) return price;
    const isNone = price === null && (isBlank(cells[at]) || "value" in screen.numberIn(cells[at]));
    if (!isNone) problems.push({ row, words: `${clipped(names[at]).toUpperCase()} "${clipped(cells[at])}" is no price` });
    return null;
  });
  return { line: { row, day, prices }, problems };
}

const unclosed = ({ openQuote }: Delimited): PriceText["problems"] => (openQuote === null ? [] : [{ row: openQuote, words: "a quote is opened and never closed: nothing is read from here on" }]);
const nothing = (row: number, words: string): PriceText => ({ block: { tickers: [], lines: [], dated: false }, problems: [{ row, words }] });

const isBlank = (cell: string | undefined): boolean => (cell ?? "").trim() === "";
const clipped = (cell: string | undefined): string => (cell ?? "").trim().slice(0, 30);

function valueOf(cell: string | undefined): number | null {
  const read = screen.numberIn(cell);
  return "value" in read ? read.value : null;
}

function dayOf(cell: string | undefined): number | null {
  const read = screen.dayIn(cell);
  return "value" in read ? read.value : null;
}
