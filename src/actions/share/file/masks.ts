import { tokenTypes } from "@borgar/fx";
import { ACTIONS, TRADE_TYPES } from "../../../calc";
import { findColumn } from "../../../journal/schema";
import { SHEETS } from "../../../journal/sheets";
import { type Piece, piecesOf } from "../formula/wheelCalls";
import type { Archive } from "./archive";
import type { Book, Sheet, Table } from "./book";
import { type FileCell, eachCell, textOfCell } from "./cells";
import { AT_ONCE, type Pace } from "./pace";
import { holds } from "./place";

/** New names for the accounts. docs/spec/sharing.md §2.3. */
export interface Masks {
  /** The new name; null where the text is no account's. `inColumn`: the cell stands in a column of accounts, where every name is one. */
  readonly of: (text: string, inColumn: boolean) => string | null;
  /** The text with new names for those that stand in it as words; null where there are none. */
  readonly inText: (text: string) => string | null;
  /** The new name of an account that is a long number, for cells and formulas that hold this number; null where there is no such account. */
  readonly ofNumber: ((number: string) => string | null) | null;
  /** A formula with the names that stand in it in quotes. */
  readonly inFormula: (formula: string) => string;
  readonly accounts: readonly string[];
  /** Those that are not looked for inside of longer texts, and why. */
  readonly kept: readonly { readonly account: string; readonly why: string }[];
}

export const NO_MASKS: Masks = { of: () => null, ofNumber: null, inText: () => null, inFormula: (formula) => formula, accounts: [], kept: [] };

export function masksOf(accounts: readonly string[], tickers: ReadonlySet<string>): Masks {
  const names = new Map(accounts.map((account, index) => [account.toLowerCase(), `Account ${index + 1}`]));
  const known = (name: string): string | undefined => names.get(name) ?? names.get(name.replace(BLANKS, " "));
  const isWord = (name: string): boolean => tickers.has(name) || VOCABULARY.has(name) || SHORT_NUMBER.test(name);
  const of: Masks["of"] = (text, inColumn) => {
    const name = text.trim().toLowerCase();
    const mask = known(name);
    return mask === undefined || (!inColumn && isWord(name)) ? null : text.replace(text.trim(), () => mask);
  };
  const kept = accounts.flatMap((account) => {
    const why = whyKept(account, tickers);
    return why === null ? [] : [{ account, why }];
  });
  const pattern = wordsPattern(accounts.filter((account) => kept.every((one) => one.account !== account)), "giu");
  const inText = (text: string): string | null => {
    const changed = pattern ? text.replace(pattern, (name) => known(name.toLowerCase()) ?? name) : text;
    return changed === text ? null : changed;
  };
  const numbers = accounts.filter((account) => LONG_NUMBER.test(account));
  const ofNumber = (number: string): string | null => (numbers.includes(number) ? (names.get(number) ?? null) : null);
  const done = new Map<string, string>();
  const changed = ({ type, value }: Piece): string => {
    if (type === tokenTypes.STRING) return quoted(value, of, inText);
    const number = type === tokenTypes.NUMBER ? ofNumber(value) : null;
    return number === null ? value : `"${number}"`;
  };
  const inFormula = (formula: string): string => {
    if (!formula.includes('"') && !numbers.some((number) => formula.includes(number))) return formula;
    const fresh = done.get(formula) ?? piecesOf(formula).map(changed).join("");
    done.set(formula, fresh);
    return fresh;
  };
  return { of, ofNumber: numbers.length > 0 ? ofNumber : null, inText, inFormula, accounts, kept };
}

/** These names where they stand as words of their own, the longest first; null without any. Scripts that write without blanks have no limits of words. */
export function wordsPattern(names: readonly string[], flags: string): RegExp | null {
  const longest = [...names].sort((one, other) => other.length - one.length).map((name) => {
    const letters = [...name];
    return `${UNDIVIDED.test(letters[0] ?? "") ? "" : `(?<!${LETTER})`}${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(BLANKS, "\\s+")}${UNDIVIDED.test(letters.at(-1) ?? "") ? "" : `(?!${LETTER})`}`;
  });
  return longest.length === 0 ? null : new RegExp(longest.join("|"), flags);
}
/** A name is the same over two lines. */
const BLANKS = /\s+/g;
const LETTER = "[\\p{L}\\p{M}\\p{N}_]";
const UNDIVIDED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const VOCABULARY: ReadonlySet<string> = new Set([...ACTIONS, ...TRADE_TYPES].map((word) => word.toLowerCase()));

