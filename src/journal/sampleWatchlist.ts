/** A cell of the Watchlist, by its header. */
export type WatchedCells = Readonly<Record<string, string | number>>;

/**
 * The six stocks of the sample year as they might stand on a Watchlist on its last day: made up like its trades. Days are counted from `today`, so that there is something to be warned of: a
 * report and an ex-date inside the life of an open put, a price under its target, a row that nobody has looked at for a long time.
 */
export function sampleWatchlist(today: number): readonly WatchedCells[] {
  return ROWS.map(([ticker, sector, price, volatility, target, why, most, earnings, exDate, dividend, checked, spread]) => ({
    Ticker: ticker, Sector: sector, Price: price, Volatility: volatility, "Target price": target, Why: why, "Most shares": most, Earnings: today + earnings,
    "Ex-date": exDate === null ? "" : today + exDate, Dividend: dividend ?? "", Checked: today - checked, Spread: spread,
  }));
}

type Row = readonly [
  ticker: string, sector: string, price: number, volatility: number, target: number, why: string, most: number, earnings: number, exDate: number | null, dividend: number | null, checked: number, spread: number,
];

const ROWS: readonly Row[] = [
  ["KO", "Consumer Staples", 70.15, 0.16, 66.5, "Sells what people drink in every year; the dividend grows.", 300, 61, 11, 0.51, 9, 0.03],
  ["F", "Consumer Discretionary", 10.6, 0.36, 10.75, "Cheap against its cash, when trucks sell. Out if the dividend goes.", 500, 52, 80, 0.15, 31, 0.04],
  ["INTC", "Information Technology", 24.3, 0.52, 21, "Factories are worth more than the price. Small, for the swings are large.", 200, 47, null, null, 118, 0.03],
  ["PFE", "Health Care", 25.9, 0.25, 25, "Paid to wait for the next medicines.", 300, 55, 39, 0.43, 14, 0.04],
  ["VZ", "Communication Services", 40.7, 0.2, 40, "Telephone bills are paid first. Debt is the risk.", 300, 20, 22, 0.69, 14, 0.05],
  ["SOFI", "Financials", 26.2, 0.6, 24.5, "Grows fast, and swings: a third of the usual size.", 300, 49, null, null, 4, 0.06],
];
