import * as call from "../../src/functions/call";
import * as chain from "../../src/functions/chain";
import * as chance from "../../src/functions/chance";
import * as option from "../../src/functions/option";
import * as plan from "../../src/functions/plan";
import * as portfolio from "../../src/functions/portfolio";
import * as put from "../../src/functions/put";
import { inCell } from "../../src/functions/errors";
import * as ranges from "../../src/functions/ranges";
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
/** As Excel calls them: those of whole ranges answer later, because their code is fetched. */
const CALLED = { ...put, ...roll, ...call, ...reports, ...plan, ...portfolio, ...option, ...chance, ...chain } as Record<string, AnyFunction>;
/** The same without the fetch. */
const CODE = { ...CALLED, ...Object.fromEntries(Object.entries(ranges).map(([name, code]) => [name, (...args: never[]) => inCell(() => (code as AnyFunction)(...args))])) } as Record<string, AnyFunction>;

/** What the cell shows: a number, or the error with its words, "#VALUE! strike must be above zero". */
export function inCellOf(codeName: string, args: readonly unknown[]): number | string {
  return shownOf(() => CODE[codeName]!(...(args as never[]))) as number | string;
}

/** The same for functions that spill: rows of cells. */
export function spillOf(codeName: string, args: readonly unknown[]): unknown[][] | string {
  return shownOf(() => CODE[codeName]!(...(args as never[]))) as unknown[][] | string;
}

/** As the add-in's page answers a call: a value, or words and Excel's number of the error. */
export async function invoked(codeName: string, args: readonly unknown[]): Promise<{ ok: true; value: unknown } | { ok: false; message: string; code: number }> {
  try {
    return { ok: true, value: await CALLED[codeName]!(...(args as never[])) };
  } catch (error) {
    if (error instanceof CellError) return { ok: false, message: error.message, code: error.code === ErrorCode.notAvailable ? 1 : 7 };
    throw error;
  }
}

function shownOf(answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}
