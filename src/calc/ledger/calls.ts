import { isShortCall, remaining } from "./optionLots";
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
  inLots(calls.filter(({ lot }) => !opened.includes(lot))).forEach(closeCover);
  coverWith(wheel, calls.filter(({ lot }) => opened.includes(lot) && isCalledAway(lot)));
}

/** Shares have gone: what they leave behind covers as many calls as it can, those that were sold first. */
export function uncover(wheel: Wheel): void {
  const calls = [...wheel.contracts.values()].flat().filter((lot) => lot.cover.length > 0);
  for (const call of calls.sort((one, other) => other.opened - one.opened || other.expiry - one.expiry || other.strike - one.strike)) {
    for (const cover of call.cover) {
      const gone = Math.min(cover.shares, Math.max(0, cover.lot.covered - sharesLeft(cover.lot)));
      cover.shares -= gone;
      cover.lot.covered -= gone;
    }
    call.cover = call.cover.filter(({ shares }) => shares > 0);
  }
}

/** All other calls that were sold today stand on what is left when shares have gone: who sells half of them and a call means the other half. */
export function settleNewCalls(wheel: Wheel, isCalledAway: (lot: OptionLot) => boolean): void {
  const { calls, opened } = wheel.today;
  if (calls.length > 0) coverWith(wheel, calls.filter(({ lot }) => opened.includes(lot) && !isCalledAway(lot)));
}

/** What was closed at once leaves its shares to the calls that stay open. */
function coverWith(wheel: Wheel, calls: readonly CallToday[]): void {
  if (calls.length === 0) return;
  const closed = inLots(calls.filter(({ opening }) => !opening));
  const opened = inLots(calls.filter(({ opening }) => opening)).map((call) => {
    const gone = closed.find(({ lot }) => lot === call.lot) ?? { contracts: 0, cash: 0 };
    const [ofGone = 0, ofKept = 0] = spread(call.cash, [gone.contracts, call.contracts - gone.contracts]);
    return { lot: call.lot, gone: { contracts: gone.contracts, cash: ofGone + gone.cash }, kept: { contracts: call.contracts - gone.contracts, cash: ofKept } };
  });
  for (const { lot, gone } of opened) {
    openCover(wheel, { lot, ...gone });
    release(lot, shareUnits(gone.contracts * lot.multiplier));
  }
  for (const { lot, kept } of opened) openCover(wheel, { lot, ...kept });
}

type CallMove = Pick<CallToday, "lot" | "contracts" | "cash">;

/** All fills of a lot together. */
function inLots(calls: readonly CallMove[]): readonly CallMove[] {
  if (calls.length < 2) return calls;
  const moves = new Map<OptionLot, CallMove>();
  for (const { lot, contracts, cash } of calls) {
    const sum = moves.get(lot) ?? { lot, contracts: 0, cash: 0 };
    moves.set(lot, { lot, contracts: sum.contracts + contracts, cash: sum.cash + cash });
  }
  return [...moves.values()];
}

function openCover(wheel: Wheel, { lot, contracts, cash }: CallMove): void {
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

/** Of a call that is closed in part, contracts without shares go first; the others leave the shares that it covered last. */
function closeCover({ lot, contracts, cash }: CallMove): void {
  const wanted = shareUnits(contracts * lot.multiplier);
  const naked = shareUnits((remaining(lot) + contracts) * lot.multiplier) - sharesUnder(lot);
  const released = release(lot, wanted - Math.max(0, naked));
  credit(released, Math.max(0, wanted - sharesIn(released)), cash);
}

/** Frees so many shares under a call; when none of it is open any more, all. */
export function release(call: OptionLot, wanted: number): Cover[] {
  if (!isShortCall(call)) return [];
  const released: Cover[] = [];
  let open = remaining(call) === 0 ? Infinity : wanted;
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

export const sharesUnder = ({ cover }: OptionLot): number => sharesIn(cover);
const sharesIn = (covers: readonly Cover[]): number => covers.reduce((sum, { shares }) => sum + shares, 0);

/** Cash onto the covered shares; the part of shares that were never there, or are gone, lowers no lot. */
function credit(covers: readonly Cover[], uncovered: number, cash: number): void {
  const parts = spread(cash, [...covers.map(({ shares }) => shares), uncovered]);
  covers.forEach(({ lot }, at) => {
    if (parts[at] === 0) return;
    rebaseShares(lot);
    lot.calls += parts[at]!;
  });
}
