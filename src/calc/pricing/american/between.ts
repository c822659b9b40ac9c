import { solvedValues, USUAL_FINENESS } from "../differences/solve";
import { DAYS_A_YEAR, type OptionTerms } from "../terms";

/**
 * Values where exercising pays between two share prices only (rates below zero, docs/spec/american.md §2): by finite differences, which find both boundaries
 * by themselves.
 */
export function betweenValues({ type, spot, strike, days, volatility, rate, dividendYield }: OptionTerms, spots: readonly number[]): number[] {
  const problem = { isCall: type === "call", exercise: "between", spot, strike, years: days / DAYS_A_YEAR, volatility, rate, dividendYield, dividends: [] } as const;
  return solvedValues(problem, USUAL_FINENESS, spots);
}
