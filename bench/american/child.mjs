import { readFileSync } from "node:fs";
import { PEERS } from "./peers.mjs";

/** One peer, one round: how far its prices are from those of the slow solver, in strikes, and how long one takes. Prints JSON. */
const [, , casesFile, built, name] = process.argv;
const cases = JSON.parse(readFileSync(casesFile, "utf8")).filter(({ set }) => set === "typical");
const price = await PEERS[name](built);
const found = cases.map((each) => Math.abs(price(each) - each.price) / each.strike);
const errors = found.filter((error) => Number.isFinite(error)).sort((one, other) => one - other);
process.stdout.write(JSON.stringify({ us: timed(), n: found.length, median: at(0.5), p99: at(0.99), max: errors.at(-1), none: found.length - errors.length }));

function at(part) {
  return errors[Math.floor(part * errors.length)];
}

/** Microseconds of processor time a price, so that what else the machine does counts for nothing: the best of several runs over all cases, each of a sixth of a second or more. */
function timed() {
  let [best, sum] = [Infinity, 0];
  for (let run = 0; run < 4; run++) {
    const start = process.cpuUsage();
    let [calls, spent] = [0, 0];
    do {
      for (const each of cases) sum += price(each);
      calls += cases.length;
      const { user, system } = process.cpuUsage(start);
      spent = user + system;
    } while (spent < 160_000);
    best = Math.min(best, spent / calls);
  }
  if (typeof sum !== "number") throw new Error("an answer was no number");
  return best;
}
