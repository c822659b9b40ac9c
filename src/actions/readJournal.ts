import { type Convention, type Trade, book, cashOf, oneSpelling, totalCash } from "../calc";
import { fingerprintOf } from "../journal/fingerprint";
import { oddNames, readRow } from "../journal/row";
import { SCHEMA_VERSION, type SheetPlan } from "../journal/schema";
import { settings, watchlist } from "../journal/sheets";
import { numberProblems, sameName } from "../journal/settings";
import { type Watched, readWatchlist } from "../journal/watched";
import { addressOf } from "../workbook/address";
import { isNewer } from "../workbook/newer";
import { brokenColumns, foreignWords, isOurs, missingColumns, outdatedColumns } from "../workbook/ours";
import { lackingWords } from "../workbook/renamed";
import { type WorkbookRead, readWorkbook } from "../workbook/readWorkbook";
import type { FoundTable } from "../workbook/survey";
import { reportTables } from "../workbook/reports";
import { typedPlaces } from "../workbook/tableColumns";

/** What the workbook holds, as read in one go. */
export interface Journal {
  readonly state: "absent" | "incomplete" | "ready" | "newer";
  /** What a press of "New journal" would add: "Settings", "Trades: Fees". */
  readonly missing: readonly string[];
  readonly convention: Convention;
  readonly trades: readonly { readonly trade: Trade; readonly row: number; readonly address: string }[];
  /** What is wrong with a table, a setting or a row, and what the books cannot book or find odd; where to look. */
  /** `counted`: the row is booked, and should be looked at. */
  readonly problems: readonly { readonly row: number; readonly address: string; readonly words: string; readonly counted?: true }[];
  readonly watchlist: readonly Watched[];
  /** Names and values of the Settings table, as they stand there. */
  readonly settings: readonly { readonly name: string; readonly value: unknown }[];
  /** Is the log another one than that of the report sheets? Null when no report is laid out. */
  readonly stale: boolean | null;
  readonly accounts: readonly string[];
  readonly tickers: readonly string[];
  /** Cash of all trades by the table's own rule, in dollars; null when it is not known: the log lacks a column, or the numbers are too large to add up exactly. */
  readonly cash: number | null;
}

/** Reads the journal: nothing is kept between two readings, so the pane always shows what stands in the sheet. */
export async function readJournal(): Promise<Journal> {
  const read = await readWorkbook();
  const { trades, problems } = readRows(read);
  const events = trades.map(({ trade }) => trade);
  return {
    state: stateOf(read),
    missing: missingOf(read),
    convention: read.settings.read.convention,
    trades,
    problems: [...tableProblems(read), ...settingProblems(read), ...[...problems, ...bookProblems(trades)].sort((one, other) => one.row - other.row)],
    watchlist: readWatchlist(headersOf(read, watchlist.name), read.watched),
    settings: read.settings.rows,
    stale: isStale(read),
    accounts: latestFirst(events.map(({ account }) => account)),
    tickers: latestFirst(events.map(({ ticker }) => ticker).filter((ticker) => ticker !== "")),
    cash: isReadable(read) && events.reduce((sum, trade) => sum + Math.abs(cashOf(trade)), 0) < MOST_CASH ? totalCash(events) : null,
  };
}

/** Dollars that can be added up in whole 1/10,000. */
const MOST_CASH = 9e11;

/** No row of a log that lacks a column can be read. No log at all is no trades. */
function isReadable({ survey }: WorkbookRead): boolean {
  const log = survey.found.find(({ plan }) => plan.name === "Trades");
  return !log?.table || !isOurs(log) || typedPlaces(log.table.headers).missing.length === 0;
}

function stateOf(read: WorkbookRead): Journal["state"] {
  const { survey } = read;
  if (isNewer(survey.schema)) return "newer";
  const log = survey.found.find(({ plan }) => plan.name === "Trades");
  const none = survey.found.every(({ table }) => !table);
  if (none || (log?.table && !isOurs(log))) return "absent";
  return missingOf(read).length > 0 ? "incomplete" : "ready";
}

function missingOf({ survey, renamed }: WorkbookRead): readonly string[] {
  const missing = missingParts({ survey, renamed });
  const isOlder = survey.schema !== null && survey.schema < SCHEMA_VERSION;
  // a version that changes what is there without adding to it
  return isOlder && missing.length === 0 ? [`what version ${SCHEMA_VERSION} changes`] : missing;
}

