// Serves the built add-in and the workbench on a free port until its parent goes, and says where, and with which browser to open it.
import { findBrowser } from "../../scripts/browser.mjs";
import { startServer } from "../../workbench/server.mjs";

const { url } = await startServer({ port: 0 });
console.log(JSON.stringify({ url, browser: findBrowser() ?? null }));
process.stdin.resume();
process.stdin.on("end", () => process.exit());
