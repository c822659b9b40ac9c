// npm run screenshots: takes the pictures of README and docs in the workbench, never by hand, so that they stay true.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensure } from "./ensure.mjs";
import { ensureBrowser, FLAGS } from "./browser.mjs";

await ensure();
const { startServer } = await import("../workbench/server.mjs");
const server = await startServer({ port: 0 });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
mkdirSync("docs/images", { recursive: true });
try {
  await goldenChain();
  await formula();
} finally {
  await browser.close();
  await server.close();
}

/** Golden chain A logged through the pane, with the sum of its cash. */
async function goldenChain() {
  const { page, pane } = await open(1860, 860);
  await page.getByRole("button", { name: "Log trade", exact: true }).first().click();
  const legs = JSON.parse(readFileSync("test/fixtures/goldenChainA.json", "utf8"));
  for (const [index, { fields }] of legs.entries()) {
    const { action, type, ...typed } = fields;
    await pane.locator("[name=action]").selectOption(action);
    await pane.getByRole("radio", { name: type, exact: true }).check();
    for (const [name, text] of Object.entries(typed)) await pane.locator(`input[name=${name}]:not([type=radio])`).fill(text);
    if (index === 0) await paneAlone(page, "pane-log");
    await pane.locator("footer").getByRole("button", { name: /log trade$/i }).click();
    await page.waitForFunction((address) => window.workbench.tables().some((table) => table.name === "Trades" && table.address === address), `A4:S${5 + index}`);
    await pane.locator("[name=action]:enabled").waitFor();
  }
  await page.evaluate(async () => {
    await window.workbench.type("Trades", "L16", "Sum of Cash, by the sheet's own formula");
    await window.workbench.type("Trades", "N16", "=SUM(Trades[Cash])");
    await window.workbench.select("Trades", "N16");
  });
  await pane.getByRole("navigation").getByText("Journal", { exact: true }).click();
  await pane.getByText("564.15").first().waitFor();
  await page.waitForTimeout(800); // the canvas paints after the answer
  await page.screenshot({ path: "docs/images/golden-chain.png" });
}

/** A formula while it is typed, with its help. */
async function formula() {
  const { page } = await open(1300, 620);
  await page.evaluate(() => {
    window.workbench.select("Sheet1", "B3");
    window.workbench.focus();
  });
  await page.keyboard.type("=WHEEL.CSP_", { delay: 40 });
  await page.getByText("WHEEL.CSP_BREAKEVEN").first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "docs/images/formula.png" });
}

async function open(width, height) {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, locale: "en-US" })).newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => window.workbench);
  await page.evaluate(() => window.workbench.ready);
  await page.getByRole("button", { name: "Close this card" }).click();
  return { page, pane: page.frame({ name: await page.evaluate(() => window.workbench.paneFrame) }) };
}

/** The pane alone, as high as its form needs. */
async function paneAlone(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: before.width, height: 1750 });
  await page.waitForTimeout(400);
  await page.locator("aside iframe").screenshot({ path: `docs/images/${name}.png` });
  await page.setViewportSize(before);
}
