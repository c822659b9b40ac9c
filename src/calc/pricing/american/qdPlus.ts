import { INVERSE_ROOT_TWO_PI, normalCdf } from "../normal";
import { type PutMarket } from "./market";

/**
 * A first guess of the share price at or below which a put is exercised, `years` before it expires, in strikes: M. Li, "Analytical approximations for the
 * critical stock prices of American options" (Review of Derivatives Research 13, 2010), equation QD+. Found by Halley's method from `start`, which lies
 * above it, and kept between what is known to be too low and too high.
 */
export function qdPlusBoundary(market: PutMarket, years: number, start: number): number {
  const equation = qdPlusEquation(market, years);
  let [low, high] = [0, start];
  let guess = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope, bend } = equation(guess);
    if (value > 0) high = guess;
    else low = guess;
    const newton = value / slope;
    let next = guess - newton / Math.max(0.5, 1 - (0.5 * newton * bend) / slope);
    if (!(next > low && next <= high)) next = 0.5 * (low + high);
    if (Math.abs(next - guess) <= CLOSE_ENOUGH * guess) return next;
    guess = next;
  }
  return guess;
}

/** How far QD+ is from holding at a share price (zero on the boundary, negative below it), its slope and its second derivative. */
function qdPlusEquation({ volatility, rate: r, dividendYield: q }: PutMarket, years: number) {
  const variance = volatility * volatility;
  const deviation = volatility * Math.sqrt(years);
  const discount = Math.exp(-r * years);
  const yieldDiscount = Math.exp(-q * years);
  // rate ÷ (1 − discount), which goes to 1 ÷ years as the rate goes to zero
  const perInterest = Math.abs(r * years) > 1e-9 ? -r / Math.expm1(-r * years) : 1 / years;
  const drift = (2 * (r - q)) / variance - 1;
  const root = Math.sqrt(drift * drift + (8 * perInterest) / variance);
  const power = -0.5 * (drift + root);
  const powerSlope = (2 * perInterest * perInterest) / (variance * root);
  const alpha = (-2 * discount) / (variance * root);
  const beta = alpha * (perInterest - powerSlope / root) - power;
  const timeFactor = alpha / discount;
  return (spot: number) => {
    const up = (Math.log(spot) + (r - q) * years) / deviation + 0.5 * deviation;
    const down = up - deviation;
    const shares = yieldDiscount * normalCdf(-up);
    const cash = discount * normalCdf(-down);
    const height = yieldDiscount * INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * up * up);
    const theta = r * cash - q * spot * shares - (0.5 * variance * spot * height) / deviation;
    const charm = -height * ((r - q) / deviation - (0.5 * down) / years) - q * shares;
    const gamma = height / (deviation * spot);
    const colour = gamma * (q + ((r - q) * up) / deviation + (1 - up * down) / (2 * years));
    return {
      value: (1 - shares) * spot - beta * (1 - spot - cash + spot * shares) + timeFactor * theta,
      slope: (1 - shares) * (1 + beta) + height / deviation + timeFactor * charm,
      bend: gamma * (1 - up / deviation) + beta * gamma + timeFactor * colour,
    };
  };
}

const MOST_STEPS = 40;
/** The boundary is improved afterwards, so that a guess of a guess need not be exact. */
const CLOSE_ENOUGH = 1e-6;
