import { writeFileSync } from "node:fs";
import { cases } from "../../scripts/reference/cases.mjs";
import { europeanGreeks, impliedVolatility } from "../../scripts/reference/black.mjs";

/** How many of each kind; the references are computed at eighty digits before any clock runs. */
const EACH = 120;

/**
 * The same cases for everybody, with what is right for them: `european` for prices and greeks, `volatility` for implied volatilities. A model without a dividend yield
 * is given spot × e^(−yield × time) instead, which is the same option.
 */
export function writeCases(file) {
  const european = ["typical", "wide"].flatMap((kind) => cases(kind, EACH, 7).map((terms) => ({ kind, ...withShortcuts(terms), ...numbers(europeanGreeks(terms)) })));
  const volatility = ["typical", "wide", "hard"].flatMap((kind) => cases(kind, EACH, 7).flatMap((terms) => volatilityCase(kind, terms)));
  writeFileSync(file, JSON.stringify({ european, volatility }));
}

function volatilityCase(kind, terms) {
  const { price, shares, cash } = numbers(europeanGreeks(terms), ["price", "shares", "cash"]);
  const [most, other] = terms.type === "call" ? [shares, cash] : [cash, shares];
  // prices that a double can tell from their bounds by more than their rounding
  if (!(price > 1e-290) || !(price - Math.max(most - other, 0) > 1e-13 * most) || !(most - price > 1e-13 * most)) return [];
  const { volatility, condition } = impliedVolatility(terms, price);
  return [{ kind, ...withShortcuts(terms), price, right: volatility.toNumber(), condition: condition.toNumber() }];
}

function withShortcuts(terms) {
  const years = terms.days / 365;
  const spotLessYield = terms.spot * Math.exp(-terms.dividendYield * years);
  return { ...terms, isCall: terms.type === "call", years, spotLessYield };
}

function numbers(values, names = ["price", "delta", "gamma", "theta", "vega", "rho", "thetaParts"]) {
  return Object.fromEntries(names.map((name) => [name, values[name].toNumber()]));
}
