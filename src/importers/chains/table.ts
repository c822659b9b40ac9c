import { screen } from "../../calc";
import { withPoints } from "../decimalCommas";
import { type DelimitedRow, type Separator, readDelimited } from "../delimited";
import { type ChainFile, NOTHING, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";
import { type HeadedRow, type Part, partsOf } from "./parts";
import { adjustedWords, symbolIn } from "./symbol";

/** A table of quotes under a row of headers, whatever stands above them. */
export function readTable(text: string, separator: Separator, fileName: string): ChainFile {
  const read = withPoints(readDelimited(text, separator), separator);
  const parts = partsOf(read.rows);
  if (!parts) return { ...NOTHING, problems: [problemAt(1, "no row of headers with Strike, Bid and Ask was found")] };
  const files = parts.map((part) => readPart(part, fileName));
  const days = new Set(parts.flatMap(({ headers, rows }) => valuesUnder(QUOTE_DAY, headers, rows))).size;
  const file: ChainFile = {
    quotes: files.flatMap(({ quotes }) => quotes), problems: files.flatMap(({ problems }) => problems), has: [...new Set(files.flatMap(({ has }) => has))],
    spot: common(files.map(({ spot }) => spot)), day: days > 1 ? null : common(files.map(({ day }) => day)), ticker: common(files.map(({ ticker }) => ticker)),
  };
  return withProblems(file, [
    ...(days > 1 ? [problemAt(parts[0]!.headers.line, `there are quotes of ${days} different days: a chain is of one day`)] : []),
    ...(read.openQuote === null ? [] : [problemAt(read.openQuote, "a quote is opened and never closed: nothing is read from here on")]),
  ]);
}

/** What all say that say it; null where they differ. */
function common<T>(values: readonly (T | null)[]): T | null {
  const said = new Set(values.filter((value) => value !== null));
  return said.size === 1 ? [...said][0]! : null;
}

function readPart({ headers, rows: all }: Part, fileName: string): ChainFile {
  const symbols = symbolColumn(all);
  const isAdjusted = ({ cells }: DelimitedRow): boolean => symbolIn(cells[symbols])?.adjusted === true;
  const [odd, rows] = [all.filter(isAdjusted), all.filter((row) => !isAdjusted(row))];
  const more = elsewhere(headers, rows, symbols, fileName);
  const filled = (row: HeadedRow): screen.ChainRow => ({ row: row.line, cells: more.length === 0 ? row.cells : [...row.cells, ...blanks(headers.cells.length - row.cells.length), ...more.map(({ of }) => of(row))] });
  const facts = factsIn(headers, rows);
  const file = chainOf({ row: headers.line, cells: [...headers.cells, ...more.map(({ name }) => name)] }, rows.map(filled), { ...facts, ticker: facts.ticker ?? tickerIn(rows, symbols) });
  return withProblems({ ...file, problems: file.problems.map(withHint) }, odd.map(({ line, cells }) => problemAt(line, adjustedWords(cells[symbols]!))));
}

/** Pages of brokers on which one expiration is chosen do not repeat it in the rows: a line above them can. */
function withHint(problem: screen.ChainProblem): screen.ChainProblem {
  const hints = [...(/lacks the columns?\b.*\bExpiry/.test(problem.words) ? ["Expiration: 2026-04-17"] : []), ...(/lacks the columns?\b.*\bType/.test(problem.words) ? ["Puts"] : [])];
  return hints.length === 0 ? problem : { ...problem, words: `${problem.words}; where all rows have the same, say it in a line above them: ${hints.map((hint) => `"${hint}"`).join(" and ")}` };
}

/** What has no column of its own: it is in the file's name (Barchart), in a line above the rows, or in the contracts' symbols (Yahoo). */
function elsewhere({ cells: headers }: DelimitedRow, rows: readonly HeadedRow[], symbols: number, fileName: string): { readonly name: string; readonly of: (row: HeadedRow) => string }[] {
  const columns = headers.map(screen.columnOf);
  const ofName = expiryIn(fileName) ?? "";
  const more: { name: string; of: (row: HeadedRow) => string }[] = [];
  if (!columns.includes("expiry") && (ofName !== "" || symbols >= 0 || rows.some(({ expiry }) => expiry !== ""))) more.push({ name: "Expiry", of: ({ cells, expiry }) => ofName || symbolIn(cells[symbols])?.expiry || expiry });
  const isOneSided = columns.filter((column) => column === "bid").length < 2;
  if (!columns.includes("type") && isOneSided && (symbols >= 0 || rows.some(({ type }) => type !== ""))) more.push({ name: "Type", of: ({ cells, type }) => symbolIn(cells[symbols])?.type || type });
  return more;
}

/** The place of the first column in which symbols stand; -1: there is none. */
function symbolColumn(rows: readonly DelimitedRow[]): number {
  const first = rows.find(({ cells }) => cells.some((cell) => symbolIn(cell) !== null));
  return first ? first.cells.findIndex((cell) => symbolIn(cell) !== null) : -1;
}

/** The ticker of all contracts; null where they are of several. */
function tickerIn(rows: readonly DelimitedRow[], symbols: number): string | null {
  return common(rows.map(({ cells }) => symbolIn(cells[symbols])?.ticker ?? null));
}

/** "amzn-options-exp-2026-02-20-weekly.csv": some sites say the expiration nowhere else. */
function expiryIn(fileName: string): string | null {
  return /exp\w*[-_ ]?(\d{4}-\d{2}-\d{2})/i.exec(fileName)?.[1] ?? null;
}

/** What columns of data vendors say beside the quotes; null where rows differ. */
function factsIn(headers: DelimitedRow, rows: readonly DelimitedRow[]): Partial<ChainFile> {
  const only = (spellings: readonly string[]): string | null => common(valuesUnder(spellings, headers, rows));
  return { spot: numberOf(only(["underlyinglast", "underlyingprice", "stockprice"])), day: dayOf(only(QUOTE_DAY)), ticker: only(["underlying", "underlyingsymbol", "ticker"])?.toUpperCase() ?? null };
}
const QUOTE_DAY = ["quotedate", "quoteday", "tradedate"];

function valuesUnder(spellings: readonly string[], { cells: headers }: DelimitedRow, rows: readonly DelimitedRow[]): string[] {
  const at = headers.findIndex((header) => spellings.includes(header.toLowerCase().replace(/[^a-z]/g, "")));
  return at < 0 ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? "").filter((value) => value !== "");
}

const blanks = (number: number): string[] => Array.from({ length: Math.max(0, number) }, () => "");
