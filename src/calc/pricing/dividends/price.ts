import { answer, check, checkNotNegative, checkNumber } from "../../check";
import { price as americanPrice } from "../american";
import { asPut, exerciseRegion } from "../american/market";
import { blackPrice } from "../black";
import { solvedValues, type Fineness, USUAL_FINENESS } from "../differences/solve";
import { checkTerms, DAYS_A_YEAR, type OptionTerms } from "../terms";
import { certainValue } from "./certain";

/** A dividend in cash: so many dollars a share, so many calendar days from today. */
export interface CashDividend {
  readonly days: number;
  readonly amount: number;
}

export interface CashTerms extends OptionTerms {
  readonly dividends: readonly CashDividend[];
  readonly style: "american" | "european";
}

/**
 * Value of an option on a share that pays dividends in cash, by the spot model: between ex-dates the share moves with its volatility, and on each it falls by the
 * dividend. Another convention, which takes the dividends off the spot first, gives other values for the same volatility. A dividend of today or
 * before is in the spot already, and one after expiration is not the option's: both count for nothing. docs/spec/american.md §6.
 */
export function price(terms: CashTerms): number {
  return priceTo(terms, USUAL_FINENESS);
}

export function priceTo({ dividends, style, ...terms }: CashTerms, fineness: Fineness): number {
  checkTerms(terms);
  check(style === "american" || style === "european", `style must be "american" or "european"`);
  for (const { days, amount } of dividends) {
    checkNumber(days, "dividend_days");
    checkNotNegative(amount, "dividend_amounts");
  }
  const { type, spot, strike, days, volatility, rate, dividendYield } = terms;
  const isCall = type === "call";
  const years = days / DAYS_A_YEAR;
  const paid = dividends.filter((dividend) => dividend.amount > 0 && dividend.days > 0 && dividend.days <= days);
  if (paid.length === 0) return style === "american" ? americanPrice(terms) : answer(blackPrice(isCall, spot, strike, years, volatility, rate, dividendYield));
  const inOrder = paid.map((dividend) => ({ years: dividend.days / DAYS_A_YEAR, amount: dividend.amount })).sort((one, other) => one.years - other.years);
  const isAmerican = style === "american";
  const region = exerciseRegion(asPut(terms).market);
  const exercise = !isAmerican ? "none" : region === "between" ? "between" : "oneSide";
  const problem = { isCall, exercise, spot, strike, years, volatility, rate, dividendYield, dividends: inOrder } as const;
  if (volatility * Math.sqrt(years) < 1e-7) return answer(certainValue(problem));
  return answer(solvedValues(problem, fineness, [spot])[0]!);
}
