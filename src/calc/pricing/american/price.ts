import { answer } from "../../check";
import { blackPrice } from "../black";
import { DAYS_A_YEAR, type OptionTerms, checkTerms } from "../terms";
import { betweenValues } from "./between";
import { type Boundary, exerciseBoundary } from "./boundary";
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
  return valued(terms, effort, null, "forPrice").value;
}

export interface Valued {
  readonly value: number;
  readonly put: AsPut;
  /** Where it is better kept than exercised, until the share falls to this boundary; and the value before it was held to its bounds, which bend it. */
  readonly kept: { readonly boundary: Boundary; readonly premium: Slopes; readonly unbent: number } | null;
}

/**
 * `equation` makes the boundary be found as it was for other terms; null leaves it open. Slopes see more of the points than prices do: how narrow
 * the time is in which a share near the boundary comes to it.
 */
export function valued(terms: OptionTerms, effort: Effort, equation: Equation | null, seen: "forPrice" | "forSlopes"): Valued {
  const put = asPut(terms);
  const { type, spot, strike, days, volatility, rate, dividendYield } = terms;
  const isCall = type === "call";
  const exercised = isCall ? spot - strike : strike - spot;
  const european = blackPrice(isCall, spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield);
  const region = exerciseRegion(put.market);
  if (region === "none") return { value: Math.max(european, exercised), put, kept: null };
  if (isCertain(put)) {
    const { value, time } = certainPut(put.spot, put.market);
    return { value: Math.max(time === 0 ? exercised : put.unit * value, european), put, kept: null };
  }
  if (region === "between") return { value: Math.max(betweenValues(terms, [spot])[0]!, european, exercised), put, kept: null };
  const scheme = schemeFor(effort, put.market);
  const boundary = exerciseBoundary(put.market, scheme, equation);
  if (put.spot <= boundary.now) return { value: exercised, put, kept: null };
  const premium = earlyExercisePremium(put.spot, put.market, boundary, scheme, scheme[seen]);
  const unbent = european + put.unit * premium.value;
  return { value: Math.max(unbent, european, exercised), put, kept: { boundary, premium, unbent } };
}

/** Where the share moves within a ten-millionth of its level. */
export function isCertain({ market: { years, volatility } }: AsPut): boolean {
  return volatility * Math.sqrt(years) < 1e-7;
}
