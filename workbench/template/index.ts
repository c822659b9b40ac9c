import { layOutJournal, loadSampleYear, logTrades } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { loadHeadless } from "../engine/load";
import type { Grid } from "../grid/grid";
import { UniverGrid } from "../grid/univer";
import { type ExcelInNode, excelInNode } from "../harness/inNode";
import { type XlsxOptions, xlsxOf } from "../xlsx";

export interface Template {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files that are offered for download: the journal as the add-in itself lays it out, empty and with the sample year. */
export async function templates(): Promise<readonly Template[]> {
  const of = (fill: () => Promise<unknown>, subject: string): Promise<Uint8Array> => onSpreadsheet(async (excel) => {
    await fill();
    return fileOf(excel, subject, "calculated");
  });
  return [
    { file: "Wheel Journal.xlsx", bytes: await of(() => layOutJournal(), "A journal for cash-secured puts and the wheel, ready to be filled in") },
    { file: "Wheel Journal - sample year.xlsx", bytes: await of(() => loadSampleYear(), "A journal for cash-secured puts and the wheel, with a made-up year") },
  ];
}

/** A journal that holds these trades and the reports of them. */
export async function journalWith(excel: ExcelInNode<Grid>, trades: readonly Trade[], results: XlsxOptions["results"]): Promise<Uint8Array> {
  await layOutJournal();
  if (trades.length > 0) await logTrades(trades);
  return fileOf(excel, "A filled journal", results);
}

/** The workbook without the blank sheets that it began with. */
function fileOf({ grid, workbook, failures }: ExcelInNode<Grid>, subject: string, results: XlsxOptions["results"]): Uint8Array {
  if (failures.length > 0) throw new Error(`Excel refused a call: ${JSON.stringify(failures[0])}`);
  for (const { id } of grid.sheets()) if (!grid.usedRect(id) && !grid.tables().some(({ sheetId }) => sheetId === id)) grid.deleteSheet(id);
  return xlsxOf(workbook, { title: "Wheel Journal", subject, author: "Wheel Journal", made: MADE, results });
}

/** The files say the same day, whenever they are made, so that they are the same bytes. */
const MADE = new Date(Date.UTC(2026, 0, 1));

/** The real spreadsheet engine without a window: the results of the formulas go into the file, for readers that only show. */
async function onSpreadsheet<Result>(work: (excel: ExcelInNode<Grid>) => Promise<Result>): Promise<Result> {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  const excel = await excelInNode<Grid>({ grid });
  const leave = excel.install();
  try {
    const result = work(excel);
    await result;
    return await result;
  } finally {
    leave();
    grid.dispose();
  }
}
