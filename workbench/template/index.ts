import { layOutJournal, loadSampleYear } from "../../src/actions";
import { sampleYear } from "../../src/journal/sample";
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
  return [
    { file: "Wheel Journal.xlsx", bytes: await journalFile(() => layOutJournal(), { subject: "A journal for cash-secured puts and the wheel, ready to be filled in", results: "calculated" }) },
    { file: "Wheel Journal - sample year.xlsx", bytes: await journalFile(() => loadSampleYear(SAMPLE_ENDS), { subject: "A journal for cash-secured puts and the wheel, with a made-up year", results: "calculated" }) },
  ];
}

const SAMPLE_ENDS = Math.max(...sampleYear().map(({ date }) => date));

/** What these actions make of an empty workbook, as a file. They run on the real spreadsheet engine, without a window. */
export function journalFile(fill: () => Promise<unknown>, options: Pick<XlsxOptions, "subject" | "results">): Promise<Uint8Array> {
  return onSpreadsheet(async ({ grid, workbook, failures }) => {
    await fill();
    if (failures.length > 0) throw new Error(`Excel refused a call: ${JSON.stringify(failures[0])}`);
    for (const { id } of grid.sheets()) if (!grid.usedRect(id)) grid.deleteSheet(id);
    const first = grid.sheets()[0];
    if (first) grid.activate(first.id);
    await workbook.settled();
    return xlsxOf(workbook, { title: "Wheel Journal", author: "Wheel Journal", made: MADE, ...options });
  });
}

/** The files say the same day, whenever they are made, so that they are the same bytes. */
const MADE = new Date(Date.UTC(2026, 0, 1));

async function onSpreadsheet<Result>(work: (excel: ExcelInNode<Grid>) => Promise<Result>): Promise<Result> {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  const excel = await excelInNode<Grid>({ grid });
  const leave = excel.install();
  try {
    return await work(excel);
  } finally {
    leave();
    grid.dispose();
  }
}
