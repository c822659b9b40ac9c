import type { Frame, Page } from "playwright-core";
import { european, put } from "../../src/calc";
import { closeAll } from "./browser";
import { faultsInEveryLook, openNarrowPane, tab } from "./narrowPane";

jest.setTimeout(400_000);
afterAll(closeAll);

const focusOn = async (page: Page, pane: Frame, name: string): Promise<void> => {
  for (let stops = 0; stops < 40; stops += 1) {
    if ((await pane.evaluate(() => document.activeElement?.textContent ?? "")) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}`);
};

test("by keyboard alone: the functions become names, work in a cell without the add-in, and are taken back by Undo", async () => {
  const opened = await openNarrowPane();
  const { page, pane, errors, outside, refused, quiet } = opened;
  const { keyboard } = page;
  const cells = (address: string) => page.evaluate(async (at) => (await window.workbench.read("Sheet1", at)) as { value: unknown; text: string }[][], address);
  const shows = (text: string) =>
    page.waitForFunction(async (wanted) => ((await window.workbench.read("Sheet1", "A1")) as { text: string }).text === wanted, text);

  await page.evaluate(() => window.workbench.type("Sheet1", "A1", "=CSP_BREAKEVEN(50,1.25)"));
  await shows("#NAME?");
  await tab(pane, "Settings").focus();
  await keyboard.press("Enter");
  await pane.getByText("This workbook has none of them.").waitFor();
  await focusOn(page, pane, "Add the functions as names");
  await keyboard.press("Enter");
  await pane.getByText(/^Added 30 functions as names/).waitFor();
  await pane.getByText("All 30 are in this workbook.").waitFor();
  await quiet();
  expect(await faultsInEveryLook(opened)).toEqual({});
  await shows("48.75");
  await page.evaluate(async () => {
    await window.workbench.type("Sheet1", "A2", "=OPT_DELTA(\"put\",52,50,30,0.35,0.04,,\"european\")");
    await window.workbench.type("Sheet1", "A3", "=CSP_YIELD(50,0.95,45,,\"net\")");
  });
  const [delta, annual] = (await cells("A2:A3")).flat().map(({ value }) => value);
  expect(delta).toBeCloseTo(european.greeks({ type: "put", spot: 52, strike: 50, days: 30, volatility: 0.35, rate: 0.04, dividendYield: 0 }).delta, 9);
  expect(annual).toBeCloseTo(put.annualYield({ strike: 50, premium: 0.95, days: 45, base: "net" }), 12);

  await focusOn(page, pane, "Undo");
  await keyboard.press("Enter");
  await pane.getByText("Took 30 names away.").waitFor();
  await quiet();
  await pane.getByText("This workbook has none of them.").waitFor();
  await shows("#NAME?");
  expect([errors, outside, refused]).toEqual([[], [], []]);
  await page.context().close();
});
