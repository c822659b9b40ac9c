import type { Journal } from "../actions";
import { type Book, book } from "../calc";

/** The books of what was read, worked out once for all screens: they fold thousands of rows. */
export function booksOf(trades: Journal["trades"]): Book {
  const known = folded.get(trades);
  if (known) return known;
  const fresh = book(trades);
  folded.set(trades, fresh);
  return fresh;
}

/** By the reading itself: the next one brings other rows, and the old books go with theirs. */
const folded = new WeakMap<Journal["trades"], Book>();
