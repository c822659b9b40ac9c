// npm run screenshots: takes the pictures of README and docs in the workbench, never by hand, so that they stay true.
import { mkdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { ensure } from "./ensure.mjs";
import { ensureBrowser, FLAGS } from "./browser.mjs";

await ensure();
/** The exchange's days, as the add-in knows them. */
const { tradingDayUpTo } = await calendar();
const { startServer } = await import("../workbench/server.mjs");
const server = await startServer({ port: 0 });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
mkdirSync("docs/images", { recursive: true });
try {
  await goldenChain();
  await formula();
  await sampleYear();
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

/** The sample year: the first page, what is open, a roll by new quotes, the next put, and the book in a fall. */
async function sampleYear() {
  const { page, pane } = await open(1500, 940);
  await page.evaluate(() => window.workbench.openPane());
  await pane.getByRole("button", { name: /sample year/ }).first().click();
  await pane.getByText(/Loaded a made-up year/).waitFor({ timeout: 120_000 });
  await pane.getByRole("button", { name: "Dismiss this message" }).click();
  for (const [sheet, width] of [["Dashboard", 1860], ["Positions", 1500]]) {
    await page.setViewportSize({ width, height: 940 });
    await page.evaluate((name) => window.workbench.select(name, "A1"), sheet);
    await pane.getByRole("navigation").getByText("Positions", { exact: true }).click();
    await page.waitForTimeout(2500); // charts and the canvas paint after the answer
    await page.screenshot({ path: `docs/images/${sheet.toLowerCase()}.png` });
  }
  await rollChoices(page, pane);
  await nextPut(page, pane);
  await pane.getByRole("radio", { name: "The book" }).check();
  await pane.getByRole("radio", { name: "Falls" }).check();
  await pane.getByRole("table", { name: "The book after the fall" }).waitFor();
  await fromTop(page, pane, "plan-book");
}

/** The first open put, by quotes around its strike. */
async function rollChoices(page, pane) {
  await pane.getByRole("button", { name: /× [\d.]+ put/ }).first().click();
  await pane.getByRole("button", { name: "Roll", exact: true }).click();
  const strike = Number(/ ([\d.]+) put/.exec(await pane.getByRole("heading", { level: 2 }).first().innerText())[1]);
  await pane.locator("[name=price]").fill(price(0.035 * strike));
  await pane.getByRole("button", { name: "Compare rolls by new quotes" }).click();
  const quotes = [[44, 1, 0.052], [44, 0.96, 0.042], [44, 0.92, 0.026], [60, 0.96, 0.048]].map(([days, part, worth]) => quote(days, Math.round(strike * part * 2) / 2, worth * strike));
  await pane.locator("[name=quotes]").fill(chain(...quotes));
  await pane.getByRole("radio", { name: /^Roll out and down/ }).first().check();
  await fromTop(page, pane, "roll-choices");
}

/** A stock of the Watchlist, and puts below its price. */
async function nextPut(page, pane) {
  await pane.getByRole("navigation").getByText("Plan", { exact: true }).click();
  await pane.locator("main form button, fieldset button").filter({ hasText: /^[A-Z]{1,5}$/ }).first().click();
  const spot = Number(/Price\s+([\d.]+)/.exec(await pane.getByRole("region", { name: "On your Watchlist" }).innerText())[1]);
  await pane.locator("footer button[type=submit]").click();
  await pane.locator("[name=target]").fill(String(spot));
  await pane.locator("footer button[type=submit]").click();
  const puts = [[32, 0.95, 0.013, -0.24], [32, 0.92, 0.008, -0.16], [39, 0.95, 0.016, -0.26], [39, 0.9, 0.0075, -0.14], [39, 0.98, 0.024, -0.38]].map(([days, part, worth, delta]) => quote(days, Math.round(spot * part * 2) / 2, worth * spot, delta));
  await pane.locator("[name=quotes]").fill(chain(...puts));
  await pane.getByRole("radio", { name: /^1\. / }).check();
  await pane.getByRole("button", { name: /^By expiration/ }).click();
  await fromTop(page, pane, "plan");
}

/** The pane alone, from its first line on. */
async function fromTop(page, pane, name) {
  await pane.evaluate(() => document.querySelector("main").scrollTo({ top: 0 }));
  await paneAlone(page, name);
}

/** Quotes as a broker's page gives them to the clipboard. */
function chain(...rows) {
  return ["Expiry\tStrike\tType\tBid\tAsk\tOpen interest\tDelta", ...rows].join("\n");
}

function quote(days, strike, worth, delta = "") {
  return [expiryIn(days), strike, "Put", price(worth), price(worth * 1.02 + 0.025), 840, delta].join("\t");
}

/** The first Friday after so many days, or the last trading day before it. Excel counts days from 1899-12-30, a Saturday. */
function expiryIn(days) {
  const [day, epoch] = [86_400_000, Date.UTC(1899, 11, 30)];
  const earliest = Math.floor((Date.now() - epoch) / day) + days;
  const friday = earliest + ((13 - (earliest % 7)) % 7);
  return new Date(epoch + tradingDayUpTo(friday) * day).toISOString().slice(0, 10);
}

async function calendar() {
  const { outputFiles } = await build({ entryPoints: ["src/calc/calendar.ts"], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** In steps of five cents. */
function price(dollars) {
  return (Math.round(dollars * 20) / 20).toFixed(2);
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
