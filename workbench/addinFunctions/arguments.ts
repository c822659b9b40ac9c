import type { ArgumentValue, FunctionDescription, ParameterDescription, Scalar } from "../grid/functionHost";

/** What a call needs that Excel settles before the add-in is asked: ready arguments, or the error that it gives itself. */
export type Prepared = { readonly args: readonly unknown[] } | { readonly error: string; readonly words: string | null };

/**
 * Arguments as Excel hands them to a custom function: null for what was omitted, a blank cell as 0, "" or false by the parameter's type (null for "any"), numbers
 * and truth values turned into each other and into text; a text that is no number where one is asked for is #VALUE! without the add-in being asked.
 * An error in an argument is the result, unless errors are let through to parameters of type "any". Ranges come as rows.
 */
export function prepareArguments(description: FunctionDescription, args: readonly ArgumentValue[], errorsToAny = false): Prepared {
  const ready: unknown[] = [];
  for (const [i, parameter] of parametersFor(description, args.length).entries()) {
    const argument = args[i] ?? { kind: "omitted" };
    if (argument.kind === "omitted") {
      if (!parameter.optional && !parameter.repeating) return { error: "#VALUE!", words: `${parameter.name} is missing` };
      ready.push(null);
      continue;
    }
    const rows = argument.kind === "matrix" ? argument.rows : [[argument.value]];
    const converted = rows.map((row) => row.map((value) => convert(parameter, value, errorsToAny)));
    const failed = converted.flat().find(isFailure);
    if (failed) return failed.failure;
    ready.push(parameter.dimensionality === "matrix" ? converted : converted[0]?.[0]);
  }
  return { args: repeated(description, ready) };
}

/** A repeating parameter stands for itself as often as it was given. */
export function parametersFor(description: FunctionDescription, given: number): ParameterDescription[] {
  const { parameters } = description;
  const last = parameters.at(-1);
  if (!last?.repeating || given <= parameters.length) return [...parameters];
  return [...parameters, ...new Array<ParameterDescription>(given - parameters.length).fill(last)];
}

/** The add-in takes all values of a repeating parameter as one array. */
function repeated({ parameters }: FunctionDescription, ready: readonly unknown[]): unknown[] {
  if (!parameters.at(-1)?.repeating) return [...ready];
  const fixed = parameters.length - 1;
  return [...ready.slice(0, fixed), ready.slice(fixed).filter((value) => value !== null)];
}

interface ConversionFailure {
  readonly failure: { readonly error: string; readonly words: string | null };
}

function isFailure(value: unknown): value is ConversionFailure {
  return typeof value === "object" && value !== null && "failure" in value;
}

function convert({ name, type = "any" }: ParameterDescription, value: Scalar, errorsToAny: boolean): unknown {
  if (errorsToAny && type === "any" && typeof value === "object" && value !== null) return { type: "Error", basicType: "Error", basicValue: value.error };
  if (typeof value === "object" && value !== null) return { failure: { error: value.error, words: null } };
  if (type === "number") {
    if (value === null) return 0;
    if (typeof value === "boolean") return value ? 1 : 0;
    const number = typeof value === "number" ? value : value.trim() === "" ? NaN : Number(value);
    return Number.isFinite(number) ? number : { failure: { error: "#VALUE!", words: `${name} must be a number` } };
  }
  if (type === "string") return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if (type === "boolean") {
    if (value === null) return false;
    if (typeof value !== "string") return Boolean(value);
    const known = /^(true|false)$/i.exec(value.trim());
    return known ? value.trim().toLowerCase() === "true" : { failure: { error: "#VALUE!", words: `${name} must be TRUE or FALSE` } };
  }
  return value;
}
