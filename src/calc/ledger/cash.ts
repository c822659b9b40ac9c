import { answer, check } from "../check";
import {
  ROW_RULES,
  faultOf,
  faultWords,
  feesFormula,
  feesOf,
  guardedFormula,
  isAction,
  isActionFormula,
  isBlankRowFormula,
  isType,
  isTypeFormula,
  multiplierFormula,
  multiplierOf,
  type TradeCells,
  type TradeRow,
} from "./row";
import type { Trade } from "./trade";

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
  check(fault === null, fault === null ? "" : faultWords(fault));
  return answer(roundedUnits(amountOf(trade) - feesOf(trade)));
}

/** The cash of many events, exact to 1/10,000 dollar. */
export function totalCash(trades: readonly Trade[]): number {
  const units = trades.reduce((sum, trade) => sum + cashUnits(trade), 0);
  check(Number.isSafeInteger(units), "the cash of these trades is too large to add up exactly");
  return units / UNITS_PER_DOLLAR;
}

/** The Cash column: blank on a blank row, the name of the next cell to fill while a row is incomplete, else dollars. */
export function cashFormula(cells: TradeCells): string {
  const value = `ROUND(${amountFormula(cells)}-${feesFormula(cells)},4)`;
  return `=IFERROR(IF(${isBlankRowFormula(cells)},"",${guardedFormula(ROW_RULES, cells, value)}),"Error?")`;
}

const UNITS_PER_DOLLAR = 10_000;

function amountOf(row: TradeRow): number {
  const [price, quantity] = [row.price as number, row.quantity as number];
  if (isType(row, "Cash")) return isAction(row, "Fee", "Withdrawal") ? -Math.abs(price) : price;
  if (isAction(row, "Expired", "Split", "Adjusted")) return 0;
  const each = isType(row, "Shares") ? price : multiplierOf(row) * (isAction(row, "Assigned", "Exercised") ? (row.strike as number) : price);
  return quantity * each * (takesCash(row) ? -1 : 1);
}
function amountFormula(cells: TradeCells): string {
  const { quantity, strike, price } = cells;
  const money = `IF(${isActionFormula(cells, "Fee", "Withdrawal")},-ABS(${price}),${price})`;
  const option = `${multiplierFormula(cells)}*IF(${isActionFormula(cells, "Assigned", "Exercised")},${strike},${price})`;
  const each = `IF(${isTypeFormula(cells, "Shares")},${price},${option})`;
  const traded = `${quantity}*${each}*IF(${takesCashFormula(cells)},-1,1)`;
  return `IF(${isTypeFormula(cells, "Cash")},${money},IF(${isActionFormula(cells, "Expired", "Split", "Adjusted")},0,${traded}))`;
}

/** Buying does, and so does taking shares: a put of ours that is assigned, a call of ours that we exercise. */
function takesCash(row: TradeRow): boolean {
  if (isAction(row, "Assigned")) return isType(row, "Put");
  if (isAction(row, "Exercised")) return isType(row, "Call");
  return isAction(row, "Buy", "Buy to open", "Buy to close");
}
function takesCashFormula(cells: TradeCells): string {
  const { action, type } = cells;
  return `OR(${["Buy", "Buy to open", "Buy to close"].map((word) => `${action}="${word}"`).join(",")},${action}&${type}="AssignedPut",${action}&${type}="ExercisedCall")`;
}

/** Half a unit is rounded away from zero, by decimal digits as Excel's ROUND does, not by the binary number behind them. */
function roundedUnits(dollars: number): number {
  return Math.sign(dollars) * Math.round(Number((Math.abs(dollars) * UNITS_PER_DOLLAR).toPrecision(15)));
}
