import type { Frame, Page } from "playwright-core";
import { closeAll, openWorkbench } from "./browser";
import { faultsInEveryLook, openNarrowPane, overflows, putOn, tab } from "./narrowPane";

jest.setTimeout(400_000);
afterAll(closeAll);

const primary = (pane: Frame) => pane.locator("footer button").last();
const focused = (pane: Frame) => pane.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent ?? "");

async function typeTrade({ keyboard }: Page, pane: Frame): Promise<void> {
  // Action, Type, Ticker, Contracts, Strike, Expiry, Premium, Fees, Date
  const texts = ["", "", "acme", "2", "50", "02202026", "1.20", "1.30", "01052026"];
  await pane.locator("[name=action]").focus();
  for (const text of texts) {
    if (text) await keyboard.type(text);
    await keyboard.press("Tab");
  }
}

test("every screen passes axe and fits 320 pixels, in light, dark and high contrast: empty, filled, with problems, with what was done", async () => {
  const opened = await openNarrowPane();
  const { page, pane, refused, quiet } = opened;
  const looksGood = async () => {
    await quiet();
    expect(await faultsInEveryLook(opened)).toEqual({});
  };
  await looksGood();
  await pane.getByRole("button", { name: "Load the sample year" }).click();
  await pane.getByText(/made-up year/).waitFor();
  await looksGood();
  await tab(pane, "Settings").click();
  await pane.getByRole("radio", { name: "Net" }).check();
  await looksGood();
  await tab(pane, "Log a trade").click();
  await primary(pane).click();
  await pane.getByText("Type the ticker").waitFor();
  await looksGood();
  await typeTrade(page, pane);
  await pane.getByText("48.8065").waitFor();
  await looksGood();
  expect(refused).toEqual([]);
  await page.context().close();
});

test("the pane opens in Office's theme, and follows it when it changes", async () => {
  const { page, pane } = await openNarrowPane({ theme: "dark" });
  const brightness = () =>
    pane.evaluate(() => {
      const ground = getComputedStyle(document.querySelector("main")!.parentElement!).backgroundColor;
      return (ground.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    });
  expect(await brightness()).toBeLessThan(80);
  await putOn(page, { theme: "light" });
  expect(await brightness()).toBeGreaterThan(200);
  await putOn(page, { theme: "dark" });
  expect(await brightness()).toBeLessThan(80);
  await page.context().close();
});

test("by keyboard alone: lay out, log a trade, take it back", async () => {
  const { page, pane, quiet } = await openNarrowPane();
  const cells = (address: string) => page.evaluate((at) => window.workbench.read("Trades", at), address) as Promise<{ text: string }[][]>;
  await primary(pane).focus();
  await page.keyboard.press("Enter");
  await pane.getByText(/Added Trades/).waitFor();
  await quiet();
  // the button, which kept the focus, is now "Log a trade"; the form takes the focus over from it
  await page.keyboard.press("Enter");
  await pane.locator("[name=action]").waitFor();
  expect(await focused(pane)).toBe("action");
  await typeTrade(page, pane);
  await page.keyboard.press("Enter");
  await pane.getByText(/Logged: Sell to open 2 ACME/).waitFor();
  await quiet();
  const [row = []] = await cells("A5:S5");
  expect(row.map(({ text }) => text).slice(1, 7)).toEqual(["Main", "ACME", "Sell to open", "Put", "2", "50"]);
  // 2 × 100 × 1.20 − 1.30, by the sheet's own formula
  expect(row.map(({ text }) => text)).toContain("238.70");
  // the form is ready for the next leg, and says nothing yet of what is missing
  expect(await focused(pane)).toBe("action");
  expect(await pane.locator("[name=ticker]").inputValue()).toBe("acme");
  expect(await pane.locator("[aria-invalid=true]").count()).toBe(0);

  await pane.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await pane.getByText(/Took back 1 row/).waitFor();
  await quiet();
  expect((await cells("A5:C5")).flat().map(({ text }) => text)).toEqual(["", "", ""]);
  // the button of Undo is gone: the focus went on to the screen, not to nowhere
  expect(await pane.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  await page.context().close();
});

test("one stop of Tab for put and call, arrow keys between them, Esc empties the form and stays in the pane", async () => {
  const { page, pane } = await openNarrowPane();
  await tab(pane, "Log a trade").click();
  await pane.locator("[name=action]").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  expect(await pane.getByRole("radio", { name: "Call" }).isChecked()).toBe(true);
  await page.keyboard.press("Tab");
  expect(await focused(pane)).toBe("ticker");
  await page.keyboard.type("ACME");
  await page.keyboard.press("Escape");
  expect(await pane.locator("[name=ticker]").inputValue()).toBe("");
  expect(await focused(pane)).toBe("ticker");
  await page.context().close();
});

test("every width from 300 to 600 pixels fits", async () => {
  const { page, pane } = await openNarrowPane();
  await tab(pane, "Log a trade").click();
  for (const width of [300, 350, 450, 600]) {
    await page.evaluate((pixels) => {
      const dock = document.getElementById("pane");
      if (dock) Object.assign(dock.style, { width: `${pixels}px`, minWidth: "0" });
    }, width);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect({ width, overflow: await overflows(pane) }).toEqual({ width, overflow: [] });
  }
  await page.context().close();
});

test("when the pane's code does not arrive, the page says so and can try again", async () => {
  const bench = await openWorkbench();
  const { page } = bench;
  await page.route("**/pane.js", (route) => route.abort());
  await bench.reload();
  const { pane } = bench;
  await pane.getByText(/The pane could not be shown/).waitFor();
  await page.unroute("**/pane.js");
  await pane.getByRole("button", { name: "Try again" }).click();
  await pane.getByRole("button", { name: "Lay out the journal" }).waitFor();
  await page.context().close();
});
