// npm run docs: the function reference from the JSDoc that Excel shows: docs/functions.md, assets/functions.html (the help page that
// Excel opens) and the table in README.md. With --check nothing is written, and the exit code is 1 when one of them is stale.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { htmlPage } from "./docs/html.mjs";
import { markdownPage, markdownTable } from "./docs/markdown.mjs";
import { readFunctions } from "./docs/read.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const MARKED = /(<!-- functions:begin -->)[\s\S]*?(<!-- functions:end -->)/;

const sections = await readFunctions(path.join(root, "src/functions"));
const wanted = {
  "docs/functions.md": () => markdownPage(sections),
  "assets/functions.html": () => htmlPage(sections),
  "README.md": (text) => {
    if (!MARKED.test(text)) throw new Error("README.md has no <!-- functions:begin --> … <!-- functions:end -->");
    return text.replace(MARKED, (_, begin, end) => `${begin}\n${markdownTable(sections)}${end}`);
  },
};

const checking = process.argv.includes("--check");
const stale = [];
for (const [name, write] of Object.entries(wanted)) {
  const file = path.join(root, name);
  const now = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  const text = write(now);
  if (text === now) continue;
  stale.push(name);
  if (!checking) fs.writeFileSync(file, text);
}
if (checking && stale.length) {
  process.stderr.write(`Stale: ${stale.join(", ")}. Run: npm run docs\n`);
  process.exitCode = 1;
}
