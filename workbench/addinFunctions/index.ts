import { formatRect, oneCell, quoteSheet } from "../grid/a1";
import type { Answer, CellAt, FunctionCall, FunctionDescription, FunctionHost, Scalar } from "../grid/functionHost";
import type { FunctionResult } from "../protocol/wacHost";
import { prepareArguments } from "./arguments";
import { lift } from "./lift";

export interface AddinFunctionsOptions {
  readonly host: FunctionHost;
  /** Of functions.json. */
  readonly functions: readonly FunctionDescription[];
  /** functions.json's allowErrorForDataTypeAny: parameters of type "any" take errors; else an error in an argument is the result. */
  readonly errorsToAny?: boolean;
  /** The add-in's namespace with its dot, as typed: "WHEEL." */
  readonly prefix: string;
  /** Asks the add-in: over the protocol in a page, or its functions directly in a test. */
  readonly invoke: (functionId: string, args: readonly unknown[], address: string) => Promise<FunctionResult>;
  readonly sheetName: (sheetId: string) => string;
}

export interface AddinFunctions {
  /** The words of the error in a cell; null when there is none, or none from the add-in. */
  wordsAt(cell: CellAt): { readonly error: string; readonly words: string } | null;
  /** Resolves when no call is on its way and the cells that waited are to be calculated again, which may lead to new calls: one function within another is asked when the inner one has answered. */
  idle(): Promise<void>;
  /** Calls that were made so far. */
  readonly calls: number;
}

/** Excel does not take a formula with too few or too many arguments and says so; here the cell says it. */
function countWords({ name, parameters }: FunctionDescription, given: number): string | null {
  const missing = parameters.slice(given).filter(({ optional, repeating }) => !optional && !repeating).map((parameter) => parameter.name);
  if (missing.length > 0) return `${name} needs ${missing.join(" and ")} too`;
  if (given > parameters.length && !parameters.some(({ repeating }) => repeating)) return `${name} takes ${parameters.length} arguments at most: ${parameters.map((parameter) => parameter.name).join(", ")}`;
  return null;
}

const ERROR_CODES: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 8: "#NULL!", 10: "#NAME?" };
const KEPT = 20000;

/**
 * The add-in's functions for a calculation engine. A call answers at once with what is kept for these arguments, or "pending"; answers that arrive
 * together have their cells calculated again together. Volatile functions and streams are not for this workbench: it says so when they are registered.
 */
