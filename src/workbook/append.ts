import { type CellContent, type TypedCells, type TypedHeader, isBlankCells, nextIds } from "../journal/row";
import { trades } from "../journal/sheets";
import { findColumn } from "../journal/schema";
import { addressOf } from "./address";
import { foundAfterAll } from "./afterFailure";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { all } from "./layOut/columns";
import type { FoundTable } from "./survey";
import { type TypedPlaces, typedCells } from "./tableColumns";
import { openTrades } from "./tradesTable";

export interface Appended {
  /** The rows as they were written, with their ids. */
  readonly rows: readonly TypedCells[];
  readonly address: string;
}

/**
 * Writes rows under the last one of the Trades table, which grows by itself: one range a chunk, not rows.add, which is slow and gets in the
 * way of people who work in the same workbook (docs/decisions/append-below.md). Only the typed columns are written.
 */
export async function appendRows(count: number, make: (ids: readonly string[]) => readonly TypedCells[]): Promise<Appended> {
  let sent: readonly TypedCells[] = [];
  let before: readonly string[] = [];
  try {
    return await append(count, (present) => {
      before = present;
      return (sent = make(nextIds(present, count)));
    });
  } catch (error) {
    // before anything was sent there is nothing to look after
    if (sent.length === 0 || !(error instanceof ExcelRefused)) throw error;
    return { rows: sent, address: await foundAfterAll(sent, before, error) };
  }
}

function append(count: number, make: (present: readonly string[]) => readonly TypedCells[]): Promise<Appended> {
  return inExcel(async (context) => {
    const table = await openTrades(context);
    const around = askAround(context, table, count);
    await context.sync();
    const rows = make(around.ids());
    const intoBlank = table.rows === 1 && isBlankCells(around.first());
    const fresh = rows.length - (intoBlank ? 1 : 0);
    if (fresh > 0 && around.occupied() && !table.totals) await makeRoom(context, table, fresh, around.occupied() ?? "");
    let seen: Ending | null = null;
    for (const [index, chunk] of chunksOf(rows, spanOf(table).width).entries()) {
      const rest = index === 0 && intoBlank ? chunk.slice(1) : chunk;
      if (rest.length < chunk.length) write(bodyOf(context).getRow(0), table, chunk.slice(0, 1));
      if (table.totals) addAboveTotals(context, table, rest);
      else writeBelow(context, table, rest);
      seen = askEnding(context);
      await context.sync();
    }
    if (seen && fresh > 0) await settle(context, table, table.rows + fresh, around.last, seen);
    const first = table.row + 1 + (intoBlank ? 0 : table.rows);
    return { rows, address: addressOf(table.sheet, first, table.column, Math.max(1, rows.length), table.headers.length) };
  });
}

type Table = FoundTable & TypedPlaces;

/** At most 5,000 rows and some 900 kB a write: Excel on the web refuses 5 MB, and a small request leaves it alive to the user. */
export function chunksOf(rows: readonly TypedCells[], width = 0): readonly (readonly TypedCells[])[] {
  const chunks: TypedCells[][] = [];
  let bytes = MOST_BYTES;
  for (const row of rows) {
    const size = bytesOf(JSON.stringify(Object.values(row))) + width * NULL_BYTES;
    if (bytes + size > MOST_BYTES || (chunks.at(-1)?.length ?? 0) >= MOST_ROWS) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(row);
    bytes += size;
  }
  return chunks;
}
const MOST_ROWS = 5000;
const MOST_BYTES = 900_000;
const NULL_BYTES = 5;
/** As UTF-8, at most three bytes for what is not ASCII, and once more the backslashes of JSON within JSON. */
const bytesOf = (json: string): number => json.replace(/[\u0080-\uffff]/g, "···").length * 1.15;

/** Everything that must be known before the first write: the ids, the first and last row, and whether something stands below. */
function askAround(context: Excel.RequestContext, table: Table, count: number) {
  const item = context.workbook.tables.getItem(trades.name);
  const ids = item.columns.getItemAt(table.places.Id).getDataBodyRange().load("values");
  const body = item.getDataBodyRange();
  const first = body.getRow(0).load("values");
  const last = body.getRow(table.rows - 1).load("formulas,numberFormat");
  const below = body.getRowsBelow(Math.max(1, count)).getUsedRangeOrNullObject(true).load("address");
  return {
    ids: () => ids.values.map(([id]: unknown[]) => String(id)),
    first: () => typedCells((first.values[0] ?? []) as unknown[], table),
    last,
    occupied: () => (below.isNullObject ? null : below.address),
  };
}

