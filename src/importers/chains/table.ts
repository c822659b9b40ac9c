import { screen } from "../../calc";
import { withPoints } from "../decimalCommas";
import { type Delimited, type DelimitedRow, type Separator, readDelimited } from "../delimited";
import { type ChainFile, NOTHING, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";
import { adjustedWords, symbolIn } from "./symbol";

/** A table of quotes under a row of headers, whatever stands above them. */
export function readTable(text: string, separator: Separator, fileName: string): ChainFile {
  const read = withPoints(readDelimited(text, separator), separator);
  const headers = headerRow(read);
  if (!headers) return { ...NOTHING, problems: [problemAt(1, "no row of headers with Strike, Bid and Ask was found")] };
  const all = read.rows.slice(read.rows.indexOf(headers) + 1);
  const symbols = symbolColumn(all);
  const isAdjusted = ({ cells }: DelimitedRow): boolean => symbolIn(cells[symbols])?.adjusted === true;
  const [odd, rows] = [all.filter(isAdjusted), all.filter((row) => !isAdjusted(row))];
  const more = elsewhere(headers, symbols, fileName);
  const filled = ({ line, cells }: DelimitedRow): screen.ChainRow => ({ row: line, cells: more.length === 0 ? cells : [...cells, ...blanks(headers.cells.length - cells.length), ...more.map(({ of }) => of(cells))] });
  const facts = factsIn(headers, rows);
  const file = chainOf({ row: headers.line, cells: [...headers.cells, ...more.map(({ name }) => name)] }, rows.map(filled), { ...facts, ticker: facts.ticker ?? tickerIn(rows, symbols) });
  const days = new Set(valuesUnder(QUOTE_DAY, headers, rows)).size;
  return withProblems(file, [
    ...odd.map(({ line, cells }) => problemAt(line, adjustedWords(cells[symbols]!))),
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

/** What has no column of its own: the expiration and the type are in the contracts' symbols (Yahoo), or the expiration in the file's name (Barchart). */
function elsewhere({ cells: headers }: DelimitedRow, symbols: number, fileName: string): { readonly name: string; readonly of: (cells: readonly string[]) => string }[] {
  const columns = headers.map(screen.columnOf);
  const more: { name: string; of: (cells: readonly string[]) => string }[] = [];
  const expiry = expiryIn(fileName);
  if (!columns.includes("expiry") && expiry !== null) more.push({ name: "Expiry", of: () => expiry });
  if (symbols < 0) return more;
  if (!columns.includes("expiry") && expiry === null) more.push({ name: "Expiry", of: (cells) => symbolIn(cells[symbols])?.expiry ?? "" });
  const isOneSided = columns.filter((column) => column === "bid").length < 2;
  if (!columns.includes("type") && isOneSided) more.push({ name: "Type", of: (cells) => symbolIn(cells[symbols])?.type ?? "" });
  return more;
}

/** The place of the first column in which symbols stand; -1: there is none. */
function symbolColumn(rows: readonly DelimitedRow[]): number {
  const first = rows.find(({ cells }) => cells.some((cell) => symbolIn(cell) !== null));
  return first ? first.cells.findIndex((cell) => symbolIn(cell) !== null) : -1;
}

/** The ticker of all contracts; null where they are of several. */
function tickerIn(rows: readonly DelimitedRow[], symbols: number): string | null {
  const found = new Set(rows.flatMap(({ cells }) => symbolIn(cells[symbols])?.ticker ?? []));
  return found.size === 1 ? [...found][0]! : null;
}

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
