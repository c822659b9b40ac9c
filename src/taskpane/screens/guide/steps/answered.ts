import { CalcError } from "../../../../calc";

/** A question that cannot be answered is answered in its own words. */
export function answered<T>(ask: () => T): T | { readonly words: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalcError) return { words: error.message };
    throw error;
  }
}
