import { watchTables } from "../workbook/watch";
import { turnsEnded } from "./inTurn";

/**
 * Tells of changes in the workbook's tables, so that the journal is read again; `heard` is the page's time of the last change. What an action changes step by step is told once, when it has come
 * to its end. A long log takes long to read, and Excel is at work on it while the user types on: so it is read when nothing has been typed for some times as long as the last reading took.
 * `onChange` answers how many rows it has read; a short log is read at once.
 * `onBehind` is told when a change was heard that has not been read yet, and when it has.
 */
export function watchJournal(onChange: (heard: number) => Promise<number>, onBehind: (isBehind: boolean) => void = () => undefined): Promise<() => Promise<void>> {
  let [last, calm] = [-Infinity, 0];
  let waiting = false;
  const tell = async (): Promise<void> => {
    const latest = performance.now() + LONGEST_WAIT;
    await turnsEnded();
    for (let now = performance.now(); now < Math.min(last + calm, latest); now = performance.now()) await new Promise((resolve) => setTimeout(resolve, last + calm - now));
    waiting = false;
    const begun = performance.now();
    const rows = await onChange(last);
    calm = rows < LONG_LOG ? 0 : Math.min(LONGEST_CALM, CALM * (performance.now() - begun));
    if (!waiting) onBehind(false);
  };
  return watchTables((heard) => {
    last = heard;
    if (waiting) return;
    waiting = true;
    onBehind(true);
    void tell();
  });
}

const LONG_LOG = 500;
const CALM = 5;
const LONGEST_CALM = 3000;
const LONGEST_WAIT = 10_000;
