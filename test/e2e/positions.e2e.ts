import type { Frame } from "playwright-core";
import { type Kept, closeAll, journalKept } from "./browser";
import { type NarrowPane, faultsInEveryLook, inDays, openNarrowPane, tab } from "./narrowPane";

jest.setTimeout(400_000);
afterAll(closeAll);

/** The pane, 320 pixels wide, over a journal in which one put is open and another one is past its expiration. They are logged on the first visit. */
async function openPositions(): Promise<NarrowPane> {
  const opened = await openNarrowPane({ kept: logged ?? (await journalKept()) });
  const { page, pane, quiet, saved } = opened;
  if (!logged) {
    await tab(pane, "Log a trade").click();
    await logPut(pane, { ticker: "KO", strike: "50", expiry: inDays(30), date: inDays(-10) });
    await logPut(pane, { ticker: "PEP", strike: "140", expiry: inDays(-4), date: inDays(-40) });
    await saved();
    logged = await page.context().storageState({ indexedDB: true });
  }
  await quiet();
  await tab(pane, "Positions").click();
  await pane.getByRole("button", { name: /2 × 50 put/ }).waitFor();
  return opened;
}

let logged: Kept | undefined;

const press = (pane: Frame, name: string) => pane.getByRole("button", { name, exact: true });

async function logPut(pane: Frame, typed: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries({ quantity: "2", price: "1.20", fees: "1.30", ...typed })) await pane.locator(`input[name=${name}]`).fill(text);
  await pane.locator("footer button").last().click();
  await pane.getByText(`Logged: Sell to open 2 ${typed.ticker}`).waitFor();
}

test("positions, moves and what is past its expiration pass axe and fit 320 pixels, in light, dark and high contrast", async () => {
  const opened = await openPositions();
  const { page, pane, errors, quiet } = opened;
  const looksGood = async () => {
    await quiet();
    expect(await faultsInEveryLook(opened)).toEqual({});
  };
  const drawn = (words: RegExp) => pane.getByRole("img", { name: words }).waitFor();
  // typed as a person would: the pane follows the Watchlist
  await page.evaluate(async () => {
    await window.workbench.type("Watchlist", "A5", "KO");
    await window.workbench.type("Watchlist", "C5", "47.2");
  });
  await pane.getByText("2.80 in the money").waitFor();
  await pane.getByRole("button", { name: /2 × 50 put/ }).click();
  await looksGood();

  await press(pane, "Roll").click();
  await press(pane, "Log the roll").click();
  await pane.getByText("Type the expiry").waitFor();
  await looksGood();
  await pane.locator("[name=quantity]").fill("3");
  for (const [name, text] of Object.entries({ price: "2.10", strike: "48", expiry: inDays(60), newPrice: "2.35" })) await pane.locator(`[name=${name}]`).fill(text);
  await pane.locator("main").getByText(/but only 2 of the sold KO Put 50/).waitFor();
  await looksGood();
  await pane.locator("[name=quantity]").fill("2");
  await pane.getByText("46.5695").first().waitFor();
  await drawn(/^At the expiration: /);
  await drawn(/^What it costs to buy back.*: 2\.35 on the first day/);
  await looksGood();

  await press(pane, "Positions").last().click();
  await press(pane, "Say what became of it").click();
  await pane.getByRole("radio", { name: "Assigned" }).check();
  await press(pane, "Log 1 row").waitFor();
  await looksGood();
  await press(pane, "Log 1 row").click();
  await pane.getByText("Logged: Assigned 2 PEP").waitFor();
  await pane.getByRole("button", { name: /200 shares/ }).click();
  await press(pane, "How one comes from the other").click();
  await looksGood();
  await press(pane, "Sell a call").click();
  for (const [name, text] of Object.entries({ strike: "130", expiry: inDays(30), price: "1" })) await pane.locator(`[name=${name}]`).fill(text);
  await pane.locator("main").getByText("The strike 130 is below the strike cost 140.").waitFor();
  await pane.locator("[name=spot]").fill("128");
  await drawn(/^At the expiration: /);
  await drawn(/^What it costs to buy back.*: 1\.00 on the first day/);
  await looksGood();
  expect(errors).toEqual([]);
  await page.context().close();
});

test("by keyboard alone: unfold a put, roll it, see the rows in the sheet, take them back", async () => {
  const { page, pane, errors, quiet } = await openPositions();
  const { keyboard } = page;
  await pane.getByRole("button", { name: /2 × 50 put/ }).focus();
  await keyboard.press("Enter");
  // its mark, Close, Roll
  for (let stops = 0; stops < 3; stops += 1) await keyboard.press("Tab");
  await keyboard.press("Enter");
  // the form takes the focus to what is still to be typed: the buy-back
  await pane.locator("[name=newPrice]").waitFor();
  expect(await pane.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("price");
  await keyboard.type("2.10");
  for (const [name, text] of [["strike", "48"], ["expiry", inDays(60)], ["newPrice", "2.35"]] as const) await pane.locator(`[name=${name}]`).fill(text);
  await pane.locator("[name=newPrice]").focus();
  await keyboard.press("Enter");
  await pane.getByText("Logged 2 rows.").waitFor();
  await quiet();
  const rows = (await page.evaluate(() => window.workbench.read("Trades", "D5:I8"))) as { text: string }[][];
  expect(rows.slice(2).map((row) => [row[0]?.text, row[2]?.text, row[3]?.text, row[5]?.text])).toEqual([["Buy to close", "2", "50", "2.10"], ["Sell to open", "2", "48", "2.35"]]);
  // the focus is on the screen, not nowhere
  expect(await pane.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");

  await pane.getByRole("button", { name: "Undo" }).focus();
  await keyboard.press("Enter");
  await pane.getByText("Took back 2 rows.").waitFor();
  await quiet();
  expect(await pane.locator("[name=newPrice]").inputValue()).toBe("2.35");
  await pane.locator("[name=newPrice]").focus();
  await keyboard.press("Escape");
  await pane.getByRole("button", { name: /2 × 50 put/ }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
