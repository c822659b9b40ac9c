import { CalcError } from "../check";

/** The answer for one row of many, or the words why there is none. */
export type Attempt<T> = { readonly answer: T } | { readonly words: string };

/** A bad row must not hide the good ones, so what it throws is kept as its words. */
export function attempt<T>(answer: () => T): Attempt<T> {
  try {
    return { answer: answer() };
  } catch (error) {
    if (error instanceof CalcError) return { words: error.message };
    throw error;
  }
}
