import { layOutJournal, logTrades } from "../../src/actions";
import { type Trade, book, report } from "../../src/calc";
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
    { file: "Wheel Journal - sample year.xlsx", bytes: await journalFile(fillSampleYear, { subject: "A journal for cash-secured puts and the wheel, with a made-up year", results: "calculated" }) },
  ];
}

async function fillSampleYear(): Promise<void> {
  const year = sampleInFile();
  const end = Math.max(...year.map(({ date }) => date));
  await layOutJournal(end);
  await logTrades(year, end);
}

/** The made-up year without the options that are open at its end: in a file that is opened years later they would be long past their expiry. */
export function sampleInFile(): readonly Trade[] {
  const year = sampleYear();
  const nameOf = ({ ticker, type, strike, expiry }: Pick<Trade, "ticker" | "strike" | "expiry"> & { readonly type: string }): string => JSON.stringify([ticker, type, strike, expiry]);
  const open = new Set(report.positions(book(year.map((trade, row) => ({ trade, row })))).filter(({ type }) => type !== "Shares").map(nameOf));
  return year.filter((trade) => !open.has(nameOf(trade)));
}

/** What these actions make of an empty workbook, as a file. They run on the real spreadsheet engine, without a window, unless another grid is given. */
export function journalFile(fill: (grid: Grid) => Promise<unknown>, options: Pick<XlsxOptions, "subject" | "results">, engine?: Grid): Promise<Uint8Array> {
  return inExcel(engine ?? new UniverGrid(loadHeadless().createHeadless()), async ({ workbook, failures }) => {
    const { grid } = workbook;
    await fill(grid);
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
