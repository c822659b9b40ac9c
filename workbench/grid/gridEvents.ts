import type { Rect } from "./rect";

/** Whose doing a change is. */
export type EditSource = "api" | "user";

/** What a grid tells those who listen, by the name of what happened. */
export interface GridEvents {
  /** Cell contents changed by the API or by the user; never by calculation. */
  edited: { sheetId: string; rect: Rect; source: EditSource };
  rowsInserted: { sheetId: string; row: number; rows: number; source: EditSource };
  /** Just before rows go, while they can still be looked at. */
  rowsDeleting: { sheetId: string; row: number; rows: number };
  rowsDeleted: { sheetId: string; row: number; rows: number; source: EditSource };
  columnsInserted: { sheetId: string; column: number; columns: number; source: EditSource };
  columnsDeleted: { sheetId: string; column: number; columns: number; source: EditSource };
  activated: { sheetId: string };
  sheetAdded: { sheetId: string };
  sheetDeleted: { sheetId: string };
  selected: { sheetId: string; rect: Rect };
  tableAdded: { tableId: string; sheetId: string };
  tableDeleted: { tableId: string; sheetId: string; name: string };
  /** A chart of the sheet came, went or looks different; not told when only numbers in its cells have changed. */
  chartsChanged: { sheetId: string };
  editEnded: Record<string, never>;
  /** The user took back an edit of theirs, or did it again. */
  undone: { again: boolean };
  calculated: Record<string, never>;
}
