import { joinChains, wholeChain } from "./chains";
import { contractKey, rebase, remaining } from "./optionLots";
import type { ClosedToday, OptionLot, Wheel } from "./state";
import { spread } from "./units";

/**
 * Finds the day's rolls: sold options bought back, and others of the same type sold and kept. What the old contracts brought goes on with the
 * new ones. docs/spec/books.md §6.
 */
export function linkRolls(wheel: Wheel): void {
  const { closed, opened } = wheel.today;
  if (closed.length === 0) return;
  for (const type of ["Put", "Call"] as const) {
    const from = byContract(closed.filter(({ lot }) => lot.type === type));
    const gone = new Set(from.map((leg) => leg.key));
    const onto = opened
      .filter((lot) => lot.type === type && lot.side === "short" && remaining(lot) > 0 && !gone.has(contractKey(lot, "short")))
      .sort((one, other) => inTurn(one, other));
    if (from.length > 0 && onto.length > 0) carryOver(from, onto);
  }
}

/** All that was bought back of one contract today. */
interface OldLeg {
  readonly key: string;
  readonly lots: OptionLot[];
  contracts: number;
  cash: number;
}

function byContract(closed: readonly ClosedToday[]): OldLeg[] {
  const legs = new Map<string, OldLeg>();
  for (const { lot, contracts, cash } of closed) {
    const key = contractKey(lot, "short");
    const leg = legs.get(key) ?? { key, lots: [], contracts: 0, cash: 0 };
    legs.set(key, leg);
    leg.lots.push(lot);
    leg.contracts += contracts;
    leg.cash += cash;
  }
  return [...legs.values()].sort((one, other) => inTurn(one.lots[0]!, other.lots[0]!));
}
const inTurn = (one: OptionLot, other: OptionLot): number => one.strike - other.strike || one.expiry - other.expiry || one.multiplier - other.multiplier;

/**
 * As many kinds of old contracts as of new ones: by strike, the lowest onto the lowest. Else both sides are laid along the same line, and what lies side by
 * side belongs together.
 */
function carryOver(from: readonly OldLeg[], onto: readonly OptionLot[]): void {
  onto.forEach(rebase);
  const sizes = onto.map(remaining);
  const [oldSize, newSize] = [from.reduce((sum, leg) => sum + leg.contracts, 0), sizes.reduce((sum, size) => sum + size, 0)];
  const rolled = new Set<OptionLot>();
  let start = 0;
  from.forEach((leg, at) => {
    const end = start + leg.contracts * newSize;
    const weights = from.length === onto.length ? onto.map((_, other) => (other === at ? 1 : 0)) : beside(start, end, sizes, oldSize);
    spread(leg.cash, weights).forEach((part, other) => {
      if (weights[other]! > 0) carry(leg, onto[other]!, part, rolled);
    });
    start = end;
  });
}

/** How much of the old leg from `start` to `end` lies beside each new lot. */
function beside(start: number, end: number, sizes: readonly number[], oldSize: number): number[] {
  let from = 0;
  return sizes.map((size) => {
    const to = from + size * oldSize;
    const both = Math.max(0, Math.min(end, to) - Math.max(start, from));
    from = to;
    return both;
  });
}

function carry(leg: OldLeg, lot: OptionLot, cash: number, rolled: Set<OptionLot>): void {
  lot.carried += cash;
  leg.lots.forEach((old) => joinChains(old.chain!, lot.chain!));
  if (!rolled.has(lot)) wholeChain(lot.chain!).rolls += 1;
  rolled.add(lot);
}
