// Finds a LibreOffice that is new enough to check our workbooks, or gets one: on Debian as root by apt, from the distribution's own backports.
// `node scripts/office.mjs` prints the path of the one that is there; with "install" it gets one first.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Earlier ones do not know [#All], [#Data], XLOOKUP, FILTER and SORT. */
const NEEDED = [25, 2];

/** The path of soffice, or undefined where none is there that is new enough. */
export function findOffice() {
  const asked = process.env.SOFFICE;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`SOFFICE names ${asked}, which does not exist`);
    return asked;
  }
  return candidates().find((file) => existsSync(file) && isNewEnough(versionOf(file)));
}

/** Finds one or installs one; throws words that say what to do when neither works. */
export function ensureOffice() {
  const found = findOffice();
  if (found) return found;
  const suite = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") ? backports() : null;
  if (suite) {
    console.log(`no LibreOffice ${NEEDED.join(".")} found: installing it from ${suite}`);
    withSuite(suite, () => {
      run("apt-get", ["update", "-qq"]);
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "-t", suite, "libreoffice-calc"]);
    });
  }
  const now = findOffice();
  if (now) return now;
  throw new Error(`No LibreOffice ${NEEDED.join(".")} or later to check the workbooks with. Install it, or set SOFFICE to the path of soffice, and run npm test again.`);
}

function candidates() {
  const onPath = ["soffice", "libreoffice"].flatMap((name) => (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, process.platform === "win32" ? `${name}.com` : name)));
  const usual = ["/Applications/LibreOffice.app/Contents/MacOS/soffice", path.join(process.env.PROGRAMFILES ?? "C:/Program Files", "LibreOffice/program/soffice.com")];
  const others = existsSync("/opt") ? readdirSync("/opt").filter((name) => name.startsWith("libreoffice")).map((name) => `/opt/${name}/program/soffice`) : [];
  return [...onPath, ...usual, ...others];
}

function versionOf(file) {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 60_000 });
  return /LibreOffice (\d+)\.(\d+)/.exec(stdout ?? "")?.slice(1).map(Number) ?? [0, 0];
}

const isNewEnough = ([major, minor]) => major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);

/** "bookworm-backports", on a Debian that has such a suite. */
function backports() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const name = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1];
  return /^ID=debian$/m.test(release) && name ? `${name}-backports` : null;
}

/** Adds the suite beside the one that the machine's own sources name, with the same address and keys, as long as `work` runs. */
function withSuite(suite, work) {
  const added = "/etc/apt/sources.list.d/wheel-journal-backports.sources";
  const own = sources().find((text) => text.includes(suite.replace("-backports", "")));
  if (!own) return work();
  writeFileSync(added, own.replace(/^Suites:.*$/m, `Suites: ${suite}`));
  try {
    work();
  } finally {
    rmSync(added);
  }
}

/** Entries of the machine's package sources in the new form (one paragraph each), the security ones aside. */
function sources() {
  const folder = "/etc/apt/sources.list.d";
  const paragraphs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".sources")).flatMap((name) => readFileSync(path.join(folder, name), "utf8").split(/\n\s*\n/)) : [];
  const old = existsSync("/etc/apt/sources.list") ? readFileSync("/etc/apt/sources.list", "utf8").split("\n").flatMap(asParagraph) : [];
  return [...paragraphs, ...old].filter((text) => /^Suites:/m.test(text) && !/security/.test(text)).map((text) => `${text.trim()}\n`);
}

/** "deb [signed-by=x] address suite parts" in the new form. */
function asParagraph(line) {
  const [, options = "", address, suite, parts] = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line.trim()) ?? [];
  if (!address) return [];
  const key = /signed-by=(\S+)/.exec(options)?.[1];
  return [["Types: deb", `URIs: ${address}`, `Suites: ${suite}`, `Components: ${parts}`, ...(key ? [`Signed-By: ${key}`] : [])].join("\n")];
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) console.error(`${command} ${args[0] ?? ""} failed${error ? `: ${error.message}` : ` with ${status}`}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = process.argv[2] === "install" ? ensureOffice() : findOffice();
  if (found) process.stdout.write(found);
}
