import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { ensurePeers } from "../peers/index.mjs";
import { PEERS } from "./peers.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const CASES = path.join(root, "test/calc/pricing/american/reference.json");
const ROUNDS = 5;
const LIMITS = { us: 40, max: 5e-6, accurate: 6e-7 };

/**
 * American options beside every package that prices them: a process for each peer and round, the order turned each round, the same options for all (the typical ones of
 * test/calc/pricing/american/reference.json, with the prices of the slow solver). Errors are in strikes. Times are medians over the rounds.
 */
export async function run() {
  ensurePeers();
  const folder = path.join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const built = path.join(folder, "american.mjs");
  buildSync({ entryPoints: [path.join(import.meta.dirname, "entry.ts")], bundle: true, format: "esm", platform: "neutral", outfile: built, logLevel: "error" });
  const rounds = Array.from({ length: ROUNDS }, (_, round) => roundOf(round, built));
  console.log("American price                                µs    × ours    median       p99       max  no answer");
  for (const name of Object.keys(PEERS)) printPeer(name, rounds);
  const us = median(rounds.map((round) => round.ours.us));
  const { ours, "ours, accurate": accurate } = rounds[0];
  console.log(`ours against ${LIMITS.us} µs: ${us.toFixed(1)}, ${verdict(us <= LIMITS.us)}; against ${LIMITS.max} strikes: ${verdict(ours.max <= LIMITS.max)}; accurate against ${LIMITS.accurate}: ${verdict(accurate.max <= LIMITS.accurate)}`);
}

function roundOf(round, built) {
  const names = Object.keys(PEERS);
  const turned = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
  return Object.fromEntries(turned.map((name) => [name, JSON.parse(execFileSync(process.execPath, [path.join(import.meta.dirname, "child.mjs"), CASES, built, name], { encoding: "utf8" }))]));
}

function printPeer(name, rounds) {
  const us = median(rounds.map((round) => round[name].us));
  const ratio = median(rounds.map((round) => round[name].us / round.ours.us));
  const { n, median: middle, p99, max, none } = rounds[0][name];
  console.log(`${name.padEnd(40)} ${us.toFixed(1).padStart(7)} ${ratio.toFixed(2).padStart(9)} ${[middle, p99, max].map((error) => error.toExponential(1).padStart(9)).join(" ")} ${`${none}/${n}`.padStart(10)}`);
}

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];
const verdict = (isKept) => (isKept ? "kept" : "MISSED");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
