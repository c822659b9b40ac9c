import { type Convention, conventionName } from "../calc";
import { applyConvention } from "../workbook/applyConvention";
import { type Done, listed } from "./done";

/** Chooses how yields are quoted: the Settings rows, the formulas that depend on them and their headers change together. */
export async function setConvention(convention: Convention): Promise<Done> {
  const { changed, kept } = await applyConvention(convention);
  const words = changed.length > 0 ? `Yields are now quoted by ${conventionName(convention)}: ${listed(changed)}.` : `Yields are quoted by ${conventionName(convention)}.`;
  return { words: words + keptWords(kept) };
}

export function keptWords(kept: readonly string[]): string {
  return kept.length > 0 ? ` ${listed(kept)} kept: ${kept.length === 1 ? "it has a formula" : "they have formulas"} of your own.` : "";
}