export function connectAddinFunctions({ host, functions, errorsToAny = false, prefix, invoke, sheetName }: AddinFunctionsOptions): AddinFunctions {
  const byId = new Map(functions.map((description) => [description.id, description]));
  const kept = new Map<string, FunctionResult>();
  const onTheirWay = new Map<string, Map<string, CellAt>>();
  const words = new Map<string, { error: string; words: string }>();
  const placesOf = new Map<string, string[]>();
  const idlers: (() => void)[] = [];
  let [arrived, calls] = [new Map<string, CellAt>(), 0];

  const odd = functions.find(({ options }) => options?.stream === true || options?.volatile === true);
  if (odd) throw new Error(`the workbench does not run streaming or volatile functions such as ${odd.id}`);

  function call({ cell, functionId, args }: FunctionCall): Answer {
    const description = byId.get(functionId);
    if (!description) throw new Error(`functions.json has no ${functionId}`);
    for (const place of placesOf.get(keyOf(cell)) ?? [keyOf(cell)]) words.delete(place);
    placesOf.delete(keyOf(cell));
    const miscounted = countWords(description, args.length);
    if (miscounted) return noted(cell, { kind: "error", error: "#VALUE!", words: miscounted });
    const lifted = lift(description, args);
    if (!lifted) return noted(cell, once(description, cell, prepareArguments(description, args, errorsToAny)));
    const rows: Answer[][] = [];
    for (let row = 0; row < lifted.rows; row++) {
      rows.push(Array.from({ length: lifted.columns }, (_, column): Answer => {
        const own = lifted.at(row, column);
        return own ? once(description, cell, prepareArguments(description, own, errorsToAny)) : { kind: "error", error: "#N/A", words: null };
      }));
    }
    // every place was asked for, so all calls are on their way before the first answer is awaited
    if (rows.some((row) => row.some((answer) => answer.kind === "pending"))) return { kind: "pending" };
    const places = rows.flatMap((row, i) => row.map((answer, j) => noted({ ...cell, row: cell.row + i, column: cell.column + j }, answer)));
    placesOf.set(keyOf(cell), places.map((_, i) => keyOf({ ...cell, row: cell.row + Math.floor(i / lifted.columns), column: cell.column + (i % lifted.columns) })));
    return { kind: "matrix", rows: rows.map((row) => row.map(placeOf)) };
  }

  function once(description: FunctionDescription, cell: CellAt, prepared: ReturnType<typeof prepareArguments>): Answer {
    if ("error" in prepared) return { kind: "error", error: prepared.error, words: prepared.words };
    const needsCell = description.options?.requiresAddress === true;
    const key = `${description.id}|${needsCell ? keyOf(cell) : ""}|${JSON.stringify(prepared.args)}`;
    const known = kept.get(key);
    if (known) return answerOf(known);
    const waiting = onTheirWay.get(key);
    if (waiting) waiting.set(keyOf(cell), cell);
    else {
      onTheirWay.set(key, new Map([[keyOf(cell), cell]]));
      calls++;
      const address = `${quoteSheet(sheetName(cell.sheetId))}!${formatRect(oneCell(cell.row, cell.column))}`;
      const failed = (error: unknown): FunctionResult => ({ ok: false, message: error instanceof Error ? error.message : String(error), code: 0 });
      void invoke(description.id, prepared.args, address).catch(failed).then((result) => arrive(key, result));
    }
    return { kind: "pending" };
  }

  function arrive(key: string, result: FunctionResult): void {
    kept.set(key, result);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    if (arrived.size === 0) setTimeout(recalculate, 0);
    for (const [at, cell] of onTheirWay.get(key) ?? []) arrived.set(at, cell);
    onTheirWay.delete(key);
  }

  function recalculate(): void {
    const cells = [...arrived.values()];
    arrived = new Map();
    host.recalculate(cells);
    if (onTheirWay.size === 0) for (const resolve of idlers.splice(0)) resolve();
  }

  function noted(cell: CellAt, answer: Answer): Answer {
    if (answer.kind === "error" && answer.words !== null && answer.words !== "") words.set(keyOf(cell), { error: answer.error, words: answer.words });
    else words.delete(keyOf(cell));
    return answer;
  }

  host.registerFunctions(functions, prefix, call);
  return {
    wordsAt: (cell) => words.get(keyOf(cell)) ?? null,
    idle: () => (onTheirWay.size === 0 && arrived.size === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
    get calls() {
      return calls;
    },
  };
}

function keyOf({ sheetId, row, column }: CellAt): string {
  return `${sheetId}!${row},${column}`;
}

/** NaN and infinities come as refusals without a code of their own; a returned CustomFunctions.Error comes as a value that says so. */
function answerOf(result: FunctionResult): Answer {
  if (!result.ok) return { kind: "error", error: ERROR_CODES[result.code] ?? "#VALUE!", words: result.message };
  const { value } = result;
  if (Array.isArray(value)) {
    const rows = value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(scalarOf));
    if (rows.length === 0 || rows[0]?.length === 0) return { kind: "error", error: "#VALUE!", words: "the function gave an empty array" };
    return { kind: "matrix", rows };
  }
  const scalar = scalarOf(value);
  if (typeof scalar === "object" && scalar !== null) return { kind: "error", error: scalar.error, words: (value as { message?: string }).message ?? null };
  return { kind: "value", value: scalar };
}

function scalarOf(value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  const rich = value as { type?: string; basicValue?: unknown };
  if (rich.type === "Error") return { error: String(rich.basicValue) };
  return rich.basicValue === undefined ? String(value) : scalarOf(rich.basicValue);
}

/** One place of a lifted result: an array in there has no room, as in Excel. */
function placeOf(answer: Answer): Scalar {
  if (answer.kind === "value") return answer.value;
  if (answer.kind === "matrix") return answer.rows[0]?.[0] ?? null;
  return { error: answer.kind === "error" ? answer.error : "#BUSY!" };
}
