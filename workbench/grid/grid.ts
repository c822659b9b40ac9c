import type { Chart } from "./chart";
import type { GridEvents } from "./gridEvents";
import type { Rect } from "./rect";

export type { EditSource, GridEvents } from "./gridEvents";

/** "" is a blank cell; an error is its text, such as "#N/A"; a cell that waits for the add-in's answer is "#BUSY!". */
export type CellValue = string | number | boolean;

export interface Cell {
  readonly value: CellValue;
  /** In the long form that files store: `=Trades[[#This Row],[Strike]]-1`. */
  readonly formula?: string;
  /** "General" when none was set. */
  readonly numberFormat: string;
}

/** What is written into one cell; undefined leaves the cell as it is. A number format comes with typed dates, percents and money. */
export type CellInput =
  | { readonly value: CellValue; readonly numberFormat?: string }
  | { readonly formula: string; readonly numberFormat?: string }
  | undefined;

export type BorderEdge = "top" | "bottom" | "left" | "right";
export interface Border {
  readonly style: "thin" | "medium" | "thick" | "dashed" | "dotted" | "double";
  readonly color: string;
}

/** Neutral style; colours are "#RRGGBB". In a patch an absent key is left alone and null takes the property away. */
export interface Style {
  numberFormat?: string | null;
  fill?: string | null;
  fontColor?: string | null;
  fontName?: string | null;
  fontSize?: number | null;
  bold?: boolean | null;
  italic?: boolean | null;
  underline?: boolean | null;
  strikethrough?: boolean | null;
  horizontal?: "general" | "left" | "center" | "right" | "justify" | null;
  vertical?: "top" | "center" | "bottom" | null;
  wrap?: boolean | null;
  indent?: number | null;
  borders?: Partial<Record<BorderEdge, Border | null>>;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

export interface TableInfo {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** With the header row, and the totals row when there is one. */
  readonly rect: Rect;
  /** The headers as the engine knows them for structured references. */
  readonly columns: readonly string[];
  readonly totals: boolean;
  /** Excel's style name, "TableStyleMedium2". */
  readonly style: string;
  readonly banded: boolean;
  readonly filterButtons: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** "=Sheet1!$A$1" */
  readonly formula: string;
}

/** A data validation as Office.js words it: one of list, decimal, wholeNumber, date, textLength, custom. */
export interface Validation {
  readonly rule: Record<string, unknown>;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
  readonly errorAlert: {
    readonly showAlert: boolean;
    readonly style: "Stop" | "Warning" | "Information";
    readonly title: string;
    readonly message: string;
  };
}

/** A conditional format by formula: the one kind that the journal uses. The formula is written for the rectangle's first cell. */
export interface ConditionalFormat {
  readonly id: string;
  readonly sheetId: string;
  readonly rect: Rect;
  readonly formula: string;
  readonly style: Pick<Style, "fill" | "fontColor" | "bold" | "italic" | "strikethrough">;
  readonly stopIfTrue: boolean;
}

/**
 * The seam between the workbook model and a spreadsheet engine. A grid knows cells, sheets, tables and names; it knows nothing of
 * Office.js. Engines behind it: plain objects (memory), Univer without a window (headless), Univer in the page. One suite of
 * contract tests runs over all of them. Reads are synchronous; only `settled` waits. Rows and columns count from 0.
 */
export interface Grid {
  on<K extends keyof GridEvents>(name: K, handler: (event: GridEvents[K]) => void): () => void;

  /** What `work` changes follows from the user's latest edit, and is taken back with it. Absent where nothing can be taken back. */
  following?(work: () => void): void;

  // sheets
  sheets(): SheetInfo[];
  /** Adds at the end and does not activate. */
  addSheet(name: string): string;
  deleteSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, index: number): void;
  hideSheet(sheetId: string, hidden: boolean): void;
  activeSheet(): string;
  activate(sheetId: string): void;
  selection(): { sheetId: string; rect: Rect };
  select(sheetId: string, rect: Rect): void;
  tabColor(sheetId: string): string;
  setTabColor(sheetId: string, color: string): void;
  gridlines(sheetId: string): boolean;
  setGridlines(sheetId: string, shown: boolean): void;
  frozen(sheetId: string): { rows: number; columns: number };
  freeze(sheetId: string, rows: number, columns: number): void;
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, column: number, count: number, pixels: number): void;
  rowHeight(sheetId: string, row: number): number;
  setRowHeight(sheetId: string, row: number, count: number, pixels: number): void;
  hideColumns(sheetId: string, column: number, count: number, hidden: boolean): void;
  insertRows(sheetId: string, row: number, count: number): void;
  deleteRows(sheetId: string, row: number, count: number): void;
  insertColumns(sheetId: string, column: number, count: number): void;
  deleteColumns(sheetId: string, column: number, count: number): void;

  // cells
  usedRect(sheetId: string): Rect | null;
  read(sheetId: string, rect: Rect): Cell[][];
  /** The cells that the result of this cell's formula fills, itself among them; null when it fills no more than its own. */
  spill(sheetId: string, row: number, column: number): Rect | null;
  /** As shown on the screen. */
  text(sheetId: string, rect: Rect): string[][];
  write(sheetId: string, rect: Rect, cells: readonly (readonly CellInput[])[]): void;
  style(sheetId: string, rect: Rect, patch: Style | readonly (readonly (Style | undefined)[])[]): void;
  styleOf(sheetId: string, row: number, column: number): Style;
  clearStyle(sheetId: string, rect: Rect): void;

  // what hangs on cells
  validationAt(sheetId: string, row: number, column: number): Validation | null;
  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void;
  /** In the order in which they are applied; a new one comes first, as in Excel. */
  conditionalFormats(sheetId: string): ConditionalFormat[];
  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string;
  removeConditionalFormat(id: string): void;
  /** Puts another format in the place of the one with this id: same id, same priority. */
  setConditionalFormat(format: ConditionalFormat): void;
  /** 0 is applied first. */
  moveConditionalFormat(id: string, priority: number): void;

  // charts
  /** In the order in which they lie on one another, of all sheets. References of their series and their places follow the cells. */
  charts(): Chart[];
  addChart(chart: Omit<Chart, "id">): string;
  /** Puts another chart in the place of the one with this id. */
  setChart(chart: Chart): void;
  removeChart(chartId: string): void;

  // tables and names
  tables(): TableInfo[];
  addTable(sheetId: string, rect: Rect): string;
  removeTable(tableId: string): void;
  renameTable(tableId: string, name: string): void;
  setTableRect(tableId: string, rect: Rect): void;
  setTableLook(tableId: string, look: Partial<Pick<TableInfo, "style" | "banded" | "filterButtons">>): void;
  /** Reads the header cells again, so that structured references know the new ones. */
  refreshTableHeaders(tableId: string): void;
  names(): DefinedName[];
  addName(name: string, formula: string): void;
  removeName(name: string): void;
  /** What a formula that stands in no cell comes to. Absent where nothing is calculated. */
  evaluate?(formula: string): Promise<CellValue>;

  // time
  /** True while the user is typing into a cell. */
  readonly editing: boolean;
  editEnded(): Promise<void>;
  /** Everything that was written is calculated; calls of the add-in's functions may still be pending. */
  settled(): Promise<void>;
  /** Calculates these cells again. */
  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): Promise<void>;
  dispose(): void;
}
