import type { Frame, Page } from "playwright-core";
import { closeAll } from "./browser";
import { type NarrowPane, faultsInEveryLook, inDays, openNarrowPane, tab } from "./narrowPane";

jest.setTimeout(240_000);
afterAll(closeAll);

const HEADERS = ["Expiration", "Strike", "Put/Call", "Bid", "Ask", "Open Int", "Delta"];
const block = (...rows: readonly (readonly unknown[])[]): string => [HEADERS, ...rows].map((cells) => cells.join("\t")).join("\n");

/** The pane, 320 pixels wide, over a journal with two stocks on its Watchlist, of which one has no price. */
async function openPlan(): Promise<NarrowPane> {
  const opened = await openNarrowPane();
  const { page, pane } = opened;
  await pane.getByRole("button", { name: "Lay out the journal" }).click();
  await pane.getByText(/Added .*Watchlist/).waitFor({ timeout: 90_000 });
  await page.evaluate(async () => {
    for (const [address, text] of [["A5", "WDGT"], ["B5", "Industrials"], ["C5", "52.4"], ["D5", "0.3"], ["E5", "49.5"], ["F5", "Widgets are always needed"], ["A6", "ACME"]] as const) await window.workbench.type("Watchlist", address, text);
  });
  return opened;
}

/** Presses Tab until something of this kind has the focus. */
async function tabTo(page: Page, pane: Frame, selector: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    if (await pane.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector}`);
}

test("by keyboard alone, from a pasted chain to the kept plan, the recorded sale, its roll and the book as a whole", async () => {
  const { page, pane, errors, outside, quiet } = await openPlan();
  const { keyboard } = page;
  const asks = (words: string) => pane.getByRole("heading", { level: 2, name: words }).waitFor();
  const looksGood = async () => expect(await faultsInEveryLook({ page, pane })).toEqual({});
  const values = async (sheet: string, address: string) => ((await page.evaluate(([on, at]) => window.workbench.read(on, at), [sheet, address] as const)) as { value: unknown }[][]).map((row) => row.map(({ value }) => value));

  await tab(pane, "Plan a put").focus();
  await keyboard.press("Enter");
  await asks("Which stock would you own?");
  await tabTo(page, pane, "[name=ticker]");
  await keyboard.type("wdgt");
  await pane.getByRole("heading", { name: "On your Watchlist" }).waitFor();
  await looksGood();
  await keyboard.press("Enter");
  await asks("At which price is WDGT yours?");
  expect(await pane.locator("[name=target]").inputValue()).toBe("49.5");
  await looksGood();
  await keyboard.press("Enter");

  await asks("Which put?");
  // thousands of quotes are read beside the page, and take no place in it
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const many = Array.from({ length: 5000 }, (_, at) => [inDays(7 + (at % 60)), 30 + (at % 400) / 10, "Put", 0.95, 1.01, at, -0.2]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), block(...many));
  await keyboard.press("Control+V");
  await pane.getByText("Clipboard: 5,000 puts in 60 expirations.").waitFor();
  await pane.getByText(/^[\d,]+ puts keep your rules$/).waitFor();
  expect(page.workers().map((worker) => new URL(worker.url()).pathname.split("/").at(-1))).toContain("chains.js");
  expect((await pane.locator("[name=quotes]").inputValue()).length).toBeLessThan(25_000);
  await pane.getByRole("button", { name: "Empty", exact: true }).focus();
  await keyboard.press("Enter");
  await pane.locator("[name=quotes]").focus();
  // none is chosen, and it is said where
  await keyboard.insertText(block([inDays(39), 47.5, "Put", 0.55, 0.59, 820, -0.16], [inDays(39), 50, "Put", 0.95, 1.01, 1500, -0.24], [inDays(43), 50, "Put", "0.98", "$1.04", "1,400", "-24%"], [inDays(39), 52.5, "Put", 2.05, 2.2, 900, -0.44], [inDays(39), "cheap", "Put", 1, 1.1, 9, -0.2]));
  await pane.getByText("3 puts keep your rules").waitFor();
  await looksGood();
  for (const name of [/^Rules: /, /rows do not, and why/, /1 row not read/, /^By expiration/]) await pane.getByRole("button", { name }).click();
  await pane.getByText("|delta| 0.44 is above 0.35").waitFor();
  await looksGood();
  await pane.getByRole("button", { name: /^Rules: / }).focus();
  await keyboard.press("Enter");
  await tabTo(page, pane, "[name=order]");
  await keyboard.type("Disc");
  const first = pane.locator("main input[type=radio][aria-label*=' put, ']").first();
  expect(await first.getAttribute("aria-label")).toMatch(/^3\. 47\.5 put/);
  await keyboard.press("Home");
  expect(await first.getAttribute("aria-label")).toMatch(/^1\. 50 put/);
  await tabTo(page, pane, "main input[type=radio][aria-label^='1. 50 put']");
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await asks("How many?");
  await looksGood();
  await keyboard.type("2");
  await tabTo(page, pane, "[name=distress]");
  await keyboard.type("1800");
  await pane.getByText("Your limits leave room for 1", { exact: true }).waitFor();
  await keyboard.press("Enter");
  await asks("And if they are assigned?");
  await pane.getByText("10,000.00").first().waitFor();
  await looksGood();
  await keyboard.press("Enter");

  await pane.getByText("Kept the plan: 2 WDGT 50 puts at 0.98.").waitFor();
  await pane.getByRole("heading", { level: 1, name: "Log a trade" }).waitFor();
  await quiet();
  expect(await values("Plans", "B5:J5")).toEqual([["Main", "WDGT", 49.5, "Widgets are always needed", 50, expect.any(Number), 2, 0.98, "the limits leave room for 1, and this is 2"]]);
  expect(await pane.locator("[name=notes]").inputValue()).toBe("Widgets are always needed");
  // sold some days ago: what is bought back on the day of its sale is no roll
  await pane.locator("[name=date]").fill(inDays(-10));
  await pane.locator("[name=price]").focus();
  await keyboard.press("Enter");
  await pane.getByText("Logged: Sell to open 2 WDGT 50 Put.").waitFor();
  await quiet();
  expect((await values("Trades", "C5:L5"))[0]).toEqual(expect.arrayContaining(["WDGT", "Sell to open", "Put", 2, 50, 0.98, "Widgets are always needed"]));

  await tab(pane, "Positions").focus();
  await keyboard.press("Enter");
  await pane.getByRole("button", { name: /2 × 50 put/ }).focus();
  await keyboard.press("Enter");
  await pane.getByRole("button", { name: "Roll", exact: true }).focus();
  await keyboard.press("Enter");
  await pane.getByRole("button", { name: "Compare rolls by new quotes" }).focus();
  await keyboard.press("Enter");
  await pane.locator("[name=quotes]").focus();
  await keyboard.insertText(block([inDays(39), 50, "Put", 2.05, 2.15, 900, -0.5], [inDays(45), 48, "Put", 2.3, 2.4, 700, -0.4], [inDays(45), 45, "Put", 1, 1.05, 700, -0.25]));
  await pane.getByText(/Buying it back locks in a loss of 224\.00/).waitFor();
  await looksGood();
  await tabTo(page, pane, "main input[type=radio]");
  await keyboard.press("Space");
  // the choice and the books agree: 48 − 0.98 − 0.25
  expect(await pane.locator("main input[type=radio]:checked + div").innerText()).toMatch(/Break-even\s+46\.77/);
  const before = pane.getByRole("region", { name: "Before you log it" });
  await before.getByText("46.77").first().waitFor();
  expect(await before.innerText()).toMatch(/Roll credit[\s\S]*50\.00[\s\S]*−224\.00/);
  await looksGood();
  await tabTo(page, pane, "[name=newPrice]");
  await keyboard.press("Enter");
  await pane.getByText("Logged 2 rows.").waitFor();
  await quiet();
  const rolled = (await page.evaluate(() => window.workbench.read("Trades", "D6:I7"))) as { text: string }[][];
  expect(rolled.map((cells) => [cells[0]?.text, cells[2]?.text, cells[3]?.text, cells[5]?.text])).toEqual([["Buy to close", "2", "50", "2.10"], ["Sell to open", "2", "48", "2.35"]]);

  await tab(pane, "Plan a put").focus();
  await keyboard.press("Enter");
  await tabTo(page, pane, "main input[type=radio][value=trade]");
  await keyboard.press("ArrowRight");
  await asks("When does cash come free?");
  expect(await pane.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("book");
  await pane.getByRole("row", { name: /2 9,600\.00 9,600\.00$/ }).waitFor();
  await looksGood();
  await tabTo(page, pane, "main input[type=radio][value=Dates]");
  await keyboard.press("ArrowRight");
  await asks("What hangs on what?");
  await pane.locator("[name=bookCash]").focus();
  await keyboard.type("20000");
  await pane.getByText("Above the limit by 5,600.00").waitFor();
  await looksGood();
  await tabTo(page, pane, "main button");
  await keyboard.press("Enter");
  await pane.getByText(/This spreadsheet does not know STOCKHISTORY.*the prices that you typed stay/).waitFor();
  expect(await values("Watchlist", "C5:C6")).toEqual([[52.4], [""]]);

  await pane.locator("main input[type=radio][value=Weight]").focus();
  await keyboard.press("ArrowRight");
  await asks("Do they move together?");
  await tabTo(page, pane, "[name=prices]");
  await keyboard.insertText(["Date\tWDGT\tACME\tKO", "1/5/2026\t50\t100\t60", "1/6/2026\t51\t102\t59", "1/7/2026\t50\t101\t60", "1/8/2026\t52\tsoon\t61", "1/9/2026\t53\t104\t61"].join("\n"));
  await pane.getByText("Effective bets").first().waitFor();
  await pane.getByText(/1 of 5 lines left out: ACME has no price on 1 of them \(the first: 2026-01-08\)/).waitFor();
  await pane.getByText('Line 5: ACME "soon" is no price').waitFor();
  await looksGood();
  await pane.locator("main input[type=radio][value=Together]").focus();
  await keyboard.press("ArrowRight");
  await asks("And if all fall at once?");
  await pane.getByRole("row", { name: /^Sell-off \(0\.8\)/ }).waitFor();
  await tabTo(page, pane, "[name=bookDistress]");
  await keyboard.type("3000");
  await pane.getByText(/lost at 31\.77/).waitFor();
  await looksGood();
  await keyboard.press("Shift+Tab");
  await pane.getByRole("button", { name: /^Plan a put for (Fri|Thu), / }).focus();
  await keyboard.press("Enter");
  // what was planned, beside what was done
  await pane.getByRole("button", { name: "Stock", exact: true }).focus();
  await keyboard.press("Enter");
  await pane.getByText(/Sold instead|Not sold\.|Sold 2 at/).waitFor();
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
  await page.context().close();
});
