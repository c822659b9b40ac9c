import type { Delimited, DelimitedRow, Separator } from "./delimited";

/**
 * The same text with points: where numbers are written "1.234,50", as in most of Europe, points group digits and a comma is the decimal sign, and days stand before
 * months (20/02/2026). A text is of one kind throughout: a single number with a decimal point anywhere, and it is left as it stands. docs/spec/screen.md §1.4.
 */
export function withPoints(read: Delimited, separator: Separator): Delimited {
  const cells = read.rows.flatMap((row) => row.cells.map(bare));
  if (!hasDecimalCommas(cells, separator)) return read;
  const dates = cells.flatMap((cell) => (SLASHED.test(cell) ? [cell] : []));
  const daysFirst = dates.every((cell) => Number(SLASHED.exec(cell)![2]) <= 12);
  const pointed = (cell: string): string => {
    if (NUMBER.test(bare(cell))) return bare(cell).replace(/\./g, "").replace(",", ".");
    return daysFirst ? cell.trim().replace(SLASHED, "$1.$2.$3") : cell; // with points the day stands first
  };
  return { ...read, rows: read.rows.map((row): DelimitedRow => ({ ...row, cells: row.cells.map(pointed) })) };
}

/** Semicolons separate where the comma is taken; after tabs a number must say it, because "1,250" may be either. */
function hasDecimalCommas(cells: readonly string[], separator: Separator): boolean {
  if (separator === "," || cells.some((cell) => WITH_POINT.test(cell) && !GROUPED.test(cell))) return false;
  return cells.some((cell) => (separator === ";" ? WITH_COMMA : SURE).test(cell));
}

/** Without the blanks that group digits in French, and the sign of the currency. */
const bare = (cell: string): string => cell.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))/g, "").replace(/^([-+]?)[€$£]\s*(?=\d)|(?<=\d)\s*[€$£]$/g, "$1");

const WITH_POINT = /^[-+]?(?:\d{1,3}(?:,\d{3})*|\d+)?\.\d+\s*%?$/;
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const WITH_COMMA = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d*),\d+\s*%?$/;
/** A comma that groups no thousands: before it nothing, a zero, points, or more than three digits; behind it other than three. */
const SURE = /^[-+]?(?:(?:0?|\d{1,3}(?:\.\d{3})+|\d{4,}),\d+|\d+,(?:\d{1,2}|\d{4,}))\s*%?$/;
const NUMBER = /^[-+]?(?:(?:\d{1,3}(?:\.\d{3})+|\d*),\d+|[1-9]\d{0,2}(?:\.\d{3})+)\s*%?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
