import { closeAll, openWorkbench } from "./browser";

jest.setTimeout(400_000);
afterAll(closeAll);

test("the last rows of a sheet can be deleted, and what stands above them moves nowhere", async () => {
  const { page, pane, errors } = await openWorkbench();
  const left = await pane.evaluate(() => Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A989:A1000").values = Array.from({ length: 12 }, (_, index) => [index]);
    await context.sync();
    sheet.getRange("991:1000").delete("Up");
    const used = sheet.getUsedRange().load("address,values");
    await context.sync();
    return [used.address.replace(/^.*!/, ""), used.values];
  }));
  expect(left).toEqual(["A989:A990", [[0], [1]]]);
  await page.evaluate(() => window.workbench.calculated());
  expect(errors).toEqual([]);
});
