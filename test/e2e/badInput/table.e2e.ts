import type { Page } from "playwright-core";
import type { Kept } from "../browser";
import { type User, PUT, expectCalm, openUser } from "./user";

jest.setTimeout(400_000);
let user: User;
afterEach(async () => {
  await expectCalm(user);
  await user.bench.close();
});
/** What was kept of visits in which these prices were logged. */
const logged = new Map<string, Kept>();
/** A journal with these prices logged: by the pane for the first test that asks for them, then as it was kept. */
async function openJournal(...prices: string[]): Promise<void> {
  const kept = logged.get(prices.join());
  user = await openUser(kept ? "empty" : "journal", { width: 1900, height: 1000, ...(kept && { storageState: kept }) });
  if (kept) return;
  for (const [index, price] of prices.entries()) expect(await user.log({ price, ticker: `T${index + 1}`, account: index % 2 ? "IRA" : "Main" })).toMatch(/^Logged/);
  await user.bench.saved();
  logged.set(prices.join(), await user.bench.page.context().storageState({ indexedDB: true }));
}
/** Ctrl+X, until the browser has it: on a busy machine its clipboard takes a second, and what is pasted sooner is what was there before. */
async function cut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    const written = new Promise<void>((resolve, reject) => (clipboard.write = (items) => write(items).then(resolve, reject)));
    Object.assign(window, { written });
  });
  await page.keyboard.press("Control+x");
  await page.evaluate(() => (window as unknown as { written: Promise<void> }).written);
}
const column = async (letter: string, from = 5, to = 12) => (await user.shown("Trades", `${letter}${from}:${letter}${to}`)).flat();

test("errors, texts, dates as text and numbers beyond all sense in the table: each row is told in words, the others count, nothing typed is lost", async () => {
  await openJournal("1", "2", "3", "4", "5", "6");
  for (const [address, text] of [["A5", "=NA()"], ["F6", "=1/0"], ["G7", "=SQRT(-1)"], ["I8", "abc"], ["F9", "1E+200"], ["I9", "1E+200"], ["D11", "Sold"]] as const) await user.bench.page.evaluate(([a, t]) => window.workbench.type("Trades", a, t), [address, text] as const);
  await user.excel(`workbook.worksheets.getItem("Trades").getRange("H10").values = [["'2026-02-20"]]`);
  const overview = await user.overview();
  for (const words of ["Row 5 Date shows the error #N/A", "Row 6 Quantity shows the error #DIV/0!", "Row 7 Strike shows the error #NUM!", 'Row 8 Price must be a number, zero or above; the cell says "abc"', "Row 9 Quantity times price is too large to calculate with"]) expect(overview).toContain(words);
  await user.bench.pane.getByRole("button", { name: /^Show all 7/ }).click();
  expect(await user.overview()).toMatch(/Row 10 Expiry must be a date.*the cell says "2026-02-20".*Row 11 Date must be a date/);
  expect(overview).toContain("$ 0.00");
  expect(await column("N", 5, 11)).toEqual(["Date?", "Quantity?", "Strike?", "Price?", "Action?", "Expiry?", "Date?"]);
  const typed = await Promise.all(["I8", "I9", "H10", "D11"].map(async (address) => (await user.bench.read("Trades", address)).value));
  expect(typed).toEqual(["abc", 1e200, "2026-02-20", "Sold"]);
});

test("sorted, filtered, columns hidden and inserted by hand: trades are logged and read all the same, and Undo finds its row", async () => {
  await openJournal("1", "2", "3", "4");
  const { pane } = user.bench;
  await user.excel('workbook.worksheets.getItem("Trades").getRange("F:G").columnHidden = true');
  await user.excel('workbook.tables.getItem("Trades").sort.apply([{ key: 8, ascending: false }])');
  expect(await column("I", 5, 8)).toEqual(["4.00", "3.00", "2.00", "1.00"]);
  await user.excel('workbook.worksheets.getItem("Trades").getRange("C:C").insert("Right")');
  await user.excel('const { columns } = workbook.tables.getItem("Trades"); columns.getItem("Column1").getDataBodyRange().formulas = [["=[@Price]*2"], ["=[@Price]*2"], ["=[@Price]*2"], ["=[@Price]*2"]]');
  expect(await user.log({ price: "9", account: "IRA" })).toMatch(/^Logged/);
  expect(await column("J", 5, 9)).toEqual(["4.00", "3.00", "2.00", "1.00", "9.00"]);
  await user.bench.shows("Trades", "C9", 18);
  await user.bench.shows("Trades", "O9", 1800);
  expect(await user.overview()).toContain("$ 3,800.00");
  await user.excel('workbook.tables.getItem("Trades").sort.apply([{ key: 9, ascending: false }])');
  await pane.getByRole("button", { name: "Log a trade", exact: true }).or(pane.getByRole("tab", { name: "Log a trade" })).first().click();
  await user.log({ price: "5" });
  await user.excel('workbook.tables.getItem("Trades").sort.apply([{ key: 9, ascending: true }])');
  await pane.getByRole("button", { name: "Undo" }).click();
  await user.finishes(/Took back 1 row/);
  expect((await column("J", 5, 10)).filter(Boolean)).toEqual(["1.00", "2.00", "3.00", "4.00", "9.00"]);
});

