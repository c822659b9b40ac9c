import { fingerprintOf } from "../../journal/fingerprint";
import type { TypedCells } from "../../journal/row";
import { findColumn } from "../../journal/schema";
import { settings, trades } from "../../journal/sheets";
import { LOG_NOW, LOG_THEN, REBUILT } from "../../journal/sheets/reports";
import { type Watched, readWatchlist } from "../../journal/watched";
import { askWatchlist } from "../askWatchlist";
import { ExcelRefused } from "../excelRefused";
import { inExcel } from "../inExcel";
import { refuseNewer } from "../newer";
import { isOurs } from "../ours";
import { piece } from "../progress";
import { readTradeRows } from "../readTrades";
import { type SettingsRows, askSettings } from "../settingsTable";
import { type Found, type FoundTable, type Survey, keepTurn, markFirstTurn, stampBuilt, survey, takeTurn } from "../survey";
import { typedPlaces } from "../tableColumns";
import { readStanding } from "./read";
import { type ReportContent, type Work, workOn, writeReport } from "./write";

export type { Cell, ReportContent } from "./write";

/** The log as it was read for the reports. */
export interface LogRead {
  readonly rows: readonly TypedCells[];
  /** Where its table stands; rows of the sheet count from 1, `row` is that of the headers. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Names and values of the Settings table; none when there is no such table. */
  readonly settings: SettingsRows["rows"];
  /** The stocks of the Watchlist; none when there is no such table. */
  readonly watchlist: readonly Watched[];
}

export interface BuildWish {
  /** Day of the reports, and the words that say when they were built. */
  readonly day: number;
  readonly when: string;
  /** Also when they are up to date. */
  readonly always: boolean;
  /** The reports that follow from a log, by the name of their table. */
  readonly make: (log: LogRead) => ReadonlyMap<string, ReportContent>;
}

/**
 * Builds the reports that are in the workbook from the log: one reading of it, then everything in few batches. What is there already is not written again. Until the last
 * batch is through the reports count as not built, so one that was cut off is seen and done again. Answers the tables that changed; null when there was nothing to do.
 */
export async function buildReports(wish: BuildWish): Promise<readonly string[] | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await build(wish, tries === TRIES);
    } catch (error) {
      // somebody else has written them meanwhile: what stands there is looked at afresh
      if (tries === TRIES || !(error instanceof ExcelRefused) || error.code !== "ItemNotFound") throw error;
    }
  }
}
const TRIES = 3;

/** The last try does not ask whose turn it is: a mark may be missing for another reason. */
function build({ day, when, always, make }: BuildWish, isLast: boolean): Promise<readonly string[] | null> {
  return inExcel(async (context) => {
    const asked = survey(context);
    await context.sync();
    const seen = asked.read();
    refuseNewer(seen);
    const reports = reportTables(seen);
    const log = logOf(seen);
    if (!log || reports.length === 0) return null;
    const now = seen.names[LOG_NOW] === "there" ? context.workbook.names.getItem(LOG_NOW).getRange().load("values") : null;
    const settingsTable = seen.found.find((one) => one.plan.name === settings.name && isOurs(one))?.table ?? null;
    const askedSettings = askSettings(context, settingsTable);
    const askedWatchlist = askWatchlist(context, seen);
    const rows = await readTradeRows(context, log, typedPlaces(log.headers));
    const print = fingerprintOf(rows, log);
    if (!always && seen.built?.log === print && seen.built.day === day) return null;
    const isLate = markFirstTurn(context, seen);
    const standing = await readStanding(context, reports);
    if (isLate()) throw new ExcelRefused("ItemNotFound", "Somebody else has built the reports at the same time. Press Refresh.");
    const { headers: watchedHeaders, rows: watchedRows } = askedWatchlist();
    const contents = make({ rows, sheet: log.sheet, row: log.row + 1, column: log.column, settings: askedSettings().rows, watchlist: readWatchlist(watchedHeaders, watchedRows) });
    const work = standing.flatMap((one) => {
      const content = contents.get(one.found.plan.name);
      return content ? [workOn(one, content)] : [];
    }).filter(({ differs }) => differs);
    refuseProtected(work);
    takeTurn(context, seen, isLast);
    context.application.suspendApiCalculationUntilNextSync();
    if (seen.names[LOG_THEN] === "there") cellOf(context, LOG_THEN).values = [[""]];
    await writeAll(context, work, seen);
    const then = String(now?.values[0]?.[0] ?? "");
    if (seen.names[LOG_THEN] === "there") cellOf(context, LOG_THEN).values = [[then === "" ? "" : `'${then}`]];
    if (seen.names[REBUILT] === "there") cellOf(context, REBUILT).values = [[`'${when}`]];
    stampBuilt(context, { log: print, day }, seen);
    await context.sync();
    return work.map(({ standing: { found } }) => found.plan.name);
  });
}

