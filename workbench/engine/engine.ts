import type { Injector, IWorkbookData, Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { HistoryGate } from "./history";
import type { Lib } from "./lib";
import type { View } from "./view";

/** A Univer with one workbook in it, with or without a window. */
export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
  /** Univer's own classes, from the very bundle that this engine runs: importing them again would give others. */
  readonly lib: Lib;
  /** Decides what Ctrl+Z can take back. */
  readonly history: HistoryGate;
  /** Resolves when there is something to see, so that popups have a place; without a window at once. */
  readonly rendered: Promise<void>;
  /** Resolves when keys that are pressed in the sheet get into its cells; without a window at once. */
  readonly typable: Promise<void>;
  /** Puts the keyboard's focus into the sheet; without a window there is none. */
  focus(): void;
  /** An add-in has changed something, and more will follow soon: what is drawn may wait a little. */
  atWork(): void;
  /** Where the cells are on the screen; null without a window. */
  readonly view: View | null;
  dispose(): void;
}

/** Excel's columns and rows are 64 and 20 pixels. */
export const SHEET_SIZE = { rowCount: 1000, columnCount: 26, defaultColumnWidth: 64, defaultRowHeight: 20 };

/** What a new workbook is: one empty sheet. */
export function emptyBook(name = "Book1", sheetName = "Sheet1"): Partial<IWorkbookData> {
  return {
    id: "book",
    name,
    sheets: { sheet1: { id: "sheet1", name: sheetName, cellData: {}, ...SHEET_SIZE } },
    sheetOrder: ["sheet1"],
  };
}
