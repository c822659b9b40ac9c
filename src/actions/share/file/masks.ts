import { tokenTypes } from "@borgar/fx";
import { ACTIONS, TRADE_TYPES } from "../../../calc";
import { findColumn } from "../../../journal/schema";
import { piecesOf } from "../formula/wheelCalls";
import type { Archive } from "./archive";
import type { Book, Sheet, Table } from "./book";
import { type FileCell, eachCell, textOfCell } from "./cells";
import { holds } from "./place";

/** New names for the accounts. docs/spec/sharing.md §2.3. */
export interface Masks {
  /** The new name; null where the text is no account's. `inColumn`: the cell stands in a column of accounts, where every name is one. */
  readonly of: (text: string, inColumn: boolean) => string | null;
  /** A formula with the names that stand in it in quotes. */
  readonly inFormula: (formula: string) => string;
  readonly accounts: readonly string[];
  /** Those that are nothing else in this workbook, such as a ticker. */
  readonly unlike: readonly string[];
}

export const NO_MASKS: Masks = { of: () => null, inFormula: (formula) => formula, accounts: [], unlike: [] };

export function masksOf(accounts: readonly string[], words: ReadonlySet<string>): Masks {
  const names = new Map(accounts.map((account, index) => [account.toLowerCase(), `Account ${index + 1}`]));
  const isWord = (name: string): boolean => words.has(name) || VOCABULARY.has(name);
  const of: Masks["of"] = (text, inColumn) => {
    const name = text.trim().toLowerCase();
    const mask = names.get(name);
    return mask === undefined || (!inColumn && isWord(name)) ? null : text.replace(text.trim(), () => mask);
  };
  const known = new Map<string, string>();
  const inFormula = (formula: string): string => {
    if (!formula.includes('"')) return formula;
    const done = known.get(formula) ?? piecesOf(formula).map((piece) => (piece.type === tokenTypes.STRING ? quoted(piece.value, of) : piece.value)).join("");
    known.set(formula, done);
    return done;
  };
  return { of, inFormula, accounts, unlike: accounts.filter((account) => !isWord(account.toLowerCase())) };
}

const VOCABULARY: ReadonlySet<string> = new Set([...ACTIONS, ...TRADE_TYPES].map((word) => word.toLowerCase()));

/** "IRA" in quotes, or one of the items of a list: "IRA,Roth". */
function quoted(piece: string, of: Masks["of"]): string {
  const text = piece.slice(1, -1).replace(/""/g, '"');
  const whole = of(text, false);
  const changed = whole ?? text.split(",").map((item) => of(item, false) ?? item).join(",");
  return changed === text ? piece : `"${changed.replace(/"/g, '""')}"`;
}

/** The accounts of the journal's tables, those of the log first, and the words that are tickers there. */
export function accountsIn(archive: Archive, { sheets, texts }: Book): { readonly accounts: readonly string[]; readonly tickers: ReadonlySet<string> } {
  const accounts = new Map<string, string>();
  const tickers = new Set<string>();
  const order = [...sheets].sort((one, other) => Number(hasLog(other)) - Number(hasLog(one)));
  for (const sheet of order) {
    const found = sheet.tables.map((table) => ({ table, account: columnOf(table, "Account"), ticker: columnOf(table, "Ticker") })).filter(({ account, ticker }) => account >= 0 || ticker >= 0);
    if (found.length === 0) continue;
    eachCell(archive.text(sheet.path), (cell) => {
      const place = found.find(({ table, account, ticker }) => (cell.column === account || cell.column === ticker) && holds(table.body, cell.row, cell.column));
      const text = place && textOfCell(cell, texts)?.trim();
      if (!text) return;
      if (cell.column === place.ticker) tickers.add(text.toLowerCase());
      else if (!SAYS_NOTHING.has(text.toLowerCase()) && !accounts.has(text.toLowerCase())) accounts.set(text.toLowerCase(), text);
    });
  }
  return { accounts: [...accounts.values()], tickers };
}

/** What a blank account is called, and the line that sums up all of them. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(["main", "total"]);

const hasLog = ({ tables }: Sheet): boolean => tables.some(({ plan, path }) => plan?.name === "Trades" && path !== null);

/** Where a column of one of the journal's tables stands in its sheet; -1 where there is none. */
export function columnOf({ plan, headers, body }: Table, header: string): number {
  const column = plan?.columns.find((one) => one.header === header);
  const place = column ? findColumn(column, headers) : -1;
  return place < 0 ? -1 : body.left + place;
}

/** Does the cell stand in a column of accounts? */
export function inAccountColumn(sheet: Sheet, { row, column }: Pick<FileCell, "row" | "column">): boolean {
  return columnsOf(sheet).accounts.some((one) => one.column === column && holds(one.table.body, row, column));
}

/** Does the cell stand in a column of notes that the user types? */
export function isNote(sheet: Sheet, { row, column }: Pick<FileCell, "row" | "column">): boolean {
  return columnsOf(sheet).notes.some((one) => one.column === column && holds(one.table.body, row, column));
}

/** What one writes for oneself. */
const PRIVATE = ["Notes", "Why"];

interface Columns {
  readonly accounts: readonly { readonly table: Table; readonly column: number }[];
  readonly notes: readonly { readonly table: Table; readonly column: number }[];
}

function columnsOf(sheet: Sheet): Columns {
  const known = columns.get(sheet);
  if (known) return known;
  const all = (table: Table, headers: readonly string[]) => headers.map((header) => ({ table, column: columnOf(table, header) })).filter(({ column }) => column >= 0);
  const found = {
    accounts: sheet.tables.flatMap((table) => all(table, ["Account"])),
    notes: sheet.tables.flatMap((table) => all(table, PRIVATE.filter((header) => table.plan?.columns.some((one) => one.header === header && one.kind === "typed")))),
  };
  columns.set(sheet, found);
  return found;
}
/** Asked for a million cells, worked out once. */
const columns = new WeakMap<Sheet, Columns>();
