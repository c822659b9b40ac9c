import { type TypedCells, isBlankCells, nextIds } from "../../journal/row";
import { trades } from "../../journal/sheets";
import { addressOf } from "../address";
import { foundAfterAll } from "../afterFailure";
import { ExcelRefused } from "../excelRefused";
import { inExcel } from "../inExcel";
import { typedCells } from "../tableColumns";
import { openTrades } from "../tradesTable";
import { chunksOf } from "./chunks";
import { ownIds } from "./ids";
import { type Table, addAboveTotals, bodyOf, makeRoom, matrixOf, placeAboveTotals, placeBelow, refuseTorn, spanOf } from "./place";
import { askEnding, settle } from "./settle";
import { removeStage, stageRows } from "./stage";

export { chunksOf };

export interface Appended {
  /** The rows as they were written, with their ids. */
  readonly rows: readonly TypedCells[];
  readonly address: string;
}

/**
 * Writes rows under the last one of the Trades table, which grows by itself: one range, not rows.add, which is slow and gets in the way of people who work in the same
 * workbook (docs/decisions/append-below.md). Only the typed columns are written. All rows or none: docs/spec/faults.md.
 */
export async function appendRows(count: number, make: (ids: readonly string[]) => readonly TypedCells[]): Promise<Appended> {
  const sending: Sending = { rows: [], before: [] };
  for (let tries = 1; ; tries += 1) {
    try {
      return await append(count, make, sending);
    } catch (error) {
      // before anything was sent there is nothing to look after
      if (sending.rows.length === 0 || !(error instanceof ExcelRefused)) throw error;
      // a sheet of that name that was there already is somebody else's
      const address = await foundAfterAll(sending.rows, sending.before, error, error.code === NAME_TAKEN ? undefined : sending.stage);
      if (address !== null) return { rows: sending.rows, address };
      // somebody else may have changed the table's columns between the look and the write: nothing was written, so it is done again from the beginning
      if (tries === TRIES || !OUTDATED.includes(error.code)) throw error;
    }
  }
}
const TRIES = 3;
const NAME_TAKEN = "ItemAlreadyExists";
const OUTDATED = ["InvalidArgument", "ItemNotFound", NAME_TAKEN];

/** What is on its way, for whoever looks after it when Excel fails. */
interface Sending {
  rows: readonly TypedCells[];
  /** Ids that the log had before. */
  before: readonly string[];
  stage?: string;
}

function append(count: number, make: (present: readonly string[]) => readonly TypedCells[], sending: Sending): Promise<Appended> {
  return inExcel(async (context) => {
    const table = await openTrades(context);
    const around = askAround(context, table, count);
    await context.sync();
    sending.before = around.ids();
    const rows = make(nextIds(sending.before, count));
    const chunks = chunksOf(rows, spanOf(table).width);
    if (rows.length === 0) return { rows, address: addressOf(table.sheet, table.row + table.rows, table.column, 1, table.headers.length) };
    const isStaged = chunks.length > 1;
    const standing = table.totals ? (isStaged ? "a totals row" : null) : around.occupied();
    if (standing !== null) await refuseTorn(context, table, standing);
    sending.rows = rows;
    const stage = isStaged ? await stageRows(context, table, chunks, (name) => (sending.stage = name)) : null;
    let place: Excel.Range | null = null;
    const intoBlank = table.rows === 1 && isBlankCells(around.first());
    if (table.totals && !stage) addAboveTotals(context, table, rows);
    else {
      const [item, span] = [context.workbook.tables.getItem(trades.name), { headers: table.headers, ...spanOf(table) }];
      if (!table.totals) makeRoom(context, rows.length);
      for (const { target, from, to } of table.totals ? placeAboveTotals(item, span, rows.length) : placeBelow(item, span, rows.length, intoBlank)) {
        place ??= target.load("rowIndex");
        if (stage) target.copyFrom(stage.rows.getRow(from).getResizedRange(to - from - 1, 0), "Values", true);
        else target.values = matrixOf(table, rows.slice(from, to));
      }
    }
    const seen = askEnding(context);
    for (const name of stage?.spent ?? []) removeStage(context, name);
    await context.sync();
    // whatever somebody else has added meanwhile stands above ours
    const first = place?.rowIndex ?? seen.body.rowIndex + seen.body.rowCount - rows.length;
    await settle(context, table, { first, count: rows.length, before: around.last, seen });
    const isAlone = first === table.row + 1 + (intoBlank ? 0 : table.rows);
    sending.rows = isAlone ? rows : await ownIds(context, table, rows, first);
    return { rows: sending.rows, address: addressOf(table.sheet, first, table.column, rows.length, table.headers.length) };
  });
}

/** Everything that must be known before the first write: the ids, the first and last row, and whether something stands below. */
function askAround(context: Excel.RequestContext, table: Table, count: number) {
  const item = context.workbook.tables.getItem(trades.name);
  const ids = item.columns.getItemAt(table.places.Id).getDataBodyRange().load("values");
  const body = bodyOf(context);
  const first = body.getRow(0).load("values");
  const last = body.getRow(table.rows - 1).load("formulas,numberFormat");
  const below = body.getRowsBelow(Math.max(1, count)).getUsedRangeOrNullObject(true).load("address");
  return {
    ids: () => ids.values.map(([id]: unknown[]) => String(id)),
    first: () => typedCells((first.values[0] ?? []) as unknown[], table),
    last,
    occupied: () => (below.isNullObject ? null : `something (${below.address})`),
  };
}
