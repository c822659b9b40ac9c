// npm run excel: sideloads the built add-in into Excel on this Windows or Mac, and serves it until Ctrl+C. npm run excel:stop takes it out of Excel again.
import { spawnSync } from "node:child_process";
import { ensureBuild, ensurePackages } from "./ensure.mjs";

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("Excel for the desktop is there on Windows and Mac only. On this machine: npm start opens the workbench, and the README says how to upload the manifest to Excel on the web.");
  process.exit(1);
}

// Microsoft's own tool registers the manifest and opens Excel; it is fetched on demand because it brings native modules along.
const debugging = (...args) => spawnSync("npx", ["--yes", "office-addin-debugging@7.0.0", ...args], { stdio: "inherit", shell: process.platform === "win32" }).status;

if (process.argv[2] === "stop") process.exit(debugging("stop", "manifest.xml") ?? 1);
ensurePackages();
ensureBuild();
// Excel opens no page whose certificate this machine does not trust; Microsoft's tool makes one and asks the user once.
const { default: certificates } = await import("office-addin-dev-certs");
await certificates.ensureCertificatesAreInstalled();
const { startServer } = await import("../workbench/server.mjs");
const { origin, close } = await startServer();
console.log(`serving the add-in at ${origin}`);

const status = debugging("start", "manifest.xml", "desktop", "--app", "excel", "--no-debug");
if (status !== 0) {
  console.error("Excel could not be started with the add-in. The README's section on sideloading has the steps by hand.");
  await close();
  process.exit(1);
}
console.log("Excel has the add-in while this runs. Ctrl+C stops serving; npm run excel:stop takes the add-in out of Excel again.");
