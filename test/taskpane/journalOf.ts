import type { Journal } from "../../src/actions";
import type { Watched } from "../../src/journal/watched";
import { STANDARD, type Trade, totalCash } from "../../src/calc";

/** A journal as it is read from a workbook in which just these trades stand. */
export function journalOf(trades: readonly Trade[], change: Partial<Journal> = {}): Journal {
  return {
    state: "ready",
    missing: [],
    convention: STANDARD,
    trades: trades.map((trade, at) => ({ trade, row: at + 6, address: `Trades!A${at + 6}:S${at + 6}` })),
    problems: [],
    watchlist: [],
    settings: [],
    stale: null,
    accounts: [...new Set(trades.map(({ account }) => account))],
    tickers: [...new Set(trades.map(({ ticker }) => ticker))],
    cash: totalCash(trades),
    ...change,
  };
}

export const sold: Trade = { date: 46027, account: "IRA", ticker: "ACME", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "", id: "W-1" };

/** A line of the Watchlist in which only this is filled in. */
export function watched(ticker: string, known: Partial<Watched> = {}): Watched {
  return { ticker, price: null, volatility: null, exDate: null, dividend: null, earnings: null, sector: "", targetPrice: null, why: "", mostShares: null, ...known };
}
