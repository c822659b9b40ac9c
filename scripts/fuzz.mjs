// npm run fuzz: throws far more at the add-in than npm test does, with another seed each time.
//   npm run fuzz -- --inputs 2000000 --seed 42 --only OPT_
// The seed is printed: the same seed and number of inputs give the same run.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages, root } from "./ensure.mjs";

const { values } = parseArgs({ options: { inputs: { type: "string", default: "1000000" }, seed: { type: "string", default: String(randomInt(2 ** 31)) }, only: { type: "string", default: "" } } });
for (const name of ["inputs", "seed"]) if (!/^\d{1,10}$/.test(values[name])) throw new Error(`--${name} must be a whole number`);
ensurePackages();
const env = { ...process.env, FUZZ_SEED: values.seed, FUZZ_INPUTS: values.inputs, FUZZ_ONLY: values.only, FUZZ_TALKS: "1" };
const { status } = spawnSync(process.execPath, [path.join(root, "node_modules/jest/bin/jest.js"), "test/fuzz/fuzz.test.ts", "--selectProjects", "node"], { cwd: root, stdio: "inherit", env });
process.exitCode = status ?? 1;
