// npm test: everything that must hold, from a fresh clone. Installs what is missing, then lint, types, build and import rules, tests
// without a browser, tests in Chromium; closes with one line of totals.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensurePackages, ensureWorkbench, root } from "./ensure.mjs";

const totals = { passed: 0, failed: 0, skipped: 0 };
const skips = [];
const began = Date.now();
/** Tests make and drop many small objects: with more room for the young ones they take 7 % less time. */
const ROOM = "--max-semi-space-size=64";
const bin = (file) => path.join(root, "node_modules", file);

await step("packages", () => ensurePackages());
// each of them keeps one core busy; the longest first
await checks([
  ["lint", bin("eslint/bin/eslint.js"), [".", "--max-warnings", "0"]],
  ["types", bin("typescript/bin/tsc"), ["--noEmit"]],
  ["build", path.join(root, "scripts/ensure.mjs"), ["build"]],
  ["import rules", bin("dependency-cruiser/bin/dependency-cruise.mjs"), ["src", "workbench", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]],
]);
await step("workbench", () => ensureWorkbench());
await step("LibreOffice", async () => {
  const { ensureOffice } = await import("./office.mjs");
  try {
    process.env.SOFFICE = ensureOffice();
    console.log(`  ${process.env.SOFFICE}`);
  } catch (error) {
    // without it everything else can still be tested: the referee's tests are skipped, and named at the end
    console.log(`  ${error.message}`);
  }
});
jest("tests without a browser", ["--selectProjects", "node", "pane", "--maxWorkers", "100%"]);
const hasBrowser = await step("browser", async () => {
  const { ensureBrowser } = await import("./browser.mjs");
  process.env.CHROMIUM = await ensureBrowser();
  console.log(`  ${process.env.CHROMIUM}`);
});
if (hasBrowser) jest("tests in the workbench", ["--selectProjects", "e2e", "--maxWorkers", "2", "--forceExit"]);
else skips.push("tests in the workbench: all of them, because there is no browser");

if (skips.length) console.log(`\nskipped:\n${skips.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed ? 1 : 0;

async function step(name, work) {
  const from = Date.now();
  try {
    await work();
    return report(name, true, from);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return report(name, false, from);
  }
}

/** Runs scripts side by side, one a core; what each of them says stands together, above its line. */
async function checks(all) {
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), all.length) }, work));
}

async function check(name, script, args) {
  const from = Date.now();
  const { ok, said } = await new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ ok: false, said: error.message }));
    child.on("close", (status) => resolve({ ok: status === 0, said: Buffer.concat(parts).toString().trim() }));
  });
  if (said) console.log(said);
  report(name, ok, from);
}

function report(name, ok, from) {
  totals[ok ? "passed" : "failed"]++;
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  return ok;
}

/** Counts every test; a run that wrote no result, or a file that could not be loaded, is a failure. */
function jest(name, args) {
  const from = Date.now();
  const file = path.join(root, ".cache", `${name.replaceAll(" ", "-")}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [bin("jest/bin/jest.js"), ...args, "--json", "--outputFile", file], { cwd: root, stdio: ["inherit", "ignore", "inherit"], env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} ${ROOM}`.trim() } });
  if (!existsSync(file)) return report(name, false, from);
  const result = JSON.parse(readFileSync(file, "utf8"));
  const broken = result.testResults.filter((suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + broken.length + (status !== 0 && !result.numFailedTests && !broken.length ? 1 : 0);
  totals.skipped += result.numPendingTests + result.numTodoTests;
  for (const suite of result.testResults)
    for (const test of suite.assertionResults) if (test.status === "pending") skips.push(`${path.relative(root, suite.name)}: ${test.fullName}`);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}: ${result.numPassedTests} of ${result.numTotalTests} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}
