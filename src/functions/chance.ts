import { chances } from "../calc";
import { inCell } from "./errors";
import { asTyped, termsOf, typeOf } from "./optionArguments";

/**
 * Chance that a put sold makes anything at all by its expiration. Example: =WHEEL.CSP_POP(52, 50, 1.25, 30, 0.35, 0.04) is 0.73427.
 * @customfunction CSP_POP
 * @helpurl https://localhost:3000/functions.html#csp_pop
 * @param spot Share price now, dollars.
 * @param strike Strike of the put, dollars per share.
 * @param premium Premium received, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @returns A fraction: 0.8 is 80 %.
 * @remarks N(d₂) at the break-even, strike − premium: the share ends above it. Risk-neutral: what option prices say, not what the stock will do.
 */
export function cspPop(
  spot: number,
  strike: number,
  premium: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
): number {
  return inCell(() => chances.ofProfit({ premium, ...asTyped({ spot, strike, days, volatility, rate: rate ?? 0, dividendYield: dividend_yield ?? 0 }) }));
}

/**
 * Chance that an option ends in the money. Example: =WHEEL.OPT_PROB_ITM("put", 52, 50, 30, 0.35, 0.04) is 0.354401.
 * @customfunction OPT_PROB_ITM
 * @helpurl https://localhost:3000/functions.html#opt_prob_itm
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @returns A fraction: 0.2 is 20 %.
 * @remarks N(−d₂) for a put, N(d₂) for a call. Risk-neutral. Not the delta, which is near it and never equal. Assignment before expiration is not in it.
 */
export function optProbItm(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
): number {
  return inCell(() => chances.inTheMoney(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)));
}

/**
 * Chance that the share trades at the strike at any time before expiration. Example: =WHEEL.OPT_PROB_TOUCH("put", 52, 50, 30, 0.35, 0.04) is 0.700616.
 * @customfunction OPT_PROB_TOUCH
 * @helpurl https://localhost:3000/functions.html#opt_prob_touch
 * @param type The kind of option: "put" or "call". The answer is the same for both.
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @returns A fraction: 0.4 is 40 %.
 * @remarks First passage of the strike, from whichever side the share is on; risk-neutral, watched at every moment. Twice the chance of ending in the money is the rule of thumb for it.
 */
export function optProbTouch(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
): number {
  return inCell(() => chances.ofTouch(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)));
}

/**
 * One standard deviation of the share price until a day: two times in three it moves less. Example: =WHEEL.OPT_EXPECTED_MOVE(52, 0.35, 30) is 5.217778.
 * @customfunction OPT_EXPECTED_MOVE
 * @helpurl https://localhost:3000/functions.html#opt_expected_move
 * @param spot Share price now, dollars.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param days Calendar days; may be a fraction.
 * @returns Dollars per share.
 * @remarks spot × volatility × √(days ÷ 365), calendar days. Some platforms show 0.85 of an at-the-money straddle by this name, which is about two thirds of it.
 */
export function optExpectedMove(spot: number, volatility: number, days: number): number {
  return inCell(() => chances.expectedMove(asTyped({ spot, volatility, days })));
}

/**
 * Strike at which an option has a certain delta. Example: =WHEEL.OPT_STRIKE_FOR_DELTA("put", 52, 0.2, 45, 0.35, 0.04) is 47.479454.
 * @customfunction OPT_STRIKE_FOR_DELTA
 * @helpurl https://localhost:3000/functions.html#opt_strike_for_delta
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param delta Delta wanted, a fraction: 0.2 is "20 delta". A put's may be typed with either sign.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @returns Dollars per share, not rounded to a strike that is traded.
 * @remarks The strike whose European delta this is: spot × e^((rate − yield + volatility² ÷ 2)·T − d₁·volatility·√T). #N/A when the dividend yield keeps every delta below it.
 */
export function optStrikeForDelta(
  type: string,
  spot: number,
  delta: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
): number {
  return inCell(() =>
    chances.strikeForDelta({ delta, ...asTyped({ type: typeOf(type), spot, days, volatility, rate: rate ?? 0, dividendYield: dividend_yield ?? 0 }) }),
  );
}
