import { layOutJournal, loadSampleYear } from "../../src/actions";
import { dayText } from "../../src/journal/day";
import { loadHeadless } from "../engine/load";
import type { Grid } from "../grid/grid";
import { UniverGrid } from "../grid/univer";
import { type ExcelInNode, excelInNode } from "../harness/inNode";
import { type XlsxOptions, xlsxOf } from "../xlsx";

export interface Template {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * The files that are offered for download: the journal as the add-in itself lays it out, empty and with the sample year, which ends on the day on which the files are made. The same
 * day makes the same bytes.
 */
export async function templates(day: number): Promise<readonly Template[]> {
  const made = { made: new Date((day - DAY_OF_1970) * MILLISECONDS), results: "calculated" } as const;
  return [
    { file: "Wheel Journal.xlsx", bytes: await journalFile(() => layOutJournal(day), { ...made, subject: "A journal for cash-secured puts and the wheel, ready to be filled in" }) },
    { file: "Wheel Journal - sample year.xlsx", bytes: await journalFile(() => loadSampleYear(day), { ...made, subject: `A journal for cash-secured puts and the wheel, with a made-up year that ends on ${dayText(day)}` }) },
  ];
}

const DAY_OF_1970 = 25_569;
const MILLISECONDS = 86_400_000;

/** What these actions make of an empty workbook, as a file. They run on the real spreadsheet engine, without a window, unless another grid is given. */
export function journalFile(fill: (grid: Grid) => Promise<unknown>, options: Pick<XlsxOptions, "subject" | "results"> & Partial<Pick<XlsxOptions, "made">>, engine?: Grid): Promise<Uint8Array> {
  return inExcel(engine ?? new UniverGrid(loadHeadless().createHeadless()), async ({ workbook, failures }) => {
    const { grid } = workbook;
    await fill(grid);
    if (failures.length > 0) throw new Error(`Excel refused a call: ${JSON.stringify(failures[0])}`);
    for (const { id } of grid.sheets()) if (!grid.usedRect(id)) grid.deleteSheet(id);
    const first = grid.sheets()[0];
    if (first) grid.activate(first.id);
    await workbook.settled();
    return xlsxOf(workbook, { title: "Wheel Journal", author: "Wheel Journal", made: ANY_DAY, ...options });
  });
}

/** A file for which no day is said always says the same one, so that it is always the same bytes. */
const ANY_DAY = new Date(Date.UTC(2026, 0, 1));

async function inExcel<Result>(grid: Grid, work: (excel: ExcelInNode<Grid>) => Promise<Result>): Promise<Result> {
  const excel = await excelInNode<Grid>({ grid });
  const leave = excel.install();
  try {
    return await work(excel);
  } finally {
    leave();
    grid.dispose();
  }
}
