import type { Action, Trade, TradeType } from "../ledger/trade";
import type { Holding, OpenContract } from "./open";

/*
 * The rows that a move adds to the log. docs/spec/moves.md §1. Nothing is refused here: whether it can be booked is asked of the books, by effectOf.
 */

/** A day, a number of contracts or shares, and the fees of a row in dollars. */
interface Typed {
  readonly date: number;
  readonly quantity: number;
  readonly fees: number;
}
/** Price a share. */
interface Priced extends Typed {
  readonly price: number;
}
/** The contract that is sold, with its own fees. */
interface NewContract {
  readonly strike: number;
  readonly expiry: number;
  readonly newPrice: number;
  readonly newFees: number;
}

/** Bought back when it was sold, sold when it was bought. */
export function closing(contract: OpenContract, typed: Priced): readonly Trade[] {
  return [onContract(contract, contract.side === "short" ? "Buy to close" : "Sell to close", typed)];
}

export function expiring(contract: OpenContract, typed: Typed): readonly Trade[] {
  return [onContract(contract, "Expired", typed)];
}

/** The option goes and the shares move at its strike: one row does both. */
export function assigning(contract: OpenContract, typed: Typed): readonly Trade[] {
  return [onContract(contract, contract.side === "short" ? "Assigned" : "Exercised", typed)];
}

/** Two linked events of one day: the old contract is bought back, the new one is sold. */
export function rolling(contract: OpenContract, { strike, expiry, newPrice, newFees, ...typed }: Priced & NewContract): readonly Trade[] {
  const opened = { ...contract, strike, expiry };
  return [onContract(contract, "Buy to close", typed), onContract(opened, "Sell to open", { ...typed, price: newPrice, fees: newFees })];
}

export function sellingShares(holding: Place, { date, quantity, price, fees }: Priced): readonly Trade[] {
  return [{ ...fact(holding, date, "Sell", "Shares"), quantity, price, fees }];
}

/** A call on shares that are held. */
export function sellingCall(holding: Place, { date, quantity, price, fees, strike, expiry }: Priced & Pick<NewContract, "strike" | "expiry">): readonly Trade[] {
  return [{ ...fact(holding, date, "Sell to open", "Call"), quantity, price, fees, strike, expiry }];
}

type Place = Pick<Holding, "account" | "ticker">;

function onContract({ type, strike, expiry, multiplier, ...place }: OpenContract, action: Action, { date, quantity, fees, price = null }: Typed & { readonly price?: number | null }): Trade {
  return { ...fact(place, date, action, type), quantity, strike, expiry, multiplier, price, fees };
}

function fact({ account, ticker }: Place, date: number, action: Action, type: TradeType): Trade {
  return { date, account, ticker, action, type, quantity: 0, strike: null, expiry: null, price: null, fees: 0, multiplier: 100, notes: "", id: "" };
}
