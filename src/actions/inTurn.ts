import { ExcelRefused } from "../workbook/excelRefused";
import { workBegins } from "../workbook/progress";

/**
 * Actions take turns: what is pressed while another one is going on, in the pane or on the ribbon, begins when that has ended and sees what it did. Else two that
 * add rows at the same time would both take the same place, and one would write over the other. Who waits too long is told why, and nothing is done later.
 */
export function inTurn<A extends unknown[], T>(act: (...given: A) => Promise<T>): (...given: A) => Promise<T> {
  return (...given) => {
    const mine = patiently(last).then(() => {
      workBegins();
      return act(...given);
    });
    // what came of it, or went wrong, goes to the one who pressed; the next only waits for the end, and keeps nothing of it
    last = Promise.allSettled([last, mine]).then(() => undefined);
    return mine;
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Resolves when what is going on has ended, or when it has taken so long that nobody should wait for it. */
export async function turnsEnded(): Promise<void> {
  await patiently(last).catch((error: unknown) => {
    if (!(error instanceof ExcelRefused)) throw error;
  });
}

/** Excel waits for as long as a cell is being edited, and a lost request is never answered. */
const PATIENCE = 20_000;

async function patiently(before: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new ExcelRefused("StillBusy", "Excel is still at work on what was pressed before. If a cell is being edited, press Enter or Esc in the sheet, then try again."));
    }, PATIENCE);
  });
  try {
    await Promise.race([before, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
