import { SETTINGS } from "../../src/journal/settings";
import { openWorkbench, type Workbench } from "./browser";
import { logTrade, until } from "./logTrade";
import { REPORTS, type ReportSheets, type Value, reportSheets } from "./reportSheets";

jest.setTimeout(120_000);
let bench: Workbench;
let sheets: ReportSheets;
beforeAll(async () => {
  bench = await openWorkbench({ width: 1900, height: 1000 });
  sheets = reportSheets(bench);
});
afterAll(async () => {
  expect(bench.outside).toEqual([]);
  expect(await bench.page.evaluate(() => window.workbench.failures)).toEqual([]);
  await bench.close();
});
afterEach(() => expect(bench.errors.splice(0)).toEqual([]));

const refresh = () => bench.page.getByRole("button", { name: "Refresh", exact: true }).first().click();
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The sheet in front, and what is selected there, as the add-in sees it. */
const selected = () => bench.pane.evaluate(() => Excel.run(async (context) => {
  const range = context.workbook.getSelectedRange().load("address");
  await context.sync();
  return range.address;
}));

/** Types a row straight into the log, below the last one. */
async function typeRow(cells: Readonly<Record<string, string>>): Promise<number> {
  const row = 1 + Number(/(\d+)$/.exec((await sheets.placeOf("Trades")).address)?.[1]);
  await bench.page.evaluate(async ([entries, at]) => {
    for (const [column, text] of entries) await window.workbench.type("Trades", `${column}${at}`, text);
  }, [Object.entries(cells), row] as const);
  return row;
}

/** Opens the menu that hangs on a header's button. */
async function openMenu(address: string): Promise<void> {
  const { left, top, width, height } = await sheets.pointOf(address);
  await bench.page.mouse.click(left + width - 12, top + height / 2);
}

/** Rows of Positions, which must be in front, that a filter hides: their tickers. */
async function hiddenTickers(): Promise<Value[]> {
  const rows = await sheets.rowsOf("Positions");
  const heights = await bench.page.evaluate((count) => Array.from({ length: count }, (_, row) => window.workbench.placeOf(`B${row + 5}`).height), rows.length);
  return rows.flatMap(({ Ticker = "" }, at) => (heights[at] === 0 ? [Ticker] : []));
}

/** Conditional formats of these sheets whose formula is written for another row than their first. */
const strayFormats = (sheets: readonly string[]) => bench.pane.evaluate((names) => Excel.run(async (context) => {
  const stray: string[] = [];
  let seen = 0;
  for (const name of names) {
    const formats = context.workbook.worksheets.getItem(name).getRange().conditionalFormats.load("items/type");
    await context.sync();
    const all = formats.items.map((format) => ({ range: format.getRange().load("address"), rule: format.custom.rule.load("formula") }));
    await context.sync();
    for (const { range: { address }, rule: { formula } } of all) {
      const row = /(\d+)/.exec(address.slice(address.indexOf("!")))?.[1];
      const asked = [...formula.matchAll(/\$[A-Z]+(\d+)/g)].map(([, number]) => number);
      seen += asked.length;
      if (asked.some((number) => number !== row)) stray.push(`${address} ${formula}`);
    }
  }
  return { stray, seen };
}), sheets);

test("the sample year: every report sheet is right and green, and the user is left where the new rows are", async () => {
  await bench.page.getByRole("button", { name: "Close this card" }).click();
  await bench.pane.getByRole("button", { name: "Load the sample year" }).click();
  await bench.pane.getByText(/^Loaded a made-up year/).waitFor({ timeout: 60_000 });
  const place = await selected();
  for (const sheet of REPORTS) {
    await sheets.tab(sheet).click();
    await sheets.turns("green", sheet, /^Right · as of /);
  }
  await bench.page.getByRole("img", { name: /^Chart: Income by month/ }).waitFor({ state: "detached" });
  await sheets.tab("Income").click();
  await bench.page.getByRole("img", { name: /^Chart: Income by month/ }).waitFor();
  expect((await sheets.rowsOf("Positions")).map(({ Type }) => Type)).toEqual(expect.arrayContaining(["Put", "Call", "Shares"]));
  expect((await sheets.rowsOf("Audit")).map(({ Ok, State }) => [Ok, State])).toEqual((await sheets.rowsOf("Audit")).map(() => [true, "Right"]));
  await sheets.tab("Trades").click();
  expect(await selected()).toBe(place);
});

