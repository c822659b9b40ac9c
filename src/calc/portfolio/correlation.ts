import { CalcError, answer, check } from "../check";
import { sumOf } from "../lists";
import { type PriceBlock, type UsedLines, usedLines } from "./priceBlock";

/** How the returns of stocks went together. docs/spec/portfolio.md §5. */
export interface Correlation {
  readonly tickers: readonly string[];
  /** Row by row, 1 on the diagonal; null where one of the two never moves. */
  readonly matrix: readonly (readonly (number | null)[])[];
  /** Of all pairs that have one. */
  readonly average: number;
  /** n ÷ (1 + (n − 1)·average); null where that has no answer. */
  readonly effectiveBets: number | null;
  /** How many returns each number comes from. */
  readonly returns: number;
  /** What was left out, and why; "" when nothing was. */
  readonly words: string;
}
export type ReturnsOf = "log" | "simple";

/** Pearson's correlation of every two columns of prices. */
export function correlation(block: PriceBlock, returnsOf: ReturnsOf): Correlation {
  const { tickers } = block;
  check(tickers.length >= 2, "prices must have two columns of prices at least");
  const used = usedLines(block);
  if (used.lines.length < 3) throw new CalcError("notAvailable", [`${used.lines.length} lines have a price of every ticker, three are needed`, ...used.words].join("; "));
  const deviations = tickers.map((_, column) => deviationsOf(returnsIn(used, column, returnsOf)));
  const matrix = deviations.map((one, row) => deviations.map((other, column) => (one && other ? (row === column ? 1 : together(one, other)) : null)));
  const still = tickers.filter((_, column) => deviations[column] === null);
  const moving = tickers.length - still.length;
  if (moving < 2) throw new CalcError("notAvailable", `${still.join(", ")} never moved: fewer than two tickers are left`);
  const pairs = matrix.flatMap((row, at) => row.slice(at + 1)).filter((one) => one !== null);
  const average = answer(sumOf(pairs, (one) => one) / pairs.length);
  const words = [...used.words, ...(still.length > 0 ? [`${still.join(", ")} never moved`] : [])].join("; ");
  return { tickers, matrix, average, effectiveBets: effectiveBets(moving, average), returns: used.lines.length - 1, words };
}

/** How many independent bets n equal ones are, when each two correlate so on average: n ÷ (1 + (n − 1)·ρ). Null where they would cancel out. */
export function effectiveBets(bets: number, average: number): number | null {
  const shared = 1 + (bets - 1) * average;
  return shared > CANCELLED_OUT ? answer(bets / shared) : null;
}
const CANCELLED_OUT = 1e-12;

function returnsIn({ lines }: UsedLines, column: number, returnsOf: ReturnsOf): Float64Array {
  const returns = new Float64Array(lines.length - 1);
  for (let at = 0; at < returns.length; at++) {
    const [before, after] = [lines[at]![column]!, lines[at + 1]![column]!];
    returns[at] = returnsOf === "log" ? Math.log(after / before) : after / before - 1;
  }
  return returns;
}

/** What each return differs by from their mean, scaled so that the squares add up to 1; null when none differs. */
function deviationsOf(returns: Float64Array): Float64Array | null {
  const mean = returns.reduce((sum, each) => sum + each, 0) / returns.length;
  const most = returns.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
  const deviations = returns.map((each) => each - mean);
  const length = Math.sqrt(deviations.reduce((sum, each) => sum + each * each, 0));
  return length > ROUNDING * most * Math.sqrt(returns.length) ? deviations.map((each) => each / length) : null;
}
/** Equal returns differ by the rounding of their prices alone. */
const ROUNDING = 1e-13;

function together(one: Float64Array, other: Float64Array): number {
  const product = one.reduce((sum, each, at) => sum + each * other[at]!, 0);
  return answer(Math.min(1, Math.max(-1, product)));
}
