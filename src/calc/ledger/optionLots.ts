import { campaignOn } from "./campaigns";
import { newChain, wholeChain } from "./chains";
import type { Entry } from "./entries";
import type { Chain, OptionLot, Side, Wheel } from "./state";
import type { Trade } from "./trade";
import { left, moneyUnits, slice, spread } from "./units";
import { realise, report } from "./wheel";

/** Some contracts of a lot that go, and what goes with them. */
export interface OptionPiece {
  readonly lot: OptionLot;
  readonly contracts: number;
  readonly credit: number;
  readonly carried: number;
}

/** Sell to open, Buy to open. Fills of one contract on one day are one lot. docs/spec/books.md §4. */
export function openOption(wheel: Wheel, entry: Entry): boolean {
  const { trade, day, gross, cash } = entry;
  const side = trade.action === "Sell to open" ? "short" : "long";
  const lots = lotsOf(wheel, contractKey(trade, side));
  const campaign = campaignOn(wheel, day);
  let lot = lots[lots.length - 1];
  if (lot?.opened !== day) {
    lot = newLot(wheel, entry, side);
    lots.push(lot);
    wheel.openOptions += 1;
    wheel.today.opened.push(lot);
  }
  lot.size += trade.quantity;
  lot.gross += gross;
  lot.credit += cash;
  if (lot.chain) wholeChain(lot.chain).cash += cash;
  wheel.collateral += collateralOf(lot, trade.quantity);
  if (isShortCall(lot)) wheel.today.calls.push({ lot, contracts: trade.quantity, cash, opening: true });
  campaign.options[lot.type] += gross;
  return true;
}

/** Buy to close, Sell to close, Expired. */
export function closeOption(wheel: Wheel, entry: Entry): boolean {
  const { trade, day, gross, cash } = entry;
  const pieces = takeContracts(wheel, entry, sidesOf(trade));
  if (pieces === null) return false;
  const parts = spread(cash, pieces.map((piece) => piece.contracts));
  pieces.forEach((piece, at) => {
    const { lot, contracts, credit, carried } = piece;
    const part = parts[at]!;
    realise(wheel, day, "option", credit + part, credit + part);
    if (lot.chain) endLeg(lot.chain, piece, part, { day, how: trade.action === "Expired" ? "Expired" : "Closed" });
    if (isShortCall(lot)) wheel.today.calls.push({ lot, contracts, cash: part, opening: false });
    if (trade.action === "Buy to close" && lot.opened < day) wheel.today.closed.push({ lot, contracts, cash: credit + carried + part });
  });
  campaignOn(wheel, day).options[pieces[0]!.lot.type] += gross;
  return true;
}

/** Takes contracts from the oldest lots; null, and a Problem, when fewer are open. */
export function takeContracts(wheel: Wheel, entry: Entry, sides: readonly Side[]): OptionPiece[] | null {
  const { trade } = entry;
  const keys = sides.map((side) => contractKey(trade, side));
  const queues = keys.map((key) => wheel.contracts.get(key) ?? []);
  const open = queues.reduce((sum, lots) => sum + contractsIn(lots), 0);
  if (open < trade.quantity) {
    report(wheel, entry, notOpenWords(wheel, trade, sides, open));
    return null;
  }
  let wanted = trade.quantity;
  const pieces: OptionPiece[] = [];
  for (const lots of queues) {
    while (wanted > 0 && lots.length > 0) {
      const piece = takeFrom(wheel, lots[0]!, Math.min(wanted, remaining(lots[0]!)));
      pieces.push(piece);
      wanted -= piece.contracts;
      if (remaining(piece.lot) === 0) dropFirst(wheel, lots);
    }
  }
  queues.forEach((lots, at) => lots.length === 0 && wheel.contracts.delete(keys[at]!)); // what is gone is not carried along
  return pieces;
}

