/*
 * Names in formulas mean themselves: docs/spec/hostile-input.md §1.5. Excel's "=" compares whole texts, whatever their case; MATCH and the criteria of SUMIFS read `*` and `?` as any
 * letters, and criteria read numbers and comparisons in a text as well.
 */

/** A text as MATCH, or a criterion after its "=", takes it for nothing but itself. */
export function literal(cell: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
}

/** Arguments of OR: a criterion would not take this name for itself. It means other names too ("Joint *"), a comparison (">0"), a number ("0012") or TRUE. */
export function isNoCriterion(name: string): string {
  return `SUMPRODUCT(ISNUMBER(FIND({"*","?","~","<",">","="},${name}))*1)>0,ISNUMBER(${name}*1),${name}="TRUE",${name}="FALSE"`;
}

/** Sum of a column of numbers where columns are equal to these cells; for tables of some dozen rows, in which no criteria are needed to be quick. */
export function sumWhere(sum: string, ...equals: readonly (readonly [column: string, is: string])[]): string {
  const rows = equals.map(([column, is]) => `(${column}=${is})`);
  return `SUMPRODUCT(${rows.join("*")}${rows.length === 1 ? "*1" : ""},${sum})`;
}
