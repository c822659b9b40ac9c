import { findColumn } from "./schema";
import { watchlist } from "./sheets";
import { isErrorText, shown } from "./text";

/** A stock of the Watchlist, as far as calculations ask for it; null is a blank, or what is no number. */
export interface Watched {
  readonly ticker: string;
  readonly price: number | null;
  readonly volatility: number | null;
  readonly exDate: number | null;
  readonly dividend: number | null;
  readonly earnings: number | null;
  readonly sector: string;
  /** The price at which one wants to own it, and why. */
  readonly targetPrice: number | null;
  readonly why: string;
  /** The most shares that one wants to hold. */
  readonly mostShares: number | null;
}

/** The rows of the Watchlist table. Of a ticker that stands there twice the first row counts, as it does for the formulas of the reports. */
export function readWatchlist(headers: readonly string[], rows: readonly (readonly unknown[])[]): readonly Watched[] {
  const number = (header: string): ((row: readonly unknown[]) => number | null) => {
    const place = placeOf(header, headers);
    return (row) => {
      const value = row[place];
      return typeof value === "number" && Number.isFinite(value) ? value : null;
    };
  };
  const [price, volatility, exDate, dividend, earnings] = [number("Price"), number("Volatility"), number("Ex-date"), number("Dividend"), number("Earnings")];
  const [targetPrice, mostShares] = [number("Target price"), number("Most shares")];
  const [ticker, sector, why] = ["Ticker", "Sector", "Why"].map((header) => placeOf(header, headers)) as [number, number, number];
  const found = new Map<string, Watched>();
  for (const row of rows) {
    const name = shown(row[ticker]).trim().toUpperCase();
    if (name === "" || isErrorText(name) || found.has(name)) continue;
    found.set(name, {
      ticker: name, price: price(row), volatility: volatility(row), exDate: exDate(row), dividend: dividend(row), earnings: earnings(row),
      sector: shown(row[sector]).trim(), targetPrice: targetPrice(row), why: shown(row[why]).trim(), mostShares: mostShares(row),
    });
  }
  return [...found.values()];
}

function placeOf(header: string, headers: readonly string[]): number {
  const column = watchlist.columns.find((one) => one.header === header);
  return column ? findColumn(column, headers) : -1;
}
