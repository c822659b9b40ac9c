import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGETS = [
  ["functions.js", ["functions.js"], 30_000],
  ["before the first function can be called", ["functions.js", "main.js"], 45_000],
  ["functions of whole ranges, fetched by the first", ["ranges.js"], 45_000],
  ["the pane, loaded when it is shown", ["pane.js"], 180_000],
];

/** Bytes of what ships, gzip -9, beside their budgets. */
export async function run() {
  console.log("What ships                                            min      gzip    budget");
  for (const [name, files, budget] of BUDGETS) {
    const contents = files.map((file) => readFileSync(`dist/${file}`));
    const bytes = contents.reduce((sum, content) => sum + content.length, 0);
    const packed = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
    console.log(`${name.padEnd(48)} ${kB(bytes)} ${kB(packed)} ${kB(budget)}  ${packed <= budget ? "within" : "OVER"}`);
  }
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
