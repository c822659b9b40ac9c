import { CalcError, answer, checkNotNegative } from "../../check";
import { blackGreeks } from "../black";
import { blackVolatility } from "../impliedVolatility";
import { checkContract, DAYS_A_YEAR, inWords, ONE_POINT, type OptionTerms } from "../terms";
import { americanPrice } from "./price";
import { USUAL } from "./scheme";

/**
 * The volatility at which the American option has this price. There is none where the price is not above what the option is worth without any volatility
 * (its exercise value, or more where waiting pays), and none where it is not below what it can be worth at all. docs/spec/american.md §5.
 */
export function impliedVolatility(terms: Omit<OptionTerms, "volatility"> & { readonly price: number }): number {
  checkContract(terms);
  const { price, ...contract } = terms;
  checkNotNegative(price, "price");
  if (contract.days === 0) throw new CalcError("notAvailable", "at expiration a price says nothing about volatility");
  const least = americanPrice({ ...contract, volatility: 0 }, USUAL);
  if (price <= least) throw new CalcError("notAvailable", `no volatility gives this price: it is not above what the option is worth without any, ${inWords(least)}`);
  const most = mostWorth(contract);
  if (price >= most) throw new CalcError("notAvailable", `no volatility gives this price: the ${contract.type} is always worth less than ${inWords(most)}`);
  const start = firstTry(contract, price);
  const excess = (volatility: number) => americanPrice({ ...contract, volatility }, USUAL) - price;
  return answer(rootOf(excess, start, europeanSlope(contract, start)));
}

type Contract = Omit<OptionTerms, "volatility">;

/** The strike for a put, the share for a call; where these grow by waiting (a rate or a yield below zero), what they are worth at expiration. */
function mostWorth({ type, spot, strike, days, rate, dividendYield }: Contract): number {
  const years = days / DAYS_A_YEAR;
  return type === "put" ? strike * Math.exp(Math.max(-rate, 0) * years) : spot * Math.exp(Math.max(-dividendYield, 0) * years);
}

/** The European option has this price at a volatility that is too high, as it is worth less; one deviation over its life where it never has. */
function firstTry({ type, spot, strike, days, rate, dividendYield }: Contract, price: number): number {
  const years = days / DAYS_A_YEAR;
  const european = blackVolatility(type === "call", price, spot, strike, years, rate, dividendYield);
  return european > 0 ? european : 1 / Math.sqrt(years);
}

/** How fast the European option gains with volatility: nearly what the American one does. */
function europeanSlope({ type, spot, strike, days, rate, dividendYield }: Contract, volatility: number): number {
  return blackGreeks(type === "call", spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield).vega / ONE_POINT;
}

/**
 * Where `excess`, which rises from below nothing, is nothing: one step by the slope that is expected at the start, then secants through the last two tries, each
 * kept between what is known to be too low and too high, and halves of that where they would leave it or take too long. A secant's error is about its own step times
 * the one before it; how good the expected slope is, nobody knows, so the first step is the last one only where it changes nothing.
 */
function rootOf(excess: (volatility: number) => number, start: number, expectedSlope: number): number {
  let [low, high, guess, slope] = [0, Infinity, start, expectedSlope];
  let [before, beforeExcess, lastStep] = [NaN, NaN, 1];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const found = excess(guess);
    if (found === 0) return guess;
    if (found < 0) low = guess;
    else high = guess;
    if (turn > 0) slope = (found - beforeExcess) / (guess - before);
    const next = guess - found / slope;
    const step = Math.abs(next / guess - 1);
    if (step <= SHORT && step * lastStep <= CLOSE_ENOUGH) return next;
    [before, beforeExcess] = [guess, found];
    if (next > low && next < high && turn < PATIENCE) guess = next;
    else guess = high < Infinity ? 0.5 * (low + high) : 2 * low;
    lastStep = Math.abs(guess / before - 1);
    if (lastStep <= NOTHING) return guess;
  }
  return guess;
}

const MOST_TURNS = 100;
const PATIENCE = 20;
/** Steps are shares of the volatility: with a last one as short as this, and two whose product is that, the digits of the price are used up. */
const SHORT = 1e-6;
const CLOSE_ENOUGH = 1e-13;
/** Halves that are as near to each other as numbers can be. */
const NOTHING = 1e-15;
