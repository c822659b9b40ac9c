import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { writeCases } from "./cases.mjs";
import { PEERS } from "./peers.mjs";

const HERE = import.meta.dirname;
const FOLDER = path.resolve(HERE, "../../.cache/bench");
const ROUNDS = 5;
const QUESTIONS = [
  ["price", "European price"],
  ["greeks", "European price with five greeks"],
  ["volatility", "European implied volatility"],
];

/**
 * Option values beside every package that answers the same question: a process for each peer and round, the order turned each round, the same cases for all. Times are medians
 * over the rounds; "× floor" is the median of each round's own ratio to the least that any formula needs, in the same round.
 */
export async function run() {
  mkdirSync(FOLDER, { recursive: true });
  const built = path.join(FOLDER, "pricing.mjs");
  const casesFile = path.join(FOLDER, "cases.json");
  buildSync({ entryPoints: [path.join(HERE, "entry.ts")], bundle: true, format: "esm", platform: "neutral", outfile: built, logLevel: "error" });
  writeCases(casesFile);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => roundOf(round, casesFile, built));
  for (const [question, title] of QUESTIONS) printQuestion(question, title, rounds);
}

function roundOf(round, casesFile, built) {
  const names = Object.keys(PEERS);
  const turned = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
  return Object.fromEntries(
    turned.map((name) => [name, JSON.parse(execFileSync(process.execPath, [path.join(HERE, "child.mjs"), casesFile, built, name], { encoding: "utf8", maxBuffer: 1e8 }))]),
  );
}

function printQuestion(question, title, rounds) {
  const isVolatility = question === "volatility";
  console.log(title);
  console.log(`${"".padEnd(38)}        ns  × floor   × ours  typical med/max    wide med/max${isVolatility ? "       hard med/max     units" : "     max abs"}   >1 % wrong  refused`);
  const names = Object.keys(PEERS).filter((name) => rounds[0][name][question]);
  for (const name of names) {
    const ns = median(rounds.map((round) => round[name][question].ns));
    const floors = median(rounds.map((round) => round[name][question].ns / round["floor: 1 log, 2 exp, 2 erfc"].floor.ns));
    const ours = median(rounds.map((round) => round[name][question].ns / round.ours[question].ns));
    const { typical, wide, hard, absolute, wrong, thrown, n, units } = rounds[0][name][question];
    const tail = isVolatility ? `${pair(hard)} ${small(units)}` : small(absolute);
    console.log(`${name.padEnd(38)} ${ns.toFixed(0).padStart(9)} ${floors.toFixed(2).padStart(8)} ${ours.toFixed(2).padStart(8)}  ${pair(typical)}  ${pair(wide)}  ${tail}  ${`${wrong}/${n}`.padStart(10)} ${String(thrown).padStart(8)}`);
  }
  console.log("");
}

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];
const small = (value) => (value === null ? "" : value === 0 ? "0" : value < 1e-3 || value >= 1e4 ? value.toExponential(1) : value.toPrecision(2)).padStart(9);
const pair = ({ median: middle, max }) => `${small(middle)}${small(max)}`;
