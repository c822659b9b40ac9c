import { invalidArgument } from "../errors";
import type { Check } from "./members";
import type { Arguments } from "./wire";

/** The arguments of a call with objects put in for path ids. An omitted argument is undefined. */
export function readArguments(info: Arguments | undefined, resolve: (pathId: number) => unknown): unknown[] {
  const references = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((argument, i) => convert(argument, references[i], resolve)).map((argument) => (argument === null ? undefined : argument));
}

/** Checks each argument; too few and too many fail too. */
export function checkArguments(values: readonly unknown[], checks: readonly Check[], where: string): unknown[] {
  const extra = values.findIndex((value, i) => i >= checks.length && value !== undefined);
  if (extra >= 0) throw invalidArgument(where, `it takes ${checks.length} arguments, not ${extra + 1}`);
  return checks.map((check, i) => check(values[i], `${where}, argument ${i + 1}`));
}

export function convert(value: unknown, reference: unknown, resolve: (pathId: number) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item, i) => convert(item, Array.isArray(reference) ? reference[i] : 0, resolve));
  if (typeof reference === "number" && reference > 0 && value === reference) return resolve(reference);
  if (value === null || typeof value !== "object") return value;
  const path = (value as { _ObjectPathId?: unknown })._ObjectPathId;
  if (typeof path === "number") return resolve(path);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, 0, resolve)]));
}
