// Brings a checkout into the state that the other scripts need: packages installed, the add-in built, the workbench bundled.
// Plain Node without packages, because it runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Installs the packages of the lock file, when they are not there or are not the ones it names. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 11)) throw new Error(`Node 20.11 or later is needed; this is ${process.version}.`);
  if (installedAsLocked()) return;
  console.log("installing packages (once, a minute or two) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Builds dist/ when a source of it has changed since the last build. */
export function ensureBuild() {
  const stamp = path.join(root, ".cache", "dist-from");
  const sources = [...filesIn("src"), ...filesIn("assets"), "manifest.xml", "webpack.config.js", "scripts/notice.cjs", "LICENSE", "tsconfig.json", "package-lock.json"].map((file) => path.join(root, file));
  const wanted = hashOf(sources) + (process.env.ADDIN_URL ?? "");
  const built = ["taskpane.html", "functions.js", "functions.json", "manifest.xml"].every((file) => existsSync(path.join(root, "dist", file)));
  if (built && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("building the add-in into dist/ …");
  run(process.execPath, [path.join(root, "node_modules/webpack-cli/bin/cli.js"), "--mode", "production", "--stats", "errors-warnings"]);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Bundles the spreadsheet engine and the workbench's page, when they have changed. */
export async function ensureWorkbench() {
  const { buildWorkbench } = await import(pathToFileURL(path.join(root, "workbench/build.mjs")).href);
  await buildWorkbench();
}

/** Everything that `npm start`, the tests and the bench need. */
export async function ensure() {
  ensurePackages();
  ensureBuild();
  await ensureWorkbench();
}

/** Runs a command in the project's folder; its output is the user's to see, and its failure ends ours. */
export function run(command, args, options = {}) {
  const windows = process.platform === "win32" && command === "npm";
  const { status, error } = spawnSync(windows ? "npm.cmd" : command, args, { cwd: root, stdio: "inherit", shell: windows, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[path.basename(command), ...args.slice(0, 2)].join(" ")} ended with ${status}`);
}

/** npm keeps a copy of what it installed; packages for other machines are optional and stay out of it. */
function installedAsLocked() {
  const packages = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  if (!existsSync(path.join(root, "node_modules/.package-lock.json"))) return false;
  const installed = packages("node_modules/.package-lock.json");
  return Object.entries(packages("package-lock.json")).every(
    ([where, { version, optional, peer }]) => where === "" || optional || installed[where]?.version === version || (peer && !installed[where]),
  );
}

function filesIn(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(path.join(root, file)).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv[2];
  if (only === "packages") ensurePackages();
  else if (only === "build") (ensurePackages(), ensureBuild());
  else await ensure();
}
