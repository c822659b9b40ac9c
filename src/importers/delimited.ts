/** A row of a text with the line on which it begins; the first line is 1. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Delimited {
  readonly rows: readonly DelimitedRow[];
  /** The line of a quote that is never closed; what follows it is not read. */
  readonly openQuote: number | null;
}

export type Separator = "\t" | ";" | ",";

/** Splits comma-, semicolon- or tab-separated text; fields may be in quotes, and then hold separators, line ends and doubled quotes (RFC 4180). Blank lines are no rows. */
export function readDelimited(text: string, separator: Separator = separatorOf(text)): Delimited {
  const rows: DelimitedRow[] = [];
  const field = fieldPattern(separator);
  let [line, from, cells] = [1, 1, [] as string[]];
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length || cells.length > 0) {
    const [, quoted, plain = "", end = ""] = field.exec(text) ?? [];
    if (quoted === undefined && plain.startsWith('"') && !plain.slice(1).includes('"')) return { rows, openQuote: line };
    cells.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    line += linesIn(quoted ?? "") + linesIn(end);
    if (end === separator) continue;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: from, cells });
    [from, cells] = [line, []];
  }
  return { rows, openQuote: null };
}

/** Tabs, when there are any in the first lines; else semicolon or comma, whichever the first line that has one of them has. */
export function separatorOf(text: string): Separator {
  const lines = text.split(/\r\n|\r|\n/, LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ""));
  if (lines.some((line) => line.includes("\t"))) return "\t";
  const first = lines.find((line) => /[;,]/.test(line)) ?? "";
  return first.includes(";") ? ";" : ",";
}
const LOOKED_AT = 20;

/** A quoted field or a plain one, and the separator or line end behind it. */
function fieldPattern(separator: Separator): RegExp {
  return new RegExp(`(?:"((?:[^"]|"")*)"[^\\S\\r\\n\\t]*|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, "y");
}

const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
