import { canSave, lookThrough, makeCopy, openCopy } from "../../../src/actions/share";
import { openArchive } from "../../../src/actions/share/file/archive";
import type { OfficeInJsdom } from "../../../workbench/harness/jsdom";
import { openWithFile } from "./workbookFile";

/* The workbook's file comes from Excel by Microsoft's own office.js, over the protocol of Excel on the web. */
let office: OfficeInJsdom;
let leave: () => void;
beforeAll(async () => {
  ({ office, leave } = await openWithFile());
});
/** The add-in does not wait for it. */
async function filesGivenBack(): Promise<void> {
  while (office.host.leftOvers().files > 0) await new Promise((resolve) => setTimeout(resolve, 1));
}
afterAll(() => leave());

test("the workbook is looked through and copied from its own file, which is given back", async () => {
  const parts: number[] = [];
  const { cells, people } = await lookThrough((done) => (parts.push(done), true));
  expect([cells.map(({ address, formula }) => [address, formula]), people]).toEqual([[["Sheet1!B1", "=WHEEL.CSP_BREAKEVEN(50,1.25)"]], []]);
  expect(parts.at(-1)).toBe(1);
  const copy = await makeCopy({ maskAccounts: true, leaveOutNotes: true }, () => true);
  expect(copy.name).toBe("Book1 (shared).xlsx");
  expect(openArchive(copy.bytes).text("xl/worksheets/sheet1.xml")).toContain("<f>50-1.25</f>");
  expect(office.workbook.grid.read(office.workbook.grid.activeSheet(), { row: 0, column: 1, rows: 1, columns: 1 })[0]![0]!.formula).toBe("=WHEEL.CSP_BREAKEVEN(50,1.25)");
  await filesGivenBack();
});

test("the copy can be opened as a new workbook, as on a Mac, where a pane cannot save", async () => {
  const opened: Uint8Array[] = [];
  office.workbook.onOpened((file) => void opened.push(file));
  const copy = await makeCopy({ maskAccounts: false, leaveOutNotes: false }, () => true);
  await openCopy(copy);
  expect(opened).toHaveLength(1);
  expect(Buffer.compare(opened[0]!, copy.bytes)).toBe(0);
  expect(canSave()).toBe(true);
  expect(office.unexpected).toEqual([]);
});

test("it can be stopped, and a file that Excel does not hand over is told in words", async () => {
  await expect(makeCopy({ maskAccounts: true, leaveOutNotes: true }, () => false)).rejects.toThrow("Stopped. No copy was made.");
  const ask = () => new Promise<Office.File>((resolve, reject) => office.window.Office.context.document.getFileAsync("compressed" as never, ({ value, error }) => (value ? resolve(value) : reject(new Error(error.message)))));
  // Excel holds two files at a time; these two are never given back
  const open = [await ask(), await ask()];
  await expect(lookThrough(() => true)).rejects.toThrow(/^Excel could not hand over this workbook's file \(\d+: .*\)\. Save the workbook under a new name and try again/);
  for (const file of open) await new Promise((resolve) => file.closeAsync(resolve as never));
  expect((await lookThrough(() => true)).cells).toHaveLength(1);
});
