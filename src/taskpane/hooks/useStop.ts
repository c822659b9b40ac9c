import { useCallback, useRef, useState } from "react";

/** The wish to stop long work: it is kept until other work begins, for the work ends only before its next piece. */
export interface Stop {
  /** Null when it was pressed. */
  readonly stop: (() => void) | null;
  readonly isWished: () => boolean;
  /** Other work begins: a wish was about what was before. */
  readonly begin: () => void;
}

/** `heard` is told of the wish at once; whoever does the work may also ask `isWished` after each piece. */
export function useStop(heard?: () => void): Stop {
  const wished = useRef(false);
  const [isStopping, setStopping] = useState(false);
  const wish = useCallback((now: boolean) => {
    wished.current = now;
    setStopping(now);
  }, []);
  const stop = useCallback(() => {
    wish(true);
    heard?.();
  }, [wish, heard]);
  const begin = useCallback(() => wish(false), [wish]);
  const isWished = useCallback(() => wished.current, []);
  return { stop: isStopping ? null : stop, isWished, begin };
}
