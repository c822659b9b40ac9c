import type { Book } from "../ledger/book";
import { wholeChain } from "../ledger/chains";
import { remaining } from "../ledger/optionLots";
import type { Chain, OptionLot } from "../ledger/state";
import { left, moneyUnits, perShare, toDollars } from "../ledger/units";
import type { Headers } from "./columns";

/** Short options connected by rolls, in dollars. */
export interface ChainRow {
  readonly account: string;
  readonly ticker: string;
  readonly type: "Put" | "Call";
  readonly legs: number;
  readonly rolls: number;
  readonly firstSold: number;
  readonly lastExpiry: number;
  readonly state: "Open" | "Closed" | "Expired" | "Assigned";
  /** All option cash after fees, the first sale included. */
  readonly chainCredit: number;
  /** Chain credit less what is at risk. */
  readonly banked: number;
  /** Credit of the legs that are open. */
  readonly atRisk: number;
  /** Of the open contracts, else of those that were assigned: strike − (put) or + (call) all they and their earlier legs brought, a share. */
  readonly breakeven: number | null;
}
export const CHAIN_HEADERS: Headers<ChainRow> = {
  account: "Account", ticker: "Ticker", type: "Type", legs: "Legs", rolls: "Rolls", firstSold: "First sold", lastExpiry: "Last expiry", state: "State", chainCredit: "Chain credit",
  banked: "Banked", atRisk: "At risk", breakeven: "Break-even",
};

/** All roll chains by account, ticker and first sale. docs/spec/books.md §6. */
export function chains(book: Book): readonly ChainRow[] {
  const open = openLegs(book);
  return [...book.chains].sort(inOrder).map((chain) => chainRow(chain, open.get(chain) ?? []));
}
const inOrder = (one: Chain, other: Chain): number => byText(one.account, other.account) || byText(one.ticker, other.ticker) || one.first - other.first;
const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

function openLegs({ holdings }: Book): Map<Chain, OptionLot[]> {
  const found = new Map<Chain, OptionLot[]>();
  for (const lot of holdings.flatMap(({ options }) => options)) {
    if (lot.chain === null) continue;
    const chain = wholeChain(lot.chain);
    found.set(chain, [...(found.get(chain) ?? []), lot]);
  }
  return found;
}

function chainRow(chain: Chain, open: readonly OptionLot[]): ChainRow {
  const { account, ticker, type, legs, rolls, first, lastExpiry, cash } = chain;
  const atRisk = open.reduce((sum, lot) => sum + left(lot.credit, lot), 0);
  return {
    account, ticker, type, legs, rolls, firstSold: first, lastExpiry, state: stateOf(chain, open), chainCredit: toDollars(cash), banked: toDollars(cash - atRisk), atRisk: toDollars(atRisk),
    breakeven: breakevenOf(type, open.length > 0 ? sumOf(open) : chain.assigned),
  };
}

function stateOf({ ended, assigned }: Chain, open: readonly OptionLot[]): ChainRow["state"] {
  if (open.length > 0) return "Open";
  return assigned.shares > 0 || ended === null ? "Assigned" : ended;
}

interface Contracts {
  readonly shares: number;
  readonly strikes: number;
  readonly cash: number;
}
function sumOf(lots: readonly OptionLot[]): Contracts {
  const sum = (each: (lot: OptionLot) => number): number => lots.reduce((all, lot) => all + each(lot), 0);
  return {
    shares: sum((lot) => remaining(lot) * lot.multiplier),
    strikes: sum((lot) => moneyUnits(lot.strike * lot.multiplier * remaining(lot))),
    cash: sum((lot) => left(lot.credit, lot) + left(lot.carried, lot)),
  };
}
function breakevenOf(type: "Put" | "Call", { shares, strikes, cash }: Contracts): number | null {
  if (shares === 0) return null;
  return perShare(type === "Put" ? strikes - cash : strikes + cash, shares);
}
