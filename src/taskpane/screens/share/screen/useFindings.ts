import { useCallback, useEffect, useRef, useState } from "react";
import { type Findings, keptCount, lookThrough } from "../../../../actions/share";
import { wordsOf } from "../../../words";

export interface Looked {
  /** Null until the workbook has been looked through. */
  readonly findings: Findings | null;
  /** Why it could not be, in words. */
  readonly refused: string | null;
  /** Functions that were turned into something else in this workbook, and can be turned back. */
  readonly kept: number;
  readonly again: () => Promise<void>;
}

/** The workbook is looked through when the screen opens, and when asked: it is only read. */
export function useFindings(): Looked {
  const [findings, setFindings] = useState<Findings | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [kept, setKept] = useState(0);
  const isGone = useRef(false);
  const again = useCallback(async () => {
    setRefused(null);
    try {
      const count = await keptCount();
      if (!isGone.current) setKept(count);
      const found = await lookThrough(() => !isGone.current);
      if (!isGone.current) setFindings(found);
    } catch (error) {
      if (!isGone.current) setRefused(wordsOf(error));
    }
  }, []);
  useEffect(() => {
    isGone.current = false;
    void again();
    return () => void (isGone.current = true);
  }, [again]);
  return { findings, refused, kept, again };
}
