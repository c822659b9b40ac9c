import type { TypedCells } from "../journal/row";
import { trades } from "../journal/sheets";
import { excelRefused } from "./excelRefused";
import { readAgain } from "./inExcel";
import { TOO_LARGE, pieceSize } from "./pieceSize";
import { type Progress, piece } from "./progress";
import type { FoundTable } from "./survey";
import { type TypedPlaces, typedCells } from "./tableColumns";

/**
 * All rows of the Trades table, as typed, in pieces: Excel on the web gives at most 5 MB at once. Where a piece is larger, because of very long notes, it is asked for in halves.
 * The headers come with each: somebody else may have moved the columns since they were looked up.
 */
export async function readTradeRows(context: Excel.RequestContext, table: FoundTable, places: TypedPlaces): Promise<readonly TypedCells[]> {
  const item = context.workbook.tables.getItem(trades.name);
  const width = table.headers.length;
  const rows: TypedCells[] = [];
  while (rows.length < table.rows) {
    const count = Math.min(Math.max(1, Math.floor(cellsAtOnce.now() / width)), table.rows - rows.length);
    const headers = item.getHeaderRowRange().load("values");
    const part = item.getDataBodyRange().getCell(rows.length, 0).getAbsoluteResizedRange(count, width).load("values");
    const progress: Progress = { words: "Reading the log", done: rows.length + count, total: table.rows };
    const error: unknown = await piece(context, progress, null).then(() => null, (refused: unknown) => refused);
    if (error !== null) {
      if (count === 1 || (error as { code?: unknown }).code !== TOO_LARGE) throw error;
      cellsAtOnce.tooLarge(count * width);
      // what else was asked for with the first piece is lost, too
      if (rows.length === 0) throw readAgain(TOO_LARGE, (excelRefused(error) as Error).message, error);
      continue;
    }
    cellsAtOnce.came(count * width);
    if (!sameWords(headers.values[0] as unknown[], table.headers)) throw readAgain("ColumnsMoved", "Somebody changed the columns of the Trades table at the same time. Look at the sheet, then try again.");
    rows.push(...part.values.map((row: unknown[]) => typedCells(row, places)));
    part.untrack();
  }
  return rows;
}

/** Some 2 MB of usual rows. */
const cellsAtOnce = pieceSize(250_000);

const sameWords = (one: readonly unknown[], other: readonly string[]): boolean => one.length === other.length && one.every((word, index) => String(word) === other[index]);
