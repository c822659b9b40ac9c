import type { Action, TradeType } from "../calc";

/** What the form holds, as typed. */
export interface Draft {
  readonly action: Action;
  readonly type: TradeType;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly account: string;
  readonly ticker: string;
  readonly quantity: string;
  readonly strike: string;
  /** yyyy-mm-dd */
  readonly expiry: string;
  readonly price: string;
  readonly fees: string;
  readonly multiplier: string;
  readonly notes: string;
}

export type FieldName = Exclude<keyof Draft, "action">;

/** How the form asks for it. */
export interface Field<Name extends string = FieldName> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly input: "text" | "number" | "date" | "choice";
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Behind "More". */
  readonly more?: boolean;
}

/** What is wrong with a field, or odd. */
export interface DraftProblem<Name extends string = FieldName> {
  readonly field: Name;
  readonly words: string;
}
