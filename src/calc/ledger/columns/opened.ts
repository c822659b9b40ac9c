import type { Cells } from "../../formula";
import { isAction, isType } from "../amount";
import type { TradeCells, TradeRow } from "../trade";

/** The typed cells of a row, and its Cash: the other columns ask it whether the row is a fact. */
export type ColumnCells = TradeCells & Cells<"cash">;

/** Asked only where Cash is a number, so what is open is an option. */
export const OPENS_OPTION = {
  holds: (row: TradeRow) => isAction(row, "Sell to open", "Buy to open"),
  formula: ({ action }: ColumnCells) => `OR(${action}="Sell to open",${action}="Buy to open")`,
};
export const OPENS_SHORT_PUT = {
  holds: (row: TradeRow) => isAction(row, "Sell to open") && isType(row, "Put"),
  formula: ({ action, type }: ColumnCells) => `AND(${action}="Sell to open",${type}="Put")`,
};
