import { useMemo, useRef, useState } from "react";
import type { Journal } from "../../../actions";
import type { Action } from "../../../calc";
import { type Draft, emptyDraft, type FieldName } from "../../../journal/draft";
import { todayNumber } from "../../figures";
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
  /** The trade is being written: from here on, what is typed belongs to the next leg. */
  readonly submitted: () => void;
  /** Was anything typed or chosen since? */
  readonly typedOn: () => boolean;
  /** Empty for the next leg: day, account, ticker, type and expiry stay, and so does what was typed since. */
  readonly next: () => void;
  readonly restore: (typed: Typed) => void;
}
export interface Typed {
  readonly action: Action;
  readonly values: Partial<Record<FieldName, string>>;
}

export function useDraft(journal: Journal | null): DraftForm {
  const [typed, setTyped] = useState<Typed>({ action: "Sell to open", values: {} });
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(NONE);
  const since = useRef<Set<FieldName | "action">>(new Set());
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
    change: (name, value) => {
      since.current.add(name);
      setTyped((now) => ({ ...now, values: { ...now.values, [name]: value } }));
    },
    leave: (name) => setLeft((now) => (now.has(name) ? now : new Set(now).add(name))),
    choose: (action) => {
      since.current.add("action");
      start({ ...typed, action });
    },
    clear: () => start({ ...typed, values: {} }),
    submitted: () => since.current.clear(),
    typedOn: () => since.current.size > 0,
    next: () => {
      const kept = new Set<FieldName | "action">([...KEPT, ...since.current]);
      setTyped((now) => ({ ...now, values: pick(now.values, kept) }));
      setLeft(NONE);
    },
    restore: start,
  };
}

const NONE: ReadonlySet<FieldName> = new Set();
const NO_TRADES: Journal["trades"] = [];

const KEPT: readonly FieldName[] = ["date", "account", "ticker", "type", "expiry"];

function pick(values: Typed["values"], names: ReadonlySet<FieldName | "action">): Typed["values"] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name as FieldName)));
}
