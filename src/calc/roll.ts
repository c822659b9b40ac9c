import { answer, checkAboveZero, checkNotNegative, checkNumber } from "./check";
import { STANDARD, type Daycount } from "./convention";
import { type Cells, operand } from "./formula";
import { type Size, checkSize } from "./put";
import { annualised, annualisedFormula } from "./yield";

/*
 * The roll: one short put is bought back and another is sold on the same day. Prices are dollars per share. docs/spec/put-and-call.md §4.
 */

/**
 * What the roll itself brings, per share: new premium − buy-back − fees. The first sale is not in it; below zero it is a debit.
 * (value-trades, tastytrade.)
 */
export function rollCredit({ buyback, newPremium, fees = 0 }: { buyback: number; newPremium: number; fees?: number }): number {
  checkRoll(buyback, newPremium);
  checkNotNegative(fees, "fees");
  return answer(newPremium - buyback - fees);
}
export function rollCreditFormula({ buyback, newPremium, fees }: Cells<"buyback" | "newPremium" | "fees">): string {
  return `${operand(newPremium)}-${operand(buyback)}-${operand(fees)}`;
}

/** The same in dollars, after the dollars of fees for all legs: (new premium − buy-back) × multiplier × contracts − fees. */
export function rollCash(args: { buyback: number; newPremium: number; fees?: number } & Size): number {
  const { buyback, newPremium, fees = 0, contracts = 1, multiplier = 100 } = args;
  checkRoll(buyback, newPremium);
  checkNotNegative(fees, "fees");
  checkSize(contracts, multiplier);
  return answer((newPremium - buyback) * multiplier * contracts - fees);
}
export function rollCashFormula(cells: Cells<"buyback" | "newPremium" | "fees" | "contracts" | "multiplier">): string {
  const { buyback, newPremium, fees, contracts, multiplier } = cells;
  return `(${operand(newPremium)}-${operand(buyback)})*${operand(multiplier)}*${operand(contracts)}-${operand(fees)}`;
}

/** Per share while nobody says how many contracts there are (null), else in dollars. */
export function rollValue(args: { buyback: number; newPremium: number; fees: number; contracts: number | null; multiplier: number }): number {
  const { buyback, newPremium, fees, contracts, multiplier } = args;
  if (contracts !== null) return rollCash({ buyback, newPremium, fees, contracts, multiplier });
  checkAboveZero(multiplier, "multiplier");
  return rollCredit({ buyback, newPremium, fees });
}

/** The break-even after a roll: new strike − (credits before + roll credit). Credits before count the first sale and every earlier roll. */
export function rollBreakeven(args: { newStrike: number; creditBefore: number; buyback: number; newPremium: number }): number {
  const { newStrike, creditBefore, buyback, newPremium } = args;
  checkAboveZero(newStrike, "new_strike");
  checkNumber(creditBefore, "credit_before");
  checkRoll(buyback, newPremium);
  return answer(newStrike - (creditBefore + (newPremium - buyback)));
}
export function rollBreakevenFormula(cells: Cells<"newStrike" | "creditBefore" | "buyback" | "newPremium">): string {
  const { newStrike, creditBefore, buyback, newPremium } = cells;
  return `${operand(newStrike)}-(${operand(creditBefore)}+(${operand(newPremium)}-${operand(buyback)}))`;
}

/** What the roll pays for the time it adds, a year: roll credit ÷ new strike × daycount ÷ added days, simple. */
export function rollYield(args: { newStrike: number; buyback: number; newPremium: number; addedDays: number; daycount?: Daycount }): number {
  const { newStrike, buyback, newPremium, addedDays, daycount = STANDARD.daycount } = args;
  checkAboveZero(newStrike, "new_strike");
  checkRoll(buyback, newPremium);
  checkAboveZero(addedDays, "added_days");
  return annualised({ flat: answer((newPremium - buyback) / newStrike), days: addedDays, daycount, compound: false });
}
export function rollYieldFormula(cells: Cells<"newStrike" | "buyback" | "newPremium" | "addedDays">, { daycount }: { readonly daycount: Daycount | string }): string {
  const { newStrike, buyback, newPremium, addedDays } = cells;
  const flat = `(${operand(newPremium)}-${operand(buyback)})/${operand(newStrike)}`;
  return annualisedFormula({ flat, days: addedDays }, { daycount, compound: false });
}

function checkRoll(buyback: number, newPremium: number): void {
  checkNotNegative(buyback, "buyback");
  checkNotNegative(newPremium, "new_premium");
}
