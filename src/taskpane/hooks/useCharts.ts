import { useCallback, useEffect, useState } from "react";
import type * as charts from "../parts/charts";

/** What draws charts, once it has been fetched. */
export type Charts = typeof charts;

export interface ChartsRead {
  readonly charts: Charts | null;
  readonly failed: boolean;
  readonly again: () => void;
}

/** Fetches the code of the charts when the first one is to be drawn: the pane does not wait for it, and does without where it cannot be had. */
export function useCharts(): ChartsRead {
  const [charts, setCharts] = useState<Charts | null>(fetched);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (charts) return;
    let gone = false;
    fetchCharts().then(
      (code) => {
        if (!gone) setCharts(code);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [charts, tries]);
  const again = useCallback(() => {
    setFailed(false);
    setTries((now) => now + 1);
  }, []);
  return { charts, failed, again };
}

/** Fetched once; after a failure the next call tries again. */
export async function fetchCharts(): Promise<Charts> {
  fetched ??= await import(/* webpackChunkName: "charts" */ "../parts/charts");
  return fetched;
}

let fetched: Charts | null = null;
