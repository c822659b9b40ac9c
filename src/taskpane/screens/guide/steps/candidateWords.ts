import { type Convention, conventionName } from "../../../../calc";
import { day, figure, plain, share } from "../../../figures";
import type { Figure } from "../../../parts/Figures";
import type { Put } from "./plan";

/** "50 put, 17 Apr 2026" */
export const putName = ({ strike, expiry }: Pick<Put, "strike" | "expiry">): string => `${plain(strike)} put, ${day(expiry)}`;

/** "Annualised (365, strike)" */
export const annualLabel = (convention: Convention): string => `Annualised (${conventionName(convention)})`;

/** What one compares puts by, side by side. */
export function figuresOf({ premium, annualised, breakeven, discount, delta, inTheMoney, ofProfit, spread, days, openInterest }: Put): Figure[] {
  const rate = (value: number | null): string => (value === null ? NONE : share(value));
  return [
    { label: "Premium", value: figure(premium, "price") },
    { label: "A year", value: rate(annualised) },
    { label: "Really paid", value: figure(breakeven, "price") },
    { label: "Discount", value: rate(discount) },
    { label: "|delta|", value: delta === null ? NONE : figure(Number(Math.abs(delta).toFixed(2)), "money") },
    { label: "P(ITM)", value: rate(inTheMoney) },
    { label: "POP", value: rate(ofProfit) },
    { label: "Spread", value: rate(spread) },
    { label: "A day", value: days > 0 ? figure((premium * 100) / days, "money") : NONE },
    { label: "Open int.", value: openInterest === null ? NONE : plain(openInterest) },
  ];
}
const NONE = "–";

/** Strike and price really paid against the price at which one wants to own it. */
export function againstTarget({ strike, breakeven, strikeAboveTarget }: Put, target: number): string {
  const at = figure(target, "price");
  if (!strikeAboveTarget) return `Strike and ${figure(breakeven, "price")} really paid are at your ${at} or under it`;
  if (breakeven > target) return `Strike and ${figure(breakeven, "price")} really paid are above your ${at}`;
  return `The strike ${plain(strike)} is above your ${at}, the ${figure(breakeven, "price")} really paid is not`;
}
