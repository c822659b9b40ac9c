import fs from "node:fs";
import path from "node:path";
import { cases } from "./cases.mjs";
import { europeanGreeks, impliedVolatility } from "./black.mjs";
import { byFraction, bySeries, chanceBelow, Decimal, exact } from "./normal.mjs";

/*
 * Makes test/reference/*.json: what the pricing is held to, thirty-four digits each. `node scripts/reference/make.mjs` writes them. With --check it only says
 * whether the stored ones are those that it would write; a folder after that, and names of files, are looked at instead.
 */
const DIGITS = 34;
const EACH = 80;
const FILES = { "normal.json": normal, "european.json": european, "impliedVolatility.json": volatilities };

agree();
const [, , check, folder = path.resolve(import.meta.dirname, "../../test/reference"), ...names] = process.argv;
for (const name of names.length ? names : Object.keys(FILES)) {
  const file = path.join(folder, name);
  const text = `[\n${FILES[name]().map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
  if (check !== "--check") fs.writeFileSync(file, text);
  else if (fs.readFileSync(file, "utf8") !== text) {
    process.stderr.write(`${name} is not what scripts/reference makes\n`);
    process.exitCode = 1;
  }
}

/** Two ways to the same number, before anything rests on it: the series and the continued fraction meet at six standard deviations. */
function agree() {
  for (const z of [5, 5.5, 6, 6.5]) {
    const [one, other] = [bySeries(new Decimal(-z)), byFraction(new Decimal(z))];
    if (one.minus(other).abs().gt(other.times("1e-50"))) throw new Error(`two ways to the normal distribution disagree at ${z}`);
  }
}

function normal() {
  const points = Array.from({ length: 141 }, (_, step) => -37 + step * (45 / 140));
  return points.map((z) => [z, text(chanceBelow(exact(z)))]);
}

/** Kind, type, spot, strike, days, volatility, rate, dividend yield; price, delta, gamma, theta, vega, rho, the sum of theta's parts without their signs, chance in the money. */
function european() {
  const counts = { typical: EACH, wide: EACH, extreme: EACH, near: EACH / 2, long: EACH / 2 };
  const all = Object.entries(counts).flatMap(([kind, count]) => cases(kind, count).map((terms) => ({ kind, terms })));
  return all.map(({ kind, terms }) => {
    const { price, delta, gamma, theta, vega, rho, thetaParts, inTheMoney } = europeanGreeks(terms);
    return [kind, ...Object.values(terms), ...[price, delta, gamma, theta, vega, rho, thetaParts, inTheMoney].map(text)];
  });
}

/**
 * Kind, type, spot, strike, days, the volatility to start from, rate, dividend yield; price, its volatility, and how much the rounding of inputs moves that.
 * Only prices that a double can tell from their bounds: above the intrinsic value, below the most that the option can be worth.
 */
function volatilities() {
  return ["typical", "wide", "hard"].flatMap((kind) =>
    cases(kind, 80).flatMap((terms) => {
      const { price, shares, cash } = europeanGreeks(terms);
      const asDouble = price.toNumber();
      const [most, other] = terms.type === "call" ? [shares, cash] : [cash, shares];
      const least = Decimal.max(most.minus(other), 0);
      const isTold = exact(asDouble).minus(least).gt(least.times("1e-14")) && most.minus(exact(asDouble)).gt(most.times("1e-14"));
      if (!(asDouble > 1e-290) || !isTold) return [];
      const { volatility, condition } = impliedVolatility(terms, asDouble);
      return [[kind, ...Object.values(terms), asDouble, text(volatility), condition.toNumber()]];
    }),
  );
}

function text(value) {
  return value.toSignificantDigits(DIGITS).toString();
}
