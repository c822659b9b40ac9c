import { isSameAccount } from "../ledger/accounts";
import { type Bases, basesOf } from "../ledger/bases";
import type { Book, TickerBook } from "../ledger/book";
import { remaining } from "../ledger/optionLots";
import { sharesLeft } from "../ledger/shareLots";
import type { OptionLot, ShareLot } from "../ledger/state";
import type { Trade } from "../ledger/trade";
import { toShares } from "../ledger/units";
import { keyOfLot } from "./breakeven";
import { sharesCalled } from "./open";

/** Calls that the rows sell below what the shares under them cost, or on shares that are not there: in words, never a refusal. The books are those of the day. docs/spec/moves.md §3. */
export function callWarnings({ before, after }: { before: Book; after: Book }, added: readonly Trade[]): readonly string[] {
  return added.filter(sellsCall).flatMap((sold) => {
    const [was, is] = [placeIn(before, sold), placeIn(after, sold)];
    const call = is?.options.find((lot) => lot.side === "short" && lot.type === "Call" && lot.strike === sold.strike && lot.expiry === sold.expiry && lot.opened === sold.date && lot.multiplier === sold.multiplier);
    return is && call ? [...belowBases(call, was), ...uncovered(call, is)] : [];
  });
}

export const sellsCall = ({ action, type }: Trade): boolean => action === "Sell to open" && type === "Call";

const placeIn = ({ holdings }: Book, { account, ticker }: Trade): TickerBook | undefined => holdings.find((one) => isSameAccount(one.account, account) && one.ticker === ticker);

/** Strike cost first, then tax basis, then net stock cost: each against the dearest of the lots that the call covers. */
function belowBases({ strike, cover }: OptionLot, was: TickerBook | undefined): string[] {
  const covered = cover.map(({ lot }) => ({ bases: basesBefore(lot, was), now: basesOf(lot) }));
  return BASES.flatMap(({ name, words }) => {
    const below = covered.filter(({ bases }) => strike < bases[name] - TOLERANCE).sort((one, other) => other.bases[name] - one.bases[name]);
    const [dearest] = below;
    if (!dearest) return [];
    const which = below.length === covered.length && covered.length === 1 ? "" : " of the dearest of these shares";
    const then = name === "netStockCost" ? `; with this call's premium it is ${price(dearest.now.netStockCost)}` : "";
    return [`The strike ${price(strike)} is below the ${words} ${price(dearest.bases[name])}${which}${then}`];
  });
}
const BASES = [
  { name: "strikeCost", words: "strike cost" },
  { name: "taxBasis", words: "tax basis" },
  { name: "netStockCost", words: "net stock cost" },
] as const;
/** Bases are quotients: half of a thousandth of a cent is no difference. */
const TOLERANCE = 5e-6;

/** The premium of the call itself lowers the net stock cost: compared is what it was. Shares that came along with the call have only what they are. */
function basesBefore(lot: ShareLot, was: TickerBook | undefined): Bases {
  const key = keyOfLot(lot);
  return basesOf(was?.shares.find((one) => keyOfLot(one) === key) ?? lot);
}

/** Counted over all open calls: shares that came after an earlier call, or are left when others were sold from under it, are needed by that one. */
function uncovered(call: OptionLot, { options, shares: lots }: TickerBook): string[] {
  const shares = remaining(call) * call.multiplier;
  const held = lots.reduce((sum, lot) => sum + (lot.short ? 0 : toShares(sharesLeft(lot))), 0);
  const missing = Math.min(shares, sharesCalled(options) - held);
  return missing > 0 ? [`${price(missing)} of the ${price(shares)} shares under this call are not there, or another call covers them: that part is naked`] : [];
}

/** At most four decimals, as prices a share are read. */
const price = (value: number): string => String(Number(value.toFixed(4)));
