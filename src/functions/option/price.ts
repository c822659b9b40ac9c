import { valuation } from "../../calc";
import { inCell } from "../errors";
import { styleOf, termsOf } from "../optionArguments";

/**
 * What an option is worth today. Example: =WHEEL.OPT_PRICE("put", 52, 50, 30, 0.35, 0.04) is 1.140544.
 * @customfunction OPT_PRICE
 * @helpurl https://localhost:3000/functions.html#opt_price
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction. At 0 the value is the intrinsic value.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars per share.
 * @remarks American: Andersen, Lake and Offengenden 2016, within 5e-6 of the strike. European: Black, Scholes and Merton, to the last digit. The dividend yield is continuous; for dividends in cash see OPT_PRICE_DIVS.
 */
export function optPrice(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() => valuation(styleOf(style)).price(termsOf(type, spot, strike, days, volatility, rate, dividend_yield)));
}
