import { useState } from "react";

export const VIEWS = ["Dates", "Weight", "Together", "Falls"] as const;
export type View = (typeof VIEWS)[number];

/** What was typed into the book's views. Undefined: what the Settings say already stands there. */
export interface SpreadTyped {
  readonly by: "ticker" | "sector" | "account";
  readonly cash?: string;
  /** A block of prices, as it was pasted. */
  readonly prices: string;
  /** Percent. */
  readonly fall: string;
  /** Points that every volatility rises by. */
  readonly volatility: string;
  /** Of the stocks on a day like today; undefined: what the prices say. */
  readonly correlation?: string;
  /** In a sell-off. */
  readonly stressCorrelation: string;
  readonly distress?: string;
}

/** Where one is in Plan, and what is typed there; it outlives a change of screen, and is not written anywhere. */
export interface SpreadState {
  /** One put, or all that is open. */
  readonly part: "trade" | "book";
  readonly turnTo: (part: "trade" | "book") => void;
  readonly view: View;
  readonly look: (view: View) => void;
  readonly typed: SpreadTyped;
  readonly change: (more: Partial<SpreadTyped>) => void;
}

export function useSpread(): SpreadState {
  const [part, turnTo] = useState<SpreadState["part"]>("trade");
  const [view, look] = useState<View>("Dates");
  const [typed, setTyped] = useState<SpreadTyped>(START);
  return { part, turnTo, view, look, typed, change: (more) => setTyped((now) => ({ ...now, ...more })) };
}

/** A fall by 20 % with volatilities 15 points higher, and stocks that move nearly as one: what sell-offs look like. */
const START: SpreadTyped = { by: "ticker", prices: "", fall: "20", volatility: "15", stressCorrelation: "0.8" };
