import { answer } from "../check";
import type { Book } from "../ledger/book";
import { grouped } from "../lists";
import { type Holding, type OpenContract, holdings } from "../moves/open";

/** What the Watchlist says of a stock, as far as the portfolio asks for it. A null is a blank, or what is no number. */
export interface Stock {
  readonly ticker: string;
  readonly sector: string;
  readonly price: number | null;
  readonly volatility: number | null;
}

/** All that is open on one ticker, in all accounts, and what the Watchlist says of it. */
export interface TickerHoldings {
  readonly ticker: string;
  readonly holdings: readonly Holding[];
  /** Null when it is missing. docs/spec/portfolio.md §1. */
  readonly price: number | null;
  readonly volatility: number | null;
  readonly sector: string;
}

/** What is open, by ticker in alphabetical order. Of a ticker that stands twice on the Watchlist the first row counts. */
export function byTicker(book: Pick<Book, "holdings">, stocks: readonly Stock[]): readonly TickerHoldings[] {
  const known = new Map<string, Stock>();
  for (const stock of stocks) if (!known.has(stock.ticker)) known.set(stock.ticker, stock);
  return [...grouped(holdings(book), ({ ticker }) => ticker)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([ticker, open]) => {
      const stock = known.get(ticker);
      return { ticker, holdings: open, price: positive(stock?.price), volatility: positive(stock?.volatility), sector: stock?.sector.trim() ?? "" };
    });
}

export const isSoldPut = ({ type, side }: Pick<OpenContract, "type" | "side">): boolean => type === "Put" && side === "short";
export const soldPuts = (open: readonly Holding[]): readonly OpenContract[] => open.flatMap(({ options }) => options.filter(isSoldPut));

/** Dollars inside a sentence: 1,234.50. */
export function dollarsInWords(dollars: number): string {
  return answer(dollars).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
}

/** A blank cell may arrive as 0, and no price or volatility is zero. */
function positive(value: number | null | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}