function takeFrom(wheel: Wheel, lot: OptionLot, contracts: number): OptionPiece {
  const piece = { lot, contracts, credit: slice(lot.credit, lot, contracts), carried: slice(lot.carried, lot, contracts) };
  wheel.collateral -= collateralOf(lot, contracts);
  lot.taken += contracts;
  return piece;
}
function dropFirst(wheel: Wheel, lots: OptionLot[]): void {
  lots.shift();
  wheel.openOptions -= 1;
}

export const remaining = (lot: OptionLot): number => lot.size - lot.taken;
export const contractsIn = (lots: readonly OptionLot[]): number => lots.reduce((sum, lot) => sum + remaining(lot), 0);
export const isShortCall = (lot: OptionLot): boolean => lot.type === "Call" && lot.side === "short";

/** Starts the counting of a lot afresh, so that amounts can be added to what is left of it. */
export function rebase(lot: OptionLot): void {
  const rest = { gross: left(lot.gross, lot), credit: left(lot.credit, lot), carried: left(lot.carried, lot), size: remaining(lot), taken: 0 };
  Object.assign(lot, rest);
}

/** The collateral of short puts: strike × multiplier × contracts. */
export function collateralOf({ type, side, strike, multiplier }: OptionLot, contracts: number): number {
  return type === "Put" && side === "short" ? moneyUnits(strike * multiplier * contracts) : 0;
}

/** Lots are matched within side, type, strike, expiry and multiplier. */
export function contractKey({ type, strike, expiry, multiplier }: Pick<Trade, "type" | "strike" | "expiry" | "multiplier">, side: Side): string {
  return `${side} ${type} ${strike} ${Math.floor(expiry!)} ${multiplier}`;
}
export function lotsOf(wheel: Wheel, key: string): OptionLot[] {
  const found = wheel.contracts.get(key) ?? [];
  if (!wheel.contracts.has(key)) wheel.contracts.set(key, found);
  return found;
}

function newLot(wheel: Wheel, { trade, day }: Entry, side: Side): OptionLot {
  const { strike, expiry, multiplier } = trade;
  const type = trade.type as "Put" | "Call";
  const chain = side === "short" ? newChain(wheel, { type, day, expiry: Math.floor(expiry!) }) : null;
  return { type, side, strike: strike!, expiry: Math.floor(expiry!), multiplier, opened: day, chain, size: 0, taken: 0, gross: 0, credit: 0, carried: 0, cover: [] };
}

function sidesOf({ action }: Trade): Side[] {
  if (action === "Expired") return ["short", "long"];
  return action === "Buy to close" ? ["short"] : ["long"];
}

/** The leg's closing cash, and how it ended. */
export function endLeg(part: Chain, piece: OptionPiece, cash: number, end: { day: number; how: "Closed" | "Expired" | "Assigned" }): void {
  const chain = wholeChain(part);
  chain.cash += cash;
  chain.ended = end.how;
  chain.endedOn = end.day;
  if (end.how !== "Assigned") return;
  const { lot, contracts, credit, carried } = piece;
  chain.assigned.shares += contracts * lot.multiplier;
  chain.assigned.strikes += moneyUnits(lot.strike * lot.multiplier * contracts);
  chain.assigned.cash += credit + carried + cash;
}

function notOpenWords({ ticker, contracts }: Wheel, trade: Trade, sides: readonly Side[], open: number): string {
  const what = `${sides.length > 1 ? "" : sides[0] === "short" ? "sold " : "bought "}${ticker} ${trade.type} ${trade.strike}`;
  if (open > 0) return `${trade.action} ${trade.quantity}, but only ${open} of the ${what} with this expiry ${open === 1 ? "is" : "are"} open on that day`;
  const other = [...contracts.entries()].some(([key, lots]) => lots.length > 0 && key.startsWith(contractKey(trade, sides[0]!).replace(/ \S+$/, " ")));
  return other ? `The multiplier is ${trade.multiplier}, but the open ${what} has another one` : `No ${what} with this expiry is open on that day`;
}
