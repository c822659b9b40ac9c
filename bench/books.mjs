// Books and all reports for logs of 1,000, 10,000 and 100,000 facts, and how the time grows; then each report as a cell calls it, over 10,000 rows.
// Budgets: 50 ms for 10,000, 500 ms for 100,000, exponent ≤ 1.1.
import { mkdirSync } from "node:fs";
import os from "node:os";
import { pathToFileURL } from "node:url";
import path from "node:path";
import esbuild from "esbuild";
import { builtFunctions } from "./builtFunctions.mjs";
import { log, typedCells } from "./wheels.mjs";

const root = path.resolve(import.meta.dirname, "..");
const SIZES = [1_000, 10_000, 100_000];
const BUDGETS = { 10_000: 50, 100_000: 500 };
const MOST_GROWTH = 1.1;
const RUNS = { 1_000: 60, 10_000: 40, 100_000: 12 };

export async function run() {
  const books = await bundled();
  const times = SIZES.map((size) => measure(books, log(size)));
  console.log(`Books and all reports, both views: the fastest of ${Object.values(RUNS).join(", ")} runs, and the middle one`);
  const [load] = os.loadavg();
  if (load > os.cpus().length) console.log(`  !!! The machine is busy (load ${load.toFixed(1)} on ${os.cpus().length} cores): times by the clock are too long; processor time says more`);
  times.forEach(({ size, best, cpu, middle, what }) => {
    const budget = BUDGETS[size];
    const words = budget ? `, budget ${budget} ms: ${best.all <= budget ? "kept" : "MISSED"}` : "";
    console.log(`  ${size.toLocaleString("en").padStart(8)} facts: ${ms(best.all)} (books ${best.booking.toFixed(1)}, reports ${best.reports.toFixed(1)}; middle ${middle.all.toFixed(1)}; processor ${cpu.toFixed(1)})${words}, ${what}`);
  });
  const [small, large] = [times.at(-2), times.at(-1)];
  const growth = Math.log(large.best.all / small.best.all) / Math.log(large.size / small.size);
  console.log(`  growth exponent from ${small.size.toLocaleString("en")} to ${large.size.toLocaleString("en")}: ${growth.toFixed(2)}, budget ${MOST_GROWTH}: ${growth <= MOST_GROWTH ? "kept" : "MISSED"}`);
  await reportFunctions();
}

/** The calculation module's ledger and reports, as they stand in src. */
export async function bundled() {
  const outfile = path.join(root, ".cache/bench/books.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  const contents = `export { book } from "./src/calc/ledger/book"; export * from "./src/calc/report";`;
  await esbuild.build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, format: "esm", outfile, logLevel: "error" });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

function measure(books, rows) {
  const runs = Array.from({ length: RUNS[rows.length] }, () => once(books, rows)).sort((one, other) => one.all - other.all);
  return { size: rows.length, best: runs[0], cpu: Math.min(...runs.map((one) => one.cpu)), middle: runs[Math.floor(runs.length / 2)], what: runs[0].what };
}

function once(books, rows) {
  const before = process.cpuUsage();
  const started = performance.now();
  const booked = books.book(rows);
  const read = performance.now();
  const [chains, campaigns] = [books.chains(booked), books.campaigns(booked)];
  const others = [books.positions(booked), books.lots(booked), books.problems(booked)];
  const audits = ["income", "tax"].map((view) => [books.audit(booked, view), books.income(booked, "month", view), books.income(booked, "ticker", view)]);
  const ended = performance.now();
  const { user, system } = process.cpuUsage(before);
  if (others.length !== 3 || audits.some(([audit]) => audit.some(({ ok }) => !ok))) throw new Error("the books do not add up");
  const what = `${chains.length.toLocaleString("en")} chains, ${campaigns.length.toLocaleString("en")} campaigns, ${booked.problems.length} problems`;
  return { booking: read - started, reports: ended - read, all: ended - started, cpu: (user + system) / 1000, what };
}

/** Each report of the built functions.js, with the code that it fetches, over a block of 10,000 rows: headers found, rows read and booked, the report, its cells. */
async function reportFunctions() {
  const found = builtFunctions();
  const cells = typedCells(log(10_000));
  console.log("\nEach report as a cell calls it, over 10,000 rows of 13 columns: the fastest of 5 calls");
  for (const id of ["POSITIONS", "LOTS", "CAMPAIGNS", "CAMPAIGN_XIRR", "CHAINS", "INCOME", "AUDIT", "PROBLEMS"]) {
    const call = found.get(id);
    if (!call) throw new Error(`${id} is not in dist/functions.js: build it again`);
    const times = [];
    for (let calls = 0; calls < 5; calls++) {
      const from = performance.now();
      const rows = (await call(cells)).length;
      times.push({ took: performance.now() - from, rows });
    }
    const [best] = times.sort((one, other) => one.took - other.took);
    console.log(`  ${id.padEnd(14)} ${ms(best.took)}, ${(best.rows - 1).toLocaleString("en")} lines`);
  }
}

const ms = (time) => `${time.toFixed(1).padStart(7)} ms`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
