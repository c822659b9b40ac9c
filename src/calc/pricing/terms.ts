import { answer, check, checkAboveZero, checkNotNegative, checkNumber } from "../check";

/** One option on one share, and what is assumed of the market. Rates, yields and volatilities are yearly fractions, continuous; days may be a fraction. */
export interface OptionTerms {
  readonly type: OptionType;
  readonly spot: number;
  readonly strike: number;
  readonly days: number;
  readonly volatility: number;
  readonly rate: number;
  readonly dividendYield: number;
}

export type OptionType = "put" | "call";

/** What an option is worth a share, and how that changes: per dollar of the share, per calendar day, per 0.01 of volatility and of the rate. */
export interface Greeks {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly theta: number;
  readonly vega: number;
  readonly rho: number;
}

/** The conventions of every value here: calendar days over 365, vega and rho per 0.01. docs/spec/pricing.md §1. */
export const DAYS_A_YEAR = 365;
export const ONE_POINT = 0.01;

export function checkTerms(terms: OptionTerms): void {
  checkContract(terms);
  checkNotNegative(terms.volatility, "volatility");
}

/** All that an option is, short of its volatility. */
export function checkContract(contract: Omit<OptionTerms, "volatility">): void {
  checkType(contract.type);
  checkAboveZero(contract.spot, "spot");
  checkAboveZero(contract.strike, "strike");
  checkRates(contract);
}

/** The share and how it moves, whatever the strike. */
export function checkMarket(market: Omit<OptionTerms, "type" | "strike">): void {
  checkAboveZero(market.spot, "spot");
  checkRates(market);
  checkNotNegative(market.volatility, "volatility");
}

/** What all rows of a chain have in common: wrong here is a wrong argument, and no fault of a row. */
export function checkShare({ spot, rate, dividendYield }: Pick<OptionTerms, "spot" | "rate" | "dividendYield">): void {
  checkAboveZero(spot, "spot");
  checkNumber(rate, "rate");
  checkNumber(dividendYield, "dividend_yield");
}

function checkRates({ days, rate, dividendYield }: Pick<OptionTerms, "days" | "rate" | "dividendYield">): void {
  checkNotNegative(days, "days");
  checkNumber(rate, "rate");
  checkNumber(dividendYield, "dividend_yield");
}

export function checkType(type: OptionType): void {
  check(type === "put" || type === "call", `type must be "put" or "call"`);
}

/** An amount inside a sentence: four digits after the point at most. */
export function inWords(dollars: number): string {
  return String(Number(answer(dollars).toFixed(4)));
}