test("the user's own cells below and beside the table move or stay, and go on calculating", async () => {
  await openJournal("1");
  await user.bench.type("Trades", "A7", "my notes");
  await user.bench.type("Trades", "B7", "=SUM(Trades[Cash])");
  await user.bench.type("Trades", "U5", "beside");
  for (const price of ["2", "3", "4"]) await user.log({ price });
  expect((await user.table())?.address).toBe("A4:S8");
  expect((await column("A", 5, 12)).filter((text) => text === "my notes")).toHaveLength(1);
  const row = 5 + (await column("A", 5, 12)).indexOf("my notes");
  expect(row).toBeGreaterThan(8);
  await user.bench.shows("Trades", `B${row}`, 2000);
  await user.bench.shows("Trades", "U5", "beside");
});

test("a renamed column is named, nothing is logged beside it, and one press gives it its name back", async () => {
  await openJournal("1.2");
  await user.bench.type("Trades", "I4", "Premium");
  expect(await user.overview()).toMatch(/Not known.*Price is called "Premium"\. “Complete the journal” gives it its name back/);
  expect(await user.layOut()).toBe('Gave Price (which was called "Premium") its name back.');
  expect(await user.overview()).toContain("$ 240.00");
  expect((await user.table())?.headers).toHaveLength(19);
});

test("a deleted column, all rows deleted, a renamed sheet: told, mended, and logged into", async () => {
  await openJournal("1", "2");
  await user.excel('workbook.tables.getItem("Trades").columns.getItem("Fees").delete()');
  expect((await user.bench.read("Trades", "M5")).text).toBe("Fees?");
  expect(await user.overview()).toMatch(/lacks the column Fees/);
  expect(await user.layOut()).toMatch(/^Added Trades: Fees.*Trades: the formula of Cash/);
  await user.bench.shows("Trades", "N6", 400);
  await user.excel('workbook.worksheets.getItem("Trades").getRange("5:6").delete("Up"); workbook.worksheets.getItem("Trades").name = "My log"');
  expect(await user.overview()).toContain("ready for its first trade");
  expect(await user.log({ price: "3" })).toMatch(/^Logged/);
  expect(await user.shown("My log", "A5:I5")).toEqual([["1/5/2026", "IRA", "KO", "Sell to open", "Put", "2", "50", "2/20/2026", "3.00"]]);
  await user.bench.shows("My log", "N5", 600);
});

test("a protected sheet refuses in words, and the form keeps what was typed", async () => {
  await openJournal("1");
  await user.excel('workbook.worksheets.getItem("Trades").protection.protect()');
  expect(await user.log({ price: "2" })).toBe("The sheet Trades is protected. Unprotect it (Review, Unprotect Sheet) and try again.");
  expect(await user.bench.pane.locator("[name=price]").inputValue()).toBe("2");
  await user.excel('workbook.worksheets.getItem("Trades").protection.unprotect()');
  await user.bench.pane.locator("button[type=submit]").click();
  await user.finishes(/^Logged/);
  expect((await user.table())?.address).toBe("A4:S6");
});

test("a sheet and a table called Trades that are not ours stay as they are", async () => {
  user = await openUser();
  await user.excel('const sheet = workbook.worksheets.add("Trades"); sheet.getRange("A1:C3").values = [["Date", "Ticker", "Mine"], ["x", 3, 4], ["y", 5, 6]]; sheet.tables.add("A1:C3", true).name = "Trades"');
  const before = await user.shown("Trades", "A1:E5");
  expect(await user.layOut()).toBe("There is already a table called Trades (on the sheet Trades) with other columns than the journal's. Give that table another name (Table Design, Table Name), then try again.");
  expect(await user.log()).toMatch(/^There is already a table called Trades/);
  await user.excel('workbook.tables.getItem("Trades").name = "Mine"');
  expect(await user.layOut()).toBe('Added Trades, Watchlist, Plans, Positions, Campaigns, Income, Audit, Settings and Dashboard. Trades is on the sheet "Trades (Wheel)", because a sheet of yours is called Trades.');
  expect(await user.log()).toMatch(/^Logged/);
  expect(await user.shown("Trades", "A1:E5")).toEqual(before);
  expect((await user.table())?.sheet).toBe("Trades (Wheel)");
});

