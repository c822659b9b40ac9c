import type { Book, TickerBook } from "../ledger/book";
import { collateralOf, contractsIn, remaining } from "../ledger/optionLots";
import { sharesLeft } from "../ledger/shareLots";
import type { OptionLot, ShareLot } from "../ledger/state";
import { left, perShare, toDollars, toShares } from "../ledger/units";
import type { Headers } from "./columns";
import { lastDay } from "./days";

/** What is open: a line for each contract, and one for the shares. */
export interface Position {
  readonly account: string;
  readonly ticker: string;
  readonly type: "Put" | "Call" | "Shares";
  /** Contracts or shares; below zero when sold. */
  readonly quantity: number;
  readonly strike: number | null;
  readonly expiry: number | null;
  /** Day on which the oldest of it was opened. */
  readonly opened: number;
  /** Average a share, before fees. */
  readonly premium: number | null;
  /** What opening brought after fees, dollars; for shares minus their strike cost. */
  readonly credit: number;
  readonly collateral: number;
  /** Days to the expiration; below zero when it has passed and the option is still in the log. */
  readonly days: number | null;
}
export const POSITION_HEADERS: Headers<Position> = {
  account: "Account", ticker: "Ticker", type: "Type", quantity: "Quantity", strike: "Strike", expiry: "Expiry", opened: "Opened", premium: "Premium", credit: "Credit", collateral: "Collateral", days: "Days",
};

/** Open positions; days are counted from `asOf`, else from the last day of the log. */
export function positions(book: Book, asOf: number = lastDay(book)): readonly Position[] {
  return book.holdings.flatMap((holding) => [...contractsOf(holding).map((lots) => optionPosition(holding, lots, asOf)), ...sharePosition(holding)]);
}

/** Lots of one contract together, by expiry, type and strike. */
export function contractsOf({ options }: TickerBook): OptionLot[][] {
  const found = new Map<string, OptionLot[]>();
  for (const lot of options) {
    const key = `${lot.side} ${lot.type} ${lot.strike} ${lot.expiry} ${lot.multiplier}`;
    found.set(key, [...(found.get(key) ?? []), lot]);
  }
  return [...found.values()].sort(([one], [other]) => one!.expiry - other!.expiry || (one!.type === other!.type ? 0 : one!.type === "Put" ? -1 : 1) || one!.strike - other!.strike || one!.multiplier - other!.multiplier || (one!.side === "short" ? -1 : 1));
}

function optionPosition({ account, ticker }: TickerBook, lots: readonly OptionLot[], asOf: number): Position {
  const { type, side, strike, expiry, multiplier } = lots[0]!;
  const contracts = contractsIn(lots);
  const sum = (each: (lot: OptionLot) => number): number => lots.reduce((all, lot) => all + each(lot), 0);
  return {
    account, ticker, type, quantity: side === "short" ? -contracts : contracts, strike, expiry,
    opened: Math.min(...lots.map((lot) => lot.opened)),
    premium: perShare(Math.abs(sum((lot) => left(lot.gross, lot))), contracts * multiplier),
    credit: toDollars(sum((lot) => left(lot.credit, lot))),
    collateral: toDollars(sum((lot) => collateralOf(lot, remaining(lot)))),
    days: expiry - asOf,
  };
}

function sharePosition({ account, ticker, shares }: TickerBook): Position[] {
  if (shares.length === 0) return [];
  const sign = shares[0]!.short ? -1 : 1;
  const sum = (each: (lot: ShareLot) => number): number => shares.reduce((all, lot) => all + each(lot), 0);
  return [{
    account, ticker, type: "Shares", quantity: sign * toShares(sum(sharesLeft)), strike: null, expiry: null, opened: shares[0]!.opened,
    premium: null, credit: -sign * toDollars(sum((lot) => left(lot.strike, lot))), collateral: 0, days: null,
  }];
}
