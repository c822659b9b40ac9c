import { useState } from "react";
import type { EndingDraft, MoveDraft, MoveKind } from "../../../journal/moveDraft";
import { type Spots, useSpots } from "../../hooks/useSpots";
import type { PastedQuotes } from "../guide/steps/roll/RollAssistant";

/** What the Positions screen shows; what is typed into its forms outlives a change of screen. */
export type PositionsView =
  | { readonly kind: "list" }
  /** A move's form, on a contract or on the shares of a holding, by their keys. */
  | { readonly kind: "move"; readonly move: MoveKind; readonly key: string; readonly typed: Partial<MoveDraft> }
  /** What is past its expiration, with the answers so far. */
  | { readonly kind: "expiry"; readonly answers: Readonly<Record<string, Partial<EndingDraft>>> };

export interface PositionsState {
  readonly view: PositionsView;
  readonly show: (view: PositionsView) => void;
  /** The position whose details are unfolded. */
  readonly unfolded: string | null;
  readonly unfold: (key: string | null) => void;
  /** What each option costs now, as typed: looked at, never written. */
  readonly marks: Readonly<Record<string, string>>;
  readonly mark: (key: string, text: string) => void;
  readonly spots: Spots;
  /** A chain of quotes as it was pasted, to compare rolls by. */
  readonly quotes: PastedQuotes;
  readonly paste: (quotes: PastedQuotes) => void;
}

export const LIST: PositionsView = { kind: "list" };

export function usePositions(): PositionsState {
  const [view, show] = useState<PositionsView>(LIST);
  const [unfolded, unfold] = useState<string | null>(null);
  const [marks, setMarks] = useState<Readonly<Record<string, string>>>({});
  const spots = useSpots();
  const [quotes, paste] = useState<PastedQuotes>({ text: "", fileName: "" });
  return { view, show, unfolded, unfold, marks, mark: (key, text) => setMarks((now) => ({ ...now, [key]: text })), spots, quotes, paste };
}
