import { readFileSync } from "node:fs";
import { builtFunctions } from "./builtFunctions.mjs";

const SECONDS = 0.2;

/**
 * Calls per second of each function of the built functions.js, in this process: what a cell costs before Excel's own share of it.
 * The arguments are those of the example in the function's help, so that nothing is measured that no one would type.
 */
export async function run() {
  const functions = builtFunctions();
  const { functions: metadata } = JSON.parse(readFileSync("dist/functions.json", "utf8"));
  console.log("Function                  calls per second      a call");
  for (const { id, description, parameters } of metadata) {
    if (parameters.some(({ dimensionality }) => dimensionality === "matrix")) continue; // whole ranges: the parts "books" and "pricing" measure those
    const example = /Example: =WHEEL\.[A-Z_]+\((.*)\) (?:is (?:-?[\d.]+|"[a-z]+")|spills .+)\.$/.exec(description);
    if (!example || !functions.has(id)) throw new Error(`${id} is not in functions.js, or its help has no example`);
    const rate = callsPerSecond(functions.get(id), JSON.parse(`[${example[1]}]`));
    console.log(`${id.padEnd(22)} ${Math.round(rate).toLocaleString("en").padStart(19)} ${(1e9 / rate).toFixed(0).padStart(8)} ns`);
  }
}

/** Each call gets another first number, and every answer is used, so that no call can be left out. */
function callsPerSecond(code, args) {
  const varied = args.findIndex((each) => typeof each === "number");
  const [before, first, after] = [args.slice(0, varied), args[varied], args.slice(varied + 1)];
  let sum = 0;
  const callsIn = (seconds) => {
    const start = performance.now();
    let calls = 0;
    for (; performance.now() - start < seconds * 1000; calls += BATCH)
      for (let i = 0; i < BATCH; i++) sum += numberIn(code(...before, first * (1 + i * 1e-6), ...after));
    return (calls * 1000) / (performance.now() - start);
  };
  callsIn(SECONDS / 2);
  const rate = callsIn(SECONDS);
  if (!Number.isFinite(sum)) throw new Error("a function answered no number");
  return rate;
}

/** A number, or one that stands for a table or a word. */
function numberIn(answer) {
  return Array.isArray(answer) ? answer.at(-1).at(-1) : typeof answer === "string" ? answer.length : answer;
}

const BATCH = 100;
