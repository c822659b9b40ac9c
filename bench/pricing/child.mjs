import { readFileSync } from "node:fs";
import { PEERS } from "./peers.mjs";

/** One peer, one round: how long each question takes it, and how right its answers are. Prints JSON. */
const [, , casesFile, built, name] = process.argv;
const { european, volatility } = JSON.parse(readFileSync(casesFile, "utf8"));
const peer = await PEERS[name](built);
const { erfc } = await import(built);
const rows = {};
const questions = { price: [peer.price, european, "price"], greeks: [peer.greeks && ((o) => priceOf(peer.greeks(o))), european, "price"], volatility: [peer.volatility, volatility, "right"] };
for (const [question, [answer, cases, field]] of Object.entries(questions)) {
  if (!answer) continue;
  const typical = cases.filter((each) => each.kind === "typical" && !isRefused(answer, each));
  // the floor before and after, so that a machine that slows down slows both
  const before = timed(floor, typical);
  const ns = timed(answer, typical);
  rows[question] = { ns, floors: ns / Math.min(before, timed(floor, typical)), ...judged(answer, cases, field) };
}
process.stdout.write(JSON.stringify(rows));

/** What no formula can do without, at our cost: a root, a logarithm, two exponentials, two complementary error functions. */
function floor(o) {
  const deviation = 0.3 * Math.sqrt(o.years);
  const x = Math.log(o.spot / o.strike) / deviation;
  return Math.exp(-o.dividendYield * o.years) * erfc(x - deviation) - Math.exp(-o.rate * o.years) * erfc(x + deviation);
}

/** Every number of the answer is used, so that none of them can be left out. */
function priceOf({ price, delta, gamma, theta, vega, rho }) {
  return Number.isNaN(delta + gamma + theta + vega + rho) ? NaN : price;
}

/** Nanoseconds a call: the best of several runs, each of a tenth of a second or more. */
function timed(answer, options) {
  let sum = 0;
  let best = Infinity;
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    let calls = 0;
    do {
      for (const each of options) sum += answer(each);
      calls += options.length;
    } while (performance.now() - start < 60);
    best = Math.min(best, ((performance.now() - start) * 1e6) / calls);
  }
  if (typeof sum !== "number") throw new Error("an answer was no number");
  return best;
}

function judged(answer, cases, field) {
  const errors = { typical: [], wide: [], hard: [] };
  let [absolute, wrong, thrown, units] = [0, 0, 0, 0];
  for (const each of cases) {
    const right = each[field];
    if (isRefused(answer, each)) {
      thrown++;
      continue;
    }
    const error = Math.abs(answer(each) - right);
    const relative = Number.isNaN(error) ? Infinity : error / Math.abs(right);
    absolute = Math.max(absolute, error / Math.max(each.spot, each.strike));
    if (!(relative <= 0.01)) wrong++;
    if (each.condition !== undefined) units = Math.max(units, relative / (2.220446049250313e-16 * (1 + each.condition)));
    errors[each.kind].push(relative);
  }
  return { n: cases.length, typical: spread(errors.typical), wide: spread(errors.wide), hard: spread(errors.hard), absolute, wrong, thrown, units };
}

function spread(values) {
  const sorted = values.sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? null, max: sorted[sorted.length - 1] ?? null };
}

function isRefused(answer, each) {
  try {
    answer(each);
    return false;
  } catch {
    return true;
  }
}
