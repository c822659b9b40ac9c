import { CalcError, answer, check, checkAboveZero, checkNotNegative, checkWhole } from "./check";
import { STANDARD, type Convention, type Daycount } from "./convention";
import { type Cells, operand } from "./formula";
import { annualised, annualisedFormula, checkBase, checkDaycount } from "./yield";

/*
 * The cash-secured put. Premium and fees are dollars per share, days are calendar days from the trade to the expiration, answers are
 * dollars per share unless said otherwise. Rules: docs/spec/put-and-call.md §2.
 */

/**
 * The share price at expiration at which the put neither gains nor loses, and what the shares cost net when they are put to you.
 * strike − premium + fees. (Options Industry Council, Cash-Secured Put; Investopedia Series-4 guide. No source subtracts fees: they are 0 unless given.)
 */
export function breakeven({ strike, premium, fees = 0 }: { strike: number; premium: number; fees?: number }): number {
  checkPut(strike, premium);
  checkNotNegative(fees, "fees");
  return answer(strike - premium + fees);
}
export function breakevenFormula({ strike, premium, fees }: Cells<"strike" | "premium" | "fees">): string {
  return `${operand(strike)}-${operand(premium)}+${operand(fees)}`;
}

/**
 * What the put earns on the cash that it ties up, over its whole life: (premium − fees) ÷ strike, or ÷ (strike − premium) on the net base.
 * (On the strike: Cboe, brokers; on the net base: Blue Collar Investor.)
 */
export function flatYield(args: { strike: number; premium: number; fees?: number; base?: Convention["base"] }): number {
  const { strike, premium, fees = 0, base = STANDARD.base } = args;
  checkPut(strike, premium);
  checkNotNegative(fees, "fees");
  checkBase(base);
  if (base === "net") check(premium < strike, "premium must be below strike on the net base");
  return answer((premium - fees) / (base === "net" ? strike - premium : strike));
}
export function flatYieldFormula({ strike, premium, fees }: Cells<"strike" | "premium" | "fees">, { base }: Pick<Convention, "base">): string {
  const capital = base === "net" ? `(${operand(strike)}-${operand(premium)})` : operand(strike);
  return `(${operand(premium)}-${operand(fees)})/${capital}`;
}

/**
 * The flat yield as a yearly rate, by the convention: × daycount ÷ days when simple, (1 + flat)^(daycount ÷ days) − 1 when compound.
 * One trade reads 15.20 % to 22.8 % under the conventions in use, so the convention always stands beside the number. Null days: the flat yield.
 */
export function annualYield(args: { strike: number; premium: number; days: number | null; fees?: number } & Partial<Convention>): number {
  const { strike, premium, days, fees = 0, base = STANDARD.base, daycount = STANDARD.daycount, compound = STANDARD.compound } = args;
  const flat = flatYield({ strike, premium, fees, base });
  return annualised({ flat, days, daycount, compound });
}
export function annualYieldFormula({ strike, premium, fees, days }: Cells<"strike" | "premium" | "fees" | "days">, convention: Omit<Convention, "daycount"> & { readonly daycount: Daycount | string }): string {
  return annualisedFormula({ flat: flatYieldFormula({ strike, premium, fees }, convention), days }, convention);
}

/** Cash set aside so that the shares can be paid for, in dollars: strike × multiplier × contracts. (Schwab, Managing cash-secured equity puts.) */
export function collateral({ strike, contracts = 1, multiplier = 100 }: { strike: number } & Size): number {
  checkAboveZero(strike, "strike");
  checkSize(contracts, multiplier);
  return answer(strike * multiplier * contracts);
}
export function collateralFormula({ strike, contracts, multiplier }: Cells<"strike" | "contracts" | "multiplier">): string {
  return `${operand(strike)}*${operand(multiplier)}*${operand(contracts)}`;
}

/** The most that the put can earn, in dollars: it expires worthless and the premium is kept. premium × multiplier × contracts. */
export function maxGain({ strike, premium, contracts = 1, multiplier = 100 }: { strike: number; premium: number } & Size): number {
  checkPut(strike, premium);
  checkSize(contracts, multiplier);
  return answer(premium * multiplier * contracts);
}
export function maxGainFormula({ premium, contracts, multiplier }: Cells<"premium" | "contracts" | "multiplier">): string {
  return `${operand(premium)}*${operand(multiplier)}*${operand(contracts)}`;
}

/** The most that the put can lose, in dollars, as a positive amount: the stock goes to nothing. (strike − premium) × multiplier × contracts. */
export function maxLoss({ strike, premium, contracts = 1, multiplier = 100 }: { strike: number; premium: number } & Size): number {
  checkPut(strike, premium);
  checkSize(contracts, multiplier);
  return answer((strike - premium) * multiplier * contracts);
}
export function maxLossFormula({ strike, premium, contracts, multiplier }: Cells<"strike" | "premium" | "contracts" | "multiplier">): string {
  return `(${operand(strike)}-${operand(premium)})*${operand(multiplier)}*${operand(contracts)}`;
}

