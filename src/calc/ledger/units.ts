import { UNITS_PER_DOLLAR, effectOf } from "./amount";
import { roundedUnits } from "./cash";
import { ACTIONS, TRADE_TYPES, type Trade } from "./trade";

/*
 * The books count in whole units, so that nothing drifts: money in 1/10,000 dollar, shares in 1/1,000,000 share. docs/spec/books.md §1.
 */

export const toDollars = (units: number): number => units / UNITS_PER_DOLLAR;
export const toShares = (units: number): number => units / UNITS_PER_SHARE;

/** Dollars a share, in one division, so that 45.6565 is 45.6565. */
export const perShare = (units: number, shares: number): number => units / (UNITS_PER_DOLLAR * shares);

/** Shares in millionths, the finest that brokers print. */
export const shareUnits = (shares: number): number => Math.round(shares * UNITS_PER_SHARE);
const UNITS_PER_SHARE = 1_000_000;

/** Dollars in units, halves away from zero. The decimal reading of a number is only needed near a half. */
export function moneyUnits(dollars: number): number {
  const scaled = dollars * UNITS_PER_DOLLAR;
  const nearest = Math.round(scaled);
  return Math.abs(scaled - nearest) < 0.49 ? nearest + 0 : roundedUnits(dollars);
}

/** What a row moved: `cash` after fees (as in the Cash column), `fees` as a cost, `gross` before fees. */
export interface Moved {
  readonly cash: number;
  readonly fees: number;
  readonly gross: number;
}

/** The same law as cashUnits, for facts that are known to be sound; null where the type has no such action. */
export function movedBy(trade: Trade): Moved | null {
  const effect = EFFECTS.get(trade.type)?.get(trade.action);
  if (effect === undefined) return null;
  const each = worthEach(trade, effect);
  const size = trade.type === "Cash" ? 1 : trade.type === "Shares" ? trade.quantity : trade.quantity * trade.multiplier;
  const paid = Math.abs(trade.fees);
  const cash = moneyUnits(each * size - paid);
  const fees = moneyUnits(paid);
  return { cash, fees, gross: cash + fees };
}

function worthEach({ type, price, strike }: Trade, effect: number): number {
  if (effect === 3) return 0;
  if (effect === 1) return price as number;
  if (effect === 2) return -Math.abs(price as number);
  return (effect === 4) === (type === "Put") ? -(strike as number) : (strike as number);
}

const EFFECTS = new Map(
  TRADE_TYPES.map((type) => [type, new Map(ACTIONS.map((action) => [action, effectOf({ action, type })]))]),
);

/**
 * The part of an amount that belongs to the next `take` of a lot of `size`, of which `taken` are gone. Parts always add up to the whole, and two
 * small cuts make the same as one large one, so a fill in two pieces changes nothing.
 */
export function slice(amount: number, lot: Cut, take: number): number {
  return upTo(amount, lot.size, lot.taken + take) - upTo(amount, lot.size, lot.taken);
}
/** What is left of an amount in a lot. */
export function left(amount: number, lot: Cut): number {
  return amount - upTo(amount, lot.size, lot.taken);
}
/** A lot and what was taken of it so far. */
export interface Cut {
  readonly size: number;
  readonly taken: number;
}
const upTo = (amount: number, size: number, taken: number): number => (taken === size ? amount : Math.round((amount * taken) / size));

/** An amount over several shares of it, in proportion to their weights; the parts add up to the amount. */
export function spread(amount: number, weights: readonly number[]): number[] {
  const size = weights.reduce((sum, weight) => sum + weight, 0);
  let taken = 0;
  return weights.map((weight) => {
    const part = slice(amount, { size, taken }, weight);
    taken += weight;
    return part;
  });
}
