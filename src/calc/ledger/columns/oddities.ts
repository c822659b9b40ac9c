import type { Convention } from "../../convention";
import type { RowCell, TradeRow } from "../trade";
import { yieldFormula, yieldIn } from "./amounts";
import type { ColumnCells } from "./opened";

/** What makes a fact too odd for a column, and the cell to blame. */
export interface Oddity {
  readonly cell: RowCell;
  readonly broken: (row: TradeRow, convention: Convention) => boolean;
  readonly formula: (cells: ColumnCells, convention: Convention) => string;
}
export const firstBroken = (rules: readonly Oddity[], row: TradeRow, convention: Convention): RowCell | null =>
  rules.find((rule) => rule.broken(row, convention))?.cell ?? null;

/** An option cannot be opened after it has expired. */
export const EXPIRED_BEFORE: Oddity = {
  cell: "expiry",
  broken: (row) => (row.expiry as number) < Math.floor(row.date as number),
  formula: ({ date, expiry }) => `${expiry}<INT(${date})`,
};
/** Contracts are whole; a fraction is a slip of the keyboard. */
export const NOT_WHOLE: Oddity = {
  cell: "quantity",
  broken: ({ quantity }) => !Number.isInteger(quantity),
  formula: ({ quantity }) => `${quantity}>INT(${quantity})`,
};
/** A put is worth its strike at most. */
export const ABOVE_STRIKE: Oddity = {
  cell: "price",
  broken: ({ price, strike }) => (price as number) > (strike as number),
  formula: ({ price, strike }) => `${price}>${strike}`,
};
/** On the net base something must be left to divide by. */
const NOTHING_LEFT: Oddity = {
  cell: "price",
  broken: ({ price, strike }) => (price as number) >= (strike as number),
  formula: ({ price, strike }) => `${price}>=${strike}`,
};
/** Compounding has no answer where fees eat all the capital. */
export const MORE_THAN_ALL: Oddity = {
  cell: "fees",
  broken: (row, convention) => yieldIn(row, convention) <= -1 && yieldIn(row, convention) > -Infinity,
  formula: (cells, convention) => `${yieldFormula(cells, convention)}<=-1`,
};
/** The premium that is too much on this base. */
export const premiumRule = ({ base }: Convention): Oddity => (base === "net" ? NOTHING_LEFT : ABOVE_STRIKE);
