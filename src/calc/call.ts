import { answer, check, checkAboveZero, checkNotNegative } from "./check";
import { type Cells, operand } from "./formula";
import { type Size, checkSize } from "./put";

/*
 * The covered call on shares that one holds, after an assignment or a purchase. `cost` is what the shares cost, per share: strike cost, tax
 * basis and net stock cost are three different answers, so the caller says which. docs/spec/put-and-call.md §5.
 */

/** The share price at which shares and call together come out even: cost − premium. (Options Industry Council, Covered Call.) */
export function callBreakeven({ cost, premium }: { cost: number; premium: number }): number {
  checkAboveZero(cost, "cost");
  checkNotNegative(premium, "premium");
  return answer(cost - premium);
}
export function callBreakevenFormula({ cost, premium }: Cells<"cost" | "premium">): string {
  return `${operand(cost)}-${operand(premium)}`;
}

/**
 * What is earned if the stock stays where it is: (time value + dividends) ÷ net debit, where time value = premium − max(spot − strike, 0)
 * and net debit = cost − premium. (McMillan, tables 2-4 to 2-6; Born To Sell.)
 */
export function callStaticReturn(args: { cost: number; spot: number; strike: number; premium: number; dividends?: number }): number {
  const { cost, spot, strike, premium, dividends = 0 } = args;
  checkAboveZero(cost, "cost");
  checkAboveZero(spot, "spot");
  checkAboveZero(strike, "strike");
  const debit = netDebit(cost, premium);
  checkNotNegative(dividends, "dividends");
  return answer((premium - Math.max(spot - strike, 0) + dividends) / debit);
}
export function callStaticReturnFormula(cells: Cells<"cost" | "spot" | "strike" | "premium" | "dividends">): string {
  const { cost, spot, strike, premium, dividends } = cells;
  const timeValue = `${operand(premium)}-MAX(${operand(spot)}-${operand(strike)},0)`;
  return `(${timeValue}+${operand(dividends)})/(${operand(cost)}-${operand(premium)})`;
}

/** What is earned if the shares are called away: (strike − net debit + dividends) ÷ net debit. (McMillan, "return if exercised".) */
export function ifCalledReturn(args: { cost: number; strike: number; premium: number; dividends?: number }): number {
  const { cost, strike, premium, dividends = 0 } = args;
  checkAboveZero(cost, "cost");
  checkAboveZero(strike, "strike");
  const debit = netDebit(cost, premium);
  checkNotNegative(dividends, "dividends");
  return answer((strike - debit + dividends) / debit);
}
export function ifCalledReturnFormula({ cost, strike, premium, dividends }: Cells<"cost" | "strike" | "premium" | "dividends">): string {
  const debit = `(${operand(cost)}-${operand(premium)})`;
  return `(${operand(strike)}-${debit}+${operand(dividends)})/${debit}`;
}

/** The most that shares and call together can lose, in dollars, as a positive amount: (cost − premium) × multiplier × contracts. */
export function callMaxLoss({ cost, premium, contracts = 1, multiplier = 100 }: { cost: number; premium: number } & Size): number {
  checkAboveZero(cost, "cost");
  checkNotNegative(premium, "premium");
  check(premium <= cost, "premium must not be above cost");
  checkSize(contracts, multiplier);
  return answer((cost - premium) * multiplier * contracts);
}
export function callMaxLossFormula({ cost, premium, contracts, multiplier }: Cells<"cost" | "premium" | "contracts" | "multiplier">): string {
  return `(${operand(cost)}-${operand(premium)})*${operand(multiplier)}*${operand(contracts)}`;
}

/** What the position costs after the call was sold: the capital under both returns. */
function netDebit(cost: number, premium: number): number {
  checkNotNegative(premium, "premium");
  check(premium < cost, "premium must be below cost");
  return cost - premium;
}
