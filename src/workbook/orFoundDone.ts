import { ExcelRefused } from "./excelRefused";

/**
 * Work that Excel failed at after something was sent: it may have been done all the same, when only the answer was lost. So it is looked at. What `look` finds done counts as done;
 * null says that it is not, and the failure is told. `where` is what a user should look at when even looking fails. docs/spec/faults.md §2.2.
 */
export async function orFoundDone<T>(work: (sending: () => void) => Promise<T>, look: () => Promise<T | null>, where: string): Promise<T> {
  let isSent = false;
  try {
    return await work(() => (isSent = true));
  } catch (failure) {
    if (!isSent || !(failure instanceof ExcelRefused)) throw failure;
    const found = await look().catch((cause: unknown) => {
      throw new ExcelRefused(failure.code, `${failure.message} Whether it was done could not be seen: look at ${where} before you try again.`, { cause });
    });
    if (found === null) throw failure;
    return found;
  }
}
