import type { moves } from "../../calc";
import { dayText } from "../day";

export type MoveKind = "close" | "expire" | "assign" | "roll" | "sellShares" | "sellCall";

/** What a move is made on: a contract, or the shares of a holding. */
export interface MoveOn {
  readonly holding: moves.Holding;
  /** Null for what is done with shares. */
  readonly contract: moves.OpenContract | null;
}

/** What a move's form holds, as typed; a roll has a second leg. */
export interface MoveDraft {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly quantity: string;
  readonly price: string;
  readonly fees: string;
  readonly strike: string;
  /** yyyy-mm-dd */
  readonly expiry: string;
  readonly newPrice: string;
  readonly newFees: string;
}
export type MoveField = keyof MoveDraft;

/** What can be taken for granted: all of the position, today, or the expiry when that has passed. */
export function emptyMove(kind: MoveKind, on: MoveOn, today: number): MoveDraft {
  const blank: MoveDraft = { date: dayText(dayOfMove(kind, on, today)), quantity: String(sizeOf(kind, on)), price: "", fees: "", strike: "", expiry: "", newPrice: "", newFees: "" };
  return kind === "roll" && on.contract ? { ...blank, strike: String(on.contract.strike) } : blank;
}

/** Expirations and assignments are booked on the expiry, whenever one gets to it. */
function dayOfMove(kind: MoveKind, { contract }: MoveOn, today: number): number {
  return contract && (kind === "expire" || kind === "assign") ? Math.min(today, contract.expiry) : today;
}

function sizeOf(kind: MoveKind, { holding, contract }: MoveOn): number {
  if (contract) return contract.contracts;
  const free = Math.max(0, holding.shares?.free ?? 0);
  return kind === "sellCall" ? Math.max(1, Math.floor(free / 100)) : Math.max(0, holding.shares?.shares ?? 0);
}
