import { annualised, put } from "../calc";
import { basisOf, daycountOf, daysOf, switchOf } from "./arguments";
import { inCell } from "./errors";

/**
 * Share price at expiration at which a cash-secured put neither gains nor loses. Example: =WHEEL.CSP_BREAKEVEN(50, 1.25) is 48.75.
 * @customfunction CSP_BREAKEVEN
 * @helpurl https://localhost:3000/functions.html#csp_breakeven
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param [fees] Fees, dollars per share. Left out: 0.
 * @returns Dollars per share.
 * @remarks strike − premium + fees. Also what the shares cost net when the put is assigned. Source: Options Industry Council, Cash-Secured Put; it leaves fees out, as the default does.
 */
export function cspBreakeven(strike: number, premium: number, fees?: number): number {
  return inCell(() => put.breakeven({ strike, premium, fees: fees ?? 0 }));
}

/**
 * Yield of a cash-secured put: over its life, or a year when days are given. Example: =WHEEL.CSP_YIELD(50, 0.95, 45) is 0.154111.
 * @customfunction CSP_YIELD
 * @helpurl https://localhost:3000/functions.html#csp_yield
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param [days] Calendar days to expiration; less than 1 counts as 1. Left out: the yield over the put's whole life.
 * @param [fees] Fees, dollars per share. Left out: 0.
 * @param [basis] Capital under the yield: "strike", or "net" for strike less premium. Left out: "strike".
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @param [compound] TRUE to compound, FALSE for simple. Left out: FALSE.
 * @returns A fraction: 0.0215 is 2.15 %.
 * @remarks (premium − fees) ÷ strike, or ÷ (strike − premium) on the net basis; then × daycount ÷ days, or compounded (1 + yield)^(daycount ÷ days) − 1. There is no standard: one trade reads 15.20 % to 22.8 % under the conventions in use, so say which one you quote.
 */
export function cspYield(
  strike: number,
  premium: number,
  days?: number,
  fees?: number,
  basis?: string,
  daycount?: number,
  compound?: boolean,
): number {
  return inCell(() => {
    const convention = { base: basisOf(basis), daycount: daycountOf(daycount), compound: switchOf(compound) };
    return put.annualYield({ strike, premium, days: daysOf(days), fees: fees ?? 0, ...convention });
  });
}

/**
 * Cash set aside for puts sold, so that the shares can be paid for. Example: =WHEEL.CSP_COLLATERAL(50, 2) is 10000.
 * @customfunction CSP_COLLATERAL
 * @helpurl https://localhost:3000/functions.html#csp_collateral
 * @param strike Strike of the put, dollars per share.
 * @param [contracts] Number of contracts, whole. Left out: 1.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Dollars.
 * @remarks strike × multiplier × contracts. Source: Schwab, Managing cash-secured equity puts.
 */
export function cspCollateral(strike: number, contracts?: number, multiplier?: number): number {
  return inCell(() => put.collateral({ strike, contracts: contracts ?? 1, multiplier: multiplier ?? 100 }));
}

/**
 * The most that puts sold can earn: they expire worthless. Example: =WHEEL.CSP_MAX_GAIN(50, 1.25, 2) is 250.
 * @customfunction CSP_MAX_GAIN
 * @helpurl https://localhost:3000/functions.html#csp_max_gain
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param [contracts] Number of contracts, whole. Left out: 1.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Dollars, a positive amount.
 * @remarks premium × multiplier × contracts. Source: Options Industry Council, Cash-Secured Put.
 */
export function cspMaxGain(strike: number, premium: number, contracts?: number, multiplier?: number): number {
  return inCell(() => put.maxGain({ strike, premium, contracts: contracts ?? 1, multiplier: multiplier ?? 100 }));
}

/**
 * The most that puts sold can lose: the stock goes to zero. A positive amount. Example: =WHEEL.CSP_MAX_LOSS(50, 1.25, 2) is 9750.
 * @customfunction CSP_MAX_LOSS
 * @helpurl https://localhost:3000/functions.html#csp_max_loss
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param [contracts] Number of contracts, whole. Left out: 1.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Dollars, a positive amount.
 * @remarks (strike − premium) × multiplier × contracts. Source: Options Industry Council, Cash-Secured Put.
 */
export function cspMaxLoss(strike: number, premium: number, contracts?: number, multiplier?: number): number {
  return inCell(() => put.maxLoss({ strike, premium, contracts: contracts ?? 1, multiplier: multiplier ?? 100 }));
}

