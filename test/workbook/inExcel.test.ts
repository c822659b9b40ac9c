import { inExcel, stopWaiting } from "../../src/workbook/inExcel";
import type { Grid } from "../../workbench/grid/grid";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";

let excel: ExcelInNode<Grid>;
let uninstall: () => void;
beforeEach(async () => {
  excel = await excelInNode();
  uninstall = excel.install();
});
afterEach(async () => {
  await excel.eventsDelivered();
  uninstall();
});

const A1 = (context: Excel.RequestContext) => context.workbook.worksheets.getFirst().getRange("A1");
const value = () =>
  inExcel(async (context) => {
    const cell = A1(context).load("values");
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });
const refused = (visit: Promise<unknown>) => visit.then(() => null, (error: unknown) => error as { code: string; message: string });

test("a request that is never answered can be given up; the next visit is answered", async () => {
  excel.faults.hang(1);
  const lost = refused(value());
  await new Promise((resolve) => setTimeout(resolve, 20));
  stopWaiting();
  expect(await lost).toMatchObject({ code: "NotWaiting", message: expect.stringContaining("look in the sheet before you press again") as string });
  expect(await value()).toBe("");
});

test("an answer that comes after all leads to nothing more: what was not asked yet is never done", async () => {
  excel.faults.delay(1, 60);
  let begun: Promise<void> | undefined;
  const late = refused(
    inExcel((context) => {
      begun = (async () => {
        A1(context).load("values");
        await context.sync();
        A1(context).values = [["written after all"]];
        await context.sync();
      })();
      return begun;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  stopWaiting();
  expect(await late).toMatchObject({ code: "NotWaiting" });
  await expect(begun).rejects.toMatchObject({ code: "NotWaiting" });
  expect(await value()).toBe("");
});

test("a visit that is through is not touched, and one that begins afterwards goes on to its end", async () => {
  stopWaiting();
  await inExcel(async (context) => {
    A1(context).values = [[1]];
    await context.sync();
    A1(context).values = [[2]];
  });
  expect(await value()).toBe(2);
});
