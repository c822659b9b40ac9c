import { normalisedBlack, normalisedShortfall, normalisedVega } from "../black";
import { type Guess } from "./guess";

/**
 * From the guess to the last digit: Householder's method of third order (each step quadruples the digits), on a measure of the distance that is nearly straight in
 * s: 1 ÷ ln b for very small values, b itself in the middle, ln(bound − b) near the bound. Two steps nearly always. (Jäckel, "Let's Be Rational", §6.)
 */
export function refine({ s, zone }: Guess, x: number, b: number, shortfall: number): number {
  const step = zone === "low" ? lowStep : zone === "high" ? highStep : middleStep;
  const target = zone === "low" ? Math.log(b) : zone === "high" ? shortfall : b;
  let now = s;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const change = Math.max(step(x, now, target), -0.5 * now);
    now += change;
    if (Math.abs(change) < ENOUGH * now) return now;
  }
  return now;
}

function lowStep(x: number, s: number, logTarget: number): number {
  const b = normalisedBlack(x, s);
  if (!(b > 0)) return s;
  const h = x / s;
  const log = Math.log(b);
  const growth = normalisedVega(x, s) / b;
  const second = (h * h) / s - s / 4;
  const third = second * second - 3 * (h / s) * (h / s) - 0.25;
  const over = 1 + 2 / log;
  const newton = (((logTarget - log) / growth) * log) / logTarget;
  return householder(
    newton,
    second - growth * over,
    third + 2 * growth * growth * (1 + (3 / log) * (1 + 1 / log)) - 3 * second * growth * over,
  );
}

function middleStep(x: number, s: number, target: number): number {
  const h = x / s;
  const second = (h * h) / s - s / 4;
  const third = second * second - 3 * (h / s) * (h / s) - 0.25;
  return householder((target - normalisedBlack(x, s)) / normalisedVega(x, s), second, third);
}

function highStep(x: number, s: number, target: number): number {
  const h = x / s;
  const left = normalisedShortfall(x, s);
  const growth = normalisedVega(x, s) / left;
  const second = (h * h) / s - s / 4;
  const third = second * second - 3 * (h / s) * (h / s) - 0.25;
  return householder(-Math.log(target / left) / growth, second + growth, third + growth * (2 * growth + 3 * second));
}

/** Newton's step, bettered by the second and third derivative over the first. */
function householder(newton: number, second: number, third: number): number {
  return (newton * (1 + 0.5 * second * newton)) / (1 + newton * (second + (third * newton) / 6));
}

const MOST_STEPS = 12;
/** A step of this size leaves an error of its fourth power. */
const ENOUGH = 1e-5;
