import { type CellContent, type TypedCells, type TypedHeader, isBlankCells } from "../journal/row";
import { trades } from "../journal/sheets";
import { findColumn } from "../journal/schema";
import { addressOf } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { all } from "./layOut/columns";
import type { FoundTable } from "./survey";
import { type TypedPlaces, groupsOf, typedCells } from "./tableColumns";
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
export function appendRows(make: (ids: readonly string[]) => readonly TypedCells[]): Promise<Appended> {
  return inExcel(async (context) => {
    const table = await openTrades(context);
    const rest = askRest(context, table);
    await context.sync();
    const rows = make(rest.ids());
    if (rows.length === 0) return { rows, address: addressOf(table.sheet, table.row + table.rows, table.column, 1, 1) };
    const intoBlank = table.rows === 1 && isBlankCells(rest.first());
    const below = intoBlank ? rows.slice(1) : rows;
    await makeRoom(context, table, below.length);
    let grown = table.rows;
    for (const [index, chunk] of chunksOf(rows).entries()) {
      const fresh = index === 0 && intoBlank ? chunk.slice(1) : chunk;
      if (index === 0 && intoBlank) writeBlankRow(context, table, chunk.slice(0, 1));
      grown += fresh.length;
      if (table.totals) addAboveTotals(context, table, fresh);
      else writeBelow(context, table, fresh);
      await context.sync();
    }
    await settle(context, table, below.length, grown);
    const first = table.row + 1 + (intoBlank ? 0 : table.rows);
    return { rows, address: addressOf(table.sheet, first, table.column, rows.length, table.headers.length) };
  });
}

type Table = FoundTable & TypedPlaces;

/** At most 5,000 rows and some 900 kB a write: Excel on the web refuses 5 MB, and a small request leaves it alive to the user. */
export function chunksOf(rows: readonly TypedCells[]): readonly (readonly TypedCells[])[] {
  const chunks: TypedCells[][] = [];
  let bytes = MOST_BYTES;
  for (const row of rows) {
    const size = JSON.stringify(Object.values(row)).length * BYTES_A_CHARACTER;
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
/** Quotes of JSON within JSON. */
const BYTES_A_CHARACTER = 1.15;

function askRest(context: Excel.RequestContext, table: Table): { ids: () => readonly string[]; first: () => TypedCells } {
  const columns = context.workbook.tables.getItem(trades.name).columns;
  const ids = columns.getItemAt(table.places.Id).getDataBodyRange().load("values");
  const first = context.workbook.tables.getItem(trades.name).getDataBodyRange().getRow(0).load("values");
  return { ids: () => ids.values.map(([id]: unknown[]) => String(id)), first: () => typedCells((first.values[0] ?? []) as unknown[], table) };
}

/** What stands under the table is never written over: whole rows are inserted, unless that would tear another table apart. */
async function makeRoom(context: Excel.RequestContext, table: Table, count: number): Promise<void> {
  if (count === 0 || table.totals) return;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const next = table.row + table.rows + 1;
  const width = table.headers.length;
  const below = sheet.getRangeByIndexes(next, table.column, count, width).getUsedRangeOrNullObject(true).load("address");
  await context.sync();
  if (below.isNullObject) return;
  const others = sheet.tables.load("items/name");
  await context.sync();
  const ranges = others.items.filter(({ name }) => name !== trades.name).map((other) => other.getRange().load("rowIndex,rowCount"));
  if (ranges.length > 0) await context.sync();
  if (ranges.some(({ rowIndex, rowCount }) => rowIndex < next && rowIndex + rowCount > next))
    throw new ExcelRefused("NoRoom", `There is something under the Trades table (${below.address}), and another table beside it. Move one of them, then try again.`);
  sheet.getRangeByIndexes(next, 0, count, 1).getEntireRow().insert("Down");
  await context.sync();
}

function writeBelow(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  if (rows.length === 0) return;
  const below = context.workbook.tables.getItem(trades.name).getDataBodyRange().getRowsBelow(rows.length);
  write(below, table, rows);
}

function writeBlankRow(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  write(context.workbook.tables.getItem(trades.name).getDataBodyRange().getRow(0), table, rows);
}

function write(target: Excel.Range, table: Table, rows: readonly TypedCells[]): void {
  for (const { from, headers } of groupsOf(table)) {
    target.getCell(0, from).getAbsoluteResizedRange(rows.length, headers.length).values = rows.map((row) => headers.map((header) => row[header]));
  }
}

/** A totals row is in the way of the range below; here Excel's own insertion is right, and null leaves calculated cells to it. */
function addAboveTotals(context: Excel.RequestContext, table: Table, rows: readonly TypedCells[]): void {
  if (rows.length === 0) return;
  const header = (place: number): TypedHeader | undefined => (Object.keys(table.places) as TypedHeader[]).find((name) => table.places[name] === place);
  const cells = rows.map((row) => table.headers.map((_, place): CellContent | null => { const name = header(place); return name ? row[name] : null; }));
  context.workbook.tables.getItem(trades.name).rows.add(undefined, cells as (string | number | boolean)[][]);
}

/**
 * Excel grows the table, fills the calculated columns and carries formats and checks on by itself, unless its AutoCorrect options say
 * otherwise. So it is looked at, and done where it was not.
 */
async function settle(context: Excel.RequestContext, table: Table, fresh: number, expected: number): Promise<void> {
  if (fresh === 0) return;
  const item = context.workbook.tables.getItem(trades.name);
  const range = item.getRange().load("rowCount");
  await context.sync();
  const rows = range.rowCount - 1 - (table.totals ? 1 : 0);
  if (rows < expected) {
    item.resize(item.getRange().getResizedRange(expected - rows, 0));
    await context.sync();
  }
  const body = item.getDataBodyRange();
  const before = body.getRow(table.rows - 1).load("formulas,numberFormat");
  const last = body.getRow(expected - 1).load("formulas,numberFormat");
  await context.sync();
  const added = (place: number): Excel.Range => body.getCell(table.rows, place).getAbsoluteResizedRange(expected - table.rows, 1);
  let repaired = false;
  trades.columns.forEach((column) => {
    const place = findColumn(column, table.headers);
    if (place < 0) return;
    const [oldFormula, newFormula] = [String(before.formulas[0]?.[place] ?? ""), String(last.formulas[0]?.[place] ?? "")];
    if (column.kind === "calculated" && oldFormula.startsWith("=") && newFormula === "") {
      added(place).formulas = all(oldFormula);
      repaired = true;
    }
    const [oldFormat, newFormat] = [String(before.numberFormat[0]?.[place]), String(last.numberFormat[0]?.[place])];
    if (oldFormat !== newFormat) {
      added(place).numberFormat = all(oldFormat);
      repaired = true;
    }
  });
  if (repaired) await context.sync();
}
