import { chainGreeks, decay, putTable } from "../calc";
import { inCell } from "./errors";
import { numbersOf, strikesOf, styleOf, termsOf, typesOf } from "./optionArguments";
import { chainCells, decayCells, putTableCells } from "./optionTables";

/**
 * Value and greeks of a whole chain in one call. Example: =WHEEL.OPT_CHAIN("put", 52, A2:A9, 30, B2:B9, 0.04) spills a header and one line a strike.
 * @customfunction OPT_CHAIN
 * @helpurl https://localhost:3000/functions.html#opt_chain
 * @param types The kind of option, "put" or "call": one for all strikes, or one for each.
 * @param spot Share price now, dollars.
 * @param strikes Strikes, a column or a row of cells; blank ones give blank lines.
 * @param days Calendar days to expiration, for all strikes or one for each.
 * @param volatilities Volatility a year, a fraction, for all strikes or one for each.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Price, Delta, Gamma, Theta (a calendar day), Vega (for 0.01 of volatility), Rho (for 0.01 of the rate).
 * @remarks The lines are those of OPT_GREEKS. A line that cannot be computed says why in its first cell, and the others are not touched by it.
 */
export function optChain(
  types: unknown[][],
  spot: number,
  strikes: unknown[][],
  days: unknown[][],
  volatilities: unknown[][],
  rate?: number,
  dividend_yield?: number,
  style?: string,
): unknown[][] {
  return inCell(() => {
    const rows = strikesOf(strikes);
    const columns = { types: typesOf(types), days: numbersOf(days, "days"), volatilities: numbersOf(volatilities, "volatilities") };
    return chainCells(rows, chainGreeks({ ...columns, spot, strikes: rows, rate: rate ?? 0, dividendYield: dividend_yield ?? 0, style: styleOf(style) }));
  });
}

/**
 * Puts that could be sold, side by side: what each pays, and what its premium says. Example: =WHEEL.CSP_TABLE(52, A2:A9, B2:B9, 30, 0.04) spills a header and one line a strike.
 * @customfunction CSP_TABLE
 * @helpurl https://localhost:3000/functions.html#csp_table
 * @param spot Share price now, dollars.
 * @param strikes Strikes of the puts, a column or a row of cells; blank ones give blank lines.
 * @param premiums Premium of each, dollars per share.
 * @param days Calendar days to expiration, for all puts or one for each.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Strike, Premium, Collateral (one contract), Yield, Annualised (365, simple, on the strike), Break-even, Cushion, Implied volatility, Delta, P(ITM), POP.
 * @remarks Each number is that of its own function: CSP_YIELD, OPT_IV, OPT_DELTA, OPT_PROB_ITM, CSP_POP and so on. Where a premium has no implied volatility the line says why, and its yields stand.
 */
export function cspTable(
  spot: number,
  strikes: unknown[][],
  premiums: unknown[][],
  days: unknown[][],
  rate?: number,
  dividend_yield?: number,
  style?: string,
): unknown[][] {
  return inCell(() => {
    const columns = { strikes: strikesOf(strikes), premiums: numbersOf(premiums, "premiums"), days: numbersOf(days, "days") };
    return putTableCells(columns, putTable({ ...columns, spot, rate: rate ?? 0, dividendYield: dividend_yield ?? 0, style: styleOf(style) }));
  });
}

/**
 * How this option melts from today to its expiration, the share standing still. Example: =WHEEL.OPT_DECAY("put", 52, 50, 45, 0.35, 0.04) spills a header and one line a step.
 * @customfunction OPT_DECAY
 * @helpurl https://localhost:3000/functions.html#opt_decay
 * @param type The kind of option: "put" or "call", also "p" or "c".
 * @param spot Share price, dollars.
 * @param strike Strike, dollars per share.
 * @param days Calendar days to expiration; may be a fraction.
 * @param volatility Volatility a year, a fraction: 0.3 is 30 %.
 * @param [rate] Interest rate a year, continuous, a fraction. Left out: 0.
 * @param [dividend_yield] Dividend yield a year, continuous, a fraction. Left out: 0.
 * @param [points] How many lines, from today to expiration, 2 to 1000. Left out: 11.
 * @param [style] "american" or "european". Left out: "american".
 * @returns Days left, Value (dollars per share), Share left (of today's value), Decay a day (dollars per share that the next day takes).
 * @remarks Decay speeds up at the money only: a put sold at 20 delta loses most of its premium early, and then less each day.
 */
export function optDecay(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate?: number,
  dividend_yield?: number,
  points?: number,
  style?: string,
): unknown[][] {
  return inCell(() =>
    decayCells(decay({ ...termsOf(type, spot, strike, days, volatility, rate, dividend_yield), points: points ?? 11, style: styleOf(style) })),
  );
}
