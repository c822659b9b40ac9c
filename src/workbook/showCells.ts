import { splitAddress } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";

/** Brings cells to the user's eyes: their sheet in front, the cells selected. */
export function showCells(address: string): Promise<void> {
  return inExcel(async (context) => {
    const { sheet, cells } = splitAddress(address);
    const found = context.workbook.worksheets.getItemOrNullObject(sheet).load("visibility");
    await context.sync();
    if (found.isNullObject) throw new ExcelRefused("ItemNotFound", `The sheet ${sheet} is not there any more.`);
    if (found.visibility !== "Visible") throw new ExcelRefused("HiddenSheet", `The sheet ${sheet} is hidden. Right-click any sheet's tab and choose Unhide to see it.`);
    found.activate();
    found.getRange(cells).select();
    await context.sync();
  });
}
