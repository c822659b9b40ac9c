import { check } from "../check";
import { dateOf } from "../days";

/** Prices as they stand side by side: a column a ticker, a line a day. */
export interface PriceBlock {
  readonly tickers: readonly string[];
  readonly lines: readonly PriceLine[];
  /** Are the lines dated? Then they are sorted by their days. */
  readonly dated: boolean;
}
export interface PriceLine {
  /** As the caller numbers them, for words. */
  readonly row: number;
  readonly day: number | null;
  /** In the order of the tickers; null where there is none. */
  readonly prices: readonly (number | null)[];
}

/** The lines on which every ticker has a price, in the order of time, and what was left out in words. docs/spec/portfolio.md §5. */
export interface UsedLines {
  readonly lines: readonly (readonly number[])[];
  readonly words: readonly string[];
}

export function usedLines({ tickers, lines, dated }: PriceBlock): UsedLines {
  const twice = tickers.find((ticker, at) => tickers.indexOf(ticker) !== at);
  check(twice === undefined, `prices has more than one column ${twice ?? ""}`);
  const filled = lines.filter(({ prices }) => prices.some((price) => price !== null));
  const { ordered, words } = dated ? byDay(filled) : { ordered: filled, words: [] };
  const whole = ordered.filter(({ prices }) => prices.every((price) => price !== null));
  return { lines: whole.map(({ prices }) => prices as readonly number[]), words: [...words, ...missingWords(tickers, ordered, ordered.length - whole.length)] };
}

function byDay(lines: readonly PriceLine[]): { ordered: readonly PriceLine[]; words: string[] } {
  const undated = lines.filter(({ day }) => day === null);
  const sorted = lines.filter(({ day }) => day !== null).sort((one, other) => one.day! - other.day! || one.row - other.row);
  const ordered = sorted.filter(({ day }, at) => day !== sorted[at - 1]?.day);
  const words: string[] = [];
  if (undated.length > 0) words.push(`${counted(undated.length)} without a date left out (row ${undated[0]!.row})`);
  if (ordered.length < sorted.length) words.push(`${counted(sorted.length - ordered.length)} left out whose date stands twice (the first: ${nameOf(sorted.find(({ day }, at) => day === sorted[at - 1]?.day)!)})`);
  return { ordered, words };
}

function missingWords(tickers: readonly string[], lines: readonly PriceLine[], leftOut: number): string[] {
  if (leftOut === 0) return [];
  const lacking = tickers.flatMap((ticker, column) => {
    const without = lines.filter(({ prices }) => prices[column] === null);
    return without.length > 0 ? [`${ticker} has no price on ${without.length} of them (the first: ${nameOf(without[0]!)})`] : [];
  });
  return [`${leftOut} of ${counted(lines.length)} left out: ${lacking.join(", ")}`];
}

const counted = (lines: number): string => `${lines} ${lines === 1 ? "line" : "lines"}`;
const nameOf = ({ row, day }: PriceLine): string => (day === null ? `row ${row}` : dateOf(day).toISOString().slice(0, 10));
