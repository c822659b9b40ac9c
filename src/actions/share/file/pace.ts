import { ExcelRefused } from "../../../workbook/excelRefused";
import type { OnPart } from "../inPlace";

/** Hears of each piece of long work, by its bytes. Now and then the pane gets its breath: it draws, shows how far the work is, and answers presses, of which Stop ends it. */
export type Pace = (bytes: number) => Promise<void>;

/** For work of about so many bytes, which is shown as going on between two parts of the whole; `stopped` says what there is when the user does not want the rest. */
export function paceOf(total: number, [from, to]: readonly [number, number], onPart: OnPart, stopped: string): Pace {
  let done = 0;
  let last = performance.now();
  return async (bytes) => {
    done += bytes;
    if (performance.now() - last < SLICE) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    last = performance.now();
    if (!onPart(from + (to - from) * Math.min(1, done / Math.max(1, total)))) throw new ExcelRefused("Stopped", stopped);
  };
}

/** For short work. */
export const AT_ONCE: Pace = () => Promise.resolve();

/** Milliseconds: nobody feels a wait of so many. */
const SLICE = 30;
