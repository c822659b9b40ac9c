import { palette } from "../../journal/palette";
import { type ColumnPlan, type Highlight, type TablePlan, findColumn } from "../../journal/schema";
import { columnLetters } from "../address";
import { dressBody } from "../layOut/columns";
import { addHighlight, runsOf } from "../layOut/table";
import type { FoundTable } from "../survey";
import { type MergedRow, merge, movesOf } from "./merge";
import type { Standing } from "./read";

export type Cell = string | number | boolean;

/** A report as it should be: its headers, and its rows as they are written into cells. */
export interface ReportContent {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What is to be written, worked out before anything is. */
export interface Work {
  readonly standing: Standing;
  readonly rows: readonly MergedRow[];
  /** The report's columns as they stand, with the cells of every row. */
  readonly columns: readonly { readonly place: number; readonly cells: readonly Cell[] }[];
  readonly differs: boolean;
}

/** Compares a report with what it should be. */
export function workOn(standing: Standing, { headers, rows }: ReportContent): Work {
  const { found: { plan }, table, body } = standing;
  const there = plan.columns.filter(({ kind }) => kind === "report").flatMap((column) => {
    const [place, source] = [findColumn(column, table.headers), headers.indexOf(column.header)];
    return place < 0 || source < 0 ? [] : [{ column, place, source }];
  });
  const keys = there.filter(({ column }) => plan.key?.includes(column.header));
  const merged = merge(body.map((row) => keyOf(keys.map(({ place }) => row[place]))), rows.map((row) => keyOf(keys.map(({ source }) => bare(row[source])))));
  const columns = there.map(({ place, source }) => ({ place, cells: merged.map(({ wanted }) => (wanted === null ? "" : (rows[wanted]?.[source] ?? ""))) }));
  const moved = merged.length !== body.length || merged.some(({ present }, index) => present !== index);
  const differs = moved || columns.some(({ place, cells }) => cells.some((cell, index) => bare(cell) !== body[merged[index]?.present ?? -1]?.[place]));
  return { standing, rows: merged, columns, differs };
}

const keyOf = (cells: readonly unknown[]): string => JSON.stringify(cells);
/** What is written, as Excel gives it back: without the apostrophe that says "this is text". */
const bare = (cell: unknown): unknown => (typeof cell === "string" ? cell.replace(/^'/, "") : cell);

/**
 * Writes one report. Whole rows of the sheet come and go, so that what stands below and beside moves along; nothing but the report's own columns is written. Before a part is written
 * `room` hears how large it is, and of how many rows: what came before may have to go to Excel first.
 */
export async function writeReport(context: Excel.RequestContext, { standing, rows, columns }: Work, room: (bytes: number, rows: number) => Promise<void>): Promise<void> {
  const { table, found: { plan }, besides, below, body } = standing;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const first = table.row + 1;
  const { moves, tail } = movesOf(rows, table.rows);
  const range = (row: number, column: number, count: number, width: number): Excel.Range => sheet.getRangeByIndexes(row, table.column + column, count, width);
  forget(rows[0], standing, (place) => range(first, place, 1, 1));
  for (const { kind, at, rows: count } of moves) {
    if (kind === "insert") insertRows(sheet, first + at, count, at === 0 ? (row) => dressLikeBody(plan, standing, row, (place) => range(row, place, count, 1)) : undefined);
    else deleteRows(context, standing, at, count, besides);
  }
  const inside = rows.length - tail;
  if (tail > 0 && (below || table.totals)) sheet.getRangeByIndexes(first + inside, 0, tail, 1).getEntireRow().insert("Down");
  const byPlace = new Map(columns.map((column) => [column.place, column.cells]));
  for (const [from, to] of runsOf([...byPlace.keys()])) {
    const cells = rows.map((_, row) => Array.from({ length: to - from + 1 }, (_unused, index) => byPlace.get(from + index)?.[row] ?? ""));
    // what is written right below a table makes it grow; what is in it already is written by itself
    const write = async (start: number, end: number): Promise<void> => {
      for (const [at, part] of partsOf(cells.slice(start, end))) {
        await room(bytesOf(part), (part.length * (to - from + 1)) / byPlace.size);
        range(first + start + at, from, part.length, to - from + 1).values = part;
      }
    };
    if (tail > 0) await write(inside, rows.length);
    const changed = cells.flatMap((row, index) => (index < inside && row.some((cell, across) => bare(cell) !== body[rows[index]?.present ?? -1]?.[from + across]) ? [index] : []));
    for (const [start, end] of runsOf(changed)) await write(start, end + 1);
  }
}

/** Parts of some rows each, with the place of their first: a request to Excel on the web may not pass 5 MB. */
function partsOf(cells: readonly Cell[][]): readonly (readonly [at: number, part: Cell[][]])[] {
  const parts: [number, Cell[][]][] = [];
  let bytes = Infinity;
  cells.forEach((row, at) => {
    const size = bytesOf([row]);
    if (bytes + size > A_PART) {
      parts.push([at, []]);
      bytes = 0;
    }
    parts.at(-1)?.[1].push(row);
    bytes += size;
  });
  return parts;
}
const A_PART = 450_000;
/** As UTF-8 within JSON within JSON: at most three bytes a letter, and some more for numbers than one sees. */
const bytesOf = (cells: readonly (readonly Cell[])[]): number => cells.reduce((sum, row) => sum + row.reduce((most: number, cell) => most + (typeof cell === "string" ? 3 * cell.length + 8 : 20), 4), 0);

function insertRows(sheet: Excel.Worksheet, row: number, count: number, dress: ((row: number) => void) | undefined): void {
  sheet.getRangeByIndexes(row, 0, count, 1).getEntireRow().insert("Down");
  dress?.(row);
}

/** Whole rows, unless something of the user's stands beside them: then the table's rows alone. */
function deleteRows(context: Excel.RequestContext, { table, found }: Standing, at: number, count: number, besides: ReadonlySet<number>): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const isFree = Array.from({ length: count }, (_, index) => at + index).every((row) => !besides.has(row));
  if (isFree) sheet.getRangeByIndexes(table.row + 1 + at, 0, count, 1).getEntireRow().delete("Up");
  else for (let row = at + count - 1; row >= at; row -= 1) context.workbook.tables.getItem(found.plan.name).rows.getItemAt(row).delete();
}

/** What the user had written in a row that is used again for another one; formulas of the user's own columns stay. */
function forget(row: MergedRow | undefined, { body, table, found: { plan } }: Standing, cell: (place: number) => Excel.Range): void {
  if (!row?.reused) return;
  table.headers.forEach((header, place) => {
    const own = !plan.columns.some((column) => column.kind !== "typed" && findColumn(column, [header]) === 0);
    const value = body[row.present ?? 0]?.[place] ?? "";
    if (own && value !== "" && !String(value).startsWith("=")) cell(place).values = [[""]];
  });
}

/** Rows that are inserted at the top of a table look like its header until they are told otherwise, and the conditional formats begin below them. */
function dressLikeBody(plan: TablePlan, { table }: Standing, row: number, cells: (place: number) => Excel.Range): void {
  table.headers.forEach((header, place) => {
    const column = plan.columns.find((one): one is ColumnPlan => findColumn(one, [header]) === 0);
    const body = cells(place);
    body.format.fill.clear();
    body.format.font.bold = false;
    body.format.font.color = palette.ink;
    body.format.indentLevel = 0;
    body.dataValidation.clear();
    if (column) dressBody(body, column);
  });
  for (const { columns, ...highlight } of [...plan.highlights].reverse()) {
    const places = columns.map((header) => placeOf(plan, table, header)).filter((place) => place >= 0);
    if (asks(highlight).some((header) => placeOf(plan, table, header) < 0)) continue;
    for (const place of places) addHighlight(cells(place), highlight, (header) => `$${columnLetters(table.column + placeOf(plan, table, header))}${row + 1}`);
  }
}

function placeOf({ columns }: TablePlan, { headers }: FoundTable, header: string): number {
  const column = columns.find((one) => one.header === header);
  return column ? findColumn(column, headers) : -1;
}

/** The columns that a conditional format looks at. */
function asks({ formula }: Pick<Highlight, "formula">): readonly string[] {
  const asked: string[] = [];
  formula((header) => (asked.push(header), "A1"));
  return asked;
}
