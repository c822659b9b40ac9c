import { CHAIN_A_LEGS as LEGS, type Leg } from "../fixtures/goldenChains";
import { type Workbench, openWorkbench } from "./browser";

jest.setTimeout(180_000);
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
  await page.getByRole("button", { name: "Log trade", exact: true }).first().click();
  await pane.locator("[name=action]").waitFor();
  for (const [index, { fields, cash, running }] of LEGS.entries()) {
    await fill(fields);
    await pane.locator("[name=ticker]").focus();
    await page.keyboard.press("Enter");
    const row = 5 + index;
    await page.waitForFunction((address) => window.workbench.tables().some((table) => table.name === "Trades" && table.address === address), `A4:S${row}`, { timeout: 30_000 });
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
  await pane.getByRole("button", { name: "Undo" }).click();
  await bench.shows("Trades", "V5", -4335.85);
  expect((await page.evaluate(() => window.workbench.tables())).find(({ name }) => name === "Trades")?.address).toBe("A4:S13");
  await pane.getByRole("button", { name: "Log trade", exact: true }).click();
  await bench.shows("Trades", "V5", 564.15);
});

test("the pane says the same", async () => {
  await bench.pane.getByRole("tab", { name: "Journal" }).or(bench.pane.getByRole("button", { name: "Journal", exact: true })).or(bench.pane.getByRole("link", { name: "Journal" })).first().click();
  await bench.pane.getByText("564.15").first().waitFor();
  expect(bench.errors).toEqual([]);
  expect(bench.outside).toEqual([]);
});
