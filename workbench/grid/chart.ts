import type { Rect } from "./rect";


/**
 * A chart as a file keeps it: what was said of it, in Excel's own words. What is absent was never said, and is as Excel has it (`charts/picture` knows how).
 * Sizes are in points, colours "#RRGGBB".
 */
export interface Chart {
  readonly id: string;
  readonly sheetId: string;
  readonly name: string;
  readonly type: ChartType;
  readonly anchor: ChartAnchor;
  readonly series: readonly ChartSeries[];
  readonly title: ChartText;
  readonly legend: ChartLegend;
  readonly axes: Readonly<Record<AxisName, ChartAxis>>;
  readonly fill?: ChartFill;
  readonly border?: ChartLine;
  readonly font?: ChartFont;
  readonly displayBlanksAs?: "NotPlotted" | "Zero" | "Interplotted";
  readonly plotVisibleOnly?: boolean;
}

/** The kinds of charts that are drawn. */
export const CHART_TYPES = ["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers", "LineStacked", "LineMarkersStacked", "Area", "AreaStacked", "AreaStacked100", "Pie", "Doughnut"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export type AxisName = "category" | "value" | "secondaryCategory" | "secondaryValue";

/** A chart hangs between two cells, so that it moves and grows with them, as Excel's do by themselves. */
export interface ChartAnchor {
  readonly from: Corner;
  readonly to: Corner;
}

/** A place in a cell: so many points from its top left corner. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** Cells that a series takes its numbers, categories or name from. */
export interface ChartReference {
  readonly sheetId: string;
  readonly rect: Rect;
}

/** Null where the cells of a reference were deleted. */
export interface ChartSeries {
  readonly name?: string | ChartReference | null;
  readonly values: ChartReference | null;
  readonly categories?: ChartReference | null;
  /** Its own kind, where it is not the chart's: columns with a line over them. */
  readonly type?: ChartType;
  readonly axisGroup?: "Primary" | "Secondary";
  readonly fill?: ChartFill;
  readonly line?: ChartLine;
  readonly hasDataLabels?: boolean;
  readonly labels?: ChartLabels;
  readonly gapWidth?: number;
  readonly overlap?: number;
  readonly markerStyle?: string;
  readonly markerSize?: number;
  readonly markerBackgroundColor?: string;
  readonly markerForegroundColor?: string;
  readonly smooth?: boolean;
  readonly doughnutHoleSize?: number;
  /** What single points look like, by their index. */
  readonly points?: Readonly<Record<string, ChartPoint>>;
}

export interface ChartPoint {
  readonly fill?: ChartFill;
  readonly border?: ChartLine;
}

export type ChartFill = string | "none";

export interface ChartLine {
  readonly color?: string;
  readonly weight?: number;
  readonly lineStyle?: string;
}

export interface ChartFont {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single";
  readonly color?: string;
  readonly name?: string;
  readonly size?: number;
}

export interface ChartText {
  readonly text?: string;
  readonly visible?: boolean;
  readonly overlay?: boolean;
  readonly font?: ChartFont;
}

export interface ChartLegend {
  readonly visible?: boolean;
  readonly overlay?: boolean;
  readonly position?: "Top" | "Bottom" | "Left" | "Right" | "Corner" | "Custom";
  readonly font?: ChartFont;
}

export interface ChartLabels {
  readonly showValue?: boolean;
  readonly showCategoryName?: boolean;
  readonly showSeriesName?: boolean;
  readonly showPercentage?: boolean;
  readonly position?: string;
  readonly numberFormat?: string;
  readonly linkNumberFormat?: boolean;
  readonly separator?: string;
  readonly font?: ChartFont;
}

export interface ChartAxis {
  readonly visible?: boolean;
  readonly numberFormat?: string;
  readonly linkNumberFormat?: boolean;
  /** "" leaves it to Excel. */
  readonly minimum?: number | "";
  readonly maximum?: number | "";
  readonly majorUnit?: number | "";
  readonly categoryType?: "Automatic" | "TextAxis" | "DateAxis";
  readonly reversePlotOrder?: boolean;
  readonly tickLabelPosition?: "NextToAxis" | "High" | "Low" | "None";
  readonly majorTickMark?: "None" | "Cross" | "Inside" | "Outside";
  readonly tickLabelSpacing?: number | "";
  readonly majorGridlines?: { readonly visible?: boolean; readonly line?: ChartLine };
  readonly title?: ChartText;
  readonly line?: ChartLine;
  readonly font?: ChartFont;
}
