import { clearPriceFormulas, fillBlankPrices, isPrice, isTrouble } from "../workbook/stockHistory";
import { type Done, count, listed } from "./done";
import { inTurn } from "./inTurn";

/** Blank prices of the Watchlist become Excel's own formula for the last close; what was typed is kept. docs/spec/screen.md §9. */
export const fillPrices = inTurn(fill);

async function fill(): Promise<Done> {
  const { filled, kept } = await fillBlankPrices();
  const stay = kept === 0 ? "" : ` ${count(kept, "price")} that ${kept === 1 ? "was" : "were"} there ${kept === 1 ? "stays" : "stay"} as ${kept === 1 ? "it is" : "they are"}.`;
  if (filled.length === 0) return { words: `No stock of the Watchlist lacks a price.${stay}` };
  const tickers = filled.map(({ ticker }) => ticker);
  const trouble = filled.filter(({ value }) => isTrouble(value)).map(({ ticker, value }) => `${ticker} (${String(value)})`);
  const waiting = filled.filter(({ value }) => !isPrice(value) && !isTrouble(value)).length;
  const undo = async (): Promise<Done> => ({ words: `Took the formula back from ${count(await clearPriceFormulas(tickers), "stock")}.` });
  const words = [
    `${count(filled.length, "stock")} of the Watchlist ${filled.length === 1 ? "has" : "have"} the last close by STOCKHISTORY now.`,
    ...(trouble.length > 0 ? [` Excel has no price for ${listed(trouble.slice(0, NAMED))}${trouble.length > NAMED ? " and others" : ""}: type it over the formula.`] : []),
    ...(waiting > 0 ? [` Excel is still asking for ${waiting}.`] : []),
    stay,
  ];
  return { words: words.join(""), undo: inTurn(undo) };
}
const NAMED = 5;
