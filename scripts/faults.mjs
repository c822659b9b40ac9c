// npm run faults: lets every request of every action go wrong with every code that Excel has, and in every other way. npm test tries them in turn.
//   npm run faults -- --only "Undo of a roll"
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages, root } from "./ensure.mjs";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
ensurePackages();
const args = ["test/actions/faults/faults.test.ts", "--selectProjects", "node", ...(values.only ? ["--testNamePattern", values.only] : [])];
const { status } = spawnSync(process.execPath, [path.join(root, "node_modules/jest/bin/jest.js"), ...args], { cwd: root, stdio: "inherit", env: { ...process.env, FAULTS: "every way" } });
process.exitCode = status ?? 1;
