import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const HERE = import.meta.dirname;
const [LOCK, INSTALLED] = [path.join(HERE, "package-lock.json"), path.join(HERE, "node_modules/.package-lock.json")];

/**
 * Loads a package that the bench measures ours against. They live in a folder of their own with a lock of their own: some bring a hundred packages that nobody keeps any
 * more, and what we build and test should not stand beside them.
 */
export const peer = createRequire(path.join(HERE, "package.json"));

/** Installs the peers as their lock has them, when they are not there; none of their scripts is run. */
export function ensurePeers() {
  if (existsSync(INSTALLED) && locked(LOCK).every(([where, version]) => new Map(locked(INSTALLED)).get(where) === version)) return;
  console.log("installing the packages to compare with (once) …");
  const windows = process.platform === "win32";
  const { status, error } = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: HERE, stdio: "inherit", shell: windows });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci of the packages to compare with ended with ${status}`);
}

/** A package that says it is made of ES modules and holds CommonJS: Node refuses it where it stands, and takes a copy of it outside its own folder. */
export function copiedPeer(name) {
  const copy = path.join(HERE, "node_modules/.copies", name);
  cpSync(path.dirname(peer.resolve(name)), copy, { recursive: true });
  return peer(copy);
}

function locked(file) {
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(packages).flatMap(([where, { version, optional }]) => (where === "" || optional ? [] : [[where, version]]));
}
