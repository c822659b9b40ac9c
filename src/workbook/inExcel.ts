import { ExcelRefused, excelRefused } from "./excelRefused";

/** A visit; once more from the beginning when what was read before anything was written turned out to be of no use: see readAgain. */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await visit(work);
    } catch (error) {
      if (!(error instanceof ExcelRefused) || !again.has(error) || tries === TRIES) throw error;
    }
  }
}
/** So often can be halved what is asked for at once. */
const TRIES = 12;

/** What was asked for came too large, or somebody else moved the columns meanwhile. Thrown before the first write of a visit only. */
export function readAgain(code: string, words: string, cause?: unknown): ExcelRefused {
  const refused = new ExcelRefused(code, words, { cause });
  again.add(refused);
  return refused;
}
const again = new WeakSet<ExcelRefused>();

/**
 * One visit to the workbook. While a cell is being edited Excel lets the visit wait until the edit is done, instead of refusing it; whatever
 * goes wrong comes out in words.
 */
async function visit<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await whileWaited((going) => Excel.run({ delayForCellEdit: true }, (context) => work(goingOnWhile(context, going))));
  } catch (error) {
    throw excelRefused(error);
  }
}

/** Waits for an answer until it comes, or until the user stops waiting for it; `going` says whether anybody waits yet. For what is asked beside Excel's object model, too. */
export async function whileWaited<T>(ask: (going: () => boolean) => Promise<T>): Promise<T> {
  const wait = { isOver: false, end: (_: ExcelRefused): void => undefined };
  const givenUp = new Promise<never>((_, refuse) => (wait.end = refuse));
  waits.add(wait);
  try {
    return await Promise.race([ask(() => !wait.isOver), givenUp]);
  } finally {
    waits.delete(wait);
  }
}

/**
 * Ends everything that waits for an answer, which Excel may never give. What was asked may still be done, but nothing more of such a visit: an answer that
 * comes later finds nobody, so that it cannot get in the way of what is pressed meanwhile.
 */
export function stopWaiting(): void {
  for (const wait of waits) {
    wait.isOver = true;
    wait.end(notWaiting());
  }
}

const waits = new Set<{ isOver: boolean; end: (why: ExcelRefused) => void }>();

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
