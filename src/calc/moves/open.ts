import { type Bases, type BridgeLine, basesOf, bridgeOf } from "../ledger/bases";
import type { Book, TickerBook } from "../ledger/book";
import { wholeChain } from "../ledger/chains";
import { sharesUnder } from "../ledger/calls";
import { collateralOf, contractsIn, isShortCall, remaining } from "../ledger/optionLots";
import { sharesLeft } from "../ledger/shareLots";
import type { OptionLot, ShareLot, Side } from "../ledger/state";
import { left, moneyUnits, perShare, toDollars, toShares } from "../ledger/units";
import { contractsOf } from "../report/positions";

/** All open contracts of one kind: what a trader calls the position. Dollars; the amounts are of what is still open. */
export interface OpenContract {
  readonly account: string;
  readonly ticker: string;
  readonly type: "Put" | "Call";
  readonly side: Side;
  readonly strike: number;
  readonly expiry: number;
  readonly multiplier: number;
  readonly contracts: number;
  /** Day on which the oldest of them was opened. */
  readonly opened: number;
  /** Average a share, before fees. */
  readonly premium: number;
  /** What opening brought after fees; below zero for bought options. */
  readonly credit: number;
  /** What the earlier legs of the roll chain brought, after fees. */
  readonly carried: number;
  /** All option cash of the roll chain, after fees; null for bought options. */
  readonly chainCredit: number | null;
  /** Rolls of that chain so far, and the day of its first sale: of several chains the longest. */
  readonly rolls: number;
  readonly firstSold: number;
  readonly collateral: number;
  /** Shares under a sold call: no other call covers them. */
  readonly covered: number;
  /** Strike less what they and their earlier legs brought, a share, for a put; strike plus it for a call. A bought option brought less than nothing. */
  readonly breakeven: number;
}

/** The shares of one ticker in one account. */
export interface OpenShares {
  /** Below zero when short. */
  readonly shares: number;
  /** Shares that no open call would take. */
  readonly free: number;
  /** Of all of them, a share. */
  readonly bases: Bases;
  readonly lots: readonly ShareLot[];
}

/** Shares that came on one day from one source. */
export interface OpenLot {
  readonly opened: number;
  readonly source: ShareLot["source"];
  /** Below zero when short. */
  readonly shares: number;
  readonly bases: Bases;
  /** Strike cost → tax basis → net stock cost, line by line. */
  readonly bridge: readonly BridgeLine[];
}

/** What is open of one ticker in one account. */
export interface Holding {
  readonly account: string;
  readonly ticker: string;
  readonly options: readonly OpenContract[];
  readonly shares: OpenShares | null;
}

/** All that is open, by account and ticker. */
export function holdings({ holdings: open }: Pick<Book, "holdings">): readonly Holding[] {
  return open.map((one) => ({ account: one.account, ticker: one.ticker, options: contractsOf(one).map((lots) => contractOf(one, lots)), shares: sharesOf(one) }));
}

export const keyOfHolding = ({ account, ticker }: Pick<Holding, "account" | "ticker">): string => JSON.stringify([account, ticker]);
/** Tells open contracts apart. */
export function keyOfContract({ account, ticker, type, side, strike, expiry, multiplier }: OpenContract): string {
  return JSON.stringify([account, ticker, type, side, strike, expiry, multiplier]);
}

function contractOf({ account, ticker }: TickerBook, lots: readonly OptionLot[]): OpenContract {
  const { type, side, strike, expiry, multiplier } = lots[0]!;
  const sum = (each: (lot: OptionLot) => number): number => lots.reduce((all, lot) => all + each(lot), 0);
  const contracts = contractsIn(lots);
  const shares = contracts * multiplier;
  const [credit, carried] = [sum((lot) => left(lot.credit, lot)), sum((lot) => left(lot.carried, lot))];
  const cost = side === "short" ? credit + carried : -credit;
  const brought = type === "Put" ? -cost : cost;
  const chains = new Set(lots.flatMap(({ chain }) => (chain ? [wholeChain(chain)] : [])));
  return {
    account, ticker, type, side, strike, expiry, multiplier, contracts,
    opened: Math.min(...lots.map((lot) => lot.opened)),
    rolls: Math.max(0, ...[...chains].map((chain) => chain.rolls)),
    firstSold: Math.min(...lots.map((lot) => lot.opened), ...[...chains].map(({ first }) => first)),
    premium: perShare(Math.abs(sum((lot) => left(lot.gross, lot))), shares),
    credit: toDollars(credit),
    carried: toDollars(carried),
    chainCredit: chains.size === 0 ? null : toDollars([...chains].reduce((all, { cash }) => all + cash, 0)),
    collateral: toDollars(sum((lot) => collateralOf(lot, remaining(lot)))),
    covered: toShares(lots.reduce((all, lot) => all + sharesUnder(lot), 0)),
    breakeven: perShare(moneyUnits(strike * shares) + brought, shares),
  };
}

function sharesOf({ shares: lots, options }: TickerBook): OpenShares | null {
  if (lots.length === 0) return null;
  const whole = together(lots);
  const held = toShares(sharesLeft(whole));
  return { shares: whole.short ? -held : held, free: whole.short ? 0 : Math.max(0, held - sharesCalled(options)), bases: basesOf(whole), lots };
}

/** Shares that open calls would take, whether they were there when the calls were sold or came later. */
export const sharesCalled = (options: readonly OptionLot[]): number => options.filter(isShortCall).reduce((sum, lot) => sum + remaining(lot) * lot.multiplier, 0);

/** Shares that sold calls would take and that are not there; bought calls that last as long stand for theirs. docs/spec/moves.md §3.4. */
export function nakedShares({ options, shares }: Pick<Holding, "options" | "shares">): number {
  const calls = options.filter(({ type }) => type === "Call");
  const sold = calls.filter(({ side }) => side === "short");
  const bought = calls.filter(({ side, expiry }) => side === "long" && sold.every((one) => one.expiry <= expiry));
  const size = (some: readonly OpenContract[]): number => some.reduce((sum, { contracts, multiplier }) => sum + contracts * multiplier, 0);
  return Math.max(0, size(sold) - Math.max(0, shares?.shares ?? 0) - size(bought));
}

/** The lots as they are read. */
export function openLots({ lots }: Pick<OpenShares, "lots">): readonly OpenLot[] {
  return lots.map((lot) => ({ opened: lot.opened, source: lot.source, shares: (lot.short ? -1 : 1) * toShares(sharesLeft(lot)), bases: basesOf(lot), bridge: bridgeOf(lot) }));
}

/** Several lots as one, for the bases of all shares held. */
export function together(lots: readonly ShareLot[]): ShareLot {
  const sum = (name: "strike" | "option" | "chain" | "calls" | "dividends"): number => lots.reduce((all, lot) => all + left(lot[name], lot), 0);
  const size = lots.reduce((all, lot) => all + sharesLeft(lot), 0);
  return { ...lots[0]!, size, taken: 0, strike: sum("strike"), option: sum("option"), chain: sum("chain"), calls: sum("calls"), dividends: sum("dividends") };
}
