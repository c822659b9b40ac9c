import { type Grid } from "./grid";

/**
 * Where an American option may be exercised: nowhere (European), on one side of a share price, so that the first points of the grid are
 * exercised and the others not, or between two share prices.
 */
export type Exercise = "none" | "oneSide" | "between";

/**
 * Moves values back by some years; `first` is the value at the first point as it depends on the part of the step that is done. TR-BDF2: a trapezoidal step
 * over 2 − √2 of the time and a backward difference over the rest, of second order and without the ripples that a kink leaves behind with the trapezoidal
 * rule alone. (R. Bank and others, IEEE Transactions on Electron Devices 32, 1985.)
 */
export type Step = (values: Float64Array, years: number, first: (part: number) => number) => Float64Array;

export function stepOn(grid: Grid, exercised: Float64Array, exercise: Exercise): Step {
  const { before, middle, after } = grid;
  const last = before.length - 1;
  const sums = new Float64Array(last + 1);
  const solved = exercise === "between" ? byTrial(grid, exercised) : swept(grid, exercise === "none" ? null : exercised);

  return (values, years, first) => {
    const weight = WEIGHT * years;
    for (let i = 1; i < last; i++) sums[i] = values[i]! + weight * (before[i]! * values[i - 1]! + middle[i]! * values[i]! + after[i]! * values[i + 1]!);
    const between = solved(sums, weight, first(FIRST_PART));
    for (let i = 1; i < last; i++) sums[i] = OF_BETWEEN * between[i]! - OF_START * values[i]!;
    return solved(sums, weight, first(1));
  };
}

/** Values of which `sums` are what is left when weight times their own change is taken off; the last is nothing. */
type Solved = (sums: Float64Array, weight: number, first: number) => Float64Array;

/**
 * Elimination from the last point to the first and back. On the way back each value is raised to what exercising pays, which solves the American
 * problem exactly when the exercised points are the first ones. (M. Brennan and E. Schwartz, Journal of Finance 32, 1977.)
 */
function swept({ before, middle, after }: Grid, floor: Float64Array | null): Solved {
  const last = before.length - 1;
  const pivots = new Float64Array(last + 1);
  const carried = new Float64Array(last + 1);
  let pivotsFor = NaN;
  return (sums, weight, first) => {
    if (weight !== pivotsFor) eliminate(weight);
    for (let i = last - 1; i > 0; i--) carried[i] = (sums[i]! + weight * after[i]! * carried[i + 1]!) * pivots[i]!;
    const values = new Float64Array(last + 1);
    let value = (values[0] = first);
    for (let i = 1; i < last; i++) {
      value = carried[i]! + weight * before[i]! * value * pivots[i]!;
      if (floor && value < floor[i]!) value = floor[i]!;
      values[i] = value;
    }
    return values;
  };

  /** One over each pivot. */
  function eliminate(weight: number): void {
    for (let i = last - 1; i > 0; i--) pivots[i] = 1 / (1 - weight * middle[i]! - weight * weight * after[i]! * before[i + 1]! * pivots[i + 1]!);
    pivotsFor = weight;
  }
}

/**
 * The same where exercised points lie in between: which ones is guessed, the equations of the others are solved, and the guess is mended until
 * it holds: where exercising pays more than the value, or waiting would cost more than it. (R. Howard's policy iteration.)
 */
function byTrial({ before, middle, after }: Grid, floor: Float64Array): Solved {
  const last = before.length - 1;
  const isExercised = new Uint8Array(last + 1);
  const pivots = new Float64Array(last + 1);
  const carried = new Float64Array(last + 1);
  return (sums, weight, first) => {
    const values = new Float64Array(last + 1);
    values[0] = first;
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      solve();
      if (!mend()) break;
    }
    return values;

    function solve(): void {
      for (let i = last - 1; i > 0; i--) {
        if (isExercised[i]) [pivots[i], carried[i]] = [0, floor[i]!];
        else {
          pivots[i] = 1 / (1 - weight * middle[i]! - weight * weight * after[i]! * before[i + 1]! * pivots[i + 1]!);
          carried[i] = (sums[i]! + weight * after[i]! * carried[i + 1]!) * pivots[i]!;
        }
      }
      for (let i = 1; i < last; i++) values[i] = carried[i]! + weight * before[i]! * values[i - 1]! * pivots[i]!;
    }

    function mend(): boolean {
      let mended = false;
      for (let i = 1; i < last; i++) {
        const waiting = values[i]! - weight * (before[i]! * values[i - 1]! + middle[i]! * values[i]! + after[i]! * values[i + 1]!) - sums[i]!;
        const should = values[i]! - floor[i]! < waiting ? 1 : 0;
        if (should !== isExercised[i]) mended = true;
        isExercised[i] = should;
      }
      return mended;
    }
  };
}

/** γ = 2 − √2, with which both parts of a step are the same equations. */
const FIRST_PART = 2 - Math.SQRT2;
const WEIGHT = 1 - Math.SQRT1_2;
const OF_BETWEEN = 1 / (FIRST_PART * (2 - FIRST_PART));
const OF_START = (1 - FIRST_PART) ** 2 * OF_BETWEEN;
const MOST_TRIALS = 50;
