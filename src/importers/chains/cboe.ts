import { type DelimitedRow, readDelimited } from "../delimited";
import { type ChainFile, type ChainImporter, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";
import { adjustedWords, symbolIn } from "./symbol";

/** The exchange's file of delayed quotes: the share in the first lines, then calls left and puts right of each strike. */
export const cboe: ChainImporter = { name: "Cboe delayed quotes", recognises: isCboe, read };

export function isCboe(text: string): boolean {
  return /^"?Expiration Date"?,"?Calls"?,/m.test(text);
}

function read(text: string): ChainFile {
  const { rows, openQuote } = readDelimited(text, ",");
  const at = rows.findIndex(({ cells }) => cells[0] === "Expiration Date" && cells[1] === "Calls");
  const [above, headers, below] = [rows.slice(0, Math.max(at, 0)), rows[at], rows.slice(at + 1)];
  if (!headers) return { ...chainOf({ row: 1, cells: [] }, []) };
  const [odd, standard] = [below.filter(isAdjusted), below.filter((row) => !isAdjusted(row))];
  const file = chainOf({ row: headers.line, cells: headers.cells }, standard.map(({ line, cells }) => ({ row: line, cells })), { ...factsIn(above), ticker: tickerIn(standard) });
  return withProblems(file, [
    ...odd.map(({ line, cells }) => problemAt(line, adjustedWords(cells[1]!))),
    ...(openQuote === null ? [] : [problemAt(openQuote, "a quote is opened and never closed: nothing is read from here on")]),
  ]);
}

/** "Last: 658.05" and "Date: September 25, 2025 at 9:05 PM EDT". */
function factsIn(above: readonly DelimitedRow[]): Pick<ChainFile, "spot" | "day"> {
  const cells = above.flatMap((row) => row.cells.map((cell) => cell.trim()));
  const after = (label: string): string | null => cells.find((cell) => cell.startsWith(label))?.slice(label.length).trim() ?? null;
  return { spot: numberOf(after("Last:")), day: dayOf(after("Date:")?.replace(/ at .*$/, "")) };
}

/** Of the first contract: SPY251001C00500000. */
const tickerIn = ([first]: readonly DelimitedRow[]): string | null => symbolIn(first?.cells[1])?.ticker ?? null;
const isAdjusted = ({ cells }: DelimitedRow): boolean => symbolIn(cells[1])?.adjusted === true;
