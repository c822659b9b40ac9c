import { useCallback, useEffect, useRef, useState } from "react";
import { type Findings, keptCount, lookThrough } from "../../../../actions/share";
import { useStop } from "../../../hooks/useStop";
import { wordsOf } from "../../../words";

export interface Looked {
  /** Null until the workbook has been looked through. */
  readonly findings: Findings | null;
  /** Why it could not be, in words. */
  readonly refused: string | null;
  /** Functions that were turned into something else in this workbook, and can be turned back. */
  readonly kept: number;
  readonly again: () => Promise<void>;
  /** How far the look has come, from 0 to 1; null when none is on its way. */
  readonly part: number | null;
  /** Null when it was pressed. */
  readonly stop: (() => void) | null;
}

/** The workbook is looked through when the screen opens, and when asked: it is only read. */
export function useFindings(): Looked {
  const [findings, setFindings] = useState<Findings | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [kept, setKept] = useState(0);
  const [part, setPart] = useState<number | null>(0);
  const isGone = useRef(false);
  const { stop, isWished, begin } = useStop();
  const again = useCallback(async () => {
    setRefused(null);
    setPart(0);
    begin();
    try {
      const count = await keptCount();
      if (!isGone.current) setKept(count);
      const found = await lookThrough((done) => (isGone.current || setPart(done), !isGone.current && !isWished()));
      if (!isGone.current) setFindings(found);
    } catch (error) {
      if (!isGone.current) setRefused(wordsOf(error));
    }
    if (!isGone.current) setPart(null);
  }, [begin, isWished]);
  useEffect(() => {
    isGone.current = false;
    void again();
    return () => void (isGone.current = true);
  }, [again]);
  return { findings, refused, kept, again, part, stop };
}
