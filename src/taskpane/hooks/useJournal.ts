import { useCallback, useEffect, useRef, useState } from "react";
import { readJournal, watchJournal, type Journal } from "../../actions";
import { wordsOf } from "../words";

export interface JournalRead {
  /** Null until the first reading has come back. */
  readonly journal: Journal | null;
  /** Why the last reading failed, in words. */
  readonly refused: string | null;
  readonly reread: () => void;
}

/**
 * The journal as the workbook has it: read at the start, when anything in its tables changes, and when asked.
 * The pane never patches this picture itself.
 */
export function useJournal(): JournalRead {
  const [journal, setJournal] = useState<Journal | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const state = useRef({ reading: false, again: false, gone: false });

  const reread = useCallback(() => {
    const now = state.current;
    // one reading at a time; what changes meanwhile is read once more afterwards
    if (now.reading) {
      now.again = true;
      return;
    }
    now.reading = true;
    readJournal()
      .then(
        (read) => {
          if (now.gone) return;
          setJournal(read);
          setRefused(null);
        },
        (error: unknown) => {
          if (!now.gone) setRefused(wordsOf(error));
        },
      )
      .finally(() => {
        now.reading = false;
        if (!now.again || now.gone) return;
        now.again = false;
        reread();
      });
  }, []);

  useEffect(() => {
    const now = state.current;
    now.gone = false;
    reread();
    const watching = watchJournal(reread);
    watching.catch((error: unknown) => {
      if (!now.gone) setRefused(wordsOf(error));
    });
    return () => {
      now.gone = true;
      // what could not be watched was said above; a handler that cannot be taken away dies with the page
      watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [reread]);

  return { journal, refused, reread };
}
