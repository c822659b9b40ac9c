import type { Book } from "../ledger/book";

/** The last day of the log; 0 while it is empty. */
export function lastDay({ tickers }: Book): number {
  return tickers.reduce((last, { entries }) => Math.max(last, entries[entries.length - 1]!.day), 0);
}
