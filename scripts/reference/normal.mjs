import { Decimal as Package } from "decimal.js";

/** Eighty digits, so that the forty that are kept survive every difference. */
export const Decimal = Package.clone({ precision: 80, minE: -9e15, maxE: 9e15 });
export const PI = Decimal.acos(-1);
const ROOT_TWO_PI = PI.times(2).sqrt();

/** The number that a double is, to the last bit: its shortest decimal text is another one. */
export function exact(double) {
  let [whole, halvings] = [double, 0];
  while (!Number.isInteger(whole)) [whole, halvings] = [whole * 2, halvings + 1];
  return new Decimal(BigInt(whole).toString()).div(new Decimal(2).pow(halvings));
}

/** Height of the bell, e^(−z²/2) ÷ √(2π). */
export function density(z) {
  return z.times(z).div(-2).exp().div(ROOT_TWO_PI);
}

/** Chance below z: by the series around 0, or by Laplace's continued fraction in the tails, where the series would cancel. */
export function chanceBelow(z) {
  if (z.abs().lt(SERIES_UP_TO)) return bySeries(z);
  const tail = byFraction(z.abs());
  return z.isNegative() ? tail : new Decimal(1).minus(tail);
}

/** 1/2 + density × (z + z³/3 + z⁵/(3·5) + …): no term has another sign. */
export function bySeries(z) {
  const square = z.times(z);
  let term = z;
  let sum = z;
  for (let odd = 3; term.abs().gt(sum.abs().times("1e-82")); odd += 2) {
    term = term.times(square).div(odd);
    sum = sum.plus(term);
  }
  return density(z).times(sum).plus("0.5");
}

/** density ÷ (z + 1/(z + 2/(z + 3/(z + …)))), from the inside out. */
export function byFraction(z) {
  let below = z;
  for (let level = Math.ceil(30 + 9000 / z.toNumber() ** 2); level > 0; level--) below = z.plus(new Decimal(level).div(below));
  return density(z).div(below);
}

const SERIES_UP_TO = 6;
