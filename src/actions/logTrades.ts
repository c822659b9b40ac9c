import { type Trade, cashOf } from "../calc";
import { toCells } from "../journal/row";
import { appendRows } from "../workbook/append";
import { removeRows } from "../workbook/removeRows";
import { type Done, count } from "./done";
import { inTurn } from "./inTurn";

/** Appends trades to the log; what has no id gets one. */
export async function logTrades(trades: readonly Trade[]): Promise<Done> {
  trades.forEach((trade) => cashOf(trade)); // refuses, in words, what is no fact: the log takes nothing that cannot be booked
  const { rows, address } = await appendRows(trades.length, (ids) => trades.map((trade, index) => toCells({ ...trade, id: trade.id || (ids[index] ?? "") })));
  const words = trades.length === 1 && trades[0] ? `Logged: ${inWords(trades[0])}` : `Logged ${count(trades.length, "row")}.`;
  return { words, address, undo: inTurn(async () => ({ words: `Took back ${count(await removeRows(rows), "row")}.` })) };
}

/** "Sell to open 2 KO 60 Put." */
function inWords({ action, quantity, ticker, strike, type, price }: Trade): string {
  const what = type === "Cash" ? `${ticker} $${price ?? 0}` : `${quantity} ${ticker} ${strike ?? ""} ${type}`;
  return `${action} ${what}`.replace(/\s+/g, " ").trim() + ".";
}