test("the first page: a distress amount typed into Settings at the keyboard asks for Refresh, and then every stock says how far it may fall", async () => {
  const cell = `B${5 + SETTINGS.findIndex(({ name }) => name === "Distress amount")}`;
  await bench.page.evaluate(async (at) => {
    await window.workbench.select("Settings", at);
    window.workbench.focus();
  }, cell);
  await bench.page.keyboard.type("1500");
  await bench.page.keyboard.press("Enter");
  await bench.page.evaluate(() => window.workbench.calculated());
  const states = async () => [...new Set((await sheets.rowsOf("Risks")).flatMap(({ Ticker, State }) => (Ticker === "All together" ? [] : [State])))];
  expect(await until(states, ([first]) => first !== "")).toEqual(["The distress amount has changed: press Refresh"]);
  await refresh();
  expect(await until(states, ([first]) => first === "")).toEqual([""]);
  // two puts of KO at 67.50 brought 222.70: 200 × (67.50 − price) − 222.70 = 1,500
  const [price, distress] = [70.15, 67.5 - 1722.7 / 200];
  expect(await sheets.rowOf("Risks", { Ticker: "KO" })).toMatchObject({ "Result now": expect.closeTo(222.7, 8), "At zero": expect.closeTo(222.7 - 13_500, 8), "Distress price": expect.closeTo(distress, 8), "Worst drop": expect.closeTo((price - distress) / price, 8) });
  expect(await sheets.rowsOf("Assigned")).toMatchObject([{ Account: "Sample", State: "Covered" }]);
  await sheets.tab("Trades").click();
});

test("a put that is logged in the pane stands in Positions, and the sheet in front stays in front, with what is selected there", async () => {
  await sheets.tab("Positions").click();
  await openMenu("B4");
  await bench.page.getByText("SOFI", { exact: true }).click();
  await bench.page.getByRole("button", { name: "Confirm" }).click();
  expect(await until(hiddenTickers, (now) => now.length > 0)).toEqual(["SOFI"]);
  await sheets.tab("Campaigns").click();
  await bench.select("Campaigns", "C6:D6");
  const ticker = (await bench.read("Campaigns", "B6")).value;
  await logTrade(bench, { account: "Main", ticker: "MSFT", quantity: "2", strike: "400", expiry: inDays(40), price: "5.25", fees: "1.30", date: inDays(-1) });
  expect(await sheets.rowOf("Positions", { Ticker: "MSFT" })).toMatchObject({ Account: "Main", Type: "Put", Quantity: -2, Strike: 400, Premium: 5.25, Credit: 1048.7, Collateral: 80_000 });
  expect(await until(selected, (now) => now.startsWith("Campaigns!"))).toMatch(/^Campaigns!C\d+:D\d+$/);
  expect((await bench.read("Campaigns", `B${/C(\d+)/.exec(await selected())?.[1]}`)).value).toBe(ticker);
});

test("where rows have come above and between others, a filter hides the rows that it hid, and every colour stands on the row that it is for", async () => {
  await sheets.tab("Positions").click();
  expect((await sheets.rowsOf("Positions"))[0]).toMatchObject({ Ticker: "MSFT" });
  expect(await hiddenTickers()).toEqual(["SOFI"]);
  await openMenu("B4");
  await bench.page.getByText("Clear Filter").click();
  expect(await until(hiddenTickers, (now) => now.length === 0)).toEqual([]);
  const { stray, seen } = await strayFormats(["Dashboard", "Positions", "Campaigns", "Audit"]);
  expect(stray).toEqual([]);
  expect(seen).toBeGreaterThan(10);
  // the tables of the first page have no buttons on their headers
  await sheets.tab("Dashboard").click();
  await openMenu((await sheets.placeOf("Attention")).address.split(":")[0]!);
  await bench.page.waitForTimeout(600);
  expect(await bench.page.getByRole("button", { name: "Descending" }).count()).toBe(0);
});

