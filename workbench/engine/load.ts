import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import type * as Headless from "./headless";

/** The headless spreadsheet for Node and jest. Its bundle is built on first use and whenever its sources have changed. */
export function loadHeadless(): typeof Headless {
  const root = path.resolve(__dirname, "../..");
  execFileSync(process.execPath, [path.join(root, "workbench/build.mjs"), "headless"], { stdio: ["ignore", "ignore", "inherit"] });
  return createRequire(__filename)(path.join(root, ".cache/workbench/univer-headless.cjs")) as typeof Headless;
}
