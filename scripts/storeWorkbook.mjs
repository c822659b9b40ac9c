// node scripts/storeWorkbook.mjs: keeps a journal as this version lays it out in test/fixtures/workbooks. Run it once, before the version of the journal is raised.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));
const bundle = path.join(root, ".cache/workbench/storeWorkbook.cjs");
await build({ entryPoints: [path.join(root, "test/fixtures/workbooks/journal.ts")], outfile: bundle, bundle: true, platform: "node", target: "node20", format: "cjs", packages: "external", logLevel: "error" });
const { journalOfThisVersion } = createRequire(import.meta.url)(bundle);
const snapshot = await journalOfThisVersion();
const file = path.join(root, `test/fixtures/workbooks/v${snapshot.version}.json`);
// one line a cell would be long, one line in all could not be looked at
writeFileSync(file, `${Object.entries(snapshot).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",\n").replace(/^/, "{\n")}\n}\n`);
console.log(`${file}  version ${snapshot.version}, ${snapshot.sheets.length} sheets`);
// the spreadsheet engine keeps timers
process.exit(0);
