import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import type * as Headless from "./headless";

/** The headless spreadsheet for Node and jest. Its bundle is built on first use and whenever its sources have changed; under jest that is seen to before the first test. */
export function loadHeadless(): typeof Headless {
  const root = path.resolve(__dirname, "../..");
  if (process.env.WORKBENCH_HEADLESS !== "built") execFileSync(process.execPath, [path.join(root, "workbench/build.mjs"), "headless"], { stdio: ["ignore", "ignore", "inherit"] });
  return createRequire(__filename)(path.join(root, ".cache/workbench/univer-headless.cjs")) as typeof Headless;
}
