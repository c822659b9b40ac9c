import type { TypedCells } from "../../journal/row";
import { trades } from "../../journal/sheets";
import { piece } from "../progress";
import { type Table, matrixOf, spanOf } from "./place";

/** Rows that wait for their way into the log. */
export interface Stage {
  readonly rows: Excel.Range;
  /** Sheets that go when the rows have gone to the log: this one, and those of others on which nothing has moved meanwhile. */
  readonly spent: readonly string[];
}

/**
 * Rows that do not fit into one request wait on a hidden sheet of their own until all are there; then Excel itself copies them under the table, in one step. So the log has all of them or
 * none, wherever the way there ends: a pane that is closed leaves a hidden sheet, which the next such write takes away. Somebody else's, on which rows arrive at this moment, stays.
 */
export async function stageRows(context: Excel.RequestContext, table: Table, chunks: readonly (readonly TypedCells[])[], named: (name: string) => void): Promise<Stage> {
  const { worksheets } = context.workbook;
  const { width } = spanOf(table);
  const sheets = worksheets.load("items/name");
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  const others = names.filter((name) => name.startsWith(STAGE));
  const name = freeName(names);
  const before = askRows(context, others);
  const sheet = worksheets.add(name).load("id");
  sheet.visibility = "Hidden";
  named(name);
  await context.sync();
  // by its id: somebody else's sheet may get the same name when ours has gone
  const { id } = sheet;
  const total = chunks.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  let after = before;
  for (const chunk of chunks) {
    worksheets.getItem(id).getRangeByIndexes(done, 0, chunk.length, width).values = matrixOf(table, chunk);
    done += chunk.length;
    if (done === total) after = askRows(context, others);
    await piece(context, { words: "Writing the log", done, total }, "Stopped. Nothing was logged.");
  }
  const dead = others.filter((_, index) => before[index]!() === after[index]!());
  return { rows: worksheets.getItem(id).getRangeByIndexes(0, 0, total, width), spent: [name, ...dead] };
}

export function removeStage(context: Excel.RequestContext, name: string): void {
  context.workbook.worksheets.getItemOrNullObject(name).delete();
}

/** How many rows have arrived there, to be asked after the sync. */
function askRows(context: Excel.RequestContext, names: readonly string[]): readonly (() => number)[] {
  return names.map((name) => {
    const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true).load("rowCount");
    return () => (used.isNullObject ? 0 : used.rowCount);
  });
}

/** "… 2" where there is one of that name. */
function freeName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? STAGE : `${STAGE} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const STAGE = `${trades.name} to come (unfinished)`;
