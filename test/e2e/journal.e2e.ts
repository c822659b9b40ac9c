import { JOURNAL, openWorkbench, type Workbench } from "./browser";

jest.setTimeout(400_000);
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ width: 1900, height: 1000 });
});
afterAll(async () => {
  await bench.close();
});

const tables = () => bench.page.evaluate(() => window.workbench.tables());
const trades = async () => (await tables()).find(({ name }) => name === "Trades");
const TYPED = ["Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id"];
const CALCULATED = ["Cash", "Days", "Break-even", "Collateral", "Yield (strike)", "Annualised (365, strike)"];

test("one press on the ribbon lays out all sheets", async () => {
  await bench.press("New journal");
  await bench.pane.getByText(/laid out|is ready/i).first().waitFor();
  expect((await tables()).map(({ name, sheet }) => [name, sheet]).sort()).toEqual(JOURNAL);
  expect((await trades())?.headers).toEqual([...TYPED, ...CALCULATED]);
});

test("a second press changes nothing", async () => {
  const everything = () => bench.page.evaluate(async () => {
    const sheets: Record<string, unknown> = {};
    for (const sheet of ["Trades", "Watchlist", "Settings"]) sheets[sheet] = await window.workbench.read(sheet, "A1:T20");
    return { tables: window.workbench.tables(), sheets };
  });
  const before = await everything();
  await bench.press("New journal");
  await bench.pane.getByText(/nothing|already/i).first().waitFor();
  expect(await everything()).toEqual(before);
});

test("a trade typed into the blank row is calculated by native formulas", async () => {
  const cells = ["2026-01-05", "", "XYZ", "Sell to open", "Put", "2", "50", "2026-02-20", "1.2", "1.3"];
  for (const [column, text] of cells.entries()) if (text) await bench.page.evaluate(([a, t]) => window.workbench.type("Trades", a, t), [`${String.fromCharCode(65 + column)}5`, text] as const);
  await bench.shows("Trades", "N5", 238.7);
  const [cash, days, breakeven, collateral, flat, annual] = (await bench.readAll("Trades", "N5:S5"))[0] ?? [];
  expect([cash?.text, days?.value, breakeven?.value, collateral?.value]).toEqual(["238.70", 46, 48.8065, 10_000]);
  expect(flat?.value).toBeCloseTo(1.1935 / 50, 12);
  expect(annual?.value).toBeCloseTo((1.1935 / 50) * (365 / 46), 12);
  for (const cell of [cash, days, breakeven, collateral, flat, annual]) expect(cell?.formula).not.toMatch(/WHEEL\./i);
});

test("typing below the table, by keyboard, makes it grow: formulas, formats and drop-downs come along", async () => {
  await bench.type("Trades", "A6", "2/13/2026");
  for (const [address, text] of [["C6", "XYZ"], ["F6", "2"], ["G6", "50"], ["H6", "2/20/2026"], ["I6", "2.1"], ["J6", "1.3"]] as const) await bench.type("Trades", address, text);
  for (const [address, text] of [["D6", "Buy to close"], ["E6", "Put"]] as const) await bench.page.evaluate(([a, t]) => window.workbench.type("Trades", a, t), [address, text] as const);
  expect((await trades())?.address).toBe("A4:S6");
  await bench.shows("Trades", "N6", -421.3);
  expect((await bench.read("Trades", "N6")).text).toBe("-421.30");
  expect((await bench.read("Trades", "A6")).text).toBe((await bench.read("Trades", "A5")).text.replace("1/5", "2/13"));
});

test("the pane follows what is typed in the table", async () => {
  await bench.pane.getByRole("tab", { name: "Journal" }).or(bench.pane.getByRole("button", { name: "Journal", exact: true })).first().click();
  await bench.pane.getByText("−182.60").or(bench.pane.getByText("-182.60")).first().waitFor();
});

test("a row that cannot be read is told in words, and does not stop the others", async () => {
  await bench.type("Trades", "A7", "2/14/2026");
  await bench.page.evaluate(() => window.workbench.type("Trades", "D7", "Sold"));
  await bench.shows("Trades", "N7", "Type?");
  await bench.pane.getByText(/row 7/i).first().waitFor();
  for (const column of ["A", "D"]) await bench.page.evaluate((a) => window.workbench.type("Trades", a, ""), `${column}7`);
  await bench.shows("Trades", "N7", "");
});

test("[@Column] and Trades[Column] work in formulas that users type", async () => {
  await bench.type("Trades", "U5", "=SUM(Trades[Cash])");
  await bench.shows("Trades", "U5", -182.6);
  await bench.type("Trades", "T4", "Premium in dollars");
  expect((await trades())?.headers.at(-1)).toBe("Premium in dollars");
  await bench.type("Trades", "T5", "=[@Price]*[@Quantity]*100");
  await bench.shows("Trades", "T5", 240);
  await bench.shows("Trades", "T6", 420);
});

test("the user's own column stays when the journal is laid out again and a trade is logged", async () => {
  await bench.press("New journal");
  await bench.pane.getByText(/nothing|already/i).first().waitFor();
  expect((await trades())?.headers.at(-1)).toBe("Premium in dollars");
  expect((await bench.read("Trades", "T6")).value).toBe(420);
});

test("what was deleted is added back, and nothing else changes", async () => {
  await bench.pane.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Watchlist").delete();
    context.workbook.tables.getItem("Trades").columns.getItem("Fees").delete();
    await context.sync();
  }));
  await bench.press("New journal");
  await bench.pane.getByText(/^Added /).waitFor();
  expect((await tables()).map(({ name, sheet }) => [name, sheet]).sort()).toEqual(JOURNAL);
  expect((await trades())?.headers).toEqual(expect.arrayContaining([...TYPED, ...CALCULATED, "Premium in dollars"]));
});

test("a reload keeps the workbook, and functions and pane work on it", async () => {
  await bench.saved();
  const before = await tables();
  await bench.reload();
  expect(await tables()).toEqual(before);
  await bench.shows("Trades", "N6", -420);
  await bench.page.evaluate(() => window.workbench.type("Sheet1", "A1", "=WHEEL.CSP_BREAKEVEN(50,1.25)"));
  await bench.shows("Sheet1", "A1", 48.75);
  const below = `A${1 + Number(/(\d+)$/.exec((await trades())?.address ?? "")?.[1])}`;
  await bench.type("Trades", below, "2026-03-01");
  expect((await trades())?.address).toMatch(new RegExp(`${below.slice(1)}$`));
});

test("nothing was asked of anybody outside, and nothing failed unseen", async () => {
  expect(bench.outside).toEqual([]);
  expect(bench.errors).toEqual([]);
  expect(await bench.page.evaluate(() => window.workbench.failures)).toEqual([]);
});
