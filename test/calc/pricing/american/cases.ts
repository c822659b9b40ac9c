import { readFileSync } from "node:fs";
import path from "node:path";
import { type OptionTerms } from "../../../../src/calc/pricing/terms";

/** A price by the slow solver of scripts/reference/american.mjs, with the share price at which the option is exercised today. */
export interface AmericanReference extends OptionTerms {
  readonly set: "typical" | "wide";
  readonly price: number;
  readonly boundary: number;
}

export const references = JSON.parse(readFileSync(path.resolve(__dirname, "reference.json"), "utf8")) as readonly AmericanReference[];

export function referencesOf(set: AmericanReference["set"]): readonly AmericanReference[] {
  return references.filter((reference) => reference.set === set);
}

export function put(terms: Partial<OptionTerms>): OptionTerms {
  return { type: "put", spot: 100, strike: 100, days: 365, volatility: 0.25, rate: 0.05, dividendYield: 0.02, ...terms };
}

export function call(terms: Partial<OptionTerms>): OptionTerms {
  return put({ type: "call", rate: 0.02, dividendYield: 0.05, ...terms });
}

/** The middle one of the errors, and the largest. */
export function spread(errors: readonly number[]): { readonly median: number; readonly most: number } {
  const sorted = [...errors].sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! };
}