/** Dollars gained or lost at expiration with the stock at `price`: (premium − max(strike − price, 0)) × multiplier × contracts. */
export function profit(args: { strike: number; premium: number; price: number } & Size): number {
  const { strike, premium, price, contracts = 1, multiplier = 100 } = args;
  checkPut(strike, premium);
  checkNotNegative(price, "price");
  checkSize(contracts, multiplier);
  return answer((premium - Math.max(strike - price, 0)) * multiplier * contracts);
}
export function profitFormula(cells: Cells<"strike" | "premium" | "price" | "contracts" | "multiplier">): string {
  const { strike, premium, price, contracts, multiplier } = cells;
  return `(${operand(premium)}-MAX(${operand(strike)}-${operand(price)},0))*${operand(multiplier)}*${operand(contracts)}`;
}

/** How far the stock may fall before the put loses, as a share of its price now: (spot − (strike − premium)) ÷ spot. */
export function cushion({ spot, strike, premium }: { spot: number; strike: number; premium: number }): number {
  checkAboveZero(spot, "spot");
  checkPut(strike, premium);
  return answer((spot - (strike - premium)) / spot);
}
export function cushionFormula({ spot, strike, premium }: Cells<"spot" | "strike" | "premium">): string {
  return `(${operand(spot)}-(${operand(strike)}-${operand(premium)}))/${operand(spot)}`;
}

/**
 * What the put earns on its strike if the stock stays where it is: time value ÷ strike. The part of an in-the-money put's premium that is
 * intrinsic value is not income. (McMillan and Born To Sell for the covered call; the same rule for the put.)
 */
export function staticReturn({ spot, strike, premium }: { spot: number; strike: number; premium: number }): number {
  checkAboveZero(spot, "spot");
  checkPut(strike, premium);
  return answer((premium - Math.max(strike - spot, 0)) / strike);
}
export function staticReturnFormula({ spot, strike, premium }: Cells<"spot" | "strike" | "premium">): string {
  return `(${operand(premium)}-MAX(${operand(strike)}-${operand(spot)},0))/${operand(strike)}`;
}

/** How many puts the cash secures, when only `share` of it may be used: ⌊cash × share ÷ (strike × multiplier)⌋, 0 when one is too big. */
export function contractsAffordable(args: { cash: number; strike: number; share?: number; multiplier?: number }): number {
  const { cash, strike, share = 1, multiplier = 100 } = args;
  checkNotNegative(cash, "cash");
  checkAboveZero(strike, "strike");
  checkAboveZero(share, "share");
  check(share <= 1, "share must be at most 1 (1 is all the cash)");
  checkAboveZero(multiplier, "multiplier");
  return answer(Math.floor((cash * share) / (strike * multiplier) + BINARY_ROUNDING));
}
export function contractsAffordableFormula({ cash, strike, share, multiplier }: Cells<"cash" | "strike" | "share" | "multiplier">): string {
  return `INT(${operand(cash)}*${operand(share)}/(${operand(strike)}*${operand(multiplier)})+0.000000001)`;
}
/** 10 × 0.7 ÷ 7 is a hair below 1 in binary numbers; a contract must not be lost to that. */
const BINARY_ROUNDING = 1e-9;

/** The strike whose break-even is the price at which one wants to own the shares: target price + premium. */
export function strikeFor({ targetPrice, premium }: { targetPrice: number; premium: number }): number {
  checkAboveZero(targetPrice, "target_price");
  checkNotNegative(premium, "premium");
  return answer(targetPrice + premium);
}
export function strikeForFormula({ targetPrice, premium }: Cells<"targetPrice" | "premium">): string {
  return `${operand(targetPrice)}+${operand(premium)}`;
}

/** The premium that gives an annualised yield, simple, on the strike: strike × yield × days ÷ daycount. */
export function premiumFor(args: { strike: number; targetYield: number; days: number; daycount?: Daycount }): number {
  const { strike, targetYield, days, daycount = STANDARD.daycount } = args;
  checkAboveZero(strike, "strike");
  checkNotNegative(targetYield, "target_yield");
  checkAboveZero(days, "days");
  checkDaycount(daycount);
  const premium = answer((strike * targetYield * Math.max(days, 1)) / daycount);
  if (premium > strike) throw new CalcError("notAvailable", "no put pays that much: the premium would be above the strike");
  return premium;
}
export function premiumForFormula({ strike, targetYield, days }: Cells<"strike" | "targetYield" | "days">, { daycount }: { readonly daycount: Daycount | string }): string {
  return `${operand(strike)}*${operand(targetYield)}*MAX(${days},1)/${daycount}`;
}

/** How many contracts, of how many shares each. */
export interface Size {
  contracts?: number;
  multiplier?: number;
}

export function checkSize(contracts: number, multiplier: number): void {
  checkWhole(contracts, "contracts");
  checkAboveZero(multiplier, "multiplier");
}

/** A put is never worth more than its strike; a premium above it means that the two were typed the other way round. */
function checkPut(strike: number, premium: number): void {
  checkAboveZero(strike, "strike");
  checkNotNegative(premium, "premium");
  check(premium <= strike, "premium must not be above strike");
}
