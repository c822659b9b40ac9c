import { excelRefused } from "./excelRefused";

/**
 * One visit to the workbook. While a cell is being edited Excel lets the visit wait until the edit is done, instead of refusing it; whatever
 * goes wrong comes out in words.
 */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw excelRefused(error);
  }
}
