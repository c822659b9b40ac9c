import { type ExcelInNode, excelInNode } from "../../../workbench/harness/inNode";
import type { MemoryGrid } from "../../../workbench/grid/memory";

export type Host = ExcelInNode<MemoryGrid>;

/** A fresh workbook with one sheet, and office.js before it. */
export function openExcel(): Promise<Host> {
  return excelInNode();
}

/** Lays out a small table Trades at A1:C3 of the first sheet. */
export async function withTrades(host: Host): Promise<void> {
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").values = [["Ticker", "Strike", "Price"], ["KO", 60, 62.5], ["F", 12, 11.75]];
    sheet.tables.add("A1:C3", true).name = "Trades";
    await context.sync();
  });
}

/** Contents of a range, values where there is no formula. */
export async function shown(host: Host, address: string): Promise<unknown[][]> {
  return host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as unknown[][];
  });
}

/** What came of a batch: its error's code, and where and why as the host said it; null when it went well. */
export async function refusal(host: Host, batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void): Promise<{ code: string; message: string } | null> {
  try {
    await host.Excel.run(async (context) => {
      batch(context, context.workbook.worksheets.getFirst());
      await context.sync();
    });
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw error;
    return { code, message };
  }
}
