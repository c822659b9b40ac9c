import { CHAIN_A_LEGS as LEGS, type Leg, dayNumber } from "../fixtures/goldenChains";
import { type Workbench, openWorkbench } from "./browser";
import { REPORTS, reportSheets } from "./reportSheets";

jest.setTimeout(400_000);
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ width: 1900, height: 1000 });
});
afterAll(async () => {
  await bench.close();
});

/*
 * One turn of the wheel: two puts, rolled down and out, one assigned early, the other closed, two calls, a dividend, called away; $0.65 a
 * contract and leg. Every event is logged through the pane's form, field by field by keyboard; the sheet's own formulas say what it came to.
 */
async function fill({ action, type, ...rest }: Leg["fields"]): Promise<void> {
  const { page, pane } = bench;
  await pane.locator("[name=action]").focus();
  await pane.locator("[name=action]").selectOption(action);
  if (type) {
    // the arrow keys move within the group, as in any radio group
    const wanted = pane.getByRole("radio", { name: type, exact: true });
    if (!(await wanted.isChecked())) {
      await pane.getByRole("radio").and(pane.locator(":checked")).focus();
      await page.keyboard.press("ArrowRight");
      if (!(await wanted.isChecked())) await page.keyboard.press("ArrowLeft");
    }
    expect(await wanted.isChecked()).toBe(true);
  }
  for (const [name, text] of Object.entries(rest)) {
    const field = pane.locator(`input[name=${name}]:not([type=radio])`);
    await field.focus();
    if (/date|expiry/.test(name)) await field.fill(text ?? "");
    else {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text ?? "");
    }
  }
}

test("golden chain A, logged through the pane event by event, comes to 564.15 by the sheet's own formula", async () => {
  const { page, pane } = bench;
  await bench.press("Log trade");
  await pane.locator("[name=action]").waitFor();
  for (const [index, { fields, cash, running }] of LEGS.entries()) {
    await fill(fields);
    await pane.locator("[name=ticker]").focus();
    await page.keyboard.press("Enter");
    const row = 5 + index;
    await page.waitForFunction((address) => window.workbench.tables().some((table) => table.name === "Trades" && table.address === address), `A4:S${row}`);
    await bench.shows("Trades", `N${row}`, cash);
    await pane.locator("[name=action]:enabled").waitFor();
    if (index === 0) await page.evaluate(() => window.workbench.type("Trades", "V5", "=SUM(Trades[Cash])"));
    await bench.shows("Trades", "V5", running);
  }
  const { text, formula, value } = await bench.read("Trades", "V5");
  expect(formula).toBe("=SUM(Trades[Cash])");
  expect(Math.abs(Number(value) - 564.15)).toBeLessThan(1e-9);
  expect(text).toContain("564.15");
  for (const [cell] of await bench.readAll("Trades", "N5:N14")) expect(cell?.formula).toMatch(/^=(?!.*WHEEL)/);
});

test("the other columns stand beside it: days, break-even, collateral, yields of each put that was sold", async () => {
  const rows = (await bench.readAll("Trades", "O5:S14")).map((row) => row.map(({ value }) => value));
  expect(rows[0]?.slice(0, 3)).toEqual([46, 48.8065, 10_000]);
  expect(rows[2]?.slice(0, 3)).toEqual([35, 45.6565, 9600]);
  expect(rows[0]?.[3]).toBeCloseTo(1.1935 / 50, 12);
  expect(rows[2]?.[4]).toBeCloseTo((2.3435 / 48) * (365 / 35), 12);
  expect(rows[3]).toEqual(["", "", "", "", ""]);
  expect(rows[5]).toEqual([32, "", "", "", ""]);
});

test("Undo takes the last row back, and logging it again brings it back", async () => {
  const { page, pane } = bench;
  await bench.quiet();
  await pane.getByRole("button", { name: "Undo" }).click();
  await pane.getByText("Took back 1 row").waitFor();
  await bench.quiet();
  await bench.shows("Trades", "V5", -4335.85);
  expect((await page.evaluate(() => window.workbench.tables())).find(({ name }) => name === "Trades")?.address).toBe("A4:S13");
  await pane.getByRole("button", { name: "Log trade", exact: true }).click();
  await bench.shows("Trades", "V5", 564.15);
  await bench.quiet();
});

