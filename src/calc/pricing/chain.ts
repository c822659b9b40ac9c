import { CalcError, answer, check } from "../check";
import { type Expiry, expiryOf, greeksWithin } from "./black";
import { type Style, valuation } from "./style";
import { DAYS_A_YEAR, type Greeks, type OptionTerms, checkShare, checkTerms } from "./terms";
import { checkUnits } from "./units";

/** Many options on one share: types, days and volatilities have one entry for all rows or one a row. A row without a strike (null) stays blank. */
export interface ChainTerms {
  readonly types: readonly OptionTerms["type"][];
  readonly spot: number;
  readonly strikes: readonly (number | null)[];
  readonly days: readonly number[];
  readonly volatilities: readonly number[];
  readonly rate: number;
  readonly dividendYield: number;
  readonly style: Style;
}

/** A column for each greek, in the order of the strikes, and for the rows that have no answer the words why. */
export type ChainGreeks = { readonly [Greek in keyof Greeks]: Float64Array } & { readonly problems: ReadonlyMap<number, string> };

/** Price and greeks of a whole chain in one call, each row equal to the scalar function's. What rows of one expiration share is computed once. */
export function chainGreeks(chain: ChainTerms): ChainGreeks {
  const rows = chain.strikes.length;
  checkShare(chain);
  checkUnits({ rate: chain.rate, dividendYield: chain.dividendYield });
  checkColumn(chain.types, rows, "types");
  checkColumn(chain.days, rows, "days");
  checkColumn(chain.volatilities, rows, "volatilities");
  const columns = { price: column(rows), delta: column(rows), gamma: column(rows), theta: column(rows), vega: column(rows), rho: column(rows) };
  const problems = new Map<number, string>();
  const greeksOf = chain.style === "european" ? europeanRows() : valuation(chain.style).greeks;
  for (let row = 0; row < rows; row++) {
    const strike = chain.strikes[row];
    if (strike === null || strike === undefined) continue;
    try {
      const terms = termsOf(chain, row, strike);
      checkUnits(terms);
      fill(columns, row, greeksOf(terms));
    } catch (error) {
      if (!(error instanceof CalcError)) throw error;
      problems.set(row, error.message);
    }
  }
  return { ...columns, problems };
}

/** European greeks, row after row; the discounts are kept for as long as the days stay the same. */
function europeanRows(): (terms: OptionTerms) => Greeks {
  let kept: Expiry | null = null;
  let keptDays = NaN;
  return (terms) => {
    checkTerms(terms);
    if (kept === null || terms.days !== keptDays) {
      kept = expiryOf(terms.spot, terms.days / DAYS_A_YEAR, terms.rate, terms.dividendYield);
      keptDays = terms.days;
    }
    return greeksWithin(kept, terms.type === "call", terms.strike, terms.volatility);
  };
}

function termsOf({ types, spot, days, volatilities, rate, dividendYield }: ChainTerms, row: number, strike: number): OptionTerms {
  return { type: at(types, row), spot, strike, days: at(days, row), volatility: at(volatilities, row), rate, dividendYield };
}

function at<T>(column: readonly T[], row: number): T {
  return column[column.length === 1 ? 0 : row]!;
}

function fill(columns: { readonly [Greek in keyof Greeks]: Float64Array }, row: number, greeks: Greeks): void {
  columns.price[row] = answer(greeks.price);
  columns.delta[row] = answer(greeks.delta);
  columns.gamma[row] = answer(greeks.gamma);
  columns.theta[row] = answer(greeks.theta);
  columns.vega[row] = answer(greeks.vega);
  columns.rho[row] = answer(greeks.rho);
}

function column(rows: number): Float64Array {
  return new Float64Array(rows);
}

function checkColumn(values: readonly unknown[], rows: number, name: string): void {
  check(values.length === 1 || values.length === rows, `${name} must be one value, or one for each strike`);
}
