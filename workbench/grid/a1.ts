import type { Rect } from "./rect";


/** Excel's size of a sheet. */
export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "A1", "A1:C3", "A:C" or "2:4". */
export function formatRect(rect: Rect): string {
  return format(rect, "");
}

/** "$A$1:$C$3" */
export function formatAbsolute(rect: Rect): string {
  return format(rect, "$");
}

/** The rectangle of an address without a sheet; null when the text is not an address. */
export function parseRect(text: string): Rect | null {
  const plain = text.replace(/\$/g, "");
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(plain);
  if (cells) {
    const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = cells;
    return between(+r1 - 1, columnIndex(c1), +r2 - 1, columnIndex(c2));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns) return between(0, columnIndex(columns[1] ?? ""), MAX_ROWS - 1, columnIndex(columns[2] ?? ""));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return between(+(rows[1] ?? 0) - 1, 0, +(rows[2] ?? 0) - 1, MAX_COLUMNS - 1);
  return null;
}

/** "'My sheet'!A1" is { sheet: "My sheet", address: "A1" }; sheet is null when none is named. */
export function splitSheet(text: string): { sheet: string | null; address: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text);
  if (!match) return { sheet: null, address: text };
  return { sheet: (match[1] ?? match[2] ?? "").replace(/''/g, "'"), address: match[3] ?? "" };
}

/** A sheet's name as it stands in an address. */
export function quoteSheet(name: string): string {
  const plain = /^[A-Za-z_][\w.]*$/.test(name) && !parseRect(name) && !/^(R\d*|C\d*|R\d+C\d+)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

export const bottom = (rect: Rect): number => rect.row + rect.rows - 1;
export const right = (rect: Rect): number => rect.column + rect.columns - 1;
export const oneCell = (row: number, column: number): Rect => ({ row, column, rows: 1, columns: 1 });

export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row <= bottom(rect) && column >= rect.column && column <= right(rect);
}

export function covers(outer: Rect, inner: Rect): boolean {
  return contains(outer, inner.row, inner.column) && contains(outer, bottom(inner), right(inner));
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(bottom(a), bottom(b)) - row + 1;
  const columns = Math.min(right(a), right(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest rectangle around both. */
export function around(a: Rect, b: Rect): Rect {
  return between(Math.min(a.row, b.row), Math.min(a.column, b.column), Math.max(bottom(a), bottom(b)), Math.max(right(a), right(b)))!;
}

/** What of `rect` is left when `hole` is cut out: up to four rectangles. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersect(rect, hole);
  if (!cut) return [rect];
  const parts: Rect[] = [
    { ...rect, rows: cut.row - rect.row },
    { ...rect, row: bottom(cut) + 1, rows: bottom(rect) - bottom(cut) },
    { row: cut.row, rows: cut.rows, column: rect.column, columns: cut.column - rect.column },
    { row: cut.row, rows: cut.rows, column: right(cut) + 1, columns: right(rect) - right(cut) },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/**
 * Where a rectangle is after `count` rows (or columns) were inserted at `at`, or deleted when count is negative;
 * null when all of it was deleted. Inserting inside makes it larger, inserting at its first row moves it.
 */
export function shiftRect(rect: Rect, axis: "row" | "column", at: number, count: number): Rect | null {
  const size = axis === "row" ? "rows" : "columns";
  const span = shiftSpan(rect[axis], rect[axis] + rect[size] - 1, at, count);
  return span && { ...rect, [axis]: span.first, [size]: span.last - span.first + 1 };
}

export function shiftSpan(first: number, last: number, at: number, count: number): { first: number; last: number } | null {
  if (count >= 0) return { first: first >= at ? first + count : first, last: last >= at ? last + count : last };
  const end = at - count;
  const moved = { first: first >= end ? first + count : Math.min(first, at), last: last >= end ? last + count : Math.min(last, at - 1) };
  return moved.last < moved.first ? null : moved;
}

function between(row1: number, column1: number, row2: number, column2: number): Rect | null {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  if (row < 0 || Math.max(row1, row2) >= MAX_ROWS || Math.max(column1, column2) >= MAX_COLUMNS) return null;
  return { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
}

function format({ row, column, rows, columns }: Rect, mark: string): string {
  if (rows === MAX_ROWS && columns < MAX_COLUMNS) return `${mark}${columnName(column)}:${mark}${columnName(column + columns - 1)}`;
  if (columns === MAX_COLUMNS) return `${mark}${row + 1}:${mark}${row + rows}`;
  const first = `${mark}${columnName(column)}${mark}${row + 1}`;
  const last = `${mark}${columnName(column + columns - 1)}${mark}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}
