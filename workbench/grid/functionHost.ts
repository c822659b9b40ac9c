/**
 * The seam between the add-in's functions and a calculation engine.
 *
 * The engine (over Univer: its own executors) registers the functions that it is told, under `prefix + name`, and asks `call` each time a cell
 * with one of them is calculated. `call` answers at once: a value, an error with its words, or "pending" — then the cell shows #BUSY! and the
 * engine does nothing more: when the add-in has answered, the host asks `recalculate` for the cells that waited, `call` is asked again and finds the answer kept.
 * So the engine needs to know nothing of calls, lifting over ranges, caches or words; it translates values, that is all.
 */
export interface FunctionHost {
  registerFunctions(functions: readonly FunctionDescription[], prefix: string, call: (call: FunctionCall) => Answer): void;
  /** Calculates these cells again, their dependants too; one call for all that arrived together. */
  recalculate(cells: readonly CellAt[]): void;
}

export interface CellAt {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export interface FunctionCall {
  readonly cell: CellAt;
  /** The function's `id` in functions.json. */
  readonly functionId: string;
  /** In the order of the parameters; fewer than the function has when the last ones were omitted. */
  readonly args: readonly ArgumentValue[];
}

/** null is a blank cell or a blank text in a range. */
export type Scalar = number | string | boolean | null | { readonly error: string };

/** What was typed for one parameter: nothing between the commas, a single value (or one cell), or a range or array as rows. */
export type ArgumentValue = { readonly kind: "omitted" } | { readonly kind: "scalar"; readonly value: Scalar } | { readonly kind: "matrix"; readonly rows: readonly (readonly Scalar[])[] };

/** A matrix spills. `error` is Excel's code, `words` what the add-in says about it (the engine has no use for them; the host keeps them for the page). */
export type Answer =
  | { readonly kind: "value"; readonly value: Scalar }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Scalar[])[] }
  | { readonly kind: "error"; readonly error: string; readonly words: string | null }
  | { readonly kind: "pending" };

/** One function of functions.json (the file's own words). */
export interface FunctionDescription {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterDescription[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface ParameterDescription {
  readonly name: string;
  readonly description?: string;
  /** "number", "string", "boolean" or "any". */
  readonly type?: string;
  /** "scalar" when absent. */
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}
