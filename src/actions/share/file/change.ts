import type { Book } from "./book";
import type { Masks } from "./masks";
import type { Texts } from "./texts";

/** What is changed, for all parts of the file. */
export interface Change {
  readonly book: Book;
  readonly masks: Masks;
  readonly gone: ReadonlySet<string>;
  readonly texts: Texts;
  readonly leaveOutNotes: boolean;
}

/** A formula of which only the result stays. */
export interface ValuedFormula {
  readonly address: string;
  readonly formula: string;
}
