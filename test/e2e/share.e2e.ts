import { strFromU8, unzipSync } from "fflate";
import type { CellReading } from "../../workbench/page/api";
import type { Faults } from "../../workbench/protocol/faults";
import { readBook } from "../referee/readBook";
import { faultsOf } from "../xlsx/sound";
import { closeAll } from "./browser";
import { faultsInEveryLook, openNarrowPane } from "./narrowPane";

jest.setTimeout(400_000);
afterAll(closeAll);

const TYPED = [["A1", "50"], ["B1", "1.25"], ["C1", "=WHEEL.CSP_BREAKEVEN(A1,B1)"], ["C2", "=WHEEL.CSP_POP(52,50,1.2,30,0.3)"], ["C3", '=SUMIFS(Trades[Cash],Trades[Account],"Sample")'], ["E1", "=WHEEL.CSP_COLLATERAL(A1:B1,2)"]] as const;

test("by keyboard: what a reader would see, a copy that is downloaded and asks for no add-in, and the same in place with Undo", async () => {
  const opened = await openNarrowPane();
  const { page, pane, errors, outside, refused, quiet, saved } = opened;
  const read = (address: string) => page.evaluate((at) => window.workbench.read("Sheet1", at), address) as Promise<CellReading>;
  const press = async (name: string | RegExp) => {
    await pane.getByRole("button", { name }).first().focus();
    await page.keyboard.press("Enter");
  };
  await pane.getByRole("button", { name: "Load the sample year" }).click();
  await pane.getByText(/made-up year/).waitFor();
  await quiet();
  await page.evaluate(async (cells) => {
    for (const [address, text] of cells) await window.workbench.type("Sheet1", address, text);
  }, TYPED);
  expect((await read("C1")).value).toBe(48.75);

  // as long as Excel keeps the file back, the look is shown to be on its way, and can be stopped
  await page.evaluate(() => {
    const faults = window.workbench.faults as Faults;
    faults.gate(() => new Promise((resolve) => Object.assign(window, { letGo: () => (faults.gate(null), resolve()) })));
  });
  await press("Share this workbook");
  await pane.getByRole("progressbar", { name: "Looking through the workbook…" }).waitFor();
  await press("Stop");
  await pane.getByRole("button", { name: "Stopping…" }).waitFor();
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await pane.getByText("Stopped. The workbook was not looked through.").waitFor();
  await press("Try again");
  await pane.getByText("3 formulas would show").waitFor();
  await pane.getByText("becomes a value: Excel's own functions have no formula for CSP_POP with these arguments").waitFor();
  await pane.getByText("Sample", { exact: true }).waitFor();
  expect(await faultsInEveryLook(opened)).toEqual({});
  // the link leads to the cell
  await press("Sheet1!C2");
  await page.waitForFunction(() => document.querySelector("body") !== null);

  const coming = page.waitForEvent("download");
  await press("Make a copy to send");
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Book1 (shared).xlsx");
  await pane.getByText(/“Book1 \(shared\)\.xlsx” is ready: 2 functions became formulas, 1 function a value, 1 account has another name/).waitFor();
  const bytes = new Uint8Array(Buffer.concat(await (await download.createReadStream()).toArray() as Buffer[]));
  const files = unzipSync(bytes);
  expect(faultsOf(bytes)).toEqual([]);
  const book = readBook(bytes);
  expect(book.formulas("Sheet1").map(({ formula, stored }) => [formula, Number(stored)])).toEqual([
    ["IF((A1>0)*(B1>=0)*(A1-B1>=0),A1-B1,#VALUE!)", 48.75],
    ["IF((A1:B1)>0,(A1:B1)*100*2,#VALUE!)", 10_000],
    ['SUMIFS(Trades[Cash],Trades[Account],"Account 1")', (await read("C3")).value],
  ]);
  expect([book.cell("Sheet1", 1, 2), book.cell("Sheet1", 0, 5)]).toEqual([(await read("C2")).value, 250]);
  expect(new Set(book.rows("Trades").map(({ Account }) => Account))).toEqual(new Set(["Account 1"]));
  expect(Object.entries(files).filter(([path, file]) => /webextension/.test(path) || /_xldudf_|>Sample</.test(strFromU8(file))).map(([path]) => path)).toEqual([]);
  expect((await read("C1")).formula).toBe("=WHEEL.CSP_BREAKEVEN(A1,B1)");
  expect(await faultsInEveryLook(opened)).toEqual({});

  await press("Turn functions into formulas");
  await pane.getByText("Turned 2 functions into formulas and 1 function into a value, in this workbook.").waitFor();
  expect([(await read("C1")).formula, (await read("C1")).value, (await read("C2")).formula, (await read("F1")).value]).toEqual(["=IF((A1>0)*(B1>=0)*(A1-B1>=0),A1-B1,#VALUE!)", 48.75, "", 250]);
  await pane.getByText("None: every number is an ordinary formula or a value.").waitFor();
  // the way back is there after a reload, too
  await saved();
  await page.reload();
  await page.waitForFunction(() => window.workbench as unknown);
  const fresh = page.frame({ name: await page.evaluate(async () => (await window.workbench.ready, window.workbench.paneFrame)) })!;
  await fresh.getByRole("button", { name: "Share this workbook" }).click();
  await fresh.getByRole("button", { name: "Turn the functions back" }).click();
  await fresh.getByText("Turned 3 functions back.").waitFor();
  await page.evaluate(() => window.workbench.calculated());
  expect([(await read("C1")).formula, (await read("C1")).value, (await read("C2")).formula, (await read("F1")).value]).toEqual(["=WHEEL.CSP_BREAKEVEN(A1,B1)", 48.75, "=WHEEL.CSP_POP(52,50,1.2,30,0.3)", 250]);
  expect([errors, outside, refused]).toEqual([[], [], []]);
  await page.context().close();
});
