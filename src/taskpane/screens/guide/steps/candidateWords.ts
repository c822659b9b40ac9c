import { type Convention, conventionName } from "../../../../calc";
import { day, figure, plain, share } from "../../../figures";
import type { Figure } from "../../../parts/Figures";
import type { Put } from "./plan";
import { aDay } from "./sorts";

/** "50 put, 17 Apr 2026" */
export const putName = ({ strike, expiry }: Pick<Put, "strike" | "expiry">): string => `${plain(strike)} put, ${day(expiry)}`;

/** "Annualised (365, strike)" */
export const annualLabel = (convention: Convention): string => `Annualised (${conventionName(convention)})`;

/** What one compares puts by, in the same order for all of them. */
export function figuresOf(put: Put, gone: number | null): Figure[] {
  const day = aDay(put);
  return [
    { label: "Premium", value: figure(put.premium, "price") },
    { label: "A year", value: rate(put.annualised) },
    { label: "A day", value: day === null ? NONE : figure(day, "money") },
    { label: "Really paid", value: figure(put.breakeven, "price") },
    { label: "Discount", value: rate(put.discount) },
    { label: "|delta|", value: put.delta === null ? NONE : figure(Number(Math.abs(put.delta).toFixed(2)), "money") },
    { label: "P(ITM)", value: rate(put.inTheMoney) },
    { label: "POP", value: rate(put.ofProfit) },
    { label: "Gone at 21 d", value: rate(gone) },
  ];
}

/** What else is known of the one that is chosen. */
export function moreFiguresOf({ spread, flatYield, openInterest, bid, ask }: Put): Figure[] {
  return [
    { label: "Spread", value: rate(spread) },
    { label: "Yield", value: rate(flatYield) },
    { label: "Bid, ask", value: [bid, ask].map((price) => (price === null ? NONE : figure(price, "price"))).join(", ") },
    { label: "Open int.", value: openInterest === null ? NONE : plain(openInterest) },
  ];
}

const rate = (value: number | null): string => (value === null ? NONE : share(value));
const NONE = "–";

/** Strike and price really paid against the price at which one wants to own it. */
export function againstTarget({ strike, breakeven, strikeAboveTarget }: Put, target: number): string {
  const at = figure(target, "price");
  if (!strikeAboveTarget) return `Strike and ${figure(breakeven, "price")} really paid are at your ${at} or under it`;
  if (breakeven > target) return `Strike and ${figure(breakeven, "price")} really paid are above your ${at}`;
  return `The strike ${plain(strike)} is above your ${at}, the ${figure(breakeven, "price")} really paid is not`;
}
