import { valuation } from "../../calc";
import { inCell } from "../errors";
import { asTyped, styleOf, typeOf } from "../optionArguments";

/**
 * Volatility that the price of an option implies. Example: =WHEEL.OPT_IV("put", 1.25, 52, 50, 30, 0.04) is 0.370456.
 * @customfunction OPT_IV
 * @helpurl https://localhost:3000/functions.html#opt_iv
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param price Price of the option, dollars per share.
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns A fraction a year: 0.3 is 30 %. #N/A when no volatility gives that price: it is not above the intrinsic value, or not below what the option can be worth at most.
 * @remarks European: Peter Jäckel, Let's Be Rational, to the last digit that the price holds. A European reading of an American price is off by points of volatility in the money and over long terms.
 */
export function optIv(
  type: string,
  price: number,
  spot: number,
  strike: number,
  days: number,
  rate?: number,
  dividend_yield?: number,
  style?: string,
): number {
  return inCell(() =>
    valuation(styleOf(style)).impliedVolatility(asTyped({ type: typeOf(type), price, spot, strike, days, rate: rate ?? 0, dividendYield: dividend_yield ?? 0 })),
  );
}
