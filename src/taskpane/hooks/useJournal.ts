import { useEffect, useMemo, useRef, useState } from "react";
import { readJournal, watchJournal, type Journal } from "../../actions";
import { wordsOf } from "../words";

export interface JournalRead {
  /** Null until the first reading has come back. */
  readonly journal: Journal | null;
  /** Why the last reading failed, in words. */
  readonly refused: string | null;
  /** Resolves when the picture is up to date, or it is said why it cannot be. */
  readonly reread: () => Promise<void>;
}

/**
 * The journal as the workbook has it: read at the start, when anything in its tables changes, and when asked.
 * The pane never patches this picture itself.
 */
export function useJournal(): JournalRead {
  const [journal, setJournal] = useState<Journal | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const gone = useRef(false);
  /** When the last reading that came back was begun. */
  const begun = useRef(-Infinity);
  const rows = useRef(0);

  const reread = useMemo(
    () =>
      oneAtATime(async () => {
        try {
          const now = performance.now();
          const read = await readJournal();
          if (gone.current) return;
          begun.current = now;
          rows.current = read.trades.length;
          setJournal(read);
          setRefused(null);
        } catch (error) {
          if (!gone.current) setRefused(wordsOf(error));
        }
      }),
    [],
  );

  useEffect(() => {
    gone.current = false;
    void reread();
    // what was heard of before a reading began is in it
    const follow = async (heard: number): Promise<number> => {
      if (begun.current <= heard) await reread();
      return rows.current;
    };
    const watching = watchJournal(follow, markBehind);
    watching.catch((error: unknown) => {
      if (!gone.current) setRefused(wordsOf(error));
    });
    return () => {
      gone.current = true;
      // what could not be watched was said above; a handler that cannot be taken away dies with the page
      watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [reread]);

  return { journal, refused, reread };
}

/** Leaves on the page that the picture is behind the workbook, for whoever waits for it from outside. */
const markBehind = (isBehind: boolean): void => void document.documentElement.toggleAttribute("data-behind", isBehind);

/** One call at a time; whatever is asked for meanwhile is one more call afterwards. `work` must not fail. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let going: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = () => {
    going = work().finally(() => {
      going = null;
    });
    return going;
  };
  return () => {
    if (!going) return start();
    next ??= going.then(() => {
      next = null;
      return start();
    });
    return next;
  };
}
