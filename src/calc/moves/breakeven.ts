import { type Holding, type OpenContract, keyOfContract, together } from "./open";
import { basesOf } from "../ledger/bases";
import type { ShareLot } from "../ledger/state";
import type { Change, ContractChange } from "./change";

/**
 * Break-even of the sold puts that rows touch: before, of those that were open; after, of those that are; when none is left, of the shares that they
 * became, where it is the net stock cost. docs/spec/moves.md §2.
 */
export function breakevenOf(changes: readonly ContractChange[], before: Holding | null, after: Holding | null): Change<number | null> {
  const puts = new Set(changes.map(({ contract }) => contract).filter(isSoldPut).map(keyOfContract));
  if (puts.size === 0) return { before: null, after: null };
  const touched = (holding: Holding | null): OpenContract[] => (holding?.options ?? []).filter((one) => puts.has(keyOfContract(one)));
  return { before: average(touched(before)), after: average(touched(after)) ?? ofShares(newLots(before, after)) };
}

const isSoldPut = ({ type, side }: OpenContract): boolean => type === "Put" && side === "short";

/** By shares: a contract of 200 counts twice. */
function average(contracts: readonly OpenContract[]): number | null {
  const [only] = contracts;
  if (contracts.length < 2) return only?.breakeven ?? null;
  const shares = contracts.reduce((sum, one) => sum + one.contracts * one.multiplier, 0);
  return contracts.reduce((sum, one) => sum + one.breakeven * one.contracts * one.multiplier, 0) / shares;
}

function newLots(before: Holding | null, after: Holding | null): ShareLot[] {
  const known = new Set((before?.shares?.lots ?? []).map(keyOfLot));
  return (after?.shares?.lots ?? []).filter((lot) => lot.source === "Assigned" && !lot.short && !known.has(keyOfLot(lot)));
}
const ofShares = (lots: readonly ShareLot[]): number | null => (lots.length === 0 ? null : basesOf(together(lots)).netStockCost);

/** What tells lots of one ticker apart, from one book to another. */
export function keyOfLot({ opened, short, source, price, from }: ShareLot): string {
  return JSON.stringify([opened, short, source, price, from && [from.type, from.strike, from.expiry, from.multiplier, from.opened]]);
}
