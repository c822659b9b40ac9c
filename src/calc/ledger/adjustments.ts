import { lotsOf, contractKey, contractsIn, rebase, collateralOf, remaining } from "./optionLots";
import type { Entry } from "./entries";
import { rebaseShares, sharesLeft } from "./shareLots";
import type { OptionLot, Wheel } from "./state";
import { realise, report } from "./wheel";

/** Split: so many new shares for each old one; what they cost stays. Options are not touched. docs/spec/books.md §5. */
export function splitShares(wheel: Wheel, entry: Entry): boolean {
  const { trade, day, cash } = entry;
  if (wheel.shares.length === 0) {
    report(wheel, entry, `No ${wheel.ticker} shares are held on that day, so there is nothing to split`);
    return false;
  }
  for (const lot of wheel.shares) {
    rebaseShares(lot);
    lot.size = Math.max(1, Math.round(sharesLeft(lot) * trade.quantity));
    lot.covered = Math.min(lot.size, Math.round(lot.covered * trade.quantity));
  }
  for (const lots of wheel.contracts.values()) for (const lot of lots) for (const cover of lot.cover) cover.shares = Math.round(cover.shares * trade.quantity);
  realise(wheel, day, "stock", cash, cash);
  return true;
}

/** A split changes the terms of options, too, by the exchange's memo: those that are open still and have no new terms that day are named. docs/spec/books.md §5. */
export function tellUnadjusted(wheel: Wheel, split: Entry): void {
  const open = [...wheel.contracts.values()].flatMap((lots) => (lots[0] && lots[0].expiry >= split.day && !wheel.today.adjusted.includes(lots) ? [lots[0]] : []));
  if (open.length === 0 || wheel.shares.length === 0) return;
  const names = [...new Set(open.map(({ strike, type }) => `${strike} ${type}`))].sort().join(", ");
  report(wheel, split, `Options are open (${names}), and no Adjusted row of that day has their new terms: they stay as they were until the exchange's memo is logged`, true);
}

/**
 * Adjusted: the new terms of an open contract, typed from the exchange's memo and never worked out. The contract meant is the open one of this
 * type and expiry, or among several the one that is worth the same at its strike.
 */
export function adjustOption(wheel: Wheel, entry: Entry): boolean {
  const { trade, day, cash } = entry;
  const found = meantBy(wheel, entry);
  if (typeof found === "string") {
    report(wheel, entry, found);
    return false;
  }
  const times = trade.quantity / contractsIn(found);
  if (!Number.isInteger(times)) {
    report(wheel, entry, `Quantity must be the contracts after the adjustment, a multiple of the ${contractsIn(found)} that are open`);
    return false;
  }
  const lots = found.splice(0);
  for (const lot of lots) {
    rebase(lot);
    wheel.collateral -= collateralOf(lot, remaining(lot));
    lot.size *= times;
    lot.strike = trade.strike!;
    lot.multiplier = trade.multiplier;
    wheel.collateral += collateralOf(lot, remaining(lot));
  }
  const home = lotsOf(wheel, contractKey(trade, lots[0]!.side));
  home.push(...lots);
  home.sort((one, other) => one.opened - other.opened);
  wheel.today.adjusted.push(home);
  realise(wheel, day, "option", cash, cash);
  return true;
}

function meantBy(wheel: Wheel, { trade }: Entry): OptionLot[] | string {
  const isCandidate = (lots: OptionLot[]): boolean => lots[0]?.type === trade.type && lots[0].expiry === Math.floor(trade.expiry!) && !wheel.today.adjusted.includes(lots);
  const candidates = [...wheel.contracts.values()].filter(isCandidate);
  if (candidates.length === 1) return candidates[0]!;
  const what = `${wheel.ticker} ${trade.type} with this expiry`;
  if (candidates.length === 0) return `No ${what} is open on that day`;
  const worth = (strike: number, multiplier: number, contracts: number): number => strike * multiplier * contracts;
  const wanted = worth(trade.strike!, trade.multiplier, trade.quantity);
  const alike = candidates.filter((lots) => Math.abs(worth(lots[0]!.strike, lots[0]!.multiplier, contractsIn(lots)) / wanted - 1) < ROUNDING);
  return alike.length === 1 ? alike[0]! : `Several ${what} are open, and strike × multiplier × quantity does not say which one this was`;
}
/** Adjusted strikes are rounded to cents. */
const ROUNDING = 0.005;
