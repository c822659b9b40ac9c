import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FILES } from "./metadata";

const ROOT = path.resolve(__dirname, "../..");
const check = (root: string) => spawnSync(process.execPath, [path.join(root, "scripts/docs.mjs"), "--check"], { encoding: "utf8" });

test("docs/functions.md, the help page and the README's table are made from today's JSDoc (else: npm run docs)", () => {
  const { stderr, status } = check(ROOT);
  expect([stderr, status]).toEqual(["", 0]);
}, 30_000);

test("the check can fail: a changed description makes all three stale", () => {
  const copy = mkdtempSync(path.join(tmpdir(), "docs-"));
  try {
    for (const part of ["scripts", "src/functions", "docs/functions.md", "assets/functions.html", "README.md"]) cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
    const file = path.join(copy, "src/functions/put.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace("neither gains nor loses", "neither wins nor loses"));
    const { stderr, status } = check(copy);
    expect([stderr, status]).toEqual(["Stale: docs/functions.md, assets/functions.html, README.md. Run: npm run docs\n", 1]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 30_000);

test("the help page has a place for every help address, and neither script nor anything loaded", () => {
  const page = readFileSync(path.join(ROOT, "assets/functions.html"), "utf8");
  const source = FILES.map((file) => readFileSync(file, "utf8")).join("");
  const anchors = [...source.matchAll(/@helpurl \S+#(\w+)/g)].map(([, anchor]) => anchor);
  expect(anchors.length).toBeGreaterThanOrEqual(26);
  for (const anchor of anchors) expect(page).toContain(`id="${anchor}"`);
  expect(page).not.toMatch(/<script|src=|url\(|@import|https?:/);
});
