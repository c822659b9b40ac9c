import { isShortCall } from "./optionLots";
import { rebaseShares, sharesLeft } from "./shareLots";
import type { CallToday, Cover, OptionLot, Wheel } from "./state";
import { shareUnits, spread } from "./units";

/**
 * Call premium goes to the shares that the call covers: the oldest ones on which no other call is open. What is bought back comes off the same
 * shares. Before shares go, calls of earlier days that were closed let theirs free, and calls that are sold and called away today find theirs.
 * docs/spec/books.md §7.
 */
export function settleCalls(wheel: Wheel, isCalledAway: (lot: OptionLot) => boolean): void {
  const { calls, opened } = wheel.today;
  if (calls.length === 0) return;
  calls.filter(({ lot }) => !opened.includes(lot)).forEach(closeCover);
  coverWith(wheel, calls.filter(({ lot }) => opened.includes(lot) && isCalledAway(lot)));
}

/** All other calls that were sold today stand on what is left when shares have gone: who sells half of them and a call means the other half. */
export function settleNewCalls(wheel: Wheel, isCalledAway: (lot: OptionLot) => boolean): void {
  const { calls, opened } = wheel.today;
  if (calls.length > 0) coverWith(wheel, calls.filter(({ lot }) => opened.includes(lot) && !isCalledAway(lot)));
}

function coverWith(wheel: Wheel, calls: readonly CallToday[]): void {
  calls.filter(({ opening }) => opening).forEach((call) => openCover(wheel, call));
  calls.filter(({ opening }) => !opening).forEach(closeCover);
}

function openCover(wheel: Wheel, { lot, contracts, cash }: CallToday): void {
  const wanted = shareUnits(contracts * lot.multiplier);
  let open = wanted;
  const fresh: Cover[] = [];
  for (const shares of wheel.shares) {
    if (open === 0) break;
    const free = shares.short ? 0 : Math.min(open, Math.max(0, sharesLeft(shares) - shares.covered));
    if (free === 0) continue;
    shares.covered += free;
    fresh.push({ lot: shares, shares: free });
    open -= free;
  }
  credit(fresh, open, cash);
  lot.cover.push(...fresh);
}

/** The part of a call that goes leaves the shares that it covered last. */
function closeCover({ lot, contracts, cash }: CallToday): void {
  const wanted = shareUnits(contracts * lot.multiplier);
  const released = release(lot, wanted);
  credit(released, wanted - released.reduce((sum, { shares }) => sum + shares, 0), cash);
}

/** Frees the shares under so many contracts of a call. */
export function release(call: OptionLot, wanted: number): Cover[] {
  if (!isShortCall(call)) return [];
  const released: Cover[] = [];
  let open = wanted;
  while (open > 0 && call.cover.length > 0) {
    const last = call.cover[call.cover.length - 1]!;
    const shares = Math.min(open, last.shares);
    released.push({ lot: last.lot, shares });
    last.lot.covered -= shares;
    last.shares -= shares;
    open -= shares;
    if (last.shares === 0) call.cover.pop();
  }
  return released;
}

/** Cash onto the covered shares; the part of shares that were never there, or are gone, lowers no lot. */
function credit(covers: readonly Cover[], uncovered: number, cash: number): void {
  const parts = spread(cash, [...covers.map(({ shares }) => shares), uncovered]);
  covers.forEach(({ lot }, at) => {
    if (sharesLeft(lot) === 0) return;
    rebaseShares(lot);
    lot.calls += parts[at]!;
  });
}
