import { answer, check, checkAboveZero, checkNumber } from "./check";
import { DAYCOUNTS, type Convention, type Daycount } from "./convention";
import { type Cells, operand } from "./formula";

/**
 * A return over some days, as a return over a year. Simple: return × daycount ÷ days. Compound: (1 + return)^(daycount ÷ days) − 1.
 * Less than one day counts as one, so that a trade that ends on the day it began has a number; null days leave the return as it is.
 * Field practice: simple, 365 calendar days (docs/spec/put-and-call.md §3). In the formula the daycount may be a piece of formula, too.
 */
export function annualised(args: { flat: number; days: number | null } & Pick<Convention, "daycount" | "compound">): number {
  const { flat, days, daycount, compound } = args;
  checkNumber(flat, "return");
  checkDaycount(daycount);
  checkCompound(compound);
  if (days === null) return flat;
  checkAboveZero(days, "days");
  const periods = daycount / Math.max(days, 1);
  if (!compound) return answer(flat * periods);
  check(flat > -1, "compounding needs a loss of less than everything");
  return answer((1 + flat) ** periods - 1);
}
export function annualisedFormula({ flat, days }: Cells<"flat" | "days">, convention: { readonly daycount: Daycount | string; readonly compound: boolean }): string {
  const { daycount, compound } = convention;
  const periods = `${daycount}/MAX(${days},1)`;
  return compound ? `(1+${operand(flat)})^(${periods})-1` : `${operand(flat)}*${periods}`;
}

export function checkDaycount(daycount: number): void {
  const known: readonly number[] = DAYCOUNTS;
  check(known.includes(daycount), "daycount must be 365, 360, 365.25, 364 or 252");
}

export function checkBase(base: string): void {
  check(base === "strike" || base === "net", 'basis must be "strike" or "net"');
}

function checkCompound(compound: boolean): void {
  check(typeof compound === "boolean", "compound must be TRUE or FALSE");
}
