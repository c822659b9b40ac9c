import { useCallback, useEffect, useState } from "react";

/** Code that is fetched when a screen first needs it. */
export interface Source<Code> {
  /** What has been fetched already. */
  readonly here: () => Code | null;
  readonly fetch: () => Promise<Code>;
}

export interface Fetched<Code> {
  readonly code: Code | null;
  readonly failed: boolean;
  readonly again: () => void;
}

/** Fetched once; after a failure the next call tries again. */
export function fetchedOnce<Code>(load: () => Promise<Code>): Source<Code> {
  let here: Code | null = null;
  return { here: () => here, fetch: async () => (here ??= await load()) };
}

export function useFetched<Code extends object>({ here, fetch }: Source<Code>): Fetched<Code> {
  const [code, setCode] = useState<Code | null>(here);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (code) return;
    let gone = false;
    fetch().then(
      (fetched) => {
        if (!gone) setCode(fetched);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [code, fetch, tries]);
  const again = useCallback(() => {
    setFailed(false);
    setTries((now) => now + 1);
  }, []);
  return { code, failed, again };
}
