import { type Trade, cashOf } from "../calc";
import { toCells } from "../journal/row";
import { appendRows } from "../workbook/append";
import { removeRows } from "../workbook/removeRows";
import { type Done, count } from "./done";
import { inTurn } from "./inTurn";
import { rebuildAfter } from "./rebuild";

/** Appends trades to the log, what has no id gets one, and builds the reports anew. `now` is Excel's day number of today, with the time of day where it is known. */
export async function logTrades(trades: readonly Trade[], now?: number): Promise<Done> {
  trades.forEach((trade) => cashOf(trade)); // refuses, in words, what is no fact: the log takes nothing that cannot be booked
  const { rows, address } = await appendRows(trades.length, (ids) => trades.map((trade, index) => toCells({ ...trade, id: trade.id || (ids[index] ?? "") })));
  const words = trades.length === 1 && trades[0] ? `Logged: ${inWords(trades[0])}` : `Logged ${count(trades.length, "row")}.`;
  const undo = async (): Promise<Done> => {
    const gone = await removeRows(rows);
    return { words: `Took back ${count(gone, "row")}.${await rebuildAfter(now)}` };
  };
  return { words: words + (await rebuildAfter(now)), address, undo: inTurn(undo) };
}

/** "Sell to open 2 KO 60 Put.", "Deposit $10,000.00." */
function inWords({ action, quantity, ticker, strike, type, price }: Trade): string {
  const what = type === "Cash" ? `${ticker} ${dollars(price ?? 0)}` : `${quantity} ${ticker} ${strike ?? ""} ${type}`;
  return `${action} ${what}`.replace(/\s+/g, " ").trim() + ".";
}

function dollars(amount: number): string {
  return `${amount < 0 ? "−" : ""}$${Math.abs(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`;
}
