import type { Journal } from "../actions";
import { totalCash } from "../calc";

/** What the log adds up to in one account; null where no deposit is logged in it: then its cash is not known. docs/spec/portfolio.md §9.1. */
export function accountCash(trades: Journal["trades"], account: string): number | null {
  const events = trades.flatMap(({ trade }) => (trade.account === account ? [trade] : []));
  return events.some(({ action }) => action === "Deposit") ? totalCash(events) : null;
}