/** An account by its number: so long a one is nothing else. A short one may be a year, or an amount. */
const LONG_NUMBER = /^\d{6,15}$/;
const SHORT_NUMBER = /^\d{1,5}$/;

/** Inside of a text a name that is something else as well may mean that: then it stays. */
function whyKept(account: string, tickers: ReadonlySet<string>): string | null {
  const name = account.toLowerCase();
  if (tickers.has(name)) return "is a ticker, too";
  if (SHORT_NUMBER.test(name)) return "may be a year or an amount, too";
  if ([...name].length < 3) return "is too short to be told from other words";
  return VOCABULARY.has(name) || journalWords().has(name) ? "is a word of the journal, too" : null;
}

let ownWords: ReadonlySet<string> | undefined;
/** Every word that the journal itself writes: its names, headers and explanations, thousands of ordinary English ones among them. */
function journalWords(): ReadonlySet<string> {
  const texts = SHEETS.flatMap(({ name, title, subtitle, tables }) => [name, title, subtitle, ...tables.flatMap((table) => [table.name, table.heading ?? "", ...table.columns.flatMap(({ header, note }) => [header, note]), ...table.rows.flat().map(String)])]);
  return (ownWords ??= new Set(texts.join(" ").toLowerCase().match(/[\p{L}\p{N}]+/gu)));
}

/** "IRA" in quotes, one of the items of a list ("IRA,Roth"), a criterion ("<>IRA"), or a longer text; not one that may be an address or stand for other names, too. */
function quoted(piece: string, of: Masks["of"], inText: Masks["inText"]): string {
  const text = piece.slice(1, -1).replace(/""/g, '"');
  const [, sign = "", name = ""] = /^(<>|=)(.+)$/s.exec(text) ?? [];
  const criterion = name === "" ? null : of(name, false);
  const listed = text.split(",").map((item) => of(item, false) ?? item).join(",");
  const longer = listed !== text || /[!*?~]/.test(text) ? null : inText(text);
  const changed = of(text, false) ?? (criterion === null ? null : sign + criterion) ?? longer ?? listed;
  return changed === text ? piece : `"${changed.replace(/"/g, '""')}"`;
}

/** The accounts of the journal's tables, those of the log first, and the words that are tickers there. */
export async function accountsIn(archive: Archive, { sheets, texts }: Book, pace: Pace = AT_ONCE): Promise<{ readonly accounts: readonly string[]; readonly tickers: ReadonlySet<string> }> {
  const accounts = new Map<string, string>();
  const tickers = new Set<string>();
  const order = [...sheets].sort((one, other) => Number(hasLog(other)) - Number(hasLog(one)));
  for (const sheet of order) {
    const found = sheet.tables.map((table) => ({ table, account: columnOf(table, "Account"), ticker: columnOf(table, "Ticker") })).filter(({ account, ticker }) => account >= 0 || ticker >= 0);
    if (found.length === 0) continue;
    await archive.walk(sheet.path, ({ where, xml }) => where === "rows" && eachCell(xml, (cell) => {
      const place = found.find(({ table, account, ticker }) => (cell.column === account || cell.column === ticker) && holds(table.body, cell.row, cell.column));
      const text = place && textOfCell(cell, texts)?.trim();
      if (!text) return;
      if (cell.column === place.ticker) tickers.add(text.toLowerCase());
      else if (!SAYS_NOTHING.has(text.toLowerCase()) && !accounts.has(text.toLowerCase())) accounts.set(text.toLowerCase(), text);
    }), pace);
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

/** Is the cell the header of a table? It is its column's name, too: formulas and the table itself ask for it. */
export function isHeader({ tables }: Sheet, { row, column }: Pick<FileCell, "row" | "column">): boolean {
  return tables.some(({ path, body }) => path !== null && row === body.top - 1 && column >= body.left && column <= body.right);
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
