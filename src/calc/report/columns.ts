import { answer } from "../check";

/** The headers of a report, in the order of its columns. */
export type Headers<Row> = { readonly [Key in keyof Row]-?: string };

/** A report as a block of cells: headers first; what has no answer is blank. */
export function cellsOf<Row extends object>(headers: Headers<Row>, rows: readonly Row[]): (string | number | boolean)[][] {
  const keys = Object.keys(headers) as (keyof Row)[];
  return [keys.map((key) => headers[key]), ...rows.map((row) => keys.map((key) => cellOf(row[key])))];
}

/** What a cell takes: a number that is one, and no more text than has room in it with some to spare. */
export function cellOf(value: unknown): string | number | boolean {
  if (typeof value === "number") return answer(value);
  if (typeof value === "string" && value.length > MOST_CHARACTERS) return `${value.slice(0, MOST_CHARACTERS)}…`;
  return (value ?? "") as string | boolean;
}
/** Excel's limit is 32,767. */
const MOST_CHARACTERS = 32_000;
