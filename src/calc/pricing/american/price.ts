import { answer } from "../../check";
import { blackPrice } from "../black";
import { DAYS_A_YEAR, type OptionTerms, checkTerms } from "../terms";
import { betweenValues } from "./between";
import { exerciseBoundary } from "./boundary";
import { certainPut } from "./certain";
import { type Equation } from "./fixedPoint";
import { type AsPut, asPut, exerciseRegion } from "./market";
import { earlyExercisePremium, type Slopes } from "./premium";
import { type Effort, schemeFor, USUAL } from "./scheme";

/**
 * Value of an American option, which may be exercised on any day, with a continuous dividend yield: within 5e-6 of its strike in the usual effort, in the accurate
 * one within 6e-7. Never less than exercising pays, never less than the European option. docs/spec/american.md.
 */
export function price(terms: OptionTerms, effort: Effort = USUAL): number {
  checkTerms(terms);
  return answer(americanPrice(terms, effort));
}

/** Without guards. */
export function americanPrice(terms: OptionTerms, effort: Effort): number {
  return valued(terms, effort, null).value;
}

export interface Valued {
  readonly value: number;
  readonly put: AsPut;
  /** Where it is better kept than exercised, what the right to exercise early adds, and how the boundary was found. */
  readonly kept: { readonly premium: Slopes; readonly equation: Equation } | null;
}

/** `equation` makes the boundary be found as it was for other terms; null leaves it open. */
export function valued(terms: OptionTerms, effort: Effort, equation: Equation | null): Valued {
  const put = asPut(terms);
  const { type, spot, strike, days, volatility, rate, dividendYield } = terms;
  const isCall = type === "call";
  const exercised = isCall ? spot - strike : strike - spot;
  if (isCertain(put)) {
    const { value, time } = certainPut(put.spot, put.market);
    return { value: time === 0 ? Math.max(exercised, 0) : put.unit * value, put, kept: null };
  }
  const european = blackPrice(isCall, spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield);
  const region = exerciseRegion(put.market);
  if (region === "none") return { value: european, put, kept: null };
  if (region === "between") return { value: Math.max(betweenValues(terms, [spot])[0]!, european, exercised), put, kept: null };
  const scheme = schemeFor(effort, deviationOf(put));
  const boundary = exerciseBoundary(put.market, scheme, equation);
  if (put.spot <= boundary.now) return { value: exercised, put, kept: null };
  const premium = earlyExercisePremium(put.spot, put.market, boundary, scheme);
  const value = european + Math.max(put.unit * premium.value, 0);
  return { value: Math.max(value, exercised), put, kept: { premium, equation: boundary.equation } };
}

/** Within a ten-millionth of its level the share goes nowhere. */
export function isCertain(put: AsPut): boolean {
  return deviationOf(put) < 1e-7;
}

function deviationOf({ market: { years, volatility } }: AsPut): number {
  return volatility * Math.sqrt(years);
}
