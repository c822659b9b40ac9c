import { CalcError, type portfolio } from "../../calc";
import { blockOf } from "./cells";

/** The columns of the Watchlist that the portfolio asks for. */
export type StockHeader = "Ticker" | "Sector" | "Price" | "Volatility";
const HEADERS: readonly StockHeader[] = ["Ticker", "Sector", "Price", "Volatility"];

/**
 * The stocks of a Watchlist as a cell hands it over, with its headers: columns are found by header, in any case and order, others are not looked at. A
 * column that no figure needs may be missing; a cell that is no number is no price, and the report says whose.
 */
export function stocksOf(watchlist: unknown, needed: readonly StockHeader[]): readonly portfolio.Stock[] {
  const [headers = [], ...rows] = blockOf(watchlist, "watchlist");
  const places = placesOf(headers, needed);
  return rows.flatMap((row) => {
    const ticker = textOf(row[places.Ticker]).toUpperCase();
    return ticker === "" ? [] : [{ ticker, sector: textOf(row[places.Sector]), price: numberOf(row[places.Price]), volatility: numberOf(row[places.Volatility]) }];
  });
}

function placesOf(headers: readonly unknown[], needed: readonly StockHeader[]): Readonly<Record<StockHeader, number>> {
  const found = headers.map((header) => textOf(header).toLowerCase());
  const place = (header: StockHeader): number => found.indexOf(header.toLowerCase());
  const twice = HEADERS.find((header) => place(header) !== found.lastIndexOf(header.toLowerCase()));
  if (twice) throw new CalcError("value", `watchlist has more than one column ${twice}`);
  if (place("Ticker") < 0) throw new CalcError("value", "watchlist must begin with its headers, Ticker among them: Watchlist[#All]");
  const missing = needed.filter((header) => place(header) < 0);
  if (missing.length > 0) throw new CalcError("value", `watchlist lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`);
  return { Ticker: place("Ticker"), Sector: place("Sector"), Price: place("Price"), Volatility: place("Volatility") };
}

/** A blank cell may arrive as 0; neither a ticker nor a sector is one. */
const textOf = (cell: unknown): string => (typeof cell === "string" || (typeof cell === "number" && cell !== 0) ? String(cell).trim() : "");
const numberOf = (cell: unknown): number | null => (typeof cell === "number" && Number.isFinite(cell) ? cell : null);
