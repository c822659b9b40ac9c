/**
 * Cases for the reference values and the bench, the same on every machine. Typical: options as they are traded. Wide: from an hour to thirty years, volatilities from
 * 0.5 % to 400 %, eight standard deviations either way. Extreme: thirty. Near: hours left and hardly any movement, strikes a hair from the spot. Long: many years of much. Hard, for implied volatility: deep, tiny, huge and at the money to the last bit.
 */
export function cases(kind, count, seed = 1) {
  const random = numbersFrom(seed + [...kind].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  return Array.from({ length: count }, () => drawn(KINDS[kind], random));
}

/** Far out over a long time the spot may leave every scale that a share has had; then another is drawn. */
function drawn(kind, random) {
  let terms = kind(random);
  while (!(terms.spot > 1e-12 && terms.spot < 1e15)) terms = kind(random);
  return terms;
}

const KINDS = {
  typical: (random) => at(random, { days: between(random, 1, 730), volatility: between(random, 0.08, 1.2), rate: between(random, 0, 0.06), dividendYield: between(random, 0, 0.05) }, 2.5),
  wide: (random) => at(random, wideMarket(random), 8),
  extreme: (random) => at(random, wideMarket(random), 30),
  near: (random) => at(random, { days: between(random, 1 / 24, 2), volatility: evenly(random, 1e-6, 0.01), rate: 0, dividendYield: 0 }, 8),
  long: (random) => at(random, { ...wideMarket(random), days: between(random, 5 * 365, 30 * 365), volatility: between(random, 0.8, 4) }, 3),
  hard: (random) => HARD[Math.floor(random() * HARD.length)](random),
};

const HARD = [
  (random) => at(random, wideMarket(random), random() < 0.5 ? [8, 30] : [-30, -8]),
  (random) => at(random, { ...wideMarket(random), volatility: evenly(random, 1e-5, 5e-3) }, 6),
  (random) => at(random, { ...wideMarket(random), days: between(random, 30, 700), volatility: between(random, 3, 10) }, 4),
  (random) => ({ ...at(random, { ...wideMarket(random), rate: 0, dividendYield: 0 }, 0), ...sameOrNear(random) }),
];

function wideMarket(random) {
  return { days: evenly(random, 1 / 24, 30 * 365), volatility: evenly(random, 0.005, 4), rate: between(random, -0.01, 0.1), dividendYield: between(random, 0, 0.1) };
}

/** An option on this market whose strike is up to so many standard deviations from the forward. */
function at(random, market, reach) {
  const [from, to] = Array.isArray(reach) ? reach : [-reach, reach];
  const years = market.days / 365;
  const away = between(random, from, to) * market.volatility * Math.sqrt(years);
  const strike = between(random, 1, 500);
  const spot = strike * Math.exp(away - (market.rate - market.dividendYield) * years);
  const type = random() < 0.5 ? "put" : "call";
  const { days, volatility, rate, dividendYield } = market;
  return { type, spot, strike, days, volatility, rate, dividendYield };
}

function sameOrNear(random) {
  const strike = between(random, 1, 500);
  return { strike, spot: strike * (1 + [0, 1e-13, -1e-10, 1e-7][Math.floor(random() * 4)]) };
}

function between(random, from, to) {
  return from + (to - from) * random();
}
function evenly(random, from, to) {
  return Math.exp(between(random, Math.log(from), Math.log(to)));
}

/** Numbers in [0, 1) that look random and are always the same: Tommy Ettinger's mulberry32. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
