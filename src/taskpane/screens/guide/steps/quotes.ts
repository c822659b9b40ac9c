import { type ChainFile, readChain } from "../../../../actions/readChain";
import type { screen } from "../../../../calc";

/** What was pasted, read; null while nothing is. */
export type Quotes = ChainFile & { readonly format: string | null };

/** The same text is read once, whoever asks: it may have thousands of rows. */
export function quotesOf(text: string, fileName: string): Quotes | null {
  if (text.trim() === "") return null;
  if (last?.text !== text || last.fileName !== fileName) last = { text, fileName, quotes: readChain(text, fileName) };
  return last.quotes;
}
let last: { readonly text: string; readonly fileName: string; readonly quotes: Quotes } | null = null;

/** The chain with what the importer could not read, as the calculation asks for it. */
export const chainOf = ({ quotes, problems, has }: Quotes): screen.Chain => ({ quotes, problems, has });
