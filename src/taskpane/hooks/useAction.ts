import { useCallback, useRef, useState } from "react";
import { type Done, type Progress, stopWaiting, stopWork, watchProgress } from "../../actions";
import { wordsOf } from "../words";
import { useStop } from "./useStop";

/** What the pane says about the last press of a button. */
export type Outcome =
  | { readonly kind: "done"; readonly done: Done }
  /** With `stopWaiting` nothing is refused yet: Excel has been silent for long, and one need not wait for it. */
  | { readonly kind: "refused"; readonly words: string; readonly stopWaiting?: () => void; /** An Undo that was refused can be pressed again. */ readonly undo?: () => Promise<Done> }
  /** Long work is going on. */
  | { readonly kind: "going"; readonly progress: Progress };

export interface ActionState {
  /** "Writing the trade…" while it is going on, else null. */
  readonly busy: string | null;
  readonly outcome: Outcome | null;
  /** Ends long work before its next piece; null when that was pressed. */
  readonly stop: (() => void) | null;
  /** Runs one action, unless another is going on; answers whether it was done. */
  readonly run: (words: string, act: () => Promise<Done>) => Promise<boolean>;
  /** The same for an Undo, which is offered again when it was refused. */
  readonly takeBack: (undo: () => Promise<Done>) => Promise<boolean>;
  readonly say: (outcome: Outcome | null) => void;
}

/** The one place of the pane where an action of the user is run. `afterwards` reads the workbook again, whatever happened. */
export function useAction(afterwards: () => Promise<void>): ActionState {
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const going = useRef(false);
  const { stop, begin } = useStop(stopWork);

  const go = useCallback(
    async (words: string, act: () => Promise<Done>, undo?: () => Promise<Done>) => {
      if (going.current) return false;
      going.current = true;
      setBusy(words);
      setOutcome(null);
      begin();
      let heard = false;
      const unwatch = watchProgress((progress) => {
        heard = true;
        setOutcome({ kind: "going", progress });
      });
      const slow = setInterval(() => {
        if (!heard) setOutcome({ kind: "refused", words: SLOW, stopWaiting });
        heard = false;
      }, PATIENCE);
      const outcome = await attempt(act);
      unwatch();
      // what was done is said together with what came of it
      await afterwards();
      clearInterval(slow);
      going.current = false;
      setBusy(null);
      setOutcome(outcome.kind === "refused" && undo ? { ...outcome, undo } : outcome);
      return outcome.kind === "done";
    },
    [afterwards, begin],
  );
  const run = useCallback((words: string, act: () => Promise<Done>) => go(words, act), [go]);
  const takeBack = useCallback((undo: () => Promise<Done>) => go("Undoing…", undo, undo), [go]);

  return { busy, outcome, stop, run, takeBack, say: setOutcome };
}

/** Excel lets an add-in wait while a cell is being edited, which one may have forgotten. */
const SLOW = "Excel has not answered yet. If a cell is being edited, press Enter or Esc in the sheet.";
const PATIENCE = 8000;

/** Here a refusal of Excel is caught and put into words. */
async function attempt(act: () => Promise<Done>): Promise<Outcome> {
  try {
    return { kind: "done", done: await act() };
  } catch (error) {
    return { kind: "refused", words: wordsOf(error) };
  }
}
