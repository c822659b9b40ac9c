import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, quoteSheet, shiftSpan } from "./a1";
import type { Rect } from "./rect";

/**
 * Formulas as text: finding the A1 references in them and moving these, as a spreadsheet does when cells are copied, inserted or
 * deleted. Texts in quotes, quoted sheet names and the brackets of structured references are left alone.
 */

/** Why Excel would not take this text as a formula; null when it would. Only what a typing mistake makes is looked for. */
export function formulaProblem(formula: string): string | null {
  const body = formula.slice(1).trim();
  if (body === "") return "the formula is empty";
  const open: string[] = [];
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  for (let i = 0; i < body.length; i++) {
    const ch = body.charAt(i);
    const inBrackets = open.at(-1) === "[";
    if (inBrackets && ch === "'") i++;
    else if (!inBrackets && (ch === '"' || ch === "'")) {
      const end = endOfQuoted(body, i);
      if (end < 0) return `a closing ${ch} is missing`;
      i = end;
    } else if (ch === "[" || (!inBrackets && (ch === "(" || ch === "{"))) open.push(ch);
    else if (ch === "]" || (!inBrackets && (ch === ")" || ch === "}"))) {
      if (open.pop() !== pairs[ch]) return `there is a ${ch} too many`;
    }
  }
  if (open.length > 0) return `a closing bracket for ${open.at(-1)} is missing`;
  if (/[-+*/^&=<>,;:(]$/.test(body)) return "the formula ends in the middle";
  return null;
}

/** As Excel does when Enter ends a formula: parentheses that are still open at its end are closed. */
export function closeParentheses(formula: string): string {
  let closed = formula;
  while (formulaProblem(closed) === "a closing bracket for ( is missing" && closed.length < formula.length + 64) closed += ")";
  return closed;
}

export interface Reference {
  /** Sheet's name when one stands before the reference. */
  readonly sheet: string | null;
  readonly rows: { readonly first: number; readonly last: number };
  readonly columns: { readonly first: number; readonly last: number };
  readonly text: string;
  /** Which of the four parts carry a $: first column, first row, last column, last row. */
  readonly fixed: readonly [boolean, boolean, boolean, boolean];
  readonly shape: "cell" | "area" | "columns" | "rows";
}

/** The formula with every A1 reference replaced by what `change` makes of it (undefined leaves it). */
export function mapReferences(formula: string, change: (reference: Reference) => string | undefined): string {
  let out = "";
  let i = 0;
  let depth = 0;
  while (i < formula.length) {
    const ch = formula.charAt(i);
    if (depth > 0) {
      if (ch === "'") out += formula.charAt(i++);
      else if (ch === "[") depth++;
      else if (ch === "]") depth--;
      out += formula.charAt(i++);
    } else if (ch === "[") {
      depth++;
      out += formula.charAt(i++);
    } else if (ch === '"') {
      const end = endOfQuoted(formula, i);
      out += formula.slice(i, end < 0 ? formula.length : end + 1);
      i = end < 0 ? formula.length : end + 1;
    } else {
      const token = TOKEN.exec(formula.slice(i, i + 300))?.[0] ?? ch;
      const reference = readReference(token, formula.charAt(i + token.length));
      out += (reference && change(reference)) ?? token;
      i += token.length;
    }
  }
  return out;
}

/** The formula as it reads after being copied `rows` down and `columns` to the right; a reference off the sheet becomes #REF!. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if ((rows === 0 && columns === 0) || !mayRefer(formula)) return formula;
  return mapReferences(formula, (reference) => {
    const [c1, r1, c2, r2] = reference.fixed;
    return writeReference(reference, {
      rows: { first: reference.rows.first + (r1 ? 0 : rows), last: reference.rows.last + (r2 ? 0 : rows) },
      columns: { first: reference.columns.first + (c1 ? 0 : columns), last: reference.columns.last + (c2 ? 0 : columns) },
    });
  });
}

export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  /** Positive: inserted, negative: deleted. */
  readonly count: number;
  /** Only cells inside this rectangle move (cells of some columns pushed down); the whole sheet when absent. */
  readonly within?: Rect;
}

/** The formula after rows, columns or cells were inserted or deleted on a sheet. `own` says whether the formula stands on that sheet. */
export function shiftFormula(formula: string, own: boolean, sheetName: string, shift: Shift): string {
  if (!mayRefer(formula)) return formula;
  return mapReferences(formula, (reference) => {
    const there = reference.sheet === null ? own : reference.sheet.toLowerCase() === sheetName.toLowerCase();
    if (!there || !inTheWay(reference, shift)) return undefined;
    const span = shift.axis === "row" ? reference.rows : reference.columns;
    const moved = shiftSpan(span.first, span.last, shift.at, shift.count);
    if (!moved) return prefix(reference) + "#REF!";
    return writeReference(reference, shift.axis === "row" ? { rows: moved, columns: reference.columns } : { rows: reference.rows, columns: moved });
  });
}

