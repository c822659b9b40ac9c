import type { Action, Trade, TradeType } from "../../../src/calc";
import { type Book, book } from "../../../src/calc/ledger/book";
import { dayNumber } from "./chains";

/** The books of these facts, rows numbered from 1. */
export function bookOf(trades: readonly Trade[]): Book {
  return book(trades.map((trade, at) => ({ trade, row: at + 1 })));
}

interface Option {
  readonly quantity?: number;
  readonly strike: number;
  readonly expiry: string;
  readonly price?: number;
  readonly fees?: number;
  readonly multiplier?: number;
  readonly account?: string;
  readonly ticker?: string;
}
const fact = (day: string, action: Action, type: TradeType, rest: Partial<Trade>): Trade => ({
  date: dayNumber(day), account: "Main", ticker: "KO", action, type, quantity: 0, strike: null, expiry: null, price: null, fees: 0, multiplier: 100, notes: "", id: "", ...rest,
});

export const option = (day: string, action: Action, type: "Put" | "Call", { expiry, quantity = 1, ...rest }: Option): Trade =>
  fact(day, action, type, { ...rest, quantity, expiry: dayNumber(expiry) });
export const shares = (day: string, action: Action, quantity: number, price: number | null, rest: Partial<Trade> = {}): Trade => fact(day, action, "Shares", { quantity, price, ...rest });
export const money = (day: string, action: Action, price: number, rest: Partial<Trade> = {}): Trade => fact(day, action, "Cash", { price, ticker: "", ...rest });