test("an Expired row that is typed into the log turns the strip red by native formulas, and Refresh turns it green", async () => {
  await sheets.tab("Positions").click();
  await sheets.turns("green", "Positions", /^Right/);
  const open = await sheets.rowOf("Positions", { Ticker: "MSFT" });
  // typed with Positions in front, as in a second window: a sheet that comes to the front is rebuilt
  await typeRow({ A: inDays(0), C: "MSFT", D: "Expired", E: "Put", F: "1", G: "400", H: inDays(40) });
  await sheets.turns("red", "Positions", /^The log has changed: press Refresh/);
  expect(await sheets.rowOf("Positions", { Ticker: "MSFT" })).toEqual(open);
  await refresh();
  await sheets.turns("green", "Positions", /^Right/);
  expect(await sheets.rowOf("Positions", { Ticker: "MSFT" })).toMatchObject({ Quantity: -1, Credit: 524.35 });
});

test("a report sheet that comes to the front after the log has changed is rebuilt", async () => {
  await sheets.tab("Trades").click();
  await typeRow({ A: inDays(0), C: "MSFT", D: "Expired", E: "Put", F: "1", G: "400", H: inDays(40) });
  expect(await sheets.says("Campaigns")).toMatch(/^The log has changed/);
  await sheets.tab("Campaigns").click();
  await sheets.turns("green", "Campaigns", /^Right/);
  expect(await sheets.rowOf("Campaigns", { Ticker: "MSFT" })).toMatchObject({ State: "Closed", Total: 1048.7 });
  expect(await sheets.rowOf("Positions", { Ticker: "MSFT" })).toBeUndefined();
});

test("a column of the user's own keeps its words with their rows, through a sort in the sheet and a rebuild that takes rows away and adds some", async () => {
  await sheets.tab("Positions").click();
  const { address, headers } = await sheets.placeOf("Positions");
  const last = Number(/(\d+)$/.exec(address)?.[1]);
  const own = columnName(headers.length);
  await bench.page.evaluate(([at, words]) => window.workbench.type("Positions", at, words), [`${own}4`, "My plan"] as const);
  for (let row = 5; row <= last; row++) {
    const [ticker, type] = (await bench.readAll("Positions", `B${row}:C${row}`))[0]!.map(({ text }) => text);
    await bench.page.evaluate(([at, words]) => window.workbench.type("Positions", at, words), [`${own}${row}`, `${ticker} ${type}`] as const);
  }
  const before = await sheets.rowsOf("Positions");
  await openMenu("B4");
  await bench.page.getByRole("button", { name: "Descending" }).click();
  const tickers = async () => (await sheets.rowsOf("Positions")).map(({ Ticker }) => String(Ticker));
  const sorted = before.map(({ Ticker }) => String(Ticker)).sort().reverse();
  expect(await until(tickers, (now) => now.join() === sorted.join())).toEqual(sorted);

  const [gone] = before;
  await logTrade(bench, { action: "Buy to close", type: String(gone!.Type), account: "Sample", ticker: String(gone!.Ticker), quantity: String(-Number(gone!.Quantity)), strike: String(gone!.Strike), expiry: dayOf(gone!.Expiry), price: "0.10", date: inDays(0) });
  await logTrade(bench, { account: "Sample", ticker: "AAA", quantity: "1", strike: "10", expiry: inDays(30), price: "0.30", date: inDays(0) });
  const after = await sheets.rowsOf("Positions");
  expect(after.map(({ Ticker }) => Ticker)).toEqual([...sorted.filter((ticker) => ticker !== gone!.Ticker), "AAA"]);
  for (const row of after) expect(row["My plan"]).toBe(row.Ticker === "AAA" ? "" : `${String(row.Ticker)} ${String(row.Type)}`);
});

test("a row that cannot be booked is told in Problems, and its link leads to it", async () => {
  const row = await typeRow({ A: inDays(0), C: "GME", D: "Buy to close", E: "Put", F: "3", G: "20", H: inDays(10), I: "1" });
  await sheets.tab("Audit").click();
  await sheets.turns("green", "Audit", /^Right, 1 row to look at/);
  expect(await sheets.rowsOf("Problems")).toMatchObject([{ Ticker: "GME", Problem: expect.stringMatching(/^Not booked: /) }]);
  const { address } = await sheets.placeOf("Problems");
  const link = await sheets.pointOf(`A${Number(/^[A-Z]+(\d+)/.exec(address)?.[1]) + 1}`);
  await bench.page.mouse.click(link.left + link.width / 2, link.top + link.height / 2);
  expect(await until(selected, (now) => now.startsWith("Trades!"))).toMatch(new RegExp(`^Trades!A${row}\\b`));
});

const columnName = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26));
const dayOf = (number: Value | undefined): string => new Date((Number(number) - 25_569) * 86_400_000).toISOString().slice(0, 10);
