import { type TypedCells, sameCells } from "../journal/row";
import { shown } from "../journal/text";
import { addressOf } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { readTradeRows } from "./readTrades";
import { removeRows } from "./removeRows";
import { openTrades } from "./tradesTable";

/**
 * Excel failed after rows had been sent to it. It may have done it all (only its answer was lost), nothing, or a part: so the log is looked at, by the rows'
 * ids. All there: their address, nothing went wrong for the user. Else whatever is there is taken back, and the failure is told: nothing is left half-done, and a
 * second press logs nothing twice. `before` are the ids that the log had: a row that has one of those is not ours.
 */
export async function foundAfterAll(sent: readonly TypedCells[], before: readonly string[], failure: ExcelRefused): Promise<string> {
  const fresh = sent.filter((row) => !before.includes(idOf(row)));
  const { found, address } = await inExcel((context) => lookFor(fresh, context)).catch((error: unknown) => {
    throw unknown(failure, error);
  });
  if (found.length === sent.length) return address;
  if (found.length > 0) await removeRows(found).catch((error: unknown) => {
    throw partly(found.length, sent.length, address, error);
  });
  throw failure;
}

async function lookFor(sent: readonly TypedCells[], context: Excel.RequestContext): Promise<{ found: readonly TypedCells[]; address: string }> {
  const table = await openTrades(context);
  const present = await readTradeRows(context, table, table);
  const places = new Map(present.map((row, place) => [idOf(row), place]));
  const found = sent.filter((row) => {
    const place = places.get(idOf(row));
    return place !== undefined && sameCells(row, present[place] ?? row);
  });
  const first = Math.min(...found.map((row) => places.get(idOf(row)) ?? 0));
  return { found, address: found.length === 0 ? "" : addressOf(table.sheet, table.row + 1 + first, table.column, found.length, table.headers.length) };
}

const idOf = (row: TypedCells): string => shown(row.Id).replace(/^'/, "");

function unknown(failure: ExcelRefused, cause: unknown): ExcelRefused {
  return new ExcelRefused(failure.code, `${failure.message} Whether the log has the trade could not be seen: look at its last row before you log it again.`, { cause });
}

function partly(found: number, sent: number, address: string, cause: unknown): ExcelRefused {
  return new ExcelRefused("PartlyWritten", `Excel stopped half-way: ${found} of ${sent} rows are in the log (${address}). Delete them before you try again.`, { cause });
}