/**
 * Gain or loss of puts sold at expiration, with the stock at a price. Example: =WHEEL.CSP_PROFIT(50, 1.25, 47) is -175.
 * @customfunction CSP_PROFIT
 * @helpurl https://localhost:3000/functions.html#csp_profit
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param price Share price at expiration, dollars.
 * @param [contracts] Number of contracts, whole. Left out: 1.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Dollars; below zero is a loss.
 * @remarks (premium − max(strike − price, 0)) × multiplier × contracts.
 */
export function cspProfit(strike: number, premium: number, price: number, contracts?: number, multiplier?: number): number {
  return inCell(() => put.profit({ strike, premium, price, contracts: contracts ?? 1, multiplier: multiplier ?? 100 }));
}

/**
 * How far the stock may fall before the put loses, as a share of its price. Example: =WHEEL.CSP_CUSHION(52, 50, 0.95) is 0.056731.
 * @customfunction CSP_CUSHION
 * @helpurl https://localhost:3000/functions.html#csp_cushion
 * @param spot Share price now, dollars.
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @returns A fraction: 0.05 is 5 %. Below zero when the stock is under the break-even already.
 * @remarks (spot − (strike − premium)) ÷ spot. Source: Options Industry Council (discount if assigned).
 */
export function cspCushion(spot: number, strike: number, premium: number): number {
  return inCell(() => put.cushion({ spot, strike, premium }));
}

/**
 * What a put earns on its strike if the stock stays where it is; a year when days are given. Example: =WHEEL.CSP_STATIC_RETURN(49, 50, 1.75) is 0.015.
 * @customfunction CSP_STATIC_RETURN
 * @helpurl https://localhost:3000/functions.html#csp_static_return
 * @param spot Share price now, dollars.
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param [days] Calendar days to expiration; less than 1 counts as 1. Left out: the return over the put's whole life.
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @returns A fraction: 0.015 is 1.5 %.
 * @remarks Time value ÷ strike: (premium − max(strike − spot, 0)) ÷ strike, × daycount ÷ days. The intrinsic value of an in-the-money put is not income.
 */
export function cspStaticReturn(spot: number, strike: number, premium: number, days?: number, daycount?: number): number {
  return inCell(() => {
    const flat = put.staticReturn({ spot, strike, premium });
    return annualised({ flat, days: daysOf(days), daycount: daycountOf(daycount), compound: false });
  });
}

/**
 * How many puts some cash secures, 0 when one is too big. Example: =WHEEL.CSP_CONTRACTS(25000, 48, 0.5) is 2.
 * @customfunction CSP_CONTRACTS
 * @helpurl https://localhost:3000/functions.html#csp_contracts
 * @param cash Cash in the account, dollars.
 * @param strike Strike of the put, dollars per share.
 * @param [share] Part of the cash that may be used, above 0 and at most 1. Left out: 1, all of it.
 * @param [multiplier] Shares per contract. Left out: 100.
 * @returns Whole contracts.
 * @remarks cash × share ÷ (strike × multiplier), rounded down.
 */
export function cspContracts(cash: number, strike: number, share?: number, multiplier?: number): number {
  return inCell(() => put.contractsAffordable({ cash, strike, share: share ?? 1, multiplier: multiplier ?? 100 }));
}

/**
 * Strike whose break-even is the price at which you want to own the shares. Example: =WHEEL.CSP_STRIKE_FOR(45, 1.5) is 46.5.
 * @customfunction CSP_STRIKE_FOR
 * @helpurl https://localhost:3000/functions.html#csp_strike_for
 * @param target_price Price at which you want to own the shares, dollars per share.
 * @param premium Premium received, dollars per share.
 * @returns Dollars per share.
 * @remarks target price + premium.
 */
export function cspStrikeFor(target_price: number, premium: number): number {
  return inCell(() => put.strikeFor({ targetPrice: target_price, premium }));
}

/**
 * Premium that gives an annualised yield on the strike, simple. Example: =WHEEL.CSP_PREMIUM_FOR(50, 0.12, 30) is 0.493151.
 * @customfunction CSP_PREMIUM_FOR
 * @helpurl https://localhost:3000/functions.html#csp_premium_for
 * @param strike Strike of the put, dollars per share.
 * @param target_yield Annualised yield wanted, a fraction: 0.12 is 12 %.
 * @param days Calendar days to expiration; less than 1 counts as 1.
 * @param [daycount] Days in a year: 365, 360, 365.25, 364 or 252. Left out: 365.
 * @returns Dollars per share; #N/A when it would be more than the strike.
 * @remarks strike × yield × days ÷ daycount.
 */
export function cspPremiumFor(strike: number, target_yield: number, days: number, daycount?: number): number {
  return inCell(() => put.premiumFor({ strike, targetYield: target_yield, days: daysOf(days), daycount: daycountOf(daycount) }));
}
