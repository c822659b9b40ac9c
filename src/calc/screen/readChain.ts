import { check } from "../check";
import type { OptionType } from "../pricing/terms";
import { type CellRead, dayIn, numberIn, shown } from "./cell";
import type { Chain, ChainProblem, OptionalColumn, Quote } from "./chain";
import { type ChainColumn, NAMES, type Places, columnOf, placesOf } from "./headers";

/** A row of a chain with its place in what it was taken from. */
export interface ChainRow {
  readonly row: number;
  readonly cells: readonly unknown[];
}

/** Reads a chain from a block of cells whose first row are its headers. docs/spec/screen.md §1. */
export function readChain(cells: readonly (readonly unknown[])[]): Chain {
  check(Array.isArray(cells) && cells.every((row) => Array.isArray(row)) && cells.length > 0, "the chain must be a block of cells with its headers");
  const [headers = [], ...rows] = cells;
  return readRows(headers, rows.map((row, at) => ({ row: at + 2, cells: row })));
}

/** The same where rows know their place. */
export function readRows(headers: readonly unknown[], rows: readonly ChainRow[]): Chain {
  const sides = placesOf(headers).map((side) => ({ ...side, places: Object.values(side.at).filter((place) => place >= 0) }));
  const quotes: Quote[] = [];
  const problems: ChainProblem[] = [];
  for (const row of rows) {
    for (const side of sides) {
      if (side.places.every((place) => isBlank(row.cells[place]))) continue;
      const read = quoteIn(row, side);
      if ("words" in read) problems.push(read);
      else quotes.push(read);
    }
  }
  return { quotes, problems, has: OPTIONAL.filter((column) => sides.some(({ at }) => at[column] >= 0)) };
}

const OPTIONAL: readonly OptionalColumn[] = ["volume", "openInterest", "impliedVolatility", "delta"];

/** A table may be longer than what is in it, and some versions of Excel hand blank cells over as 0. */
const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === "" || cell === 0;

function quoteIn({ row, cells }: ChainRow, { type: side, at }: Places): Quote | ChainProblem {
  const cell = (column: ChainColumn): unknown => (at[column] < 0 ? null : cells[at[column]]);
  if (columnOf(cell("strike")) === "strike" && columnOf(cell("bid")) === "bid") return { row, words: "the headers stand here again", expiry: null, strike: null };
  const wrong: string[] = [];
  const value = (column: ChainColumn, read: CellRead): number | null => {
    if ("value" in read) return read.value;
    wrong.push(`${NAMES[column]} ${read.words}`);
    return null;
  };
  const needed = (column: ChainColumn, read: CellRead): number | null => {
    if ("value" in read && read.value === null) wrong.push(`${NAMES[column]} is blank`);
    return value(column, read);
  };
  const expiry = needed("expiry", dayIn(cell("expiry")));
  const strike = needed("strike", numberIn(cell("strike")));
  if (strike !== null && strike <= 0) wrong.push("Strike must be above zero");
  const type = side ?? typeIn(cell("type"));
  if (type === null) wrong.push(`Type ${isNothing(cell("type")) ? "is blank" : `${shown(cell("type"))} is neither put nor call`}`);
  const [bid, ask] = [value("bid", numberIn(cell("bid"))), value("ask", numberIn(cell("ask")))];
  if (wrong.length > 0 || type === null || expiry === null || strike === null) return { row, words: wrong.join("; "), expiry, strike };
  return {
    row, type, expiry, strike, bid, ask,
    volume: orNone(numberIn(cell("volume"))),
    openInterest: orNone(numberIn(cell("openInterest"))),
    impliedVolatility: volatilityIn(cell("impliedVolatility")),
    delta: deltaIn(cell("delta"), type),
  };
}

const isNothing = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";

function typeIn(cell: unknown): OptionType | null {
  const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
  if (word === "put" || word === "p" || word === "puts") return "put";
  return word === "call" || word === "c" || word === "calls" ? "call" : null;
}

/** What only one rule needs does not make a row unreadable: that rule says that it is not known. */
function orNone(read: CellRead): number | null {
  return "value" in read && read.value !== null && read.value >= 0 ? read.value : null;
}

function volatilityIn(cell: unknown): number | null {
  const volatility = orNone(numberIn(cell));
  return volatility !== null && volatility > 0 && volatility <= MOST_VOLATILITY ? volatility : null;
}

function deltaIn(cell: unknown, type: OptionType): number | null {
  const read = numberIn(cell);
  const size = "value" in read && read.value !== null ? Math.abs(read.value) : 0;
  if (size === 0 || size > 1) return null;
  return type === "put" ? -size : size;
}

/** 1,000 % a year: what is above is a percentage that was typed as a number, or one of the brokers' signs for "none". */
const MOST_VOLATILITY = 10;
