import { closeAll } from "./browser";
import { findings, openNarrowPane, overflows } from "./narrowPane";

jest.setTimeout(180_000);
afterAll(closeAll);

/** What the test lets pass, request by request. */
interface Gate {
  readonly waiting: (() => void)[];
}
type Gated = Window & { gate: Gate };
interface Faults {
  gate(before: (() => Promise<void>) | null): void;
}

const ROWS = 40;

test("long work shows how far it has come; Stop by keyboard ends it, nothing of the log has changed and the words say what to do; pressing again does it all", async () => {
  const opened = await openNarrowPane();
  const { page, pane, errors, outside, quiet } = opened;
  await pane.getByRole("button", { name: "Lay out the journal" }).first().click();
  await pane.getByText(/^Added /).waitFor({ timeout: 60_000 });
  await quiet();
  // names so long that the reports take four requests: what is on its way when Stop is pressed goes on to its end
  await pane.evaluate((count) => Excel.run(async (context) => {
    const rows = Array.from({ length: count }, (_, index) => [46000, "Main", `${"TICKER".repeat(600)}${index}`, "Sell to open", "Put", 1, 50, 46060, 1.25, 0.65, 100, "", `T-${index}`]);
    context.workbook.tables.getItem("Trades").getDataBodyRange().getCell(0, 0).getAbsoluteResizedRange(count, 13).values = rows;
    await context.sync();
  }), ROWS);
  await quiet();
  const log = () => page.evaluate((last) => window.workbench.read("Trades", `A5:M${last}`), ROWS + 4);
  const addressOf = (table: string) => page.evaluate((name) => window.workbench.tables().find((one) => one.name === name)?.address, table);
  const [before, positions] = [await log(), await addressOf("Positions")];

  await page.evaluate(() => {
    const gate: Gate = { waiting: [] };
    (window as unknown as Gated).gate = gate;
    (window.workbench.faults as Faults).gate(() => new Promise((go) => gate.waiting.push(go)));
  });
  const refresh = pane.getByRole("button", { name: "Refresh", exact: true });
  await refresh.focus();
  await page.keyboard.press("Enter");
  const stop = pane.getByRole("button", { name: "Stop", exact: true });
  while (!(await stop.isVisible())) {
    await page.evaluate(() => (window as unknown as Gated).gate.waiting.shift()?.());
    await page.waitForTimeout(80);
  }
  expect(await pane.getByText(/^Building the reports: \d+ of \d+ rows/).isVisible()).toBe(true);
  expect(await pane.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.value > 0 && bar.value < bar.max)).toBe(true);
  expect(await overflows(pane)).toEqual([]);
  await stop.focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Stopping…" }).waitFor();
  await page.evaluate(() => {
    (window.workbench.faults as Faults).gate(null);
    for (const go of (window as unknown as Gated).gate.waiting.splice(0)) go();
  });
  await pane.getByText("Stopped. Press Refresh when there is time.").waitFor({ timeout: 30_000 });
  await quiet();
  expect(await log()).toEqual(before);
  expect(await findings(pane)).toEqual({ axe: [], overflow: [] });

  await refresh.focus();
  await page.keyboard.press("Enter");
  await pane.getByText(new RegExp(`^Read ${ROWS} trades`)).waitFor({ timeout: 60_000 });
  await quiet();
  expect(await log()).toEqual(before);
  expect([positions, await addressOf("Positions")]).toEqual([expect.stringMatching(/^A\d+:\w+\d+$/), positions!.replace(/\d+$/, (row) => String(Number(row) + ROWS - 1))]);
  expect([errors, outside]).toEqual([[], []]);
  await page.context().close();
});
