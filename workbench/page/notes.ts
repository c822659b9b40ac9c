import type { Engine } from "../engine/engine";
import type { CellAt } from "../grid/functionHost";
import type { UniverGrid } from "../grid/univer";

const [INFORMATION, , ERROR] = [0, 1, 2];
const LINE = 34;

/** Beside the selected cell: the add-in's words when its function failed there, else the input message of its validation, as Excel shows it. */
export function showNotes(engine: Engine, grid: UniverGrid, wordsAt: (cell: CellAt) => string | null): void {
  let popup: { dispose(): void } | undefined;
  let shown = "";
  const update = () => {
    const { sheetId, rect } = grid.selection();
    const at = { sheetId, row: rect.row, column: rect.column };
    const note = grid.editing ? null : noteAt(grid, at, wordsAt);
    const key = JSON.stringify([at, note]);
    if (key === shown) return;
    shown = key;
    popup?.dispose();
    popup = undefined;
    if (!note) return;
    const height = 44 + 17 * Math.ceil(note.message.length / LINE);
    popup = engine.api.getActiveWorkbook()!.getActiveSheet().getRange(at.row, at.column).attachAlertPopup({ ...note, width: 250, height, key: "note" });
  };
  for (const name of ["selected", "calculated", "editEnded", "activated"] as const) grid.on(name, () => window.setTimeout(update, 0));
  engine.api.addEvent(engine.api.Event.SheetEditStarted, () => window.setTimeout(update, 0));
  update();
}

function noteAt(grid: UniverGrid, at: CellAt, wordsAt: (cell: CellAt) => string | null): { type: number; title: string; message: string } | null {
  const value = grid.read(at.sheetId, { row: at.row, column: at.column, rows: 1, columns: 1 })[0]![0]!.value;
  const words = wordsAt(at);
  if (words && typeof value === "string" && value.startsWith("#")) return { type: ERROR, title: value, message: words };
  const prompt = grid.validationAt(at.sheetId, at.row, at.column)?.prompt;
  return prompt?.showPrompt && (prompt.title || prompt.message) ? { type: INFORMATION, title: prompt.title, message: prompt.message } : null;
}
