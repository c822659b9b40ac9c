import type { Rect } from "../grid/rect";


/** What a workbook keeps beyond its cells, as plain JSON: it goes into the saved copy beside the grid's own data. */
export interface WorkbookState {
  version: 1;
  /** workbook.settings, of this add-in. */
  settings: Record<string, unknown>;
  /** Office.context.document.settings: name and JSON text. */
  documentSettings: Record<string, string>;
  customProperties: Record<string, string | number | boolean>;
  properties: Record<string, string>;
  sheets: Record<string, SheetState>;
  /** By table id, by header: the formula of a calculated column, as it reads in row 1, column A (relative to its cell). */
  calculatedColumns: Record<string, Record<string, string>>;
  /** By table id, by header: the id by which an add-in finds a column again. */
  columnIds: Record<string, Record<string, number>>;
  /** By table id: what it was sorted by last, columns by their ids. */
  sorts: Record<string, { fields: { column: number; ascending: boolean }[]; matchCase: boolean }>;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Comments and visibility of names, by name. */
  names: Record<string, { comment: string; visible: boolean }>;
}

export interface SheetState {
  veryHidden: boolean;
  protection: { options: Record<string, unknown>; password: string | null } | null;
  unlocked: Rect[];
  pageLayout: Record<string, unknown>;
  customProperties: Record<string, string>;
  showHeadings: boolean;
}

export function emptyState(): WorkbookState {
  return { version: 1, settings: {}, documentSettings: {}, customProperties: {}, properties: {}, sheets: {}, calculatedColumns: {}, columnIds: {}, sorts: {}, calculationMode: "Automatic", names: {} };
}

export function emptySheetState(): SheetState {
  return { veryHidden: false, protection: null, unlocked: [], pageLayout: {}, customProperties: {}, showHeadings: true };
}
