import { fetched } from "./fetched";

/**
 * How much money hangs on each ticker, sector or account, against a limit. Example: =WHEEL.EXPOSURE(Trades[[#All],[Date]:[Id]], Watchlist[#All], "sector", 60000) spills one line a sector, then the total.
 * @customfunction EXPOSURE
 * @helpurl https://localhost:3000/functions.html#exposure
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param watchlist The Watchlist with its headers: Ticker, Price and, for sectors, Sector.
 * @param [by] "ticker", "sector" or "account". Left out: "ticker".
 * @param [cash] Cash, collateral included, dollars: shares are then of cash and shares held. Left out: they are of what is at work.
 * @param [limit] Largest share that you want, a fraction: 0.2 is 20 %. Left out: 0.2 for tickers, 0.4 for sectors, none for accounts.
 * @returns Group, Puts collateral, Shares at strike cost, Shares at market, Total (collateral and shares at market), Share, Limit, State (dollars left or too many; what is missing on the Watchlist); last rows "Total" (its state says what shares are of) and "Effective names", sectors or accounts (1 ÷ Σ share²).
 * @remarks The same ticker in two accounts is one risk. A bought put lowers nothing. Shares without a price stand at strike cost, and the line says so. Effective names count names, and do not know what these have in common: see CORRELATION.
 */
export function exposure(trades: unknown[][], watchlist: unknown[][], by?: string, cash?: number, limit?: number): Promise<unknown[][]> {
  return fetched("exposure", trades, watchlist, by, cash, limit);
}

/**
 * Sold puts by the week in which they expire, empty weeks included. Example: =WHEEL.LADDER(Trades[[#All],[Date]:[Id]], TODAY()) spills one line a week.
 * @customfunction LADDER
 * @helpurl https://localhost:3000/functions.html#ladder
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param as_of Day with whose week the ladder begins.
 * @param [weeks] How many weeks, 1 to 520. Left out: 8.
 * @returns Week of (its Monday; also "Past expiry" for what the log still has open, and "Later"), Contracts, Collateral, Premium at risk (credit of the open legs), Share (of all collateral), Cash freed (by the end of that week, if every put up to there expires).
 * @remarks Staggered expirations bring cash back week by week instead of all at once, and spread the decisions to roll. They do not cushion a fall: on that day all puts are open, and short and long ones lose about the same. See STRESS.
 */
export function ladder(trades: unknown[][], as_of: number, weeks?: number): Promise<unknown[][]> {
  return fetched("ladder", trades, as_of, weeks);
}

/**
 * Whether the cash of each account would do if every sold put were assigned at once. Example: =WHEEL.ALL_ASSIGNED(Trades[[#All],[Date]:[Id]], 40000) spills one line an account, then the total.
 * @customfunction ALL_ASSIGNED
 * @helpurl https://localhost:3000/functions.html#all_assigned
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param cash Cash, collateral included, dollars: one amount, or two columns with accounts and their cash.
 * @returns Account, Cash, Cash needed (the collateral of all sold puts), Left (below zero: missing), Largest ticker (the one that needs most), State; a last row "Total".
 * @remarks One amount for several accounts is compared with their sum alone. It is the worst case for cash, not for money: the shares are then there, at the price that the market then has.
 */
export function allAssigned(trades: unknown[][], cash: unknown[][]): Promise<unknown[][]> {
  return fetched("allAssigned", trades, cash);
}

/**
 * How the prices of stocks moved together, and how many independent bets they are. Example: =WHEEL.CORRELATION(Prices!A1:F253) spills a line a ticker, then the average and the effective bets.
 * @customfunction CORRELATION
 * @helpurl https://localhost:3000/functions.html#correlation
 * @param prices Prices under their tickers, a column each, a line a day; the first column may be dates.
 * @param [returns] "log" or "simple". Left out: "log".
 * @returns A matrix with the tickers as headers; "Returns used" (how many, and what was left out); "Average" of all pairs; "Effective bets", n ÷ (1 + (n − 1) × average).
 * @remarks Each number is that of Excel's CORREL over the returns. Only lines on which every ticker has a price count; dated lines are sorted. It describes the days in the block and is no promise: from 60 returns 0.3 is known to ± 0.12, and in a sell-off stocks move together far more than before.
 */
export function correlation(prices: unknown[][], returns?: string): Promise<unknown[][]> {
  return fetched("correlation", prices, returns);
}

/**
 * What a jump of all prices would do to everything that is open. Example: =WHEEL.STRESS(Trades[[#All],[Date]:[Id]], Watchlist[#All], -0.15, TODAY(), 0.6, 0.15) spills one line a ticker, then the total.
 * @customfunction STRESS
 * @helpurl https://localhost:3000/functions.html#stress
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param watchlist The Watchlist with its headers: Ticker, Price, Volatility.
 * @param shock Change of every price, a fraction: -0.15 is a fall by 15 %.
 * @param as_of Day from which the days to expiration are counted.
 * @param [correlation] Correlation of every two stocks, 0 to 1. Left out: no chance of assignment is given.
 * @param [vol_shock] Added to every volatility: 0.15 makes 45 % of 30 %. Left out: 0.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @returns Ticker, Price now, Price then, Puts loss, Calls gain, Shares loss, Total (below zero: a loss), Assigned (contracts of sold puts in the money then); "Total"; with a correlation the chances that at least half of the puts are assigned, at the prices now and then, in the last column.
 * @remarks Options are valued before and after, American, without dividends; no time passes. The chances are risk-neutral, what option prices say and no forecast, joined by one common factor and computed without random numbers. Puts of one stock go together. A ticker without a price or a volatility says so, and the total names it.
 */
export function stress(trades: unknown[][], watchlist: unknown[][], shock: number, as_of: number, correlation?: number, vol_shock?: number, rate?: number): Promise<unknown[][]> {
  return fetched("stress", trades, watchlist, shock, as_of, correlation, vol_shock, rate);
}
