import type { Stock } from "../../../src/calc/portfolio";
import { bookOf, option, shares } from "../ledger/books";
import { dayNumber } from "../ledger/chains";

export { dayNumber };
export const TODAY = dayNumber("2026-03-04"); // a Wednesday

/** A small portfolio in two accounts, small enough to be added up by hand. */
export const SMALL = bookOf([
  // Main: AAA 2 × 50 P on March 20 (collateral 10,000; credit 2 × 120 − 1.30 = 238.70)
  option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", quantity: 2, strike: 50, expiry: "2026-03-20", price: 1.2, fees: 1.3 }),
  // Main: BBB 1 × 80 P on April 17 (8,000; 200)
  option("2026-03-02", "Sell to open", "Put", { ticker: "BBB", strike: 80, expiry: "2026-04-17", price: 2 }),
  // Main: CCC 100 shares at 30, a call at 32 on March 20
  shares("2026-01-05", "Buy", 100, 30, { ticker: "CCC" }),
  option("2026-03-02", "Sell to open", "Call", { ticker: "CCC", strike: 32, expiry: "2026-03-20", price: 0.5 }),
  // IRA: AAA 1 × 48 P on March 20 (4,800; 90)
  option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", account: "IRA", strike: 48, expiry: "2026-03-20", price: 0.9 }),
]);

export const STOCKS: readonly Stock[] = [
  { ticker: "AAA", sector: "Energy", price: 52, volatility: 0.35 },
  { ticker: "BBB", sector: "Energy", price: 85, volatility: 0.3 },
  { ticker: "CCC", sector: "Utilities", price: 32, volatility: 0.25 },
];
