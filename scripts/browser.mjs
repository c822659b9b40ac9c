// Finds a Chromium that is there, or gets one: a system Chrome, Edge or Chromium first, on Debian as root by apt, else Playwright's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Flags that keep a headless browser quiet and offline. */
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-features=Translate",
];

/** The path of a browser that Playwright can drive, or undefined. */
export function findBrowser() {
  const asked = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM names ${asked}, which does not exist`);
    return asked;
  }
  return [...installed(), ...playwrightsOwn()].find((file) => file && existsSync(file));
}

/** Finds a browser or installs one. Throws words that say what to do when neither works. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("no browser found: installing Chromium from Debian's packages");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"]);
  } else {
    console.log("no browser found: asking Playwright to download its Chromium");
    run(process.execPath, [path.resolve("node_modules/playwright-core/cli.js"), "install", "chromium"]);
  }
  const now = findBrowser();
  if (now) return now;
  throw new Error("No browser for the end-to-end tests. Install Chrome, Edge or Chromium, or set CHROMIUM to the path of one, and run npm test again.");
}

function installed() {
  const onPath = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"].flatMap((name) =>
    (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name)),
  );
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter(Boolean);
  switch (process.platform) {
    case "darwin":
      return ["Google Chrome", "Microsoft Edge", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case "win32":
      return programs.flatMap((folder) => [path.join(folder, "Google/Chrome/Application/chrome.exe"), path.join(folder, "Microsoft/Edge/Application/msedge.exe")]);
    default:
      return onPath;
  }
}

function playwrightsOwn() {
  const answer = spawnSync(process.execPath, ["-e", "process.stdout.write(require('playwright-core').chromium.executablePath())"], { encoding: "utf8" });
  return answer.status === 0 ? [answer.stdout] : [];
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) console.error(`${command} ${args[0] ?? ""} failed${error ? `: ${error.message}` : ` with ${status}`}`);
}
