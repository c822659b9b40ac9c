import type { Book } from "../ledger/book";

/** The last day of the log; 0 while it is empty. */
export function lastDay({ entries }: Book): number {
  return entries.reduce((last, { day }) => Math.max(last, day), 0);
}
