import type { TypedCells } from "../../journal/row";
import { trades } from "../../journal/sheets";
import { piece } from "../progress";
import { type Table, matrixOf, spanOf } from "./place";

/**
 * Rows that do not fit into one request wait on a hidden sheet of their own until all are there; then Excel itself copies them under the table, in one step. So the log has all of them or
 * none, wherever the way there ends: a pane that is closed leaves a hidden sheet, which the next such write takes away.
 */
export async function stageRows(context: Excel.RequestContext, table: Table, chunks: readonly (readonly TypedCells[])[], named: (name: string) => void): Promise<Excel.Range> {
  const { worksheets } = context.workbook;
  const { width } = spanOf(table);
  const sheets = worksheets.load("items/name");
  await context.sync();
  sheets.items.filter(({ name }) => name.startsWith(STAGE)).forEach((left) => {
    left.delete();
  });
  const sheet = worksheets.add(STAGE).load("id");
  sheet.visibility = "Hidden";
  named(STAGE);
  await context.sync();
  // by its id: somebody else's sheet may get the same name when ours has gone
  const { id } = sheet;
  const total = chunks.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  for (const chunk of chunks) {
    worksheets.getItem(id).getRangeByIndexes(done, 0, chunk.length, width).values = matrixOf(table, chunk);
    done += chunk.length;
    await piece(context, { words: "Writing the log", done, total }, "Stopped. Nothing was logged.");
  }
  return worksheets.getItem(id).getRangeByIndexes(0, 0, total, width);
}

export function removeStage(context: Excel.RequestContext, name: string): void {
  context.workbook.worksheets.getItemOrNullObject(name).delete();
}

const STAGE = `${trades.name} to come (unfinished)`;
