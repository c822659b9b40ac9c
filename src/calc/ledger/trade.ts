import type { Cells } from "../formula";

/** What can happen in an account. One row of the trade log is one of these. */
export const ACTIONS = [
  "Sell to open",
  "Buy to close",
  "Buy to open",
  "Sell to close",
  "Expired",
  "Assigned",
  "Exercised",
  "Buy",
  "Sell",
  "Split",
  "Dividend",
  "Interest",
  "Fee",
  "Deposit",
  "Withdrawal",
  "Adjusted",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What the action is about. */
export const TRADE_TYPES = ["Put", "Call", "Shares", "Cash"] as const;
export type TradeType = (typeof TRADE_TYPES)[number];

/**
 * One event of the trade log: a fact, never changed, from which everything else is derived.
 * Money is in dollars per share unless said otherwise; days are Excel's day numbers (2026-01-05 is 46027).
 */
export interface Trade {
  /** Day of the event. */
  readonly date: number;
  /** Free text; a blank cell is the account "Main". */
  readonly account: string;
  /** Upper case; "" for cash rows that belong to no ticker. */
  readonly ticker: string;
  readonly action: Action;
  readonly type: TradeType;
  /** Contracts or shares, positive; for a split new shares per old share; 0 for cash rows. */
  readonly quantity: number;
  /** Options only, else null. */
  readonly strike: number | null;
  /** Options only, else null. */
  readonly expiry: number | null;
  /** Per share; the whole amount in dollars for cash rows; null for Expired, Assigned, Exercised, Split. */
  readonly price: number | null;
  /** Dollars for the whole row, zero or positive: always a cost. */
  readonly fees: number;
  /** Shares per contract. */
  readonly multiplier: number;
  readonly notes: string;
  /** Unique id that the add-in or the broker gave; "" when typed by hand. */
  readonly id: string;
}

/**
 * A row of the trade log as its cells stand, where anything may have been typed; a Trade is one too. What must hold is written twice, side
 * by side: for values, and as the native formula of the Cash column. docs/spec/trade-log.md §2–§4.
 */
export type TradeRow = Readonly<Record<RowCell, unknown>>;
export type RowCell = "date" | "ticker" | "action" | "type" | "quantity" | "strike" | "expiry" | "price" | "fees" | "multiplier";
export type TradeCells = Cells<RowCell>;
