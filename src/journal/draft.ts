import type { Action, Trade, TradeType } from "../calc/ledger/trade";

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

export interface Field {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly input: "text" | "number" | "date" | "choice";
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Behind "More". */
  readonly more?: boolean;
}

export interface DraftProblem {
  readonly field: FieldName;
  readonly words: string;
}

export declare function fieldsFor(action: Action): readonly Field[];
export declare function emptyDraft(action: Action, today: number, keep?: Partial<Draft>): Draft;
export declare function readDraft(draft: Draft): { trade: Trade | null; problems: readonly DraftProblem[]; warnings: readonly DraftProblem[] };