function logOf({ found }: Survey): FoundTable | null {
  const log = found.find(({ plan }) => plan.name === trades.name);
  return log?.table && isOurs(log) && typedPlaces(log.table.headers).missing.length === 0 ? log.table : null;
}

function refuseProtected(work: readonly Work[]): void {
  const locked = work.find(({ standing: { table } }) => table.protected)?.standing.table;
  if (locked) throw new ExcelRefused("AccessDenied", `The sheet ${locked.sheet} is protected, so its report cannot be built. Unprotect it (Review, Unprotect Sheet) and press Refresh.`);
}

const cellOf = (context: Excel.RequestContext, name: string): Excel.Range => context.workbook.names.getItem(name).getRange();

/**
 * The lowest report of a sheet first: those above it may need rows. A request holds some 900 kB; between two of them one can stop. How far the tables have grown is asked when all is
 * written, and nothing is worked out before: else Excel would calculate the log anew for each report.
 */
async function writeAll(context: Excel.RequestContext, work: readonly Work[], turn: Pick<Survey, "turn">): Promise<void> {
  const total = work.reduce((sum, { rows }) => sum + rows.length, 0);
  let [bytes, done] = [0, 0];
  const room = async (more: number, rows: number): Promise<void> => {
    if (bytes + more > A_BATCH && bytes > 0) {
      await piece(context, { words: "Building the reports", done, total }, "Stopped. Press Refresh when there is time.");
      keepTurn(context, turn);
      context.application.suspendApiCalculationUntilNextSync();
      bytes = 0;
    }
    bytes += more;
    done += rows;
  };
  for (const one of [...work].sort((a, b) => b.standing.table.row - a.standing.table.row)) await writeReport(context, one, room);
  const grown = work.filter(({ rows, standing }) => rows.length > standing.table.rows).map((one) => {
    const body = context.workbook.tables.getItem(one.standing.found.plan.name).getDataBodyRange();
    return { work: one, seen: body.load("rowCount"), last: body.getLastRow().load("formulas") };
  });
  if (grown.length === 0) return;
  await context.sync();
  keepTurn(context, turn);
  context.application.suspendApiCalculationUntilNextSync();
  for (const { work: one, seen, last } of grown) settle(context, one, seen.rowCount, last.formulas[0] ?? []);
}

const A_BATCH = 900_000;

/** Excel grows a table over what is written below it and fills its calculated columns, unless its AutoCorrect options say otherwise: then it is done here. */
function settle(context: Excel.RequestContext, { standing, rows }: Work, count: number, last: readonly unknown[]): void {
  const { found: { plan }, table, body } = standing;
  const item = context.workbook.tables.getItem(plan.name);
  if (count < rows.length) {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) throw new ExcelRefused("NotGrown", `The table ${plan.name} did not grow over its new rows. Allow it: File, Options, Proofing, AutoCorrect Options, AutoFormat As You Type, Include new rows and columns in table. Then press Refresh.`);
    item.resize(item.getRange().getResizedRange(rows.length - count, 0));
  }
  for (const column of plan.columns.filter(({ kind }) => kind === "calculated")) {
    const place = findColumn(column, table.headers);
    const formula = body[0]?.[place];
    const isFilled = count === rows.length && last[place] !== "";
    if (place >= 0 && !isFilled && typeof formula === "string" && formula.startsWith("=")) item.getDataBodyRange().getColumn(place).formulas = formula as never;
  }
}

/** The tables of reports that are there. */
export const reportTables = ({ found }: Survey): readonly Found[] => found.filter((one) => one.sheet.kind === "report" && one.table && isOurs(one));
