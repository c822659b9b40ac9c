import * as call from "../../src/functions/call";
import * as put from "../../src/functions/put";
import * as roll from "../../src/functions/roll";

/** Excel's own error class for custom functions, as its runtime defines it: a code and a message. */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A" };
Object.assign(globalThis, { CustomFunctions: { Error: CellError, ErrorCode } });

type AnyFunction = (...args: never[]) => number;
const CODE: Record<string, AnyFunction> = { ...put, ...roll, ...call } as Record<string, AnyFunction>;

/** What the cell shows: a number, or the error with its words, "#VALUE! strike must be above zero". */
export function inCellOf(codeName: string, args: readonly unknown[]): number | string {
  try {
    return CODE[codeName]!(...(args as never[]));
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}