test("the reports typed in cells say it in every figure: campaign, income by month, audit", async () => {
  await bench.type("Sheet1", "A1", "=WHEEL.CAMPAIGNS(Trades[[#All],[Date]:[Id]])");
  await bench.shows("Sheet1", "L2", 564.15);
  const [headers = [], row = []] = (await bench.readAll("Sheet1", "A1:Q2")).map((cells) => cells.map(({ value }) => value));
  const campaign = Object.fromEntries(headers.map((header, at) => [header, row[at]]));
  expect(campaign).toMatchObject({
    Account: "Main", Ticker: "XYZ", State: "Closed", Start: 46_027, End: 46_171, Days: 144, "Put premium": 260, "Call premium": 170, "Stock result": 100, Dividends: 40, Fees: 5.85, Total: 564.15, "Capital-days": 1_052_400,
  });
  expect([campaign["Average capital"], campaign.Return, campaign.Annualised].map((value) => Number(Number(value).toPrecision(6)))).toEqual([7308.33, 0.0771927, 0.195662]);

  await bench.type("Sheet1", "A5", '=WHEEL.INCOME(Trades[[#All],[Date]:[Id]],"month","income")');
  await bench.shows("Sheet1", "H10", 189.35);
  expect((await bench.readAll("Sheet1", "A6:H10")).map((cells) => [cells[0]?.value, cells[7]?.value])).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 438.05], ["2026-04", 119.35], ["2026-05", 189.35]]);

  await bench.type("Sheet1", "A13", "=WHEEL.AUDIT(Trades[[#All],[Date]:[Id]],)");
  await bench.shows("Sheet1", "A15", "Total");
  expect((await bench.readAll("Sheet1", "C15:H15")).flat().map(({ value }) => value)).toEqual([564.15, 564.15, 0, 0, 0, true]);
});

test("the report sheets say it too, and are right and green: campaign, income by month with its running total, audit, nothing open", async () => {
  const { rowsOf, rowOf, tab, turns } = reportSheets(bench);
  const campaign = await rowOf("Campaigns", { Ticker: "XYZ" });
  expect(campaign).toMatchObject({
    Account: "Main", State: "Closed", Start: dayNumber("2026-01-05"), End: dayNumber("2026-05-29"), Days: 144, "Put premium": 260, "Call premium": 170, "Stock result": 100, Dividends: 40, Fees: 5.85, Total: 564.15, "Capital-days": 1_052_400,
  });
  expect(["Average capital", "Return", "Annualised"].map((header) => Number(Number(campaign?.[header]).toPrecision(6)))).toEqual([7308.33, 0.0771927, 0.195662]);
  expect((await rowsOf("Income")).map(({ Period, Net, "Running total": total }) => [Period, Net, Number(Number(total).toFixed(4))])).toEqual([
    ["2026-01", 0, 0], ["2026-02", -182.6, -182.6], ["2026-03", 438.05, 255.45], ["2026-04", 119.35, 374.8], ["2026-05", 189.35, 564.15],
  ]);
  const audit = await rowsOf("Audit");
  expect(audit.map(({ Ticker, Cash, Realised, Difference, Ok, State }) => [Ticker, Cash, Realised, Difference, Ok, State])).toEqual([["XYZ", 564.15, 564.15, 0, true, "Right"], ["", 564.15, 564.15, 0, true, "Right"]]);
  for (const sheet of REPORTS) {
    await tab(sheet).click();
    await turns("green", sheet, /^Right · as of /);
  }
  expect(await rowsOf("Positions")).toMatchObject([{ Ticker: "" }]);
  expect(await bench.page.evaluate(() => window.workbench.failures)).toEqual([]);
});

test("the pane says the same", async () => {
  await bench.pane.getByRole("tab", { name: "Journal" }).or(bench.pane.getByRole("button", { name: "Journal", exact: true })).or(bench.pane.getByRole("link", { name: "Journal" })).first().click();
  await bench.pane.getByText("564.15").first().waitFor();
  expect(bench.errors).toEqual([]);
  expect(bench.outside).toEqual([]);
});
