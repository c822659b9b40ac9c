import { CalcError, answer, check, checkAboveZero, checkNotNegative, checkNumber } from "../check";
import { type Cells, operand } from "../formula";
import { breakeven, breakevenFormula } from "../put";
import { moneyness } from "./black";
import { inTheMoneyFormula } from "./formulas";
import { inverseNormalCdf } from "./inverseNormal";
import { normalCdf, scaledTail } from "./normal";
import { DAYS_A_YEAR, type OptionTerms, checkMarket, checkTerms, checkType } from "./terms";

/*
 * Chances under the pricing model itself: risk-neutral, that is what the option prices say, not what the stock will do. The share's return until expiration is
 * normal with deviation volatility·√years. Rules: docs/spec/pricing.md §5.
 */

/** Chance that the option ends in the money: N(−d₂) for a put, N(d₂) for a call. Not |delta|, which is N(∓d₁). */
export function inTheMoney(terms: OptionTerms): number {
  checkTerms(terms);
  const below = chanceBelow(terms, terms.strike);
  return answer(terms.type === "put" ? below : chanceAbove(terms, terms.strike));
}

/** Chance that a put sold at this premium makes anything at all: that the share ends above the break-even, strike − premium. */
export function ofProfit(terms: Omit<OptionTerms, "type"> & { readonly premium: number }): number {
  checkMarket(terms);
  const even = breakeven({ strike: terms.strike, premium: terms.premium });
  return answer(even > 0 ? chanceAbove(terms, even) : 1);
}

export function ofProfitFormula({ strike, premium, ...cells }: Cells<"spot" | "strike" | "premium" | "days" | "volatility" | "rate" | "dividendYield">): string {
  // the level must be above zero to have a logarithm, also where the answer does not ask for it
  return `LET(breakeven,${breakevenFormula({ strike, premium, fees: "0" })},IF(breakeven>0,${inTheMoneyFormula({ ...cells, side: "1", strike: "IF(breakeven>0,breakeven,1)" })},1))`;
}

/**
 * Chance that the share trades at the strike at any time until expiration, from whichever side it starts. First passage of a Brownian motion with drift μ = r − q − σ²/2
 * over a = ln(K ÷ S) < 0: N((a − μT) ÷ σ√T) + e^(2μa ÷ σ²)·N((a + μT) ÷ σ√T), and its mirror image above. "Twice the chance of ending in the money" is the rule of thumb for it. (John Hull, Options, Futures, and Other Derivatives, on barrier
 * options; Ioannis Karatzas and Steven Shreve, Brownian Motion and Stochastic Calculus, §3.5.)
 */
export function ofTouch(terms: OptionTerms): number {
  checkTerms(terms);
  const { spot, strike, days, volatility, rate, dividendYield } = terms;
  if (spot === strike) return 1;
  const years = days / DAYS_A_YEAR;
  const deviation = volatility * Math.sqrt(years);
  const way = -Math.abs(moneyness(spot, strike, 0, 0, 0));
  const drift = (rate - dividendYield - 0.5 * volatility * volatility) * years * (strike < spot ? 1 : -1);
  if (deviation === 0) return drift <= way ? 1 : 0;
  const there = (way - drift) / deviation;
  const back = (way + drift) / deviation;
  const mirrored = back < 0 ? Math.exp(-0.5 * there * there) * scaledTail(-back) : Math.exp((2 * way * drift) / (deviation * deviation)) * normalCdf(back);
  return answer(Math.min(1, normalCdf(there) + mirrored));
}

/** One standard deviation of the share until expiration, in dollars: S·σ·√(days ÷ 365). Two times in three it stays within. */
export function expectedMove({ spot, volatility, days }: Pick<OptionTerms, "spot" | "volatility" | "days">): number {
  checkAboveZero(spot, "spot");
  checkNotNegative(volatility, "volatility");
  checkNotNegative(days, "days");
  return answer(spot * volatility * Math.sqrt(days / DAYS_A_YEAR));
}

export function expectedMoveFormula({ spot, volatility, days }: Cells<"spot" | "volatility" | "days">): string {
  return `${operand(spot)}*${operand(volatility)}*SQRT(${operand(days)}/${DAYS_A_YEAR})`;
}

/**
 * The strike whose European delta is this one; a put's delta may be typed with either sign. From e^(−qT)·N(±d₁) = |delta| follows d₁, and from it
 * K = S·e^((r − q + σ²/2)·T − d₁·σ√T).
 */
export function strikeForDelta(terms: Omit<OptionTerms, "strike"> & { readonly delta: number }): number {
  const { type, spot, delta, days, volatility, rate, dividendYield } = terms;
  checkType(type);
  checkMarket(terms);
  checkNumber(delta, "delta");
  check(delta !== 0 && Math.abs(delta) < 1, "delta must be between 0 and 1, not either of them");
  check(type === "put" || delta > 0, "delta of a call must be above zero");
  checkAboveZero(days, "days");
  checkAboveZero(volatility, "volatility");
  const years = days / DAYS_A_YEAR;
  const chance = Math.abs(delta) * Math.exp(dividendYield * years);
  if (chance >= 1) throw new CalcError("notAvailable", "no strike has that delta: the dividend yield keeps every delta below it");
  const deviation = volatility * Math.sqrt(years);
  const d1 = type === "call" ? inverseNormalCdf(chance) : -inverseNormalCdf(chance);
  return answer(spot * Math.exp((rate - dividendYield) * years + deviation * (0.5 * deviation - d1)));
}

/** The strike, and N(±d₁), which must be below 1: else no strike has that delta. */
export function strikeForDeltaFormula({ side, spot, delta, days, volatility, rate, dividendYield }: Cells<"side" | "spot" | "delta" | "days" | "volatility" | "rate" | "dividendYield">): { readonly strike: string; readonly chance: string } {
  const years = `${operand(days)}/${DAYS_A_YEAR}`;
  const chance = `ABS(${delta})*EXP(${operand(dividendYield)}*${years})`;
  const deviation = `${operand(volatility)}*SQRT(${years})`;
  return { chance, strike: `LET(deviation,${deviation},${operand(spot)}*EXP((${operand(rate)}-${operand(dividendYield)})*${years}+deviation*(deviation/2-${operand(side)}*NORM.S.INV(${chance}))))` };
}

/** Chance that the share ends below a level. */
function chanceBelow(market: Market, level: number): number {
  return normalCdf(-standardised(market, level));
}

function chanceAbove(market: Market, level: number): number {
  return normalCdf(standardised(market, level));
}

/** d₂ at a level; without time or volatility the share ends at its forward, on one side or the other, and exactly at it counts half. */
function standardised({ spot, days, volatility, rate, dividendYield }: Market, level: number): number {
  const years = days / DAYS_A_YEAR;
  const x = moneyness(spot, level, years, rate, dividendYield);
  const deviation = volatility * Math.sqrt(years);
  if (deviation > 0) return x / deviation - 0.5 * deviation;
  return x === 0 ? 0 : x * Infinity;
}

type Market = Omit<OptionTerms, "type" | "strike">;
