import * as call from "../../src/functions/call";
import * as chain from "../../src/functions/chain";
import * as chance from "../../src/functions/chance";
import * as option from "../../src/functions/option";
import * as put from "../../src/functions/put";
import * as reports from "../../src/functions/reports";
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

type AnyFunction = (...args: never[]) => unknown;
const CODE: Record<string, AnyFunction> = { ...put, ...roll, ...call, ...reports, ...option, ...chance, ...chain } as Record<string, AnyFunction>;

/** What the cell shows: a number, or the error with its words, "#VALUE! strike must be above zero". */
export function inCellOf(codeName: string, args: readonly unknown[]): number | string {
  return shownOf(codeName, args) as number | string;
}

/** The same for functions that spill: rows of cells. */
export function spillOf(codeName: string, args: readonly unknown[]): unknown[][] | string {
  return shownOf(codeName, args) as unknown[][] | string;
}

/** The same as the add-in's page answers a call: a value, or words and Excel's number of the error. */
export function invoked(codeName: string, args: readonly unknown[]): { ok: true; value: unknown } | { ok: false; message: string; code: number } {
  const value = shownOf(codeName, args);
  const [, error, message = ""] = typeof value === "string" ? (/^(#VALUE!|#N\/A) (.*)$/s.exec(value) ?? []) : [];
  return error === undefined ? { ok: true, value } : { ok: false, message, code: error === "#N/A" ? 1 : 7 };
}

function shownOf(codeName: string, args: readonly unknown[]): unknown {
  try {
    return CODE[codeName]!(...(args as never[]));
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}
