// npm start: installs and builds what is missing or old, serves the add-in and the workbench, and opens a browser where there is one.
import { spawn } from "node:child_process";
import { ensure } from "./ensure.mjs";

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`PORT must be a number up to 65535, not ${process.env.PORT}`);

try {
  await ensure();
  const { startServer } = await import("../workbench/server.mjs");
  const server = await startServer({ port });
  console.log(`\n  Wheel Journal is at  ${server.url}\n`);
  if (!server.trusted) console.log("  The browser warns once, because the certificate was made on this machine: choose Advanced, then Proceed to localhost.");
  console.log("  Ctrl+C ends it.\n");
  openBrowser(server.url);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  fail(error.message);
}

function fail(words) {
  console.error(`\n  ${words}\n`);
  process.exit(1);
}

/** BROWSER=none or --no-browser opens none; BROWSER=<program> opens that one; a Linux without a screen has none. */
function openBrowser(url) {
  const asked = process.env.BROWSER;
  if (asked === "none" || process.argv.includes("--no-browser") || process.env.CI) return;
  if (!asked && process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...before] = asked ? [asked] : { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...before, url], { stdio: "ignore", detached: true });
  child.once("error", () => console.log(`  No browser could be opened; type the address yourself.`));
  child.unref();
}
