import { useEffect, useState } from "react";
import type { Journal } from "../../../../actions";
import { type KeptPlans, readKeptPlans } from "../../../../actions/keepPlan";
import { wordsOf } from "../../../words";

export interface KeptPlansRead {
  /** Null until they are read, and in a workbook without a Plans table. */
  readonly kept: KeptPlans | null;
  /** Why they could not be read. */
  readonly refused: string | null;
}

/** The plans that were kept: read with every new reading of the journal, so that they are what stands in the sheet. */
export function useKeptPlans(journal: Journal): KeptPlansRead {
  const [read, setRead] = useState<KeptPlansRead>({ kept: null, refused: null });
  useEffect(() => {
    if (journal.state === "absent") return;
    let isOld = false;
    readKeptPlans().then(
      (kept) => {
        if (!isOld) setRead({ kept, refused: null });
      },
      (error: unknown) => {
        if (!isOld) setRead(({ kept }) => ({ kept, refused: wordsOf(error) }));
      },
    );
    return () => {
      isOld = true;
    };
  }, [journal]);
  return read;
}
