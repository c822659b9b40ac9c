import type { ArgumentValue, FunctionDescription, Scalar } from "../grid/functionHost";
import { parametersFor } from "./arguments";

export interface Lifted {
  readonly rows: number;
  readonly columns: number;
  /** The arguments of the call for one place of the result; null where an argument has no such place: #N/A there. */
  at(row: number, column: number): readonly ArgumentValue[] | null;
}

/**
 * Excel calls a function of single values once for each place when it is given ranges: the result is as large as the largest range, a single row or
 * column is used again for every row or column, and where a range ends too early stands #N/A. null when nothing is to be lifted.
 */
export function lift(description: FunctionDescription, args: readonly ArgumentValue[]): Lifted | null {
  const parameters = parametersFor(description, args.length);
  const lifted = args.map((argument, i) => (argument.kind === "matrix" && parameters[i]?.dimensionality !== "matrix" ? argument.rows : null));
  const ranges = lifted.filter((rows) => rows !== null);
  if (ranges.length === 0) return null;
  return {
    rows: Math.max(...ranges.map((rows) => rows.length)),
    columns: Math.max(...ranges.map((rows) => rows[0]?.length ?? 0)),
    at(row, column) {
      const values = args.map((argument, i): ArgumentValue | null => {
        const rows = lifted[i];
        return rows ? pick(rows, row, column) : argument;
      });
      return values.every((value) => value !== null) ? values : null;
    },
  };
}

function pick(rows: readonly (readonly Scalar[])[], row: number, column: number): ArgumentValue | null {
  const line = rows.length === 1 ? rows[0] : rows[row];
  if (!line) return null;
  const value = line.length === 1 ? line[0] : line[column];
  return value === undefined ? null : { kind: "scalar", value };
}
