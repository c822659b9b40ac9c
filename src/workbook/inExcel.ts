import { ExcelRefused, excelRefused } from "./excelRefused";

/**
 * One visit to the workbook. While a cell is being edited Excel lets the visit wait until the edit is done, instead of refusing it; whatever
 * goes wrong comes out in words.
 */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const visit = { isOver: false, end: (_: ExcelRefused): void => undefined };
  const givenUp = new Promise<never>((_, refuse) => (visit.end = refuse));
  visits.add(visit);
  try {
    return await Promise.race([Excel.run({ delayForCellEdit: true }, (context) => work(goingOnWhile(context, () => !visit.isOver))), givenUp]);
  } catch (error) {
    throw excelRefused(error);
  } finally {
    visits.delete(visit);
  }
}

/**
 * Ends every visit that waits for an answer, which Excel may never give. What was asked may still be done, but nothing more of such a visit: an answer that
 * comes later finds nobody, so that it cannot get in the way of what is pressed meanwhile.
 */
export function stopWaiting(): void {
  for (const visit of visits) {
    visit.isOver = true;
    visit.end(notWaiting());
  }
}

const visits = new Set<{ isOver: boolean; end: (why: ExcelRefused) => void }>();

const notWaiting = () => new ExcelRefused("NotWaiting", "Not waiting for Excel any longer. It may still do what was pressed: look in the sheet before you press again.");

function goingOnWhile(context: Excel.RequestContext, going: () => boolean): Excel.RequestContext {
  const sync = context.sync.bind(context);
  const check = <T>(value: T): T => {
    if (!going()) throw notWaiting();
    return value;
  };
  context.sync = async <T>(value?: T) => check(await sync(check(value))) as T;
  return context;
}
