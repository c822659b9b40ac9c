import { CalcError } from "../calc";

/**
 * What every custom function goes through. A wrong argument becomes #VALUE! and a question without an answer #N/A, both with the words of the
 * calculation module (Excel shows words with these two only). Anything unexpected is #VALUE! with its words too, never a bare error.
 */
export function inCell<Answer>(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
    if (error instanceof CalcError) throw new CustomFunctions.Error(error.kind === "notAvailable" ? notAvailable : invalidValue, readable(error.message));
    throw new CustomFunctions.Error(invalidValue, readable(`this function went wrong: ${String(error)}`));
  }
}

/** A cell's text that is quoted in the words may be as long as a book. */
const readable = (words: string): string => (words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words);
const MOST_CHARACTERS = 1000;
