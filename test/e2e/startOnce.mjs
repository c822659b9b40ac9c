import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { FLAGS, findBrowser } from "../../scripts/browser.mjs";
import { buildWorkbench } from "../../workbench/build.mjs";
import { startServer } from "../../workbench/server.mjs";

/** Before the first file: the workbench is bundled, and one server and one browser are there for all files. They end with the last one. */
export default async function startOnce() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No browser for the end-to-end tests. Install Chrome, Edge or Chromium, or set CHROMIUM to the path of one.");
  await buildWorkbench();
  const server = await startServer({ port: 0 });
  const browser = await chromium.launchServer({ executablePath, args: FLAGS, headless: true });
  const kept = mkdtempSync(path.join(os.tmpdir(), "workbench-"));
  Object.assign(process.env, { WORKBENCH_URL: server.url, WORKBENCH_BROWSER: browser.wsEndpoint(), WORKBENCH_JOURNAL: path.join(kept, "journal.json") });
  globalThis.endOfWorkbench = async () => {
    await browser.close();
    await server.close();
    rmSync(kept, { recursive: true, force: true });
  };
}
