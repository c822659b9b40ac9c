import { inCell } from "./errors";
import type * as ranges from "./ranges";

/**
 * Asks a function of whole ranges. Their code is fetched when the first one is called, so that functions of single values never wait for it; calls
 * meanwhile wait for the same fetch, and after a failed one the next call tries again. docs/decisions/fetched-range-functions.md.
 */
export async function fetched<Name extends keyof Ranges>(name: Name, ...args: Parameters<Ranges[Name]>): Promise<unknown[][]> {
  const fetchedCode = await code();
  return inCell(() => (fetchedCode[name] as (...all: readonly unknown[]) => unknown[][])(...args));
}

type Ranges = typeof ranges;

function code(): Promise<Ranges> {
  return import(/* webpackChunkName: "ranges" */ "./ranges").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, `this function's code could not be fetched: check the connection, then recalculate (Ctrl+Alt+F9). ${reason}`);
  });
}
