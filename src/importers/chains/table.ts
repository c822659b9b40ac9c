import { screen } from "../../calc";
import { withPoints } from "../decimalCommas";
import { type Delimited, type DelimitedRow, type Separator, readDelimited } from "../delimited";
import { type ChainFile, NOTHING, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";

/** A table of quotes under a row of headers, whatever stands above them. */
export function readTable(text: string, separator: Separator, fileName: string): ChainFile {
  const read = withPoints(readDelimited(text, separator), separator);
  const headers = headerRow(read);
  if (!headers) return { ...NOTHING, problems: [problemAt(1, "no row of headers with Strike, Bid and Ask was found")] };
  const rows = read.rows.slice(read.rows.indexOf(headers) + 1);
  const expiry = headers.cells.some((cell) => screen.columnOf(cell) === "expiry") ? null : expiryIn(fileName);
  const withExpiry = ({ line, cells }: DelimitedRow): screen.ChainRow => ({ row: line, cells: expiry === null ? cells : [...cells, ...blanks(headers.cells.length - cells.length), expiry] });
  const file = chainOf({ row: headers.line, cells: expiry === null ? headers.cells : [...headers.cells, "Expiry"] }, rows.map(withExpiry), factsIn(headers, rows));
  const days = new Set(valuesUnder(QUOTE_DAY, headers, rows)).size;
  return withProblems(file, [
    ...(days > 1 ? [problemAt(headers.line, `there are quotes of ${days} different days: a chain is of one day`)] : []),
    ...(read.openQuote === null ? [] : [problemAt(read.openQuote, "a quote is opened and never closed: nothing is read from here on")]),
  ]);
}

/** The row that says Strike, and Bid or Ask. */
export function headerRow({ rows }: Delimited): DelimitedRow | undefined {
  return rows.slice(0, LOOKED_AT).find(({ cells }) => {
    const columns = cells.map(screen.columnOf);
    return columns.includes("strike") && (columns.includes("bid") || columns.includes("ask"));
  });
}
const LOOKED_AT = 20;

/** "amzn-options-exp-2026-02-20-weekly.csv": some sites say the expiration nowhere else. */
function expiryIn(fileName: string): string | null {
  return /exp\w*[-_ ]?(\d{4}-\d{2}-\d{2})/i.exec(fileName)?.[1] ?? null;
}

/** What columns of data vendors say beside the quotes; null where rows differ. */
function factsIn(headers: DelimitedRow, rows: readonly DelimitedRow[]): Partial<ChainFile> {
  const only = (spellings: readonly string[]): string | null => {
    const found = new Set(valuesUnder(spellings, headers, rows));
    return found.size === 1 ? [...found][0]! : null;
  };
  return { spot: numberOf(only(["underlyinglast", "underlyingprice", "stockprice"])), day: dayOf(only(QUOTE_DAY)), ticker: only(["underlying", "underlyingsymbol", "ticker"])?.toUpperCase() ?? null };
}
const QUOTE_DAY = ["quotedate", "quoteday", "tradedate"];

function valuesUnder(spellings: readonly string[], { cells: headers }: DelimitedRow, rows: readonly DelimitedRow[]): string[] {
  const at = headers.findIndex((header) => spellings.includes(header.toLowerCase().replace(/[^a-z]/g, "")));
  return at < 0 ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? "").filter((value) => value !== "");
}

const blanks = (number: number): string[] => Array.from({ length: Math.max(0, number) }, () => "");
