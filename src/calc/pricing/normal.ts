/*
 * The standard normal distribution, to the last digit or two at every depth of its tails. W. J. Cody, "Rational Chebyshev approximations for
 * the error function" (Mathematics of Computation 23, 1969), with the coefficients of his ANORM (SPECFUN, 1992), which work on z itself: rounding
 * z ÷ √2 first, as the error function asks for, would cost three digits in the far tail.
 */

/** Height of the bell at z: e^(−z²/2) ÷ √(2π). */
export function normalPdf(z: number): number {
  return bell(z) * INVERSE_ROOT_TWO_PI;
}

/** Chance that a standard normal number is below z. */
export function normalCdf(z: number): number {
  if (z > -CENTRE && z < CENTRE) return 0.5 + z * centre(z * z);
  return z < 0 ? bell(z) * tail(-z) : 1 - bell(z) * tail(z);
}

/** Complementary error function, 1 − erf(x) = 2·N(−√2·x), without the loss of digits that its definition has. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return erfcx(x) * expOfSquare(x, -1);
}

/** Scaled complementary error function, e^(x²)·erfc(x): what is left of erfc when its steep fall is taken away. */
export function erfcx(x: number): number {
  return 2 * scaledTail(ROOT_TWO * x);
}

/** N(−z)·e^(z²/2) for any z: the tail above z, without its steep fall. For z ≥ 0 it falls slowly from 1/2 and never to zero. */
export function scaledTail(z: number): number {
  if (z > CENTRE) return tail(z);
  const square = z * z;
  if (z >= -CENTRE) return (0.5 - z * centre(square)) * Math.exp(0.5 * square);
  return expOfSquare(z, 0.5) - tail(-z);
}

/**
 * 1 − z·√(2π)·scaledTail(z): how steeply the ratio of tail to height falls at z (the derivative of Mills' ratio, its sign turned). Beyond z = 4√2 it is
 * taken from the rational function itself, so that a difference of two numbers that are nearly 1 is never formed.
 */
export function tailDecay(z: number): number {
  if (z <= FAR) return 1 - z * ROOT_TWO_PI * scaledTail(z);
  return ROOT_TWO_PI * farShortfall(1 / (z * z));
}

/** e^(−z²/2). */
function bell(z: number): number {
  return expOfSquare(z, -0.5);
}

/**
 * e^(factor·z²), exact to the last digit: what rounding loses of z² is found by splitting z at a sixteenth, as ANORM does, and
 * put back at the end, since a small error in a large exponent is a large one in its power.
 */
function expOfSquare(z: number, factor: number): number {
  const square = z * z;
  const coarse = Math.trunc(z * 16) / 16;
  const lost = coarse * coarse - square + (z - coarse) * (z + coarse);
  const power = Math.exp(factor * square);
  return power > 0 && power < Infinity ? power + power * factor * lost : power;
}

/** scaledTail for z above CENTRE. */
function tail(z: number): number {
  return z <= FAR ? middle(z) : (INVERSE_ROOT_TWO_PI - farShortfall(1 / (z * z))) / z;
}

/** (N(z) − 1/2) ÷ z as a function of z², for |z| up to CENTRE. */
function centre(y: number): number {
  const over = (((6.5682337918207449113e-2 * y + 2.2352520354606839287) * y + 1.6102823106855587881e2) * y + 1.0676894854603709582e3) * y + 1.8154981253343561249e4;
  const under = (((y + 4.720258190468824187e1) * y + 9.7609855173777669322e2) * y + 1.0260932208618978205e4) * y + 4.5507789335026729956e4;
  return over / under;
}

/** scaledTail between CENTRE and FAR. */
function middle(z: number): number {
  let over = 1.0765576773720192317e-8 * z + 3.9894151208813466764e-1;
  over = (over * z + 8.8831497943883759412) * z + 9.3506656132177855979e1;
  over = (over * z + 5.9727027639480026226e2) * z + 2.4945375852903726711e3;
  over = (over * z + 6.8481904505362823326e3) * z + 1.1602651437647350124e4;
  over = over * z + 9.8427148383839780218e3;
  let under = z + 2.2266688044328115691e1;
  under = (under * z + 2.3538790178262499861e2) * z + 1.519377599407554805e3;
  under = (under * z + 6.485558298266760755e3) * z + 1.8615571640885098091e4;
  under = (under * z + 3.4900952721145977266e4) * z + 3.8912003286093271411e4;
  under = under * z + 1.9685429676859990727e4;
  return over / under;
}

/** By how much z·scaledTail(z) falls short of 1 ÷ √(2π), as a function of y = 1 ÷ z², for z beyond FAR. */
function farShortfall(y: number): number {
  let over = 2.307344176494017303e-2 * y + 2.1589853405795699e-1;
  over = (over * y + 1.274011611602473639e-1) * y + 2.2235277870649807e-2;
  over = (over * y + 1.421619193227893466e-3) * y + 2.9112874951168792e-5;
  let under = y + 1.28426009614491121;
  under = (under * y + 4.68238212480865118e-1) * y + 6.59881378689285515e-2;
  under = (under * y + 3.78239633202758244e-3) * y + 7.29751555083966205e-5;
  return (y * over) / under;
}

const ROOT_TWO = 1.4142135623730951;
export const ROOT_TWO_PI = 2.5066282746310005;
export const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** Where Cody's three rational functions meet. */
const CENTRE = 0.66291;
const FAR = 5.656854249492381;
