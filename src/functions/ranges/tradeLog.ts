import { type Book, CalcError, type LogRow, book } from "../../calc";
import { type CellContent, TYPED_HEADERS, type TypedCells, type TypedHeader, oddNames, readRow } from "../../journal/row";
import { plain } from "../arguments";

/**
 * The books of a trade log as a cell hands it over: a block with its headers in the first row. Rows are read by the rules of the journal; what is
 * no fact, or cannot be booked, is among the problems with its row of the block (the header is row 1).
 */
export function bookOf(trades: readonly (readonly unknown[])[]): Book {
  const { facts, problems } = readLog(trades);
  const booked = book(facts);
  return { ...booked, problems: [...problems, ...booked.problems].sort((one, other) => one.row - other.row) };
}

/** The same, for questions that an empty log cannot answer. */
export function filledBookOf(trades: readonly (readonly unknown[])[]): Book {
  const booked = bookOf(trades);
  if (booked.tickers.length > 0) return booked;
  throw new CalcError("notAvailable", booked.problems.length > 0 ? "no row of the log could be booked: see WHEEL.PROBLEMS" : "the log is empty");
}

/** The argument as one types it. */
const USUAL = "Trades[[#All],[Date]:[Id]]";

interface TradeLog {
  readonly facts: readonly LogRow[];
  readonly problems: Book["problems"];
}

function readLog(trades: readonly (readonly unknown[])[]): TradeLog {
  if (!Array.isArray(trades) || !trades.every((row) => Array.isArray(row))) throw new CalcError("value", `trades must be the log with its headers: ${USUAL}`);
  const [headers = [], ...body] = trades;
  const places = placesOf(headers);
  const rows = body.map((row) => cellsOf(row, places));
  const hidden = rows.length > 0 && rows.every((cells) => TYPED_HEADERS.every((header) => places[header] < 0 || cells[header] !== ""));
  const facts: LogRow[] = [];
  const problems: Book["problems"][number][] = [];
  rows.forEach((typed, at) => {
    const row = at + 2;
    const cells = hidden ? withoutZeros(typed) : typed;
    const read = readRow(cells);
    if (read.kind === "trade") facts.push({ row, trade: read.trade });
    const problem = (words: string, booked: boolean) => problems.push({ row, ticker: String(cells.Ticker).trim().toUpperCase(), words, booked });
    if (read.kind === "problem") problem(read.problem.words, false);
    if (read.kind === "trade") for (const { words } of oddNames(cells)) problem(words, true);
    if (hidden && read.kind === "trade" && read.trade.price === 0) problem(ZERO_OR_BLANK, true);
  });
  return { facts, problems };
}

/** Where each column stands: by header, in any case and order, outer blanks aside; columns of other names are not looked at. */
function placesOf(headers: readonly unknown[]): Readonly<Record<TypedHeader, number>> {
  const found = headers.map((header) => (typeof header === "string" ? header.trim().toLowerCase() : ""));
  const twice = TYPED_HEADERS.find((header) => found.indexOf(header.toLowerCase()) !== found.lastIndexOf(header.toLowerCase()));
  if (twice) throw new CalcError("value", `trades has more than one column ${twice}`);
  const missing = NEEDED.filter((header) => !found.includes(header.toLowerCase()));
  if (missing.length === NEEDED.length) throw new CalcError("value", `trades must begin with its headers: ${USUAL}`);
  if (missing.length > 0) throw new CalcError("value", `trades lacks ${listed(missing)}; cells of Account, Fees and Multiplier may be blank, but every column that a figure hangs on must be there`);
  return Object.fromEntries(TYPED_HEADERS.map((header) => [header, found.indexOf(header.toLowerCase())])) as Record<TypedHeader, number>;
}

/** All but notes and ids: a log whose fees stand under another name would come to other figures without a word. */
const NEEDED = TYPED_HEADERS.filter((header) => header !== "Notes" && header !== "Id");
const listed = (names: readonly string[]): string => `the column${names.length > 1 ? "s" : ""} ${names.join(", ")}`;

function cellsOf(row: readonly unknown[], places: Readonly<Record<TypedHeader, number>>): TypedCells {
  const cells = {} as Record<TypedHeader, CellContent>;
  for (const header of TYPED_HEADERS) cells[header] = contentOf(row[places[header]]);
  return cells;
}

function contentOf(value: unknown): CellContent {
  const content = plain(value);
  return typeof content === "string" || typeof content === "number" || typeof content === "boolean" ? content : "";
}

/**
 * Some versions of Excel hand blank cells of a range over as 0 (office-js issues 1951, 5262). A log without any blank cell is such a one: then a 0 is
 * a blank wherever no 0 can be meant. Only a price of 0 can: it is booked, and listed to be looked at. docs/spec/books.md §11.
 */
function withoutZeros(cells: TypedCells): TypedCells {
  const blank = TYPED_HEADERS.every((header) => cells[header] === 0 || cells[header] === "");
  const shown = TYPED_HEADERS.map((header) => [header, cells[header] === 0 && (blank || header !== "Price") ? "" : cells[header]]);
  return Object.fromEntries(shown) as Record<TypedHeader, CellContent>;
}
const ZERO_OR_BLANK = "Price is 0 or blank (this version of Excel does not tell which): booked at 0";
