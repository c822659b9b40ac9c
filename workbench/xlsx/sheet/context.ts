import type { Cell, CellValue, Grid, TableInfo } from "../../grid/grid";
import type { SheetState } from "../../model/state";
import type { StyleSheet } from "../styles";

/** A sheet, and what its file shares with those of other sheets. */
export interface SheetContext {
  readonly grid: Grid;
  readonly sheetId: string;
  readonly state: SheetState | undefined;
  readonly tables: readonly TableInfo[];
  readonly styles: StyleSheet;
  readonly cells: CellWriter;
}

/** What the cells of a sheet need of the rest of the workbook. */
export interface CellWriter {
  /** The number of a text in the list that all sheets share. */
  readonly shared: (content: string) => number;
  /** What is written as the result of a formula; undefined leaves it to whoever opens the file. */
  readonly result: (cell: Cell) => CellValue | undefined;
  /** A formula whose results fill more cells was written: the file must say what that is. */
  readonly spilled: () => void;
}
