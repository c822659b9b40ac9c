import { gridOver, type Range } from "./grid";
import { interpolated } from "./interpolate";
import { type Exercise, stepOn } from "./step";

/** An option on a share that pays cash: amounts a share at times in years, in order of time, none after expiration. */
export interface CashProblem {
  readonly isCall: boolean;
  readonly exercise: Exercise;
  readonly spot: number;
  readonly strike: number;
  readonly years: number;
  readonly volatility: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly dividends: readonly { readonly years: number; readonly amount: number }[];
}

/** How many gaps the coarse grid has, and how many steps it takes over the whole life. */
export interface Fineness {
  readonly gaps: number;
  readonly steps: number;
}

export const USUAL_FINENESS: Fineness = { gaps: 150, steps: 30 };

/** The values at these share prices, by finite differences on two nested grids, with the error of second order taken off. (L. Richardson, 1911.) */
export function solvedValues(problem: CashProblem, { gaps, steps }: Fineness, spots: readonly number[]): number[] {
  const range = rangeOf(problem);
  const coarse = valuesOn(problem, range, gaps, steps, 1, spots);
  const fine = valuesOn(problem, range, gaps, steps, 2, spots);
  return fine.map((value, at) => Math.max(value + (value - coarse[at]!) / 3, 0));
}

/** From expiration to today: each stretch between ex-dates by itself, in steps that are even in the square root of time, and at each ex-date the share falls. */
function valuesOn(problem: CashProblem, range: Range, gaps: number, steps: number, finer: number, asked: readonly number[]): number[] {
  const { isCall, exercise, strike, years, rate, dividendYield, dividends } = problem;
  const grid = gridOver(range, problem, gaps, finer);
  const { spots } = grid;
  const exercised = (price: number) => (isCall ? price - strike : strike - price);
  const step = stepOn(grid, spots.map(exercised), exercise);
  let values: Float64Array = spots.map((price) => Math.max(exercised(price), 0));
  let [cash, shares, time] = [strike, 1, years];
  for (let at = dividends.length - 1; at >= 0; at--) {
    moveBack(time - dividends[at]!.years);
    fall(dividends[at]!.amount);
    time = dividends[at]!.years;
  }
  moveBack(time);
  return asked.map((price) => atLeast(interpolated(spots, values, price), price));

  function moveBack(length: number): void {
    if (length <= 0) return;
    const count = finer * Math.max(FEWEST_STEPS, Math.round(steps * Math.sqrt(length / years)));
    for (let k = 0; k < count; k++) {
      const gone = length * (k / count) ** 2;
      const next = length * ((k + 1) / count) ** 2;
      values = step(values, next - gone, (part) => farInTheMoney(spots[0]!, gone + part * (next - gone)));
    }
    cash *= Math.exp(-rate * length);
    shares *= Math.exp(-dividendYield * length);
  }

  /** Just before the ex-date an option is worth what it is just after it with the share lower by the dividend, which takes no share below nothing. */
  function fall(amount: number): void {
    const after = values;
    values = spots.map((price) => {
      const left = Math.max(price - amount, 0);
      return atLeast(left < range.lowest ? farInTheMoney(left, 0) : interpolated(spots, after, left), price);
    });
    cash += shares * amount;
  }

  /** There nothing is left to chance: so much cash against so many shares, if exercising does not pay more. */
  function farInTheMoney(price: number, since: number): number {
    const kept = cash * Math.exp(-rate * since) - shares * Math.exp(-dividendYield * since) * price;
    return atLeast(isCall ? -kept : kept, price);
  }

  function atLeast(value: number, price: number): number {
    return Math.max(value, exercise === "none" ? 0 : exercised(price), 0);
  }
}

/** Some standard deviations to both sides of strike and share, before and after all dividends. */
function rangeOf({ isCall, spot, strike, years, volatility, rate, dividendYield, dividends }: CashProblem): Range {
  const deviation = volatility * Math.sqrt(years);
  const drift = (rate - dividendYield) * years;
  const paid = dividends.reduce((sum, { amount }) => sum + amount, 0);
  const low = Math.min(spot, strike) * Math.exp(-DEVIATIONS * deviation - Math.max(-drift, 0));
  const high = Math.max(spot, strike) * Math.exp(DEVIATIONS * deviation + Math.max(drift, 0));
  return { isCall, lowest: Math.max(low - paid, 0.25 * low), highest: high + paid, strike, width: WIDTH * deviation };
}

const FEWEST_STEPS = 4;
const DEVIATIONS = 5;
/** In standard deviations: of all that was tried this leaves the least error. */
const WIDTH = 1.5;