test("the whole table cut and pasted to another sheet: logged into there, with native columns, formats, drop-downs and the pane's sums", async () => {
  await openJournal("1", "2");
  await user.bench.page.evaluate(() => window.workbench.type("Trades", "U5", "=SUM(Trades[Cash])"));
  await user.bench.select("Trades", "A4:S6");
  await cut(user.bench.page);
  await user.bench.select("Sheet1", "B8");
  await user.bench.page.keyboard.press("Control+v");
  await user.bench.page.waitForFunction(() => window.workbench.tables().some(({ sheet }) => sheet === "Sheet1"));
  await user.bench.page.evaluate(() => window.workbench.calculated());
  expect(await user.table()).toMatchObject({ sheet: "Sheet1", address: "B8:T10" });
  expect(await user.shown("Trades", "A4:S6")).toEqual(Array.from({ length: 3 }, () => Array.from({ length: 19 }, () => "")));
  expect(await user.overview()).toContain("$ 600.00");
  expect(await user.layOut()).toMatch(/nothing to add/);
  expect(await user.log({ price: "3" })).toMatch(/^Logged/);
  await user.bench.shows("Sheet1", "O11", 600);
  await user.bench.shows("Trades", "U5", 1200);
  // the new row looks as the ones above it do, and behaves so
  const [first = [], , fresh = []] = await user.shown("Sheet1", "B9:T11");
  expect(fresh.slice(3, 8)).toEqual(first.slice(3, 8));
  // 2 × 100 × 3, 46 days, 50 − 3, 2 × 100 × 50, 600 / 10,000, × 365 / 46
  expect(fresh.slice(13)).toEqual(["600.00", "46", "47.00", "10,000.00", "6.00%", "47.61%"]);
  const rules = await user.excel(`
    const cells = [["Sheet1", "E9"], ["Sheet1", "E11"], ["Trades", "D5"], ["Trades", "E9"]].map(([sheet, at]) => workbook.worksheets.getItem(sheet).getRange(at));
    cells.forEach((cell) => cell.load("dataValidation/type"));
    await context.sync();
    return cells.map((cell) => cell.dataValidation.type)`);
  expect(rules).toEqual(["List", "List", "None", "None"]);
});

test("a word that the drop-down lacks: refused inside the table, and what stood there stays; taken just below it, where the cell has no drop-down yet", async () => {
  await openJournal("1");
  const { page } = user.bench;
  const refusal = page.getByRole("dialog");
  await user.bench.type("Trades", "D6", "Sold");
  await user.bench.shows("Trades", "D6", "Sold");
  expect((await user.table())?.address).toBe("A4:S6");
  expect(await refusal.count()).toBe(0);
  await user.bench.type("Trades", "D5", "Sold");
  await refusal.getByRole("button", { name: "OK" }).click();
  await user.bench.shows("Trades", "D5", "Sell to open");
  await user.bench.shows("Trades", "N5", 200);
});

test("the Trades sheet deleted while the form is filled in: the form keeps it, and the next press lays out and logs", async () => {
  await openJournal("1");
  await user.press("Log trade");
  await user.fill({ ...PUT, price: "2" });
  await user.excel('workbook.worksheets.getItem("Trades").delete()');
  await user.bench.pane.getByRole("button", { name: "Lay out the journal and log trade" }).click();
  await user.finishes(/^Logged/);
  await user.bench.shows("Trades", "N5", 400);
});

test("Ctrl+Z takes back what was typed, the row that it made included, and never what the add-in wrote", async () => {
  await openJournal("1");
  const undo = async () => {
    await user.bench.page.evaluate(() => window.workbench.focus());
    await user.bench.page.keyboard.press("Control+z");
    await user.bench.page.evaluate(() => window.workbench.calculated());
  };
  const before = await user.shown("Trades", "A5:S7");
  await user.bench.type("Trades", "G5", "55");
  await user.bench.type("Trades", "A6", "2026-02-01");
  expect((await user.table())?.address).toBe("A4:S6");
  await undo();
  expect((await user.table())?.address).toBe("A4:S5");
  await undo();
  expect(await user.shown("Trades", "A5:S7")).toEqual(before);
  await undo();
  expect(await user.shown("Trades", "A5:S7")).toEqual(before);
  await user.log({ price: "2" });
  expect((await user.bench.read("Trades", "A6")).text).toBe("1/5/2026");
});
