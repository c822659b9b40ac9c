import type { AxisName, Chart, ChartSeries, ChartType } from "../grid/chart";

/** What Excel takes for what was not said. The model answers with these, the drawing goes by them. */
export const FONT = { bold: false, italic: false, underline: "None", color: "#595959", name: "Calibri", size: 9 } as const;
export const TITLE_SIZE = 14;
export const LINE = { color: "#BFBFBF", weight: 0.75, lineStyle: "Continuous" } as const;
export const GRID_COLOR = "#D9D9D9";
export const LEGEND_POSITION = "Bottom";
export const GAP_WIDTH = 150;
export const HOLE_SIZE = 75;
export const MARKER_SIZE = 5;
export const LABELS = { showValue: true, showCategoryName: false, showSeriesName: false, showPercentage: false, separator: ", " } as const;

/** Office's own six accents, for series that nobody gave a colour. */
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export function accent(index: number): string {
  return ACCENTS[index % ACCENTS.length] ?? ACCENTS[0];
}

export function isRound(type: ChartType): boolean {
  return type === "Pie" || type === "Doughnut";
}

export function isHorizontal(type: ChartType): boolean {
  return type.startsWith("Bar");
}

export function typeOfSeries(chart: Chart, series: ChartSeries): ChartType {
  return series.type ?? chart.type;
}

/** A single series needs no legend, slices do. */
export function hasLegend(chart: Chart): boolean {
  return chart.legend.visible ?? (chart.series.length > 1 || isRound(chart.type));
}

export function hasGridlines(chart: Chart, axis: AxisName): boolean {
  return chart.axes[axis].majorGridlines?.visible ?? axis === "value";
}

export function hasSecondaryAxis(chart: Chart): boolean {
  return chart.series.some(({ axisGroup }) => axisGroup === "Secondary");
}

export function isAxisVisible(chart: Chart, axis: AxisName): boolean {
  return chart.axes[axis].visible ?? axis !== "secondaryCategory";
}
