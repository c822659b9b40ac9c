import { cashDividends } from "../../calc";
import { inCell } from "../errors";
import { asTyped, dividendsOf, styleOf, typeOf } from "../optionArguments";

/**
 * What an option is worth when the share pays dividends in cash. Example: =WHEEL.OPT_PRICE_DIVS("put", 52, 50, 30, 0.35, 0.04, 12, 0.5) is 1.3165.
 * @customfunction OPT_PRICE_DIVS
 * @helpurl https://localhost:3000/functions.html#opt_price_divs
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price now, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param rate Interest rate a year, continuous, a fraction.
 * @param dividend_days Calendar days to each ex-date: one, or a column or a row of cells.
 * @param dividend_amounts Each dividend, dollars per share, as many as ex-dates. Blank cells are skipped.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Dollars per share.
 * @remarks The spot model: between ex-dates the share moves with its volatility, and on each it falls by the dividend. Taking the dividends off the spot first (the escrowed model) is another convention and gives other values for the same volatility. Dividends of today, before, or after expiration count for nothing.
 */
export function optPriceDivs(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate: number,
  dividend_days: unknown[][],
  dividend_amounts: unknown[][],
  style?: string,
): number {
  return inCell(() => {
    const dividends = dividendsOf(dividend_days, dividend_amounts);
    return cashDividends.price({ ...asTyped({ type: typeOf(type), spot, strike, days, volatility, rate, dividendYield: 0 }), dividends, style: styleOf(style) });
  });
}
