import { JOURNAL, openWorkbench, type Workbench } from "./browser";

jest.setTimeout(400_000);
let bench: Workbench;
beforeAll(async () => void (bench = await openWorkbench()));
afterAll(() => bench.close());
afterEach(() => {
  expect(bench.errors.splice(0)).toEqual([]);
  expect(bench.outside).toEqual([]);
});

test("a first visit offers what one can do, and Escape sends the offer away for good", async () => {
  const card = bench.page.getByRole("dialog", { name: "Start with one of these" });
  await expect(card.getByRole("button").allTextContents()).resolves.toHaveLength(4);
  await card.getByRole("button", { name: "Close this card" }).focus();
  await bench.page.keyboard.press("Escape");
  expect(await card.count()).toBe(0);
});

test("the ribbon is the manifest's, and can be walked by keyboard", async () => {
  const tabs = bench.page.getByRole("tablist", { name: "Ribbon tabs" }).getByRole("tab");
  expect(await tabs.allTextContents()).toEqual(["Home", "Wheel"]);
  expect(await bench.page.locator(".ribbon-button").allTextContents()).toEqual(["Open pane", "New journal", "Log trade", "Refresh"]);
  await bench.page.locator(".ribbon-button").first().focus();
  await bench.page.keyboard.press("ArrowRight");
  expect(await bench.page.evaluate(() => document.activeElement?.textContent)).toBe("New journal");
});

test("a typed function is helped along, and answers", async () => {
  await bench.select("Sheet1", "B2");
  await bench.page.keyboard.type("=WHEEL.CSP_BRE", { delay: 15 });
  // Tab takes the first name: the list must have followed the last letter
  await bench.page.locator('ul[data-u-comp="sheets-formula-editor"] li:first-child', { hasText: "WHEEL.CSP_BREAKEVEN" }).waitFor();
  await bench.page.keyboard.press("Tab");
  await bench.page.getByText("strike").first().waitFor(); // the signature, with the argument that comes next
  await bench.page.keyboard.type("50,", { delay: 15 });
  await bench.page.keyboard.type("1.25)", { delay: 15 });
  await bench.page.keyboard.press("Enter");
  await bench.shows("Sheet1", "B2", 48.75);
  expect(await bench.read("Sheet1", "B2")).toEqual({ value: 48.75, text: "48.75", formula: "=WHEEL.CSP_BREAKEVEN(50,1.25)", error: null, message: null });
});

test("who pauses after the first letters, types on and presses Enter at once gets what was typed, not a name of the list", async () => {
  await bench.select("Sheet1", "B5");
  await bench.page.keyboard.type("=W");
  await bench.page.getByText("WEEKDAY").first().waitFor();
  await bench.page.keyboard.type("HEEL.CSP_MAX_GAIN(50,1.25,2)", { delay: 5 });
  await bench.page.waitForTimeout(150);
  await bench.page.keyboard.press("Enter");
  await bench.shows("Sheet1", "B5", 250);
});

test("an error has its words beside the selected cell", async () => {
  await bench.type("Sheet1", "B3", "=WHEEL.CSP_BREAKEVEN(-5,1.25)");
  await bench.shows("Sheet1", "B3", "#VALUE!");
  const { error, message } = await bench.read("Sheet1", "B3");
  expect([error, message]).toEqual(["#VALUE!", "strike must be above zero"]);
  await bench.select("Sheet1", "B3");
  await bench.page.getByText("strike must be above zero").waitFor();
  await bench.select("Sheet1", "D9");
  await bench.page.getByText("strike must be above zero").waitFor({ state: "detached" });
});

test("days and money are read as Excel reads them, and a function is lifted over a range", async () => {
  await bench.type("Sheet1", "D2", "1/17/2025");
  await bench.type("Sheet1", "D3", "$1,234.50");
  await bench.shows("Sheet1", "D2", 45674);
  await bench.shows("Sheet1", "D3", 1234.5);
  await bench.type("Sheet1", "F1", "50");
  await bench.type("Sheet1", "F2", "60");
  await bench.type("Sheet1", "G1", "=WHEEL.CSP_BREAKEVEN(F1:F2,1)");
  await bench.shows("Sheet1", "G1", 49);
  await bench.shows("Sheet1", "G2", 59);
});

test("two hundred functions typed at once are answered", async () => {
  await bench.page.evaluate(() => Promise.all(Array.from({ length: 200 }, (_, i) => window.workbench.type("Sheet1", `J${i + 1}`, `=WHEEL.CSP_BREAKEVEN(${i + 10},1)`))));
  expect((await bench.readAll("Sheet1", "J1:J200")).map(([cell]) => cell?.value)).toEqual(Array.from({ length: 200 }, (_, i) => i + 9));
});

test("a typed [@Column] fills its table's column and is shown short when edited", async () => {
  await bench.page.evaluate(() => window.workbench.invoke("NewJournal"));
  await bench.quiet();
  await bench.type("Trades", "A5", "1/5/2026");
  await bench.type("Trades", "T4", "Double");
  await bench.type("Trades", "T5", "=[@Strike]*2");
  await bench.type("Trades", "G5", "48");
  await bench.shows("Trades", "T5", 96);
  expect((await bench.read("Trades", "T5")).formula).toBe("=[@Strike]*2");
  await bench.select("Trades", "T5");
  await bench.page.keyboard.press("F2");
  await bench.page.waitForTimeout(300);
  await bench.page.keyboard.press("End");
  await bench.page.keyboard.type("+1");
  await bench.page.keyboard.press("Enter");
  await bench.shows("Trades", "T5", 97);
});

test("a reload keeps the workbook: values, formulas, tables, validations and where one was", async () => {
  await bench.select("Trades", "D5");
  await bench.saved();
  const before = await bench.page.evaluate(() => window.workbench.tables());
  // and what came last, elsewhere, before there was time to save it
  await bench.page.evaluate(() => window.workbench.type("Sheet1", "H9", "7"));
  await bench.reload();
  await bench.shows("Sheet1", "H9", 7);
  expect(await bench.page.evaluate(() => window.workbench.tables())).toEqual(before);
  await bench.shows("Sheet1", "B2", 48.75);
  expect((await bench.read("Trades", "T5")).formula).toBe("=[@Strike]*2+1");
  await bench.page.getByText("Choose from the list").waitFor(); // the input message of the selected cell's validation
  expect(await bench.page.evaluate(() => window.workbench.failures)).toEqual([]);
});

test("a sheet with validations is deleted, and nothing that was still to be done for it fails", async () => {
  await bench.pane.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Watchlist").delete();
    await context.sync();
  }));
  await bench.saved();
  expect((await bench.page.evaluate(() => window.workbench.tables())).map(({ name, sheet }) => [name, sheet]).sort()).toEqual(JOURNAL.filter(([name]) => name !== "Watchlist"));
});

test("a workbook that cannot be opened is set aside, and said so", async () => {
  await bench.page.evaluate(() => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("workbench", 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("workbooks", "readwrite");
      transaction.objectStore("workbooks").put({ version: 1, book: { sheetOrder: [] } }, "current");
      transaction.oncomplete = () => resolve();
    };
  }));
  await bench.reload();
  expect(await bench.page.evaluate(() => window.workbench.tables())).toEqual([]);
  await bench.page.getByText("could not be opened").waitFor();
  expect(bench.errors.splice(0).join("\n")).toContain("could not be opened");
});
