import { screen } from "../calc";
import { daysOf } from "./arguments";
import { inCell } from "./errors";
import { fetched } from "./fetched";

/**
 * Puts of a chain of quotes, judged by your rules and ranked, with every reason against the others. Example: =WHEEL.CSP_SCREEN(A1:I200, 52.4, TODAY(), Settings[[Name]:[Value]]) spills one line a put.
 * @customfunction CSP_SCREEN
 * @helpurl https://localhost:3000/functions.html#csp_screen
 * @param chain Quotes with their headers: Expiry, Strike, Type, Bid, Ask and, where known, Volume, Open interest, Implied volatility, Delta; or a chain with calls left and puts right of the strike.
 * @param spot Share price now, dollars.
 * @param as_of Day of the quotes.
 * @param [rules] Names and values as in Settings: Days from, Days to, Most spread of mid, Least open interest, Least annualised yield, Least premium, Target price, Most |delta|, Least |delta|, Cash, Price to use and so on. Left out: the defaults of Settings.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @returns Rank, Expiry, Days, Strike, Bid, Ask, Premium (by the rule Price to use), Spread (of the middle), Open interest, Yield, Annualised (365, simple, on the strike; else the header says how), Break-even, Discount (of the strike to the price now), Delta, P(ITM), POP, Verdict (Pass, or every failing reason).
 * @remarks What passes comes first, by annualised yield. Rows that cannot be read stand among the others with what is wrong; notes below say what was passed over. The target price is compared with the break-even, the price really paid. Chances are risk-neutral, from the volatility that the middle of bid and ask implies (European); delta is the chain's, where it has one.
 */
export function cspScreen(chain: unknown[][], spot: number, as_of: number, rules?: unknown[][], rate?: number, dividend_yield?: number): Promise<unknown[][]> {
  return fetched("cspScreen", chain, spot, as_of, rules, rate, dividend_yield);
}

/**
 * Whether an expiration is within the days that you want to sell. Example: =WHEEL.CSP_WINDOW(46) is "long".
 * @customfunction CSP_WINDOW
 * @helpurl https://localhost:3000/functions.html#csp_window
 * @param days Calendar days to expiration.
 * @param [from] Fewest days. Left out: 30.
 * @param [to] Most days. Left out: 45.
 * @returns "in" (both ends are), "short" or "long".
 * @remarks 30 to 45 days are a rule of thumb: a put far out of the money loses most of its premium before, one at the money after.
 */
export function cspWindow(days: number, from?: number, to?: number): string {
  return inCell(() => screen.windowOf({ days: daysOf(days), from: from ?? 30, to: to ?? 45 }));
}

/**
 * What can be done with an open put, side by side: roll out, roll out and down, close, take assignment. Example: =WHEEL.ROLL_TABLE(50, DATE(2026,2,20), 2.1, A1:I200, DATE(2026,2,13), 48.5, 2, 1.2) spills one line a choice.
 * @customfunction ROLL_TABLE
 * @helpurl https://localhost:3000/functions.html#roll_table
 * @param strike Strike of the open put, dollars per share.
 * @param expiry Its expiration.
 * @param buyback What buying it back costs, dollars per share.
 * @param chain Quotes with their headers, as for CSP_SCREEN: puts with a later expiry, at the same strike or below, are the rolls.
 * @param as_of Day of the quotes.
 * @param spot Share price now, dollars.
 * @param [contracts] Number of contracts. Left out: 1.
 * @param [credit_before] What the first sale and earlier rolls brought, dollars per share. Left out: 0.
 * @param [rules] Names and values as for CSP_SCREEN; those for delta and shares of cash are not asked of a roll. Left out: the defaults of Settings.
 * @param [leg_fees] Fees of one leg, dollars for all contracts: a roll has two legs. Left out: 0.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Choice, Expiry, Strike, Net credit (dollars; below zero: paid), Credit a day (of the added days), New break-even (dollars per share), Added days, Collateral change, Worst-case change (below zero: less to lose), Banked now (what stays whatever comes), At risk (the new put's credit), Verdict.
 * @remarks Buying back a put in trouble locks in a loss, and Banked now shows it: a roll does not undo it. Without fees, Net credit is that of CSP_ROLL_CREDIT and New break-even that of CSP_ROLL_BREAKEVEN.
 */
export function rollTable(
  strike: number,
  expiry: number,
  buyback: number,
  chain: unknown[][],
  as_of: number,
  spot: number,
  contracts?: number,
  credit_before?: number,
  rules?: unknown[][],
  leg_fees?: number,
  multiplier?: number,
): Promise<unknown[][]> {
  return fetched("rollTable", strike, expiry, buyback, chain, as_of, spot, contracts, credit_before, rules, leg_fees, multiplier);
}
