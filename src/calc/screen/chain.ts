import type { OptionType } from "../pricing/terms";

/** One option of a chain, as its row says. What the row does not say, or cannot mean, is null. docs/spec/screen.md §1. */
export interface Quote {
  /** Of the block or file that it was read from; a header in the first row is row 1. */
  readonly row: number;
  readonly type: OptionType;
  /** As Excel numbers days. */
  readonly expiry: number;
  readonly strike: number;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly volume: number | null;
  readonly openInterest: number | null;
  /** A fraction a year. */
  readonly impliedVolatility: number | null;
  /** Below zero for a put. */
  readonly delta: number | null;
}

/** A row that is no quote, and everything that is wrong with it. */
export interface ChainProblem {
  readonly row: number;
  readonly words: string;
  readonly expiry: number | null;
  readonly strike: number | null;
}

export interface Chain {
  readonly quotes: readonly Quote[];
  readonly problems: readonly ChainProblem[];
  /** Columns that a chain may lack, and this one has. */
  readonly has: readonly OptionalColumn[];
}

export type OptionalColumn = "volume" | "openInterest" | "impliedVolatility" | "delta";