function missingParts({ survey, renamed }: Pick<WorkbookRead, "survey" | "renamed">): readonly string[] {
  const isAbsent = (sheet: SheetPlan): boolean => survey.found.every((one) => one.sheet !== sheet || !one.table);
  return survey.found.flatMap((found) => {
    if (!found.table) return !isAbsent(found.sheet) ? [found.plan.name] : found.sheet.tables[0] === found.plan ? [found.sheet.name] : [];
    if (!isOurs(found)) return [];
    const { name } = found.plan;
    const other = (header: string): string => (renamed[name] ?? []).flatMap((one) => (one.column.header === header ? [`, now called "${one.header}"`] : [])).join("");
    return [...missingColumns(found).map(({ header }) => `${name}: ${header}${other(header)}`), ...[...brokenColumns(found), ...outdatedColumns(found)].map(({ header }) => `${name}: the formula of ${header}`)];
  });
}

function readRows({ survey, rows }: WorkbookRead): Pick<Journal, "trades" | "problems"> {
  const table = survey.found.find(({ plan }) => plan.name === "Trades")?.table;
  const trades: Journal["trades"][number][] = [];
  const problems: Journal["problems"][number][] = [];
  if (!table) return { trades, problems };
  const { places, missing } = typedPlaces(table.headers);
  // A log that lacks a column cannot be read row by row: every row would be wrong in the same way, and that is said once.
  if (missing.length > 0) return { trades, problems };
  rows.forEach((cells, index) => {
    const read = readRow(cells);
    const row = table.row + index + 2;
    if (read.kind === "trade") trades.push({ trade: read.trade, row, address: addressOf(table.sheet, row - 1, table.column, 1, table.headers.length) });
    const found = read.kind === "problem" ? [read.problem] : read.kind === "trade" ? oddNames(cells) : [];
    for (const { header, words } of found) problems.push({ row, address: cellAddress(table, row - 1, places[header]), words: `Row ${row}: ${words}`, ...(read.kind === "trade" && { counted: true as const }) });
  });
  return { trades: oneSpelling(trades), problems };
}

/** Rows that are facts by themselves, but do not fit the others: they close more than is open, for instance (docs/spec/books.md §2). */
function bookProblems(trades: Journal["trades"]): Journal["problems"] {
  const addresses = new Map(trades.map(({ row, address }) => [row, address]));
  return book(trades).problems.map(({ row, words, booked }) => ({ row, address: addresses.get(row) ?? "", words: `Row ${row}: ${booked ? "" : "Not booked: "}${words}`, ...(booked && { counted: true as const }) }));
}

/** Do the report sheets show another log than the one that stands there? */
function isStale({ survey, rows }: WorkbookRead): boolean | null {
  const log = survey.found.find(({ plan }) => plan.name === "Trades")?.table;
  if (!log || reportTables(survey).length === 0) return null;
  return survey.built?.log !== fingerprintOf(rows, log);
}

const headersOf = ({ survey }: WorkbookRead, name: string): readonly string[] => survey.found.find(({ plan }) => plan.name === name)?.table?.headers ?? [];

/** What is wrong with a table as a whole. */
function tableProblems({ survey, renamed }: WorkbookRead): Journal["problems"] {
  return survey.found.flatMap((found) => {
    const { table } = found;
    if (!table) return [];
    const problem = (words: string) => [{ row: table.row + 1, address: addressOf(table.sheet, table.row, table.column, 1, table.headers.length), words }];
    if (!isOurs(found)) return problem(foreignWords(found));
    const missing = missingColumns(found).filter(({ kind }) => kind !== "calculated");
    return missing.length > 0 ? problem(lackingWords(found.plan.name, missing.map(({ header }) => header), (renamed[found.plan.name] ?? []).filter(({ column }) => column.kind !== "calculated"))) : [];
  });
}

function settingProblems({ survey, settings: known }: WorkbookRead): Journal["problems"] {
  const table = survey.found.find(({ plan }) => plan.name === settings.name)?.table;
  if (!table) return [];
  return [...known.read.problems, ...numberProblems(known.rows)].map(({ name, words }) => {
    const row = table.row + 1 + known.rows.findIndex((one) => sameName(one.name, name));
    return { row: row + 1, address: addressOf(table.sheet, row, table.column, 1, table.headers.length), words: `Settings: ${words}` };
  });
}

const cellAddress = (table: FoundTable, row: number, place: number): string => addressOf(table.sheet, row, table.column + place, 1, 1);

/** Each once, the one that was used last first. */
function latestFirst(words: readonly string[]): readonly string[] {
  return [...new Set([...words].reverse())];
}
