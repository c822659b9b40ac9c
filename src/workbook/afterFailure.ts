import { type TypedCells, sameCells } from "../journal/row";
import { shown } from "../journal/text";
import { addressOf } from "./address";
import { removeStage } from "./append/stage";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { readTradeRows } from "./readTrades";
import { removeRows } from "./removeRows";
import { openTrades } from "./tradesTable";

/**
 * Excel failed after rows had been sent to it. It may have done it all (only its answer was lost), nothing, or a part: so the log is looked at, by the rows'
 * ids. All there: their address, nothing went wrong for the user. Else whatever is there is taken back, and the answer is null: nothing is left half-done, and a
 * second press logs nothing twice. `before` are the ids that the log had: a row that has one of those is not ours.
 */
export async function foundAfterAll(sent: readonly TypedCells[], before: readonly string[], failure: ExcelRefused, stage?: string): Promise<string | null> {
  const known = new Set(before);
  const fresh = sent.filter((row) => !known.has(idOf(row)));
  const { found, address } = await inExcel((context) => lookFor(fresh, context, stage)).catch((error: unknown) => {
    throw unknown(failure, error);
  });
  if (found.length === sent.length) return address;
  if (found.length > 0) await removeRows(found).catch((error: unknown) => {
    throw partly(found.length, sent.length, address, error);
  });
  return null;
}

async function lookFor(sent: readonly TypedCells[], context: Excel.RequestContext, stage: string | undefined): Promise<{ found: readonly TypedCells[]; address: string }> {
  // rows on the way to the log go, before anything else: they are there once more or not at all
  const table = await openTrades(context, () => (stage === undefined ? undefined : removeStage(context, stage)));
  const present = await readTradeRows(context, table, table);
  const places = new Map<string, number[]>();
  present.forEach((row, place) => places.set(idOf(row), [...(places.get(idOf(row)) ?? []), place]));
  const at = sent.flatMap((row) => {
    const place = places.get(idOf(row))?.find((one) => sameCells(row, present[one] ?? row));
    return place === undefined ? [] : [{ row, place }];
  });
  const first = Math.min(...at.map(({ place }) => place));
  return { found: at.map(({ row }) => row), address: at.length === 0 ? "" : addressOf(table.sheet, table.row + 1 + first, table.column, at.length, table.headers.length) };
}

const idOf = (row: TypedCells): string => shown(row.Id).replace(/^'/, "");

function unknown(failure: ExcelRefused, cause: unknown): ExcelRefused {
  return new ExcelRefused(failure.code, `${failure.message} Whether the log has the trade could not be seen: look at its last row before you log it again.`, { cause });
}

function partly(found: number, sent: number, address: string, cause: unknown): ExcelRefused {
  return new ExcelRefused("PartlyWritten", `Excel stopped half-way: ${found} of ${sent} rows are in the log (${address}). Delete them before you try again.`, { cause });
}
