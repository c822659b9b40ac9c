import { roll } from "../calc";
import { daycountOf, daysOf } from "./arguments";
import { inCell } from "./errors";

/**
 * What a roll brings: per share, or in dollars when contracts are given. Below zero is a debit. Example: =WHEEL.CSP_ROLL_CREDIT(2.1, 2.35, 2, 2.6) is 47.4.
 * @customfunction CSP_ROLL_CREDIT
 * @helpurl https://localhost:3000/functions.html#csp_roll_credit
 * @param buyback Price paid to buy the old put back, dollars per share.
 * @param new_premium Premium received for the new put, dollars per share.
 * @param [contracts] Number of contracts, whole. Left out: the answer is per share.
 * @param [fees] Fees: dollars per share without contracts, dollars for all legs with contracts. Left out: 0.
 * @param [multiplier] Shares per contract, used with contracts only. Left out: 100.
 * @returns Dollars per share, or dollars when contracts are given.
 * @remarks new premium − buy-back − fees, or (new premium − buy-back) × multiplier × contracts − fees. The first sale is not in it: a roll credit says what the roll itself pays. Source: value-trades, tastytrade.
 */
export function cspRollCredit(buyback: number, new_premium: number, contracts?: number, fees?: number, multiplier?: number): number {
  return inCell(() =>
    roll.rollValue({ buyback, newPremium: new_premium, fees: fees ?? 0, contracts: contracts ?? null, multiplier: multiplier ?? 100 }),
  );
}

/**
 * Break-even after a roll, all credits so far counted. Example: =WHEEL.CSP_ROLL_BREAKEVEN(48, 1.2, 2.1, 2.35) is 46.55.
 * @customfunction CSP_ROLL_BREAKEVEN
 * @helpurl https://localhost:3000/functions.html#csp_roll_breakeven
 * @param new_strike Strike of the new put, dollars per share.
 * @param credit_before Credits before this roll, the first sale and every earlier roll, dollars per share; below zero for a debit.
 * @param buyback Price paid to buy the old put back, dollars per share.
 * @param new_premium Premium received for the new put, dollars per share.
 * @returns Dollars per share.
 * @remarks new strike − (credits before + new premium − buy-back). Source: value-trades.
 */
export function cspRollBreakeven(new_strike: number, credit_before: number, buyback: number, new_premium: number): number {
  return inCell(() => roll.rollBreakeven({ newStrike: new_strike, creditBefore: credit_before, buyback, newPremium: new_premium }));
}

/**
 * What a roll pays a year for the days it adds, on the new strike. Example: =WHEEL.CSP_ROLL_YIELD(48, 2.1, 2.35, 28) is 0.067894.
 * @customfunction CSP_ROLL_YIELD
 * @helpurl https://localhost:3000/functions.html#csp_roll_yield
 * @param new_strike Strike of the new put, dollars per share.
 * @param buyback Price paid to buy the old put back, dollars per share.
 * @param new_premium Premium received for the new put, dollars per share.
 * @param added_days Calendar days from the old expiration to the new one; less than 1 counts as 1.
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @returns A fraction: 0.068 is 6.8 %.
 * @remarks (new premium − buy-back) ÷ new strike × daycount ÷ added days.
 */
export function cspRollYield(new_strike: number, buyback: number, new_premium: number, added_days: number, daycount?: number): number {
  return inCell(() =>
    roll.rollYield({ newStrike: new_strike, buyback, newPremium: new_premium, addedDays: daysOf(added_days, "added_days"), daycount: daycountOf(daycount) }),
  );
}
