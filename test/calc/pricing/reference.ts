import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal as Package } from "decimal.js";
import { type Greeks, type OptionTerms } from "../../../src/calc/pricing/terms";

/*
 * The reference values of scripts/reference, thirty-four digits each, and how far a double is from them.
 */
const Decimal = Package.clone({ precision: 60 });

export interface EuropeanReference {
  readonly kind: string;
  readonly terms: OptionTerms;
  readonly values: Readonly<Record<keyof Greeks | "thetaParts" | "inTheMoney", string>>;
}

export function europeanReferences(kind: string): readonly EuropeanReference[] {
  return rows("european.json")
    .filter((row) => row[0] === kind)
    .map(([, type, spot, strike, days, volatility, rate, dividendYield, price, delta, gamma, theta, vega, rho, thetaParts, inTheMoney]) => ({
      kind,
      terms: { type, spot, strike, days, volatility, rate, dividendYield } as OptionTerms,
      values: { price, delta, gamma, theta, vega, rho, thetaParts, inTheMoney } as EuropeanReference["values"],
    }));
}

export interface VolatilityReference {
  readonly terms: OptionTerms & { readonly price: number };
  readonly volatility: string;
  /** By how much more than itself a rounding of the inputs moves the volatility. */
  readonly condition: number;
}

export function volatilityReferences(kind: string): readonly VolatilityReference[] {
  return rows("impliedVolatility.json")
    .filter((row) => row[0] === kind)
    .map(([, type, spot, strike, days, volatility, rate, dividendYield, price, reference, condition]) => ({
      terms: { type, spot, strike, days, volatility, rate, dividendYield, price } as VolatilityReference["terms"],
      volatility: reference as string,
      condition: condition as number,
    }));
}

export function normalReferences(): readonly (readonly [z: number, cdf: string])[] {
  return rows("normal.json") as [number, string][];
}

/** |value − reference|, exact before it is rounded. */
export function distance(value: number, reference: string): number {
  return new Decimal(exactText(value)).minus(reference).abs().toNumber();
}

export function relativeError(value: number, reference: string): number {
  return new Decimal(exactText(value)).minus(reference).div(reference).abs().toNumber();
}

/** What the double itself is, to thirty digits: its shortest text is another number. */
function exactText(value: number): string {
  return value.toPrecision(30);
}

function rows(name: string): readonly unknown[][] {
  return JSON.parse(readFileSync(path.resolve(__dirname, "../../reference", name), "utf8")) as unknown[][];
}
