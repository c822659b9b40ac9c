// A log of 50,000 rows in a workbook without a window, through Microsoft's office.js: written, read, reported, taken back. What passes 5 MB the host refuses, as Excel on the web does.
// Time by the clock and of the processor, requests, the largest of them and of their answers, memory at its highest. The memory grid calculates nothing: this is the add-in's part of it.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { log } from "./wheels.mjs";

const root = path.resolve(import.meta.dirname, "..");
const ROWS = Number(process.env.LOAD_ROWS ?? 50_000);
const LIMIT = 5 * 1024 * 1024;

export async function run() {
  const { actions, excelInNode } = await bundled();
  const excel = await excelInNode();
  const uninstall = excel.install();
  try {
    console.log(`A log of ${ROWS.toLocaleString("en")} rows, in Node, through office.js; Excel on the web's limit is ${mb(LIMIT)} a request and an answer`);
    const trades = log(ROWS).map(({ trade }) => trade);
    const day = Math.max(...trades.map(({ date }) => date));
    await actions.layOutJournal(day);
    let pieces = 0;
    actions.watchProgress(() => pieces++);
    let done;
    await measured(excel, "logged, and all reports built", async () => (done = await actions.logTrades(trades, day)));
    expect(done.words.startsWith(`Logged ${ROWS.toLocaleString("en-US")} rows.`) && !/not up to date/.test(done.words), done.words);
    await measured(excel, "read, as the pane reads it", async () => {
      const { trades: read, problems, stale } = await actions.readJournal();
      expect(read.length === ROWS && problems.length === 0 && stale === false, `${read.length} trades, ${problems.length} problems, stale: ${stale}`);
    });
    await measured(excel, "Refresh: nothing to write", () => actions.refresh(day));
    await measured(excel, "one trade more, and the reports", () => actions.logTrades([{ ...trades[0], date: day, ticker: "NEW" }], day));
    await measured(excel, "Undo of all of them", () => done.undo());
    console.log(`  progress was told ${pieces} times`);
  } finally {
    uninstall();
  }
}

/** The actions as they stand in src, and the workbench's host, as one file: they share the globals in which office.js is looked for. */
async function bundled() {
  const outfile = path.join(root, ".cache/bench/load.cjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  const contents = `export * as actions from "./src/actions"; export { excelInNode } from "./workbench/harness/inNode";`;
  await esbuild.build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "error", external: ["@microsoft/office-js"] });
  const { default: loaded } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return loaded;
}

async function measured(excel, what, work) {
  excel.requests.length = 0;
  let most = process.memoryUsage().rss;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const [wall, { user, system }] = [performance.now() - from, process.cpuUsage(before)];
  clearInterval(watching);
  const requests = excel.requests.filter(({ housekeeping }) => !housekeeping);
  const [request, answer] = ["bytes", "answerBytes"].map((key) => Math.max(...requests.map((one) => one[key])));
  const verdict = request <= LIMIT && answer <= LIMIT ? "within" : "OVER";
  console.log(`  ${what.padEnd(32)} ${seconds(wall)} (processor ${seconds((user + system) / 1000)}), ${String(requests.length).padStart(3)} requests, largest ${mb(request)}, answer ${mb(answer)}: ${verdict}; memory ${mb(Math.max(most, process.memoryUsage().rss))}`);
}

function expect(holds, words) {
  if (!holds) throw new Error(`the load went wrong: ${words}`);
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
const mb = (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