/** The formula after a sheet got another name. */
export function renameSheet(formula: string, from: string, to: string): string {
  if (!formula.includes("!")) return formula;
  return mapReferences(formula, ({ sheet, text }) => (sheet?.toLowerCase() === from.toLowerCase() ? `${quoteSheet(to)}!${text.slice(text.lastIndexOf("!") + 1)}` : undefined));
}

/** False when the text cannot hold an A1 reference: most formulas of tables name their columns only. */
function mayRefer(formula: string): boolean {
  let answer = mayReferTo.get(formula);
  if (answer === undefined) {
    if (mayReferTo.size >= MOST_TEXTS) mayReferTo.clear();
    mayReferTo.set(formula, (answer = /[A-Za-z]\$?\d|[A-Za-z]:|\d:/.test(formula.replace(/\[[^\]]*\]/g, ""))));
  }
  return answer;
}
/** All cells of a column hold the same text, and at each row that comes or goes all are asked. */
const mayReferTo = new Map<string, boolean>();
const MOST_TEXTS = 10_000;

function inTheWay(reference: Reference, { axis, within }: Shift): boolean {
  if (!within) return axis === "row" ? reference.shape !== "columns" : reference.shape !== "rows";
  const cross = axis === "row" ? reference.columns : reference.rows;
  const [first, last] = axis === "row" ? [within.column, within.column + within.columns - 1] : [within.row, within.row + within.rows - 1];
  return cross.first >= first && cross.last <= last;
}

// A reference, a quoted sheet name with its reference, a number, or a whole word: what is not a reference must be taken whole.
const TOKEN = /^(?:(?:'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.\\])|^[\p{L}\p{N}_.\\$]+|^'(?:[^']|'')*'/u;
const AREA = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?::(\$?)([A-Za-z]{1,3})(\$?)(\d+))?$/;

function readReference(token: string, next: string): Reference | null {
  if (next === "(" || next === "!" || next === "[") return null;
  const cut = token.lastIndexOf("!");
  const address = token.slice(cut + 1);
  const quoted = cut < 0 ? null : token.slice(0, cut);
  const sheet = quoted === null ? null : quoted.startsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
  const area = AREA.exec(address);
  if (area) {
    const [, d1, c1 = "", d2, r1 = "", d3 = d1, c2 = c1, d4 = d2, r2 = r1] = area;
    const shape = area[6] === undefined ? "cell" : "area";
    return bounded({ sheet, text: token, shape, fixed: [d1 === "$", d2 === "$", d3 === "$", d4 === "$"], rows: { first: +r1 - 1, last: +r2 - 1 }, columns: { first: columnIndex(c1), last: columnIndex(c2) } });
  }
  const columns = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/.exec(address);
  if (columns) return bounded({ sheet, text: token, shape: "columns", fixed: [columns[1] === "$", true, columns[3] === "$", true], rows: { first: 0, last: MAX_ROWS - 1 }, columns: { first: columnIndex(columns[2] ?? ""), last: columnIndex(columns[4] ?? "") } });
  const rows = /^(\$?)(\d+):(\$?)(\d+)$/.exec(address);
  if (rows) return bounded({ sheet, text: token, shape: "rows", fixed: [true, rows[1] === "$", true, rows[3] === "$"], rows: { first: +(rows[2] ?? 0) - 1, last: +(rows[4] ?? 0) - 1 }, columns: { first: 0, last: MAX_COLUMNS - 1 } });
  return null;
}

function bounded(reference: Reference): Reference | null {
  return onSheet(reference) ? reference : null;
}

function onSheet({ rows, columns }: Pick<Reference, "rows" | "columns">): boolean {
  return rows.first >= 0 && columns.first >= 0 && rows.last >= 0 && columns.last >= 0 && rows.first < MAX_ROWS && rows.last < MAX_ROWS && columns.first < MAX_COLUMNS && columns.last < MAX_COLUMNS;
}

function writeReference(reference: Reference, at: Pick<Reference, "rows" | "columns">): string {
  if (!onSheet(at)) return prefix(reference) + "#REF!";
  const [c1, r1, c2, r2] = reference.fixed.map((fixed) => (fixed ? "$" : ""));
  const column = (n: number, mark = "") => mark + columnName(n);
  const row = (n: number, mark = "") => `${mark}${n + 1}`;
  const { rows, columns } = at;
  const text = {
    cell: () => column(columns.first, c1) + row(rows.first, r1),
    area: () => `${column(columns.first, c1)}${row(rows.first, r1)}:${column(columns.last, c2)}${row(rows.last, r2)}`,
    columns: () => `${column(columns.first, c1)}:${column(columns.last, c2)}`,
    rows: () => `${row(rows.first, r1)}:${row(rows.last, r2)}`,
  }[reference.shape]();
  return prefix(reference) + text;
}

function prefix({ text }: Reference): string {
  return text.slice(0, text.lastIndexOf("!") + 1);
}

/** Index of the closing quote (doubled quotes are text), or -1. */
function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let i = start + 1; i < text.length; i++) {
    if (text.charAt(i) !== quote) continue;
    if (text.charAt(i + 1) === quote) i++;
    else return i;
  }
  return -1;
}
