/** The headers of a report, in the order of its columns. */
export type Headers<Row> = { readonly [Key in keyof Row]-?: string };

/** A report as a block of cells: headers first; what has no answer is blank. */
export function cellsOf<Row extends object>(headers: Headers<Row>, rows: readonly Row[]): (string | number | boolean)[][] {
  const keys = Object.keys(headers) as (keyof Row)[];
  return [keys.map((key) => headers[key]), ...rows.map((row) => keys.map((key) => (row[key] ?? "") as string | number | boolean))];
}
