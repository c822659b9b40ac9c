import { campaignOn } from "./campaigns";
import type { OptionLot, ShareLot, Wheel } from "./state";
import { left, slice } from "./units";
import { realise } from "./wheel";

/** Shares that come or go at a price: bought, sold, assigned, exercised. */
export interface ShareMove {
  readonly shares: number;
  readonly strike: number;
  readonly option: number;
  readonly chain: number;
  readonly source: ShareLot["source"];
  readonly price: number;
  readonly from: OptionLot | null;
}

/** Coming shares cover what is short, the rest is a lot. */
export function sharesIn(wheel: Wheel, day: number, move: ShareMove): void {
  moveShares(wheel, day, move, "in");
}
/** Going shares leave the oldest lots. What is not there is sold short; answers how much. */
export function sharesOut(wheel: Wheel, day: number, move: ShareMove): number {
  return moveShares(wheel, day, move, "out");
}

function moveShares(wheel: Wheel, day: number, move: ShareMove, way: "in" | "out"): number {
  const { shares: lots } = wheel;
  const campaign = campaignOn(wheel, day);
  const rest = { size: move.shares, taken: 0 };
  while (rest.taken < rest.size && lots.length > 0 && lots[0]!.short === (way === "in")) {
    const lot = lots[0]!;
    const shares = Math.min(rest.size - rest.taken, sharesLeft(lot));
    const [strike, option] = [slice(move.strike, rest, shares), slice(move.option, rest, shares)];
    const [lotStrike, lotOption] = takeShares(wheel, lot, shares);
    const stock = way === "out" ? strike - lotStrike : lotStrike - strike;
    realise(wheel, day, "stock", stock, stock + option + lotOption);
    campaign.stock += stock;
    rest.taken += shares;
    if (sharesLeft(lot) === 0) lots.shift();
  }
  const kept = rest.size - rest.taken;
  if (kept > 0) keep(wheel, day, { ...move, shares: kept, strike: left(move.strike, rest), option: left(move.option, rest), chain: left(move.chain, rest) }, way);
  return way === "out" ? kept : 0;
}

/** A new lot, or more of the one that came today at the same price from the same place. */
function keep(wheel: Wheel, day: number, { shares, strike, option, chain, source, price, from }: ShareMove, way: "in" | "out"): void {
  const short = way === "out";
  const last = wheel.shares[wheel.shares.length - 1];
  const alike = last?.opened === day && last.taken === 0 && last.source === source && last.price === price && last.from === from;
  const lot = alike ? last : { opened: day, short, source, price, from, size: 0, taken: 0, strike: 0, option: 0, chain: 0, calls: 0, dividends: 0, covered: 0 };
  if (!alike) wheel.shares.push(lot);
  lot.size += shares;
  lot.strike += strike;
  lot.option += option;
  lot.chain += chain;
  if (!short) wheel.strikeCost += strike;
}

function takeShares(wheel: Wheel, lot: ShareLot, shares: number): [strike: number, option: number] {
  const parts: [number, number] = [slice(lot.strike, lot, shares), slice(lot.option, lot, shares)];
  lot.taken += shares;
  if (!lot.short) wheel.strikeCost -= parts[0];
  return parts;
}

export const sharesLeft = (lot: ShareLot): number => lot.size - lot.taken;

/** Starts the counting of a lot afresh, so that amounts can be added to what is left of it. */
export function rebaseShares(lot: ShareLot): void {
  const { strike, option, chain, calls, dividends } = lot;
  Object.assign(lot, {
    strike: left(strike, lot), option: left(option, lot), chain: left(chain, lot), calls: left(calls, lot), dividends: left(dividends, lot),
    size: sharesLeft(lot), taken: 0,
  });
}
