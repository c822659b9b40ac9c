import type { Engine } from "../engine/engine";
import { oneCell } from "../grid/a1";
import type { UniverGrid } from "../grid/univer";

const KEY_PAUSE = 28;

/** Types a formula into the first free cell of the sheet, one character after the other, as a person would, and enters it. */
export async function typeVisibly(engine: Engine, grid: UniverGrid, text: string): Promise<void> {
  const sheetId = grid.activeSheet();
  const used = grid.usedRect(sheetId);
  const row = used ? used.row + used.rows + 1 : 1;
  const book = engine.api.getActiveWorkbook()!;
  grid.select(sheetId, oneCell(row, 1));
  engine.focus();
  book.startEditing();
  for (const character of text) {
    await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE));
    if (!grid.editing) return; // the user has gone on to something else
    document.execCommand("insertText", false, character);
  }
  await book.endEditingAsync(true);
  await grid.settled();
}
