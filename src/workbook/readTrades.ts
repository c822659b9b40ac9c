import type { TypedCells } from "../journal/row";
import { trades } from "../journal/sheets";
import type { FoundTable } from "./survey";
import { type TypedPlaces, typedCells } from "./tableColumns";

/** All rows of the Trades table, as typed: some 20,000 at a time, for a reply may not pass 5 MB. */
export async function readTradeRows(context: Excel.RequestContext, table: FoundTable, places: TypedPlaces): Promise<readonly TypedCells[]> {
  const body = context.workbook.tables.getItem(trades.name).getDataBodyRange();
  const width = table.headers.length;
  const chunk = Math.max(500, Math.floor(CELLS / width));
  const rows: TypedCells[] = [];
  for (let from = 0; from < table.rows; from += chunk) {
    const count = Math.min(chunk, table.rows - from);
    const part = body.getCell(from, 0).getAbsoluteResizedRange(count, width).load("values");
    await context.sync();
    rows.push(...part.values.map((row: unknown[]) => typedCells(row, places)));
    part.untrack();
  }
  return rows;
}

const CELLS = 400_000;
