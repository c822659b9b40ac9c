import { useState } from "react";

export const STEPS = ["Stock", "Price", "Put", "Size", "Sale"] as const;
export type Step = (typeof STEPS)[number];

/** What was typed into the guide. Undefined: what is known already stands there. */
export interface GuideTyped {
  readonly ticker: string;
  readonly target?: string;
  readonly why?: string;
  /** A chain of quotes, as it was pasted or stands in a file. */
  readonly quotes: string;
  readonly fileName: string;
  /** The stock for which they were pasted. */
  readonly pastedFor: string;
  /** The stock's price with these quotes. */
  readonly spot?: string;
  /** Limits that are other ones for this plan, by their names in Settings. */
  readonly limits: Readonly<Record<string, string>>;
  /** The chosen put, by its row of the chain. */
  readonly chosen: number | null;
  readonly cash?: string;
  readonly contracts?: string;
  /** In which it would be sold. */
  readonly account?: string;
  readonly distress?: string;
  /** The fall in which the distress amount must not be lost, in percent. */
  readonly fall: string;
}

/** The plan as far as it has come; it outlives a change of screen, and is not written anywhere. */
export interface GuideState {
  readonly step: Step;
  readonly typed: GuideTyped;
  readonly go: (step: Step) => void;
  readonly change: (more: Partial<GuideTyped>) => void;
  readonly clear: () => void;
}

export function useGuide(): GuideState {
  const [step, go] = useState<Step>("Stock");
  const [typed, setTyped] = useState<GuideTyped>(NOTHING);
  return {
    step,
    typed,
    go,
    change: (more) => setTyped((now) => ({ ...now, ...more })),
    clear: () => {
      setTyped(NOTHING);
      go("Stock");
    },
  };
}

const NOTHING: GuideTyped = { ticker: "", quotes: "", fileName: "", pastedFor: "", limits: {}, chosen: null, fall: "40" };
