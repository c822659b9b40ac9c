import type { Book } from "../ledger/book";
import type { Headers } from "./columns";

/** A row to look at, and why. */
export interface ProblemRow {
  /** As the caller numbered the rows; null where there is none. */
  readonly row: number | null;
  readonly ticker: string;
  readonly problem: string;
}
export const PROBLEM_HEADERS: Headers<ProblemRow> = { row: "Row", ticker: "Ticker", problem: "Problem" };

/** Rows that could not be booked, or are odd; one line says so when there is none. */
export function problems({ problems: found, tickers }: Pick<Book, "problems" | "tickers">): readonly ProblemRow[] {
  if (found.length === 0) return [{ row: null, ticker: "", problem: tickers.length === 0 ? "The log is empty" : "Every row is booked" }];
  return found.map(({ row, ticker, words, booked }) => ({ row, ticker, problem: booked ? words : `Not booked: ${words}` }));
}
