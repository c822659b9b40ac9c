import { type TypedCells, sameCells } from "../journal/row";
import { shown } from "../journal/text";
import { trades } from "../journal/sheets";
import { addressOf } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { runsOf } from "./layOut/table";
import { readTradeRows } from "./readTrades";
import type { FoundTable } from "./survey";
import { type TypedPlaces, groupsOf } from "./tableColumns";
import { openTrades } from "./tradesTable";

/**
 * Takes back rows that were logged: exactly these, found by their ids wherever they are now, and only while nobody has changed them. When Excel fails on the way, what is left of
 * them is looked for: nothing left is done after all, and what was begun is finished. docs/spec/faults.md.
 */
export async function removeRows(written: readonly TypedCells[]): Promise<number> {
  const sent = { going: false };
  try {
    return await inExcel((context) => remove(context, written, sent));
  } catch (failure) {
    if (!sent.going || !(failure instanceof ExcelRefused)) throw failure;
    const left = await inExcel((context) => leftOf(context, written)).catch((error: unknown) => {
      throw new ExcelRefused(failure.code, `${failure.message} Whether the rows are gone could not be seen: look at the end of the log before you press Undo again.`, { cause: error });
    });
    if (left.rows.length === written.length) throw failure;
    if (left.rows.length > 0) await inExcel((context) => remove(context, left.rows, sent)).catch((error: unknown) => {
      throw new ExcelRefused("PartlyTakenBack", `Excel stopped half-way: ${left.rows.length} of ${written.length} rows are still in the log (${left.addresses}). Delete them yourself.`, { cause: error });
    });
    return written.length;
  }
}

async function remove(context: Excel.RequestContext, written: readonly TypedCells[], sent: { going: boolean }): Promise<number> {
  const table = await openTrades(context);
  const present = await readTradeRows(context, table, table);
  const byId = placesById(present);
  const places = written.map((row) => placeOf(row, present, byId, table.row));
  // A table keeps one row: the last one is emptied instead.
  const spare = places.length === table.rows ? Math.min(...places) : null;
  const going = places.filter((place) => place !== spare);
  sent.going = true;
  const body = (): Excel.Range => context.workbook.tables.getItem(trades.name).getDataBodyRange();
  const before = body().load("rowCount");
  if (going.length > FEW || going.some((place) => idOf(present[place]).length > LONGEST)) removeRuns(context, runsOf(going));
  else for (const place of going) rowOf(context, table, idOf(present[place])).getIntersectionOrNullObject(body()).delete("Up");
  if (spare !== null) {
    const row = rowOf(context, table, idOf(present[spare]));
    for (const { from, headers } of groupsOf(table)) row.getIntersectionOrNullObject(body().getColumn(from).getResizedRange(0, headers.length - 1)).clear("Contents");
  }
  const after = body().load("rowCount");
  await context.sync();
  if (before.rowCount - after.rowCount < going.length) throw new ExcelRefused("NotAllFound", "Excel did not find these rows in the table: clear its filter (Data, Clear), then try again.");
  return places.length;
}

/** The row of the sheet in which an id stands when Excel carries this out: somebody else may have sorted the table, or added and deleted rows, since it was read. Where it is gone nothing is done. */
function rowOf(context: Excel.RequestContext, table: TypedPlaces & FoundTable, id: string): Excel.Range {
  const column = context.workbook.tables.getItem(trades.name).columns.getItem(table.headers[table.places.Id] ?? "Id");
  return column.getRange().findOrNullObject(id.replace(/[~*?]/g, "~$&"), { completeMatch: true, matchCase: true }).getEntireRow();
}

/** So many rows stand together, or nearly so: one step for each run of them. */
function removeRuns(context: Excel.RequestContext, runs: readonly (readonly [from: number, to: number])[]): void {
  for (const [from, to] of [...runs].reverse()) context.workbook.tables.getItem(trades.name).getDataBodyRange().getRow(from).getResizedRange(to - from, 0).delete("Up");
}
const FEW = 200;
/** Excel looks for texts of up to 255 characters; some of an id take two. */
const LONGEST = 120;

async function leftOf(context: Excel.RequestContext, written: readonly TypedCells[]): Promise<{ rows: readonly TypedCells[]; addresses: string }> {
  const table = await openTrades(context);
  const present = await readTradeRows(context, table, table);
  const byId = placesById(present);
  const left = written.filter((row) => byId.has(idOf(row)));
  const places = left.flatMap((row) => (byId.get(idOf(row)) ?? []).slice(0, 1));
  return { rows: left, addresses: runsOf(places).map(([from, to]) => addressOf(table.sheet, table.row + 1 + from, table.column, to - from + 1, table.headers.length)).join(", ") };
}

function placesById(present: readonly TypedCells[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  present.forEach((row, place) => {
    const known = places.get(idOf(row));
    if (known) known.push(place);
    else places.set(idOf(row), [place]);
  });
  return places;
}

const idOf = (row: TypedCells | undefined): string => shown(row?.Id ?? "").replace(/^'/, "");

function placeOf(row: TypedCells, present: readonly TypedCells[], byId: ReadonlyMap<string, readonly number[]>, headerRow: number): number {
  const id = idOf(row);
  const places = byId.get(id) ?? [];
  const [place] = places;
  if (place === undefined) throw new ExcelRefused("RowGone", `The row with the Id ${id} is not in the log any more. Nothing was taken back.`);
  if (places.length > 1) throw new ExcelRefused("RowTwice", `Two rows have the Id ${id}. Nothing was taken back: delete the one that you do not want.`);
  if (!sameCells(row, present[place] ?? row)) throw new ExcelRefused("RowChanged", `Row ${headerRow + place + 2} was changed since it was logged. Nothing was taken back: delete it yourself if you do not want it.`);
  return place;
}
