import { watchTables } from "../workbook/watch";
import { turnsEnded } from "./inTurn";

/**
 * Tells of changes in the workbook's tables, so that the journal is read again; `heard` is the page's time of the last change. What an action changes step by step is told once, when it has come
 * to its end. Of a long log a reading takes long, and Excel is at work on it while the user types on: after one there are none for twice as long as it took.
 */
export function watchJournal(onChange: (heard: number) => unknown): Promise<() => Promise<void>> {
  let [last, rested] = [-Infinity, -Infinity];
  let waiting = false;
  const tell = async (): Promise<void> => {
    await turnsEnded();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, rested - performance.now())));
    waiting = false;
    const begun = performance.now();
    await onChange(last);
    const ended = performance.now();
    rested = ended + Math.min(LONGEST_REST, REST * (ended - begun));
  };
  return watchTables((heard) => {
    last = heard;
    if (waiting) return;
    waiting = true;
    void tell();
  });
}

const REST = 2;
const LONGEST_REST = 3000;
