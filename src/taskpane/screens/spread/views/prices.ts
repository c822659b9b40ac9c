import { type PriceText, readPrices } from "../../../../actions/readPrices";
import { CalcError, portfolio } from "../../../../calc";

/** A pasted block of prices, and what it says of how its stocks go together; words where it says nothing. */
export interface PricesRead extends PriceText {
  readonly found: portfolio.Correlation | null;
  /** Why there is no answer. */
  readonly words: string | null;
}

/** The same text is read once, whoever asks. */
export function pricesOf(text: string): PricesRead | null {
  if (text.trim() === "") return null;
  if (last?.text !== text) last = { text, read: readOf(text) };
  return last.read;
}
let last: { readonly text: string; readonly read: PricesRead } | null = null;

function readOf(text: string): PricesRead {
  const read = readPrices(text);
  if (read.block.tickers.length === 0) return { ...read, found: null, words: read.problems[0]?.words ?? null };
  try {
    return { ...read, found: portfolio.correlation(read.block, "log"), words: null };
  } catch (error) {
    // a question that cannot be answered is answered in its own words
    if (error instanceof CalcError) return { ...read, found: null, words: error.message };
    throw error;
  }
}
