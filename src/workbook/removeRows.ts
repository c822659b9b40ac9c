import { type TypedCells, sameCells } from "../journal/row";
import { shown } from "../journal/text";
import { trades } from "../journal/sheets";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { readTradeRows } from "./readTrades";
import { groupsOf } from "./tableColumns";
import { openTrades } from "./tradesTable";

/** Takes back rows that were logged: exactly these, found by their ids wherever they are now, and only while nobody has changed them. */
export function removeRows(written: readonly TypedCells[]): Promise<number> {
  return inExcel(async (context) => {
    const table = await openTrades(context);
    const present = await readTradeRows(context, table, table);
    const places = written.map((row) => placeOf(row, present, table.row));
    const item = context.workbook.tables.getItem(trades.name);
    const spare = places.length === table.rows ? Math.min(...places) : null;
    const going = places.filter((place) => place !== spare).sort((a, b) => b - a);
    for (const [index, place] of going.entries()) {
      item.rows.getItemAt(place).delete();
      if (index % A_BATCH === A_BATCH - 1) await context.sync();
    }
    // A table keeps one row: the last one is emptied instead.
    if (spare !== null) {
      for (const { from, headers } of groupsOf(table)) item.getDataBodyRange().getCell(0, from).getAbsoluteResizedRange(1, headers.length).values = [headers.map(() => "")];
    }
    await context.sync();
    return places.length;
  });
}

const A_BATCH = 500;

function placeOf(row: TypedCells, present: readonly TypedCells[], headerRow: number): number {
  const id = shown(row.Id).replace(/^'/, "");
  const places = present.flatMap((other, place) => (shown(other.Id) === id ? [place] : []));
  const [place] = places;
  if (place === undefined) throw new ExcelRefused("RowGone", `The row with the Id ${id} is not in the log any more. Nothing was taken back.`);
  if (places.length > 1) throw new ExcelRefused("RowTwice", `Two rows have the Id ${id}. Nothing was taken back: delete the one that you do not want.`);
  if (!sameCells(row, present[place] ?? row)) throw new ExcelRefused("RowChanged", `Row ${headerRow + place + 2} was changed since it was logged. Nothing was taken back: delete it yourself if you do not want it.`);
  return place;
}
