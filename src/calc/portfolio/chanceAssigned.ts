import { answer, check, checkNotNegative, checkNumber, checkWhole } from "../check";
import { sumOf } from "../lists";
import { inverseNormalCdf } from "../pricing/inverseNormal";
import { normalCdf, normalPdf } from "../pricing/normal";

/** Sold puts that are assigned together or not at all, and the chance that they are. */
export interface PutChance {
  readonly chance: number;
  readonly contracts: number;
}

export interface AssignmentQuestion {
  /** The puts of each stock: they share its return. */
  readonly stocks: readonly (readonly PutChance[])[];
  /** How many contracts, at least. */
  readonly least: number;
  /** Of the returns of every two stocks, 0 to 1. */
  readonly correlation: number;
}

/**
 * Chance that at least so many contracts are assigned, when one factor is all that stocks have in common: the return of each is √ρ·M + √(1 − ρ)·Z. Given M they are
 * independent; over M it is an integral, and no random number is drawn. docs/spec/portfolio.md §7.
 */
export function chanceAssigned({ stocks, least, correlation }: AssignmentQuestion): number {
  checkCorrelation(correlation);
  checkNotNegative(least, "least");
  const ladders = stocks.map((puts) => thresholdsOf(puts));
  const all = sumOf(stocks, (puts) => sumOf(puts, ({ contracts }) => contracts));
  if (least === 0) return 1;
  if (least > all) return 0;
  const most = Math.ceil(least);
  if (correlation === 0) return answer(atLeast(ladders, most, (threshold) => normalCdf(threshold)));
  if (correlation === 1) return answer(normalCdf(commonThreshold(ladders.flat(), most)));
  const [common, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const step = stepFor(ladders.length, own / common);
  let chance = 0;
  for (let at = -Math.ceil(FARTHEST / step); at * step <= FARTHEST; at++) {
    const factor = at * step;
    chance += normalPdf(factor) * atLeast(ladders, most, (threshold) => normalCdf((threshold - common * factor) / own));
  }
  return answer(Math.min(1, chance * step));
}

export function checkCorrelation(correlation: number): void {
  checkNumber(correlation, "correlation");
  check(correlation >= 0 && correlation <= 1, "correlation must be between 0 and 1: below zero there is no common factor");
}

/** Standard deviations of the factor, beyond which nothing is left to a double. */
const FARTHEST = 9;

/**
 * The trapezoidal rule on a bell times a product of n steps, each as wide as `width`: the error falls as e^(−2π² ÷ (step²·(1 + n ÷ width²))), and this
 * step makes that 2e-16. A twelfth of the width is fine enough for any number of steps; a step that is too narrow for the most points is cut by them.
 */
function stepFor(stocks: number, width: number): number {
  const smooth = Math.sqrt((2 * Math.PI * Math.PI) / (36 * (1 + stocks / (width * width))));
  return Math.max(smooth, Math.min(width / 12, 0.1), FARTHEST / MOST_POINTS);
}
const MOST_POINTS = 20_000;

interface Threshold {
  /** Assigned when the stock's standardised return is below it. */
  readonly threshold: number;
  readonly contracts: number;
}

/** The most likely first. */
function thresholdsOf(puts: readonly PutChance[]): readonly Threshold[] {
  return puts
    .map(({ chance, contracts }) => {
      check(chance >= 0 && chance <= 1, "a chance must be between 0 and 1");
      checkWhole(contracts, "contracts");
      return { threshold: chance === 0 ? -Infinity : chance === 1 ? Infinity : inverseNormalCdf(chance), contracts };
    })
    .sort((one, other) => other.threshold - one.threshold);
}

/** With everything in common: the return below which enough contracts are assigned. */
function commonThreshold(all: readonly Threshold[], least: number): number {
  let assigned = 0;
  const reached = [...all].sort((one, other) => other.threshold - one.threshold).find(({ contracts }) => (assigned += contracts) >= least);
  return reached?.threshold ?? -Infinity;
}

/** Stocks that are independent: the chances of 0, 1, 2 … contracts, stock after stock; what has reached `least` stays there. */
function atLeast(stocks: readonly (readonly Threshold[])[], least: number, chanceOf: (threshold: number) => number): number {
  let chances = new Float64Array(least + 1);
  let certain = 0; // contracts of stocks that leave nothing open
  let most = 0; // what the others come to so far
  chances[0] = 1;
  for (const puts of stocks) {
    const steps = stepsOf(puts, chanceOf);
    if (steps.length === 1) {
      certain += steps[0]!.contracts;
      continue;
    }
    const next = new Float64Array(least + 1);
    for (const { contracts, exactly } of steps) {
      for (let count = 0; count <= most; count++) next[Math.min(least, count + contracts)]! += chances[count]! * exactly;
    }
    most = Math.min(least, most + steps[steps.length - 1]!.contracts);
    chances = next;
  }
  let chance = 0;
  for (let count = Math.max(0, least - certain); count <= least; count++) chance += chances[count]!;
  return chance;
}

/** How many contracts of one stock are assigned, and with what chance exactly so many; what cannot happen is left out. */
function stepsOf(puts: readonly Threshold[], chanceOf: (threshold: number) => number): { contracts: number; exactly: number }[] {
  const steps: { contracts: number; exactly: number }[] = [];
  let [contracts, chance] = [0, 1];
  for (const put of puts) {
    const reached = chanceOf(put.threshold);
    if (chance > reached) steps.push({ contracts, exactly: chance - reached });
    chance = reached;
    contracts += put.contracts;
  }
  if (chance > 0) steps.push({ contracts, exactly: chance });
  return steps;
}
