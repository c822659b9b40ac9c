import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { writeCases } from "./cases.mjs";
import { ensurePeers } from "../peers/index.mjs";
import { PEERS } from "./peers.mjs";

const HERE = import.meta.dirname;
const FOLDER = path.resolve(HERE, "../../.cache/bench");
/** What is measured of ours: the code inside, without guards, and the front door. */
const OURS = `
  export { blackGreeks, blackPrice } from "./black";
  export { blackVolatility } from "./impliedVolatility";
  export * as european from "./european";
  export { erfc } from "./normal";
  export { chainGreeks } from "./chain";
`;
const ROUNDS = 5;
const QUESTIONS = [
  { question: "price", title: "European price", floors: 2.2 },
  { question: "greeks", title: "European price with five greeks", floors: 3 },
  { question: "volatility", title: "European implied volatility", floors: 8 },
];

/**
 * Option values beside every package that answers the same question: a process for each peer and round, the order turned each round, the same cases for all. Times are medians
 * over the rounds; "× floor" is the median of the ratios to one logarithm, two exponentials and two erfc, the least that any formula needs, measured in the same process.
 */
export async function run() {
  ensurePeers();
  mkdirSync(FOLDER, { recursive: true });
  const built = path.join(FOLDER, "pricing.mjs");
  const casesFile = path.join(FOLDER, "cases.json");
  buildSync({ stdin: { contents: OURS, resolveDir: path.resolve(HERE, "../../src/calc/pricing") }, bundle: true, format: "esm", platform: "neutral", outfile: built, logLevel: "error" });
  writeCases(casesFile);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => roundOf(round, casesFile, built));
  for (const each of QUESTIONS) printQuestion(each, rounds);
  printChain(await import(built));
}

/** Five thousand rows in one call: one expiration, a volatility for each strike. */
function printChain({ chainGreeks }) {
  const strikes = Array.from({ length: 5_000 }, (_, at) => 25 + at * 0.01);
  const volatilities = strikes.map((strike) => 0.3 + 0.002 * Math.abs(strike - 50));
  const chain = { types: ["put"], spot: 50, strikes, days: [30], volatilities, rate: 0.04, dividendYield: 0.01 };
  for (const style of ["european", "american"]) {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      chainGreeks({ ...chain, style });
      return performance.now() - start;
    });
    console.log(`A chain of 5,000 rows with greeks, ${style}: ${Math.min(...times).toFixed(1)} ms, ${(Math.min(...times) / 5).toFixed(2)} µs a row`);
  }
  console.log("");
}

function roundOf(round, casesFile, built) {
  const names = Object.keys(PEERS);
  const turned = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
  return Object.fromEntries(
    turned.map((name) => [name, JSON.parse(execFileSync(process.execPath, [path.join(HERE, "child.mjs"), casesFile, built, name], { encoding: "utf8", maxBuffer: 1e8 }))]),
  );
}

function printQuestion({ question, title, floors: limit }, rounds) {
  const isVolatility = question === "volatility";
  console.log(title);
  console.log(`${"".padEnd(38)}        ns  × floor   × ours  typical med/max    wide med/max${isVolatility ? "       hard med/max     units" : "     max abs"}   >1 % wrong  refused`);
  const names = Object.keys(PEERS).filter((name) => rounds[0][name][question]);
  for (const name of names) {
    const ns = median(rounds.map((round) => round[name][question].ns));
    const floors = median(rounds.map((round) => round[name][question].floors));
    const ours = median(rounds.map((round) => round[name][question].ns / round.ours[question].ns));
    const { typical, wide, hard, absolute, wrong, thrown, n, units } = rounds[0][name][question];
    const tail = isVolatility ? `${pair(hard)} ${small(units)}` : small(absolute);
    console.log(`${name.padEnd(38)} ${ns.toFixed(0).padStart(9)} ${floors.toFixed(2).padStart(8)} ${ours.toFixed(2).padStart(8)}  ${pair(typical)}  ${pair(wide)}  ${tail}  ${`${wrong}/${n}`.padStart(10)} ${String(thrown).padStart(8)}`);
  }
  const reached = median(rounds.map((round) => round.ours[question].floors));
  console.log(`ours against the limit of ${limit} floors: ${reached.toFixed(2)}, ${reached <= limit ? "within" : "OVER"}\n`);
}

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];
const small = (value) => (value === null ? "" : value === 0 ? "0" : value < 1e-3 || value >= 1e4 ? value.toExponential(1) : value.toPrecision(2)).padStart(9);
const pair = ({ median: middle, max }) => `${small(middle)}${small(max)}`;
