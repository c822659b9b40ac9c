import { useMemo, useState } from "react";
import type { Journal } from "../../../actions";
import type { Action } from "../../../calc";
import { emptyDraft } from "../../../journal/draft";
import type { Draft, FieldName } from "../../../journal/form";
import { todayNumber } from "../../figures";
import { type Spots, useSpots } from "../../hooks/useSpots";
import { usualFees } from "./usualFees";

/** The form as it stands: what was typed, and around it what can be taken for granted. */
export interface DraftForm {
  readonly draft: Draft;
  readonly typed: Typed;
  /** Fields that were left at least once: their problems may be shown. */
  readonly left: ReadonlySet<FieldName>;
  readonly change: (name: FieldName, value: string) => void;
  readonly leave: (name: FieldName) => void;
  readonly choose: (action: Action) => void;
  readonly clear: () => void;
  /** Empty for the next leg: day, account, ticker, type and expiry stay. */
  readonly next: () => void;
  readonly restore: (typed: Typed) => void;
  readonly spots: Spots;
}
export interface Typed {
  readonly action: Action;
  readonly values: Partial<Record<FieldName, string>>;
}

export function useDraft(journal: Journal | null): DraftForm {
  const [typed, setTyped] = useState<Typed>({ action: "Sell to open", values: {} });
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(NONE);
  const spots = useSpots();
  const trades = journal?.trades ?? NO_TRADES;
  const today = todayNumber();
  const draft = useMemo(() => {
    const granted = { account: trades.at(-1)?.trade.account ?? "", fees: usualFees(trades, typed.action, typed.values.quantity ?? "") };
    return emptyDraft(typed.action, today, { ...granted, ...typed.values } as Partial<Draft>);
  }, [trades, typed, today]);

  const start = (next: Typed) => {
    setTyped(next);
    setLeft(NONE);
  };
  return {
    draft,
    typed,
    left,
    change: (name, value) => setTyped((now) => ({ ...now, values: { ...now.values, [name]: value } })),
    leave: (name) => setLeft((now) => (now.has(name) ? now : new Set(now).add(name))),
    choose: (action) => start({ ...typed, action }),
    clear: () => start({ ...typed, values: {} }),
    next: () => start({ ...typed, values: pick(typed.values, ["date", "account", "ticker", "type", "expiry"]) }),
    restore: start,
    spots,
  };
}

const NONE: ReadonlySet<FieldName> = new Set();
const NO_TRADES: Journal["trades"] = [];

function pick(values: Typed["values"], names: readonly FieldName[]): Typed["values"] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name as FieldName)));
}
