import { readFileSync } from "node:fs";
import { PEERS } from "./peers.mjs";

/** Milliseconds: of a turn, and of all turns of one question. */
const [SLICE, TURNS, LEAST, MOST] = [3, 100, 300, 2_000];

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
  const [ns, floorNs] = timed([answer, floor], typical);
  rows[question] = { ns, floors: ns / floorNs, ...judged(answer, cases, field) };
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

/** Nanoseconds a call of each, in turns of a few milliseconds, the best turn of each: a machine that has other work slows both alike, and leaves some turns alone. */
function timed(answers, options) {
  let sum = 0;
  const best = answers.map(() => Infinity);
  const start = performance.now();
  for (let turn = 0; turn < TURNS || performance.now() - start < LEAST; turn++) {
    if (performance.now() - start > MOST) break;
    answers.forEach((answer, at) => {
      const begun = performance.now();
      let calls = 0;
      do {
        for (const each of options) sum += answer(each);
        calls += options.length;
      } while (performance.now() - begun < SLICE);
      best[at] = Math.min(best[at], ((performance.now() - begun) * 1e6) / calls);
    });
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
