import { chromium } from "playwright-core";
import { ensureBrowser, FLAGS } from "../scripts/browser.mjs";
import { startServer } from "../workbench/server.mjs";
import { longLog } from "./longLog.mjs";

/** Opens the workbench in Chromium and times what a user waits for; writes go through the real office.js in the pane's frame. */
export async function run() {
  const server = await startServer({ port: 0 });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } })).newPage();
    const opened = Date.now();
    await page.goto(server.url);
    await page.waitForFunction(() => window.workbench);
    await page.evaluate(() => window.workbench.ready);
    console.log("In the workbench, in Chromium");
    line("open the page → functions answer", Date.now() - opened);
    const pane = page.frame({ name: await page.evaluate(() => window.workbench.paneFrame) });

    const sheet = await pane.evaluate(() => Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Bench");
      added.activate();
      added.load("name");
      await context.sync();
      return added.name;
    }));
    line("one function typed → answered", await timed(() => page.evaluate((name) => window.workbench.type(name, "A1", "=WHEEL.CSP_BREAKEVEN(50,1.25)"), sheet)));
    let column = 2;
    for (const count of [200, 1000, 2000]) {
      const took = await formulas(page, pane, sheet, column, count);
      column += 2;
      line(`${count} functions written at once → all answered`, took, `${Math.round((count / took) * 1000)} cells a second`);
    }
    for (const rows of [1000, 10_000]) {
      const took = await timed(() => pane.evaluate(([count, at]) => Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Bench").getRangeByIndexes(0, at, count, 8).values = Array.from({ length: count }, (_, i) => Array.from({ length: 8 }, (_, j) => i * 8 + j));
        await context.sync();
      }), [rows, 20]));
      line(`${rows} × 8 values written through office.js`, took, `${Math.round((rows * 8 / took) * 1000)} cells a second`);
    }
    // its functions would wait for ever in the window into which the add-in does not come
    await pane.evaluate((name) => Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    }), sheet);
    await longLog(page, pane, line);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function formulas(page, pane, sheet, column, count) {
  await page.waitForTimeout(300);
  return timed(async () => {
    await pane.evaluate(([name, at, rows]) => Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).getRangeByIndexes(0, at, rows, 1).formulas = Array.from({ length: rows }, (_, i) => [`=WHEEL.CSP_BREAKEVEN(${i + 100},1)`]);
      await context.sync();
    }), [sheet, column, count]);
    const address = `${letter(column)}1:${letter(column)}${count}`;
    await page.waitForFunction(async ([name, at]) => {
      const cells = await window.workbench.read(name, at);
      return cells.every(([cell], i) => cell.value === i + 99);
    }, [sheet, address], { polling: 20, timeout: 60_000 });
  });
}

const letter = (column) => String.fromCharCode(65 + column);
const timed = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const line = (what, ms, note = "") => console.log(`${what.padEnd(60)} ${ms.toFixed(0).padStart(7)} ms  ${note}`);
