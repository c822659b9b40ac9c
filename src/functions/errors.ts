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
    if (error instanceof CalcError) throw new CustomFunctions.Error(error.kind === "notAvailable" ? notAvailable : invalidValue, error.message);
    throw new CustomFunctions.Error(invalidValue, `this function went wrong: ${String(error)}`);
  }
}
