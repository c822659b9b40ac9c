import type { Trade } from "../../src/calc";
import { TYPED_HEADERS, type TypedHeader, toCells } from "../../src/journal/row";
import { CHAIN_A_LEGS, CHAIN_B_LEGS, dayNumber, tradeOf } from "../fixtures/goldenChains";

/** Facts as `Trades[[#All],[Date]:[Id]]` hands them over: headers, then a row each; blank cells are null. */
export function logOf(trades: readonly Trade[], headers: readonly TypedHeader[] = TYPED_HEADERS): unknown[][] {
  return [[...headers], ...trades.map((trade) => headers.map((header) => blankAsNull(toCells(trade)[header])))];
}
const blankAsNull = (value: unknown): unknown => (value === "" ? null : value);

/** The golden chains, whole or up to a day. */
export const chainA = (until = "2026-12-31"): Trade[] => CHAIN_A_LEGS.map((leg) => tradeOf(leg)).filter(({ date }) => date <= dayNumber(until));
export const chainB = (until = "2026-12-31"): Trade[] => CHAIN_B_LEGS.map((leg) => tradeOf(leg)).filter(({ date }) => date <= dayNumber(until));

/** A spilled table as records by header, all cells of blank headers aside. */
export function records(spill: unknown[][] | string): Record<string, unknown>[] {
  if (typeof spill === "string") throw new Error(spill);
  const [headers = [], ...rows] = spill;
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at]])));
}
