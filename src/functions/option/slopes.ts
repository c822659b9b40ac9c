import { valuation } from "../../calc";
import { inCell } from "../errors";
import { styleOf, termsOf } from "../optionArguments";

/**
 * How much the value of an option changes for a dollar of the share. Example: =WHEEL.OPT_DELTA("put", 52, 50, 30, 0.35, 0.04) is -0.319707.
 * @customfunction OPT_DELTA
 * @helpurl https://localhost:3000/functions.html#opt_delta
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars for a dollar: 0 to 1 for a call, −1 to 0 for a put.
 * @remarks The shares that hedge one share of the option. Not the chance of assignment, though near it: that is OPT_PROB_ITM.
 */
export function optDelta(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).slopes(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)).delta);
}

/**
 * How much the delta of an option changes for a dollar of the share. Example: =WHEEL.OPT_GAMMA("put", 52, 50, 30, 0.35, 0.04) is 0.068946.
 * @customfunction OPT_GAMMA
 * @helpurl https://localhost:3000/functions.html#opt_gamma
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Delta for a dollar.
 * @remarks Largest at the strike and near the expiration. At 0 days it reads 0.
 */
export function optGamma(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).slopes(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)).gamma);
}

/**
 * What a calendar day takes from the value of an option. Example: =WHEEL.OPT_THETA("put", 52, 50, 30, 0.35, 0.04) is -0.029338.
 * @customfunction OPT_THETA
 * @helpurl https://localhost:3000/functions.html#opt_theta
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars per share and calendar day; below zero for nearly every option held, so what a seller earns is its opposite.
 * @remarks At this moment, not over a whole day: near the expiration, at the money, the day takes less. OPT_DECAY shows the days ahead. 0 at 0 days.
 */
export function optTheta(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).slopes(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)).theta);
}

/**
 * How much the value of an option changes for a point of volatility. Example: =WHEEL.OPT_VEGA("put", 52, 50, 30, 0.35, 0.04) is 0.053252.
 * @customfunction OPT_VEGA
 * @helpurl https://localhost:3000/functions.html#opt_vega
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars per share for 0.01 of volatility: from 30 % to 31 %.
 * @remarks A jump of volatility by 10 points costs the seller of an option about ten times this.
 */
export function optVega(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).greeks(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)).vega);
}

/**
 * How much the value of an option changes for a point of the interest rate. Example: =WHEEL.OPT_RHO("put", 52, 50, 30, 0.35, 0.04) is -0.012947.
 * @customfunction OPT_RHO
 * @helpurl https://localhost:3000/functions.html#opt_rho
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars per share for 0.01 of the rate.
 * @remarks Below zero for puts, above for calls.
 */
export function optRho(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).greeks(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)).rho);
}

/**
 * Value of an option and how it changes, in one call. Example: =WHEEL.OPT_GREEKS("put", 52, 50, 30, 0.35, 0.04) spills price, delta, gamma, theta, vega, rho in one line.
 * @customfunction OPT_GREEKS
 * @helpurl https://localhost:3000/functions.html#opt_greeks
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Price, delta, gamma, theta (a calendar day), vega (for 0.01 of volatility), rho (for 0.01 of the rate).
 * @remarks The same numbers as OPT_PRICE, OPT_DELTA, OPT_GAMMA, OPT_THETA, OPT_VEGA and OPT_RHO, six for little more than the work of one.
 */
export function optGreeks(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number[][] {
  return inCell(() => {
    const { price, delta, gamma, theta, vega, rho } = valuation(styleOf(style)).greeks(termsOf(type, spot, strike, days, volatility, rate, dividend_yield));
    return [[price, delta, gamma, theta, vega, rho]];
  });
}
