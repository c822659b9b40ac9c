/*
 * The inverse of the standard normal distribution, to the last digit or two. M. J. Wichura, "The percentage points of the normal distribution", algorithm
 * AS 241, function PPND16 (Applied Statistics 37, 1988).
 */

/** The z below which a standard normal number falls with this chance, 0 < chance < 1. */
export function inverseNormalCdf(chance: number): number {
  const fromHalf = chance - 0.5;
  if (Math.abs(fromHalf) <= CENTRAL) return inverseFromHalf(fromHalf);
  const depth = Math.sqrt(-Math.log(fromHalf < 0 ? chance : 1 - chance));
  const z = depth <= FAR ? middle(depth - 1.6) : far(depth - FAR);
  return fromHalf < 0 ? -z : z;
}

/** The z for a chance of 1/2 + fromHalf, |fromHalf| ≤ 0.425: a chance a hair off one half keeps all its digits. */
export function inverseFromHalf(fromHalf: number): number {
  const r = CENTRAL * CENTRAL - fromHalf * fromHalf;
  let over = 2.5090809287301226727e3 * r + 3.3430575583588128105e4;
  over = (over * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4;
  over = (over * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3;
  over = (over * r + 1.3314166789178437745e2) * r + 3.387132872796366608;
  let under = 5.226495278852854561e3 * r + 2.8729085735721942674e4;
  under = (under * r + 3.930789580009271061e4) * r + 2.1213794301586595867e4;
  under = (under * r + 5.3941960214247511077e3) * r + 6.871870074920579083e2;
  under = (under * r + 4.2313330701600911252e1) * r + 1;
  return (fromHalf * over) / under;
}

function middle(r: number): number {
  let over = 7.7454501427834140764e-4 * r + 2.27238449892691845833e-2;
  over = (over * r + 2.4178072517745061177e-1) * r + 1.27045825245236838258;
  over = (over * r + 3.64784832476320460504) * r + 5.7694972214606914055;
  over = (over * r + 4.6303378461565452959) * r + 1.42343711074968357734;
  let under = 1.05075007164441684324e-9 * r + 5.475938084995344946e-4;
  under = (under * r + 1.51986665636164571966e-2) * r + 1.4810397642748007459e-1;
  under = (under * r + 6.8976733498510000455e-1) * r + 1.6763848301838038494;
  under = (under * r + 2.05319162663775882187) * r + 1;
  return over / under;
}

function far(r: number): number {
  let over = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
  over = (over * r + 1.2426609473880784386e-3) * r + 2.6532189526576123093e-2;
  over = (over * r + 2.9656057182850489123e-1) * r + 1.7848265399172913358;
  over = (over * r + 5.4637849111641143699) * r + 6.6579046435011037772;
  let under = 2.04426310338993978564e-15 * r + 1.4215117583164458887e-7;
  under = (under * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4;
  under = (under * r + 1.48753612908506148525e-2) * r + 1.3692988092273580531e-1;
  under = (under * r + 5.9983220655588793769e-1) * r + 1;
  return over / under;
}

/** Where Wichura's three rational functions meet: |chance − 1/2| up to 0.425, √(−ln chance) up to 5 and beyond. */
export const CENTRAL = 0.425;
const FAR = 5;
