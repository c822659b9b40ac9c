import { answer } from "../check";

/* Numbers inside sentences. */

/** 49.05, 0.3, 46.5695 */
export const dollars = (amount: number): string => String(Number(amount.toFixed(4)));

/** 5,250.00 */
export function money(amount: number): string {
  const [whole = "", cents] = Math.abs(answer(amount)).toFixed(2).split(".");
  // from 1e21 on there is no point
  if (cents === undefined) return String(amount);
  return `${amount < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/** 10.04 %: four digits, so that a number and the limit that it misses do not look the same. */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(4))} %`;

export const small = (number: number): string => String(Number(number.toPrecision(4)));

/** 5,000 */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
