import { calendar } from "../calc";
import { dayText } from "./day";

/** What is odd about an expiry on which the exchange is closed, in the words of every form; null when it is open. Odd, and never refused: docs/spec/portfolio.md §3.5. */
export function closedExpiryWords(expiry: number): string | null {
  const closed = calendar.closedWords(expiry);
  return closed === null ? null : `${dayText(expiry)} is ${closed}: options expire on trading days, the last one before it is ${dayText(calendar.tradingDayUpTo(expiry))}`;
}