/** What stands under the table is never written over: whole rows are inserted, unless that would tear another table apart. */
async function makeRoom(context: Excel.RequestContext, table: Table, count: number, occupied: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const next = table.row + table.rows + 1;
  const others = sheet.tables.load("items/name");
  await context.sync();
  const ranges = others.items.filter(({ name }) => name !== trades.name).map((other) => other.getRange().load("rowIndex,rowCount"));
  if (ranges.length > 0) await context.sync();
  if (ranges.some(({ rowIndex, rowCount }) => rowIndex < next && rowIndex + rowCount > next))
    throw new ExcelRefused("NoRoom", `There is something under the Trades table (${occupied}), and another table beside it. Move one of them, then try again.`);
  sheet.getRangeByIndexes(next, 0, count, 1).getEntireRow().insert("Down");
  await context.sync();
}

function writeBelow(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  if (rows.length === 0) return;
  write(bodyOf(context).getRowsBelow(rows.length), table, rows);
}

/** One range from the first typed column to the last, so that a row is written whole or not at all; null leaves the user's columns between them as they are. */
function write(target: Excel.Range, table: Table, rows: readonly TypedCells[]): void {
  const { from, width } = spanOf(table);
  target.getCell(0, from).getAbsoluteResizedRange(rows.length, width).values = cellsOf(table, rows).map((cells) => cells.slice(from, from + width));
}

/** A totals row is in the way of the range below; here Excel's own insertion is right, and null leaves calculated cells to it. */
function addAboveTotals(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  if (rows.length === 0) return;
  context.workbook.tables.getItem(trades.name).rows.add(undefined, cellsOf(table, rows) as (string | number | boolean)[][]);
}

/** Whole rows of the table, in the order of its columns; null where none of ours stands. */
function cellsOf(table: Table, rows: readonly TypedCells[]): (CellContent | null)[][] {
  const names = Object.keys(table.places) as TypedHeader[];
  const headers = table.headers.map((_, place) => names.find((name) => table.places[name] === place));
  return rows.map((row) => headers.map((header) => (header ? row[header] : null)));
}

function spanOf({ places }: Table): { readonly from: number; readonly width: number } {
  const [first, last] = [Math.min(...Object.values(places)), Math.max(...Object.values(places))];
  return { from: first, width: last - first + 1 };
}

function notGrown(table: Table, expected: number): ExcelRefused {
  const address = addressOf(table.sheet, table.row + 1 + table.rows, table.column, expected - table.rows, table.headers.length);
  return new ExcelRefused(
    "NotGrown",
    `The rows were written to ${address}, but the Trades table did not grow over them. Drag its lower right corner down. To prevent this: File, Options, Proofing, AutoCorrect Options, AutoFormat As You Type, Include new rows and columns in table.`,
  );
}

const bodyOf = (context: Excel.RequestContext): Excel.Range => context.workbook.tables.getItem(trades.name).getDataBodyRange();

interface Ending {
  readonly body: Excel.Range;
  readonly last: Excel.Range;
}

/** How the table ends after a write. */
function askEnding(context: Excel.RequestContext): Ending {
  const body = bodyOf(context);
  return { body: body.load("rowCount"), last: body.getLastRow().load("formulas,numberFormat") };
}

/**
 * Excel grows the table, fills the calculated columns and carries formats on by itself, unless its AutoCorrect options say otherwise. So it
 * is looked at, and done where it was not.
 */
async function settle(context: Excel.RequestContext, table: Table, expected: number, before: Excel.Range, seen: Ending): Promise<void> {
  let { last } = seen;
  if (seen.body.rowCount < expected) {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) throw notGrown(table, expected);
    const item = context.workbook.tables.getItem(trades.name);
    item.resize(item.getRange().getResizedRange(expected - seen.body.rowCount, 0));
    last = askEnding(context).last;
    await context.sync();
  }
  const added = (place: number): Excel.Range => bodyOf(context).getCell(table.rows, place).getAbsoluteResizedRange(expected - table.rows, 1);
  const repairs = trades.columns.flatMap((column) => {
    const place = findColumn(column, table.headers);
    const [oldFormula, newFormula] = [before, last].map((row) => String(row.formulas[0]?.[place] ?? ""));
    const [oldFormat, newFormat] = [before, last].map((row) => String(row.numberFormat[0]?.[place] ?? ""));
    const formula = column.kind === "calculated" && oldFormula?.startsWith("=") && newFormula === "" ? oldFormula : null;
    const format = oldFormat && oldFormat !== newFormat ? oldFormat : null;
    return place < 0 || !(formula ?? format) ? [] : [{ place, formula, format }];
  });
  for (const { place, formula, format } of repairs) {
    if (formula) added(place).formulas = all(formula);
    if (format) added(place).numberFormat = all(format);
  }
  if (repairs.length > 0) await context.sync();
}
