import type { Action, Trade, TradeType } from "../../../src/calc";

/** Excel's number of a day written 2026-01-05. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

interface Option {
  readonly quantity: number;
  readonly strike: number;
  readonly expiry: string;
  readonly price?: number;
  readonly fees?: number;
}

const trade = (day: string, action: Action, type: TradeType, rest: Partial<Trade>): Trade => ({
  date: dayNumber(day),
  account: "Main",
  ticker: "KO",
  action,
  type,
  quantity: 0,
  strike: null,
  expiry: null,
  price: null,
  fees: 0,
  multiplier: 100,
  notes: "",
  id: "",
  ...rest,
});
const option = (day: string, action: Action, type: "Put" | "Call", { expiry, ...rest }: Option): Trade => trade(day, action, type, { ...rest, expiry: dayNumber(expiry) });

/** A put rolled down once, half of it assigned early, two calls, called away. 0.65 dollars per contract and leg. Row, cash, running total. */
export const CHAIN_A: readonly (readonly [Trade, number, number])[] = [
  [option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 1.2, fees: 1.3 }), 238.7, 238.7],
  [option("2026-02-13", "Buy to close", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 2.1, fees: 1.3 }), -421.3, -182.6],
  [option("2026-02-13", "Sell to open", "Put", { quantity: 2, strike: 48, expiry: "2026-03-20", price: 2.35, fees: 1.3 }), 468.7, 286.1],
  [option("2026-03-12", "Assigned", "Put", { quantity: 1, strike: 48, expiry: "2026-03-20" }), -4800, -4513.9],
  [option("2026-03-18", "Buy to close", "Put", { quantity: 1, strike: 48, expiry: "2026-03-20", price: 0.3, fees: 0.65 }), -30.65, -4544.55],
  [option("2026-03-23", "Sell to open", "Call", { quantity: 1, strike: 49, expiry: "2026-04-24", price: 0.8, fees: 0.65 }), 79.35, -4465.2],
  [trade("2026-04-10", "Dividend", "Shares", { quantity: 100, price: 0.4 }), 40, -4425.2],
  [option("2026-04-24", "Expired", "Call", { quantity: 1, strike: 49, expiry: "2026-04-24" }), 0, -4425.2],
  [option("2026-04-27", "Sell to open", "Call", { quantity: 1, strike: 49, expiry: "2026-05-29", price: 0.9, fees: 0.65 }), 89.35, -4335.85],
  [option("2026-05-29", "Assigned", "Call", { quantity: 1, strike: 49, expiry: "2026-05-29" }), 4900, 564.15],
];

/** OptionsWheelLab's worked example: one put assigned, two calls, called away. */
export const CHAIN_B: readonly Trade[] = [
  option("2026-03-02", "Sell to open", "Put", { quantity: 1, strike: 50, expiry: "2026-04-17", price: 0.95, fees: 0.65 }),
  option("2026-04-17", "Assigned", "Put", { quantity: 1, strike: 50, expiry: "2026-04-17" }),
  option("2026-04-20", "Sell to open", "Call", { quantity: 1, strike: 52.5, expiry: "2026-05-15", price: 0.7, fees: 0.65 }),
  option("2026-05-15", "Expired", "Call", { quantity: 1, strike: 52.5, expiry: "2026-05-15" }),
  option("2026-05-18", "Sell to open", "Call", { quantity: 1, strike: 52.5, expiry: "2026-06-19", price: 0.85, fees: 0.65 }),
  option("2026-06-19", "Assigned", "Call", { quantity: 1, strike: 52.5, expiry: "2026-06-19" }),
];
