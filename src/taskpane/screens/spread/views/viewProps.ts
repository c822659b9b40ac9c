import type { Journal } from "../../../../actions";
import type { Book } from "../../../../calc";
import type { SpreadTyped } from "../useSpread";
import type { BookLimits } from "./limits";

/** What every view of the book is given. */
export interface ViewProps {
  readonly journal: Journal;
  readonly books: Book;
  readonly today: number;
  readonly typed: SpreadTyped;
  readonly limits: BookLimits;
  readonly onChange: (more: Partial<SpreadTyped>) => void;
}
