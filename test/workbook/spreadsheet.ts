import type { IWorkbookData } from "@univerjs/core";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";
import type { WorkbookState } from "../../workbench/model/state";

/** A real spreadsheet, Univer without a window, under Microsoft's own object model, where the add-in's code finds it: here formulas have results. */
export async function openSpreadsheet(from?: Visit): Promise<ExcelInNode<UniverGrid>> {
  const { book, state } = structuredClone((await from?.()) ?? { book: undefined, state: undefined });
  const engine = loadHeadless().createHeadless({ ...(book && { book }) });
  const grid = new UniverGrid(engine);
  const excel = await excelInNode({ grid, ...(state && { state }) });
  open.push(excel.install(), () => grid.dispose());
  if (book) {
    engine.api.getFormula().executeCalculation(); // as the page does: the day may be another one
    await grid.settled();
  }
  return excel;
}

/** What is kept of a visit to an empty workbook in which this was done. It is done once, at the first time that it is asked for. */
export function visit(work: () => Promise<unknown>): Visit {
  let kept: ReturnType<Visit> | undefined;
  return () => (kept ??= keep(work));
}

export type Visit = () => Promise<{ readonly book: IWorkbookData; readonly state: WorkbookState }>;

async function keep(work: () => Promise<unknown>): ReturnType<Visit> {
  const engine = loadHeadless().createHeadless();
  const grid = new UniverGrid(engine);
  const excel = await excelInNode({ grid });
  const leave = excel.install();
  try {
    await work();
    await grid.settled();
    return { book: structuredClone(engine.api.getActiveWorkbook()!.save()), state: excel.workbook.snapshot() };
  } finally {
    leave();
    grid.dispose();
  }
}

/** For afterEach. */
export function closeSpreadsheets(): void {
  open.splice(0).forEach((close) => {
    close();
  });
}

const open: (() => void)[] = [];
