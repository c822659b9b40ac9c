import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const check = (...where: string[]) => spawnSync(process.execPath, [path.resolve(__dirname, "../../scripts/reference/make.mjs"), "--check", ...where], { encoding: "utf8" });

test("the stored reference values are those that scripts/reference makes, digit by digit", () => {
  const { stderr, status } = check();
  expect([stderr, status]).toEqual(["", 0]);
}, 120_000);

test("the check can fail: one digit of one value", () => {
  const copy = mkdtempSync(path.join(tmpdir(), "reference-"));
  try {
    const file = path.join(copy, "normal.json");
    copyFileSync(path.join(__dirname, "normal.json"), file);
    writeFileSync(file, readFileSync(file, "utf8").replace(/(\d)e-2/, (_, digit: string) => `${(Number(digit) + 1) % 10}e-2`));
    const { stderr, status } = check(copy, "normal.json");
    expect([stderr, status]).toEqual(["normal.json is not what scripts/reference makes\n", 1]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
