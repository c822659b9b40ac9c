// npm run release -- --url https://example.org/wheel/
// Builds the add-in for that address and packs what a release holds into release/wheel-journal-<version>.zip. The same source makes the same bytes:
// the day in the templates is that of the last commit, or of SOURCE_DATE_EPOCH. Without --url it is for https://localhost:3000/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages, root, run } from "./ensure.mjs";

const { values } = parseArgs({ options: { url: { type: "string", default: "https://localhost:3000/" }, out: { type: "string", default: path.join(root, "release") } } });
const address = addressOf(values.url);
ensurePackages();
const { archiveOf, fileOf, filesUnder, sha256, withChecksums } = createRequire(import.meta.url)("./release/archive.cjs");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

const work = path.join(root, ".cache/release");
rmSync(work, { recursive: true, force: true });
const isLocal = address === "https://localhost:3000/";
const env = { ...process.env, TZ: "UTC", SOURCE_DATE_EPOCH: String(epoch()), ADDIN_URL: isLocal ? "" : address };
run(process.execPath, [path.join(root, "node_modules/webpack-cli/bin/cli.js"), "--mode", "production", "--output-path", path.join(work, "web"), "--stats", "errors-warnings"], { env });
run(process.execPath, [path.join(root, "scripts/template.mjs"), path.join(work, "templates")], { env });

const read = (file) => readFileSync(path.join(root, file));
const files = withChecksums([
  ...filesUnder(path.join(work, "web"), "web"),
  ...filesUnder(path.join(work, "templates"), "templates"),
  fileOf("manifest.xml", readFileSync(path.join(work, "web/manifest.xml"))),
  fileOf("manifest-localhost.xml", read("manifest.xml")),
  fileOf("NOTICE.txt", readFileSync(path.join(work, "web/NOTICE.txt"))),
  fileOf("LICENSE", read("LICENSE")),
  fileOf("README.txt", read("scripts/release/readme.txt").toString().replaceAll("{version}", version).replaceAll("{address}", address)),
]);
const name = `wheel-journal-${version}`;
const bytes = archiveOf(files, name);
mkdirSync(values.out, { recursive: true });
const archive = path.join(values.out, `${name}.zip`);
writeFileSync(archive, bytes);
writeFileSync(`${archive}.sha256`, `${sha256(bytes)}  ${name}.zip\n`);
console.log(`${archive}\n  ${files.length} files, ${Math.round(bytes.length / 1024)} kB, for ${address}\n  SHA-256 ${sha256(bytes)}`);

/** Where the files will be; Office wants https. */
function addressOf(text) {
  if (!URL.canParse(text)) throw new Error(`--url must be an address such as https://example.org/wheel/, not ${text}`);
  const url = new URL(text);
  if (url.protocol !== "https:" || url.search || url.hash || url.username) throw new Error(`--url must begin with https:// and hold nothing after the path: ${text}`);
  return url.href.replace(/\/*$/, "/");
}

/** Seconds: the moment of the last commit, so that whoever builds it later gets the same bytes. */
function epoch() {
  const { SOURCE_DATE_EPOCH: given } = process.env;
  if (given !== undefined && /^\d+$/.test(given)) return Number(given);
  const { status, stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error("this is no git checkout: say the day of the release in SOURCE_DATE_EPOCH (seconds since 1970)");
  return Number(stdout);
}
