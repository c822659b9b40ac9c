// npm run template: writes the journal as real .xlsx files, empty and with the sample year, into templates/ (or the folder that is named).
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ensurePackages, root } from "./ensure.mjs";

ensurePackages();
const { build } = await import("esbuild");
const bundle = path.join(root, ".cache/workbench/template.cjs");
await build({ entryPoints: [path.join(root, "workbench/template/index.ts")], outfile: bundle, bundle: true, platform: "node", target: "node20", format: "cjs", packages: "external", logLevel: "error" });
const { templates } = createRequire(import.meta.url)(bundle);
const folder = path.resolve(process.argv[2] ?? path.join(root, "templates"));
mkdirSync(folder, { recursive: true });
// Excel's number of the day on this machine's clock, or of the one that builders who want the same bytes again say in SOURCE_DATE_EPOCH
const now = process.env.SOURCE_DATE_EPOCH ? new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000) : new Date();
const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
for (const { file, bytes } of await templates(day)) {
  writeFileSync(path.join(folder, file), bytes);
  console.log(`${path.join(folder, file)}  ${Math.round(bytes.length / 1024)} kB`);
}
// the spreadsheet engine keeps timers
process.exit(0);
