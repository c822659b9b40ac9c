import type { Convention } from "../calc";
import { palette } from "./palette";

/** Raised by one whenever a workbook that was laid out before needs more than missing things added. */
export const SCHEMA_VERSION = 4;

/** One sheet of the journal: all that is needed to lay it out, to check it and to describe it. */
export interface SheetPlan {
  readonly name: string;
  /** Typed by the user, rebuilt from the log by the add-in, or set once. */
  readonly kind: "typed" | "report" | "settings";
  readonly title: string;
  /** What the sheet answers, in one line. */
  readonly subtitle: string;
  /** From top to bottom. */
  readonly tables: readonly [TablePlan, ...TablePlan[]];
  /** Drawn above the first table. */
  readonly chart?: ChartPlan;
  /** Figures and charts above the tables, on a sheet that is one printed page and comes before all others. */
  readonly page?: PagePlan;
}

/** What one sees first: rows of cards with a figure each, and charts beside each other under them. */
export interface PagePlan {
  readonly cards: readonly (readonly CardPlan[])[];
  readonly charts: readonly PlacedChart[];
  readonly chartHeight: number;
  /** Of the sheet's columns, in points: cards and tables share them. */
  readonly widths: readonly number[];
}

/** A figure by a native formula, between what it is and a line that says what to compare it with. */
export interface CardPlan {
  /** The columns of the sheet that it takes. */
  readonly columns: readonly [from: number, to: number];
  readonly label: string;
  readonly formula: string;
  readonly numberFormat: string;
  readonly note: string;
}

export interface PlacedChart {
  readonly chart: ChartPlan;
  /** The table from which it is drawn; one of another sheet is there already. */
  readonly table: TablePlan;
  readonly columns: readonly [from: number, to: number];
}

export interface TablePlan {
  /** Public: formulas may use it. */
  readonly name: string;
  /** Stands above a table that is not the first of its sheet. */
  readonly heading?: string;
  readonly columns: readonly ColumnPlan[];
  /** The rows that a new table starts with; none is one blank row. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Where the rows of one column differ: the format and the choices of each. */
  readonly cells?: { readonly header: string; readonly rows: readonly { readonly numberFormat: string; readonly choices?: readonly (string | number)[] }[] };
  readonly highlights: readonly Highlight[];
  /** Reports: the headers by which a row is known again after a rebuild, so that the user's own cells stay with it. */
  readonly key?: readonly string[];
}

/** Columns of a table as a chart: what the axis names, what stands as columns, what runs through them as a line. */
export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  readonly categories: string;
  readonly columns: { readonly header: string; readonly color: string };
  readonly line?: { readonly header: string; readonly color: string };
  readonly height: number;
}

export interface ColumnPlan {
  /** The header; where it depends on the convention, its first words ("Yield" of "Yield (strike)"). */
  readonly header: string;
  /** Typed by the user, written by the add-in when it rebuilds a report, or a native formula. */
  readonly kind: "typed" | "report" | "calculated";
  /** In points. */
  readonly width: number;
  readonly numberFormat: string;
  readonly align: "left" | "center" | "right";
  /** What the column is, and its formula in words: at most 255 characters, shown when the header is selected. */
  readonly note: string;
  readonly wrap?: boolean;
  readonly check?: CellCheck;
  readonly formula?: ColumnFormula;
  /** Its formula asks a table that is laid out after this one: the column is added when that is there. */
  readonly late?: true;
}

export interface ColumnFormula {
  /** "Yield (strike)": says which convention the numbers follow. */
  readonly header?: (convention: Convention) => string;
  /** The whole formula, with its equals sign; `ref` gives the reference to the column's cell in the same row. */
  readonly text: (ref: (header: string) => string, convention: Convention) => string;
}

/** What may be typed into a column's cells. "stop" where nothing else can be meant, "warn" where it is odd but possible. */
export interface CellCheck {
  readonly rule:
    | { readonly kind: "list"; readonly choices: readonly string[] }
    | { readonly kind: "day" }
    | { readonly kind: "above"; readonly limit: number }
    | { readonly kind: "atLeast"; readonly limit: number };
  readonly refusal: "stop" | "warn";
  /** What must hold. */
  readonly words: string;
  /** Shown when a cell of the column is selected. */
  readonly prompt?: string;
}

/** A conditional format: the formula is true for the rows whose cells are marked. */
export interface Highlight {
  readonly columns: readonly string[];
  readonly formula: (ref: (header: string) => string) => string;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

/** Where things stand on a freshly laid out sheet; rows count from 0. On reports the row under the subtitle says whether they are right. */
export const PLACE = { title: 0, subtitle: 1, strip: 2, header: 3, column: 0 } as const;

/** The row of a table's headers on a freshly laid out sheet, where every table above it has as many rows as it starts with. */
export function headerRowOf({ tables, chart, page }: SheetPlan, plan: TablePlan): number {
  const above = tables.slice(0, tables.indexOf(plan));
  const top = page ? chartRowOf(page) + GAP : PLACE.header + (chart ? 1 : 0);
  return above.reduce((row, table) => row + Math.max(1, table.rows.length) + GAP, top);
}

/** A card takes four rows: a gap, its label, its figure and its note. */
export const CARD = { gap: 0, label: 1, figure: 2, note: 3, rows: 4 } as const;
/** The row in which a row of cards begins, with the gap above it. */
export const cardRowOf = (line: number): number => PLACE.header + CARD.rows * line;
/** The row of a page's charts: under the cards and a gap. */
export const chartRowOf = ({ cards }: PagePlan): number => cardRowOf(cards.length) + 1;
/** From the last row of a table to the header of the next: a gap, the heading, the header. */
export const GAP = 3;

export const LOOK = {
  titleSize: 18,
  titleHeight: 33,
  subtitleHeight: 21,
  gapHeight: 9,
  stripHeight: 21,
  headingHeight: 24,
  headingSize: 13,
  headerHeight: 24,
  cardHeights: [9, 18, 30, 18],
  figureSize: 16,
  noteSize: 9,
  tableStyle: "TableStyleLight1",
  title: { fill: palette.pine, font: palette.paper },
  subtitle: { fill: palette.pine, font: palette.mist },
  typedHeader: { fill: palette.moss, font: palette.paper },
  reportHeader: { fill: palette.harbour, font: palette.paper },
  calculatedHeader: { fill: palette.slate, font: palette.paper },
  calculated: { fill: palette.tint, font: palette.ink },
} as const;

/** Number formats as Excel files write them; "m/d/yyyy" is the one that everybody sees in the short form of their own country. */
export const FORMAT = {
  date: "m/d/yyyy",
  money: "#,##0.00;[Red]-#,##0.00",
  yield: "0.00%",
  signedYield: "0.00%;[Red]-0.00%",
  whole: "#,##0",
  signed: "#,##0;[Red]-#,##0",
  plain: "General",
} as const;

export function headerOf(column: ColumnPlan, convention: Convention): string {
  return column.formula?.header?.(convention) ?? column.header;
}

/** Is this header of the workbook the plan's column? Case and outer spaces do not matter, nor which convention it names. */
export function isHeaderOf(column: ColumnPlan, header: string): boolean {
  const found = header.trim().toLowerCase();
  const wanted = column.header.toLowerCase();
  return found === wanted || (column.formula?.header !== undefined && found.startsWith(`${wanted} (`) && found.endsWith(")"));
}

/** The place of the plan's column among the workbook's headers, or -1. */
export function findColumn(column: ColumnPlan, headers: readonly string[]): number {
  return headers.findIndex((header) => isHeaderOf(column, header));
}
