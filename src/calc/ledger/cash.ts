import { CalcError, answer, check } from "../check";
import { UNITS_PER_DOLLAR, amountFormula, amountOf, feesFormula, feesOf } from "./amount";
import { faultOf, faultWords, guardedFormula } from "./row";
import type { Trade, TradeCells, TradeRow } from "./trade";

/**
 * What one event moves in or out of the account, in dollars, after fees. Fees are always a cost. docs/spec/trade-log.md §5.
 * Options: ± quantity × multiplier × price (assigned or exercised: × strike). Shares: ± quantity × price. Cash: ± price.
 */
export function cashOf(trade: TradeRow): number {
  return cashUnits(trade) / UNITS_PER_DOLLAR;
}

/** The same in whole 1/10,000 dollars. Cash is added up in these: binary dollars drift, whole units do not. */
export function cashUnits(trade: TradeRow): number {
  const fault = faultOf(trade);
  const units = roundedUnits(amountOf(trade) - feesOf(trade));
  if (fault !== null && Math.abs(units) !== Infinity) throw new CalcError("value", faultWords(fault));
  return answer(units); // which says in words that a number is too large
}

/** The cash of many events, exact to 1/10,000 dollar. */
export function totalCash(trades: readonly Trade[]): number {
  const units = trades.reduce((sum, trade) => sum + cashUnits(trade), 0);
  check(Number.isSafeInteger(units), "the cash of these trades is too large to add up exactly");
  return units / UNITS_PER_DOLLAR;
}

/** The Cash column: blank on a blank row, the name of the next cell to fill while a row is incomplete, else dollars. */
export function cashFormula(cells: TradeCells): string {
  return `=${guardedFormula(cells, `ROUND(${amountFormula(cells)}-${feesFormula(cells)},4)`)}`;
}

/** Half a unit is rounded away from zero, by decimal digits as Excel's ROUND does, not by the binary number behind them. */
export function roundedUnits(dollars: number): number {
  return Math.sign(dollars) * Math.round(Number((Math.abs(dollars) * UNITS_PER_DOLLAR).toPrecision(15)));
}
