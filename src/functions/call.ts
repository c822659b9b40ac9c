import { annualised, call } from "../calc";
import { daycountOf, daysOf } from "./arguments";
import { inCell } from "./errors";

/**
 * Share price at which shares and the call sold on them come out even. Example: =WHEEL.CC_BREAKEVEN(48, 0.8) is 47.2.
 * @customfunction CC_BREAKEVEN
 * @helpurl https://localhost:3000/functions.html#cc_breakeven
 * @param cost What the shares cost, dollars per share: strike cost, tax basis or net stock cost.
 * @param premium Premium received for the call, dollars per share.
 * @returns Dollars per share.
 * @remarks cost − premium. Source: Options Industry Council, Covered Call.
 */
export function ccBreakeven(cost: number, premium: number): number {
  return inCell(() => call.callBreakeven({ cost, premium }));
}

/**
 * Return of a covered call if the stock stays where it is; a year when days are given. Example: =WHEEL.CC_STATIC_RETURN(48, 48.5, 49, 0.8) is 0.016949.
 * @customfunction CC_STATIC_RETURN
 * @helpurl https://localhost:3000/functions.html#cc_static_return
 * @param cost What the shares cost, dollars per share: strike cost, tax basis or net stock cost.
 * @param spot Share price now, dollars.
 * @param strike Strike of the call, dollars per share.
 * @param premium Premium received for the call, dollars per share.
 * @param [days] Calendar days to expiration; less than 1 counts as 1. Left out: the return over the call's whole life.
 * @param [dividends] Dividends until expiration, dollars per share. Left out: 0.
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @returns A fraction: 0.017 is 1.7 %.
 * @remarks (premium − max(spot − strike, 0) + dividends) ÷ (cost − premium), × daycount ÷ days. Source: McMillan, Options as a Strategic Investment, tables 2-4 to 2-6; Born To Sell.
 */
export function ccStaticReturn(
  cost: number,
  spot: number,
  strike: number,
  premium: number,
  days?: number,
  dividends?: number,
  daycount?: number,
): number {
  return inCell(() => {
    const flat = call.callStaticReturn({ cost, spot, strike, premium, dividends: dividends ?? 0 });
    return annualised({ flat, days: daysOf(days), daycount: daycountOf(daycount), compound: false });
  });
}

/**
 * Return of a covered call if the shares are called away; a year when days are given. Example: =WHEEL.CC_IF_CALLED(48, 49, 0.8) is 0.038136.
 * @customfunction CC_IF_CALLED
 * @helpurl https://localhost:3000/functions.html#cc_if_called
 * @param cost What the shares cost, dollars per share: strike cost, tax basis or net stock cost.
 * @param strike Strike of the call, dollars per share.
 * @param premium Premium received for the call, dollars per share.
 * @param [days] Calendar days to expiration; less than 1 counts as 1. Left out: the return over the call's whole life.
 * @param [dividends] Dividends until expiration, dollars per share. Left out: 0.
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @returns A fraction: 0.038 is 3.8 %. Below zero when the call locks in a loss.
 * @remarks (strike − net debit + dividends) ÷ net debit, where net debit = cost − premium; × daycount ÷ days. Source: McMillan, return if exercised.
 */
export function ccIfCalled(cost: number, strike: number, premium: number, days?: number, dividends?: number, daycount?: number): number {
  return inCell(() => {
    const flat = call.ifCalledReturn({ cost, strike, premium, dividends: dividends ?? 0 });
    return annualised({ flat, days: daysOf(days), daycount: daycountOf(daycount), compound: false });
  });
}

/**
 * The most that shares and the call sold on them can lose: the stock goes to zero. A positive amount. Example: =WHEEL.CC_MAX_LOSS(48, 0.8) is 4720.
 * @customfunction CC_MAX_LOSS
 * @helpurl https://localhost:3000/functions.html#cc_max_loss
 * @param cost What the shares cost, dollars per share: strike cost, tax basis or net stock cost.
 * @param premium Premium received for the call, dollars per share.
 * @param [contracts] Number of contracts, whole. Left out: 1.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Dollars, a positive amount.
 * @remarks (cost − premium) × multiplier × contracts.
 */
export function ccMaxLoss(cost: number, premium: number, contracts?: number, multiplier?: number): number {
  return inCell(() => call.callMaxLoss({ cost, premium, contracts: contracts ?? 1, multiplier: multiplier ?? 100 }));
}
