import type { Cells } from "../formula";
import { type Action, ACTIONS, TRADE_TYPES, type TradeCells, type TradeRow, type TradeType } from "./trade";

/**
 * What an event moves before fees, in dollars: what it is worth a share, times the shares. docs/spec/trade-log.md §5. NaN when the type has no such
 * action, infinite when it is too large for a cell.
 */
export function amountOf(row: TradeRow): number {
  const effect = effectOf(row);
  if (effect === undefined) return NaN;
  const [price, strike] = [row.price as number, row.strike as number];
  const each = [price, -Math.abs(price), 0, isType(row, "Put") ? -strike : strike, isType(row, "Put") ? strike : -strike][effect - 1] as number;
  const size = isType(row, "Cash") ? 1 : isType(row, "Shares") ? (row.quantity as number) : sharesOf(row);
  return each * size;
}
export function amountFormula(cells: TradeCells): string {
  const { action, type, quantity, strike, price } = cells;
  const found = (one: TradeType) => `SUM((${action}={${Object.keys(EFFECTS[one]).map((word) => `"${word}"`).join(",")}})*{${Object.values(EFFECTS[one]).join(",")}})`;
  const effect = `IF(${type}="Cash",${found("Cash")},IF(${type}="Shares",${found("Shares")},${found("Put")}))`;
  const each = `CHOOSE(${effect},${price},-ABS(${price}),0,IF(${type}="Put",-${strike},${strike}),IF(${type}="Put",${strike},-${strike}))`;
  return `${each}*IF(${type}="Cash",1,IF(${type}="Shares",${quantity},${sharesFormula(cells)}))`;
}

/** Shares that the contracts of a row stand for: quantity × multiplier, where a blank multiplier is 100. */
export function sharesOf(row: TradeRow): number {
  return (row.quantity as number) * (isBlank(row.multiplier) ? 100 : (row.multiplier as number));
}
export function sharesFormula({ quantity, multiplier }: Cells<"quantity" | "multiplier">): string {
  return `${quantity}*IF(COUNT(${multiplier}),${multiplier},100)`;
}

/** Fees of the row in dollars: a blank is none, and any sign is a cost. */
export function feesOf(row: TradeRow): number {
  return isBlank(row.fees) ? 0 : Math.abs(row.fees as number);
}
export function feesFormula({ fees }: Cells<"fees">): string {
  return `ABS(${fees})`;
}

/** Cash is kept in whole 1/10,000 dollars. */
export const UNITS_PER_DOLLAR = 10_000;

/** In any case, as Excel's "=" has it; wildcards mean nothing. */
export function isAction(row: Pick<TradeRow, "action">, ...actions: Action[]): boolean {
  return actions.some((action) => same(row.action, action));
}
export function isType(row: Pick<TradeRow, "type">, ...types: TradeType[]): boolean {
  return types.some((type) => same(row.type, type));
}

/** What the action does to cash under its type, a number of EFFECTS; undefined when no such type has this action. */
export function effectOf(row: Pick<TradeRow, "action" | "type">): number | undefined {
  const type = TRADE_TYPES.find((one) => isType(row, one));
  const action = ACTIONS.find((one) => isAction(row, one));
  return type && action && EFFECTS[type][action];
}

/**
 * What the actions of a type do to cash, a share: 1 brings the price, 2 costs it, 3 does nothing, 4 buys a put's shares at the strike, 5 sells
 * them; 4 and 5 are the other way round for a call.
 */
const OPTION_EFFECTS = { "Sell to open": 1, "Sell to close": 1, "Buy to open": 2, "Buy to close": 2, Expired: 3, Adjusted: 3, Assigned: 4, Exercised: 5 } as const;
const EFFECTS: Readonly<Record<TradeType, Readonly<Partial<Record<Action, number>>>>> = {
  Put: OPTION_EFFECTS,
  Call: OPTION_EFFECTS,
  Shares: { Sell: 1, Dividend: 1, Buy: 2, Split: 3 },
  Cash: { Dividend: 1, Interest: 1, Deposit: 1, Fee: 2, Withdrawal: 2 },
};
export const isBlank = (value: unknown): boolean => value === "" || value === null || value === undefined;
const same = (value: unknown, word: string): boolean => typeof value === "string" && value.toLowerCase() === word.toLowerCase();
