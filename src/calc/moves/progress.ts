import { check, checkAboveZero, checkNotNegative } from "../check";
import type { OpenContract } from "./open";

/** By how much, a share, an option is in the money at this price of the stock; below zero: out of the money. docs/spec/moves.md §5. */
export function inTheMoney({ type, strike }: Pick<OpenContract, "type" | "strike">, price: number): number {
  checkNotNegative(price, "price");
  return type === "Put" ? strike - price : price - strike;
}

/** What part of a sold option's premium has been earned when it can be bought back at `mark`: (premium − mark) ÷ premium. Below zero at a loss. */
export function profitShare({ premium, mark }: { premium: number; mark: number }): number {
  checkAboveZero(premium, "premium");
  checkNotNegative(mark, "mark");
  return (premium - mark) / premium;
}

/** What part of a sold option's premium would be kept if it expired with the stock at this price: only its intrinsic value counts. */
export function keptAtExpiry(contract: Pick<OpenContract, "type" | "strike" | "premium" | "side">, price: number): number {
  check(contract.side === "short", "only a sold option has a premium to keep");
  return profitShare({ premium: contract.premium, mark: Math.max(0, inTheMoney(contract, price)) });
}
