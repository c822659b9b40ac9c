// The same chain pasted into the guide, in Chromium: how long the pane is deaf, by the browser's own count of long tasks (over 50 ms) and of what a key waits for its picture.
import { chromium } from "playwright-core";
import { ensureBrowser, FLAGS } from "../scripts/browser.mjs";
import { startServer } from "../workbench/server.mjs";

const LONGEST_TASK = 100;
const LONGEST_KEY = 50;

export async function inThePane(chain) {
  const server = await startServer({ port: 0 });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => window.workbench);
    await page.evaluate(() => window.workbench.ready);
    await page.evaluate(() => window.workbench.openPane());
    const pane = page.frame({ name: await page.evaluate(() => window.workbench.paneFrame) });
    await pane.getByRole("button", { name: "Lay out the journal" }).click();
    await pane.getByText(/Added .*Watchlist/).waitFor({ timeout: 120_000 });
    await pane.getByRole("button", { name: "Plan a put", exact: true }).or(pane.getByRole("tab", { name: /Plan/ })).first().click();
    await pane.locator("[name=ticker]").fill("SPX");
    await pane.locator("[name=ticker]").press("Enter");
    await pane.locator("[name=target]").press("Enter");
    await pane.locator("[name=quotes]").waitFor();
    await page.waitForTimeout(1500);

    await watch(pane);
    const text = chain.map((cells) => cells.join("\t")).join("\n");
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await pane.locator("[name=quotes]").focus();
    const from = Date.now();
    await page.keyboard.press("Control+V");
    await pane.getByText(/ in \d+ expirations/).waitFor();
    const read = Date.now() - from;
    await pane.locator("[name=spot]").focus();
    await page.keyboard.type("650");
    await pane.getByRole("heading", { name: /your rules$/ }).waitFor();
    await page.waitForTimeout(500);
    const pasted = await watched(pane);
    console.log(`  pasted into the pane: read after ${read} ms; longest task ${pasted.tasks} ms (over 50 ms: ${pasted.count}): ${pasted.tasks <= LONGEST_TASK ? "kept" : "MISSED"}`);

    await pane.getByRole("button", { name: /^Rules: / }).click();
    const waits = [];
    for (const [field, keys] of [["spot", "1"], ["Days to", "0"], ["Most |delta|", "5"], ["Most spread of mid", "1"], ["spot", "2"]]) {
      await pane.locator(`[name="${field}"]`).focus();
      await page.keyboard.press("End");
      await watched(pane);
      await page.keyboard.press(keys);
      await page.waitForTimeout(600);
      const { tasks, keys: wait } = await watched(pane);
      waits.push(`${field} ${wait} ms (longest task ${tasks})`);
    }
    console.log(`  a key in a field until its picture, limit ${LONGEST_KEY} ms: ${waits.join("; ")}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Counts from here on. */
function watch(pane) {
  return pane.evaluate(() => {
    window.benchWatch = { tasks: [], keys: [] };
    new PerformanceObserver((list) => window.benchWatch.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: "longtask" });
    new PerformanceObserver((list) => window.benchWatch.keys.push(...list.getEntries().filter(({ name }) => /^key|input/.test(name)).map(({ duration }) => Math.round(duration)))).observe({ type: "event", durationThreshold: 16 });
  });
}

/** What was counted since the last time. */
function watched(pane) {
  return pane.evaluate(() => {
    const { tasks, keys } = window.benchWatch;
    window.benchWatch.tasks = [];
    window.benchWatch.keys = [];
    return { tasks: Math.max(0, ...tasks), count: tasks.length, keys: Math.max(0, ...keys) };
  });
}
