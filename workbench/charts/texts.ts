import type { AxisName, Chart, ChartReference, ChartSeries } from "../grid/chart";
import { isReference } from "../grid/charts";
import type { Cell, Grid } from "../grid/grid";

type Reads = Pick<Grid, "read" | "text" | "sheets" | "rowHeight" | "columnWidth">;

/** A cell that a chart reads: as it is, and as it is shown. */
export interface Read extends Cell {
  readonly text: string;
}

/** The cells of a reference, row by row; hidden ones are left out when the chart leaves them out. A reference whose cells are gone has none. */
export function cellsOf(grid: Reads, reference: ChartReference | null | undefined, visibleOnly = false): Read[] {
  if (!reference || !grid.sheets().some(({ id }) => id === reference.sheetId)) return [];
  const { sheetId, rect } = reference;
  const shown = grid.text(sheetId, rect);
  return grid.read(sheetId, rect).flatMap((row, i) => {
    if (visibleOnly && grid.rowHeight(sheetId, rect.row + i) === 0) return [];
    return row.flatMap((cell, j) => (visibleOnly && grid.columnWidth(sheetId, rect.column + j) === 0 ? [] : [{ ...cell, text: shown[i]?.[j] ?? "" }]));
  });
}

export function seriesName(grid: Reads, series: ChartSeries, index: number): string {
  const { name } = series;
  if (typeof name === "string") return name;
  const words = isReference(name) ? cellsOf(grid, name).map(({ text }) => text).filter((text) => text !== "").join(" ") : "";
  return words === "" ? `Series${index + 1}` : words;
}

export function titleText(grid: Reads, chart: Chart): string {
  const [only, another] = chart.series;
  return chart.title.text ?? (only && !another ? seriesName(grid, only, 0) : "Chart Title");
}

/** The number format of an axis: its own, or that of the first cell that it measures or names. */
export function axisFormat(grid: Reads, chart: Chart, axis: AxisName): string {
  const { numberFormat, linkNumberFormat } = chart.axes[axis];
  if (numberFormat !== undefined && linkNumberFormat !== true) return numberFormat;
  const isSecondary = axis === "secondaryCategory" || axis === "secondaryValue";
  const series = chart.series.find(({ axisGroup = "Primary" }) => (axisGroup === "Secondary") === isSecondary) ?? chart.series[0];
  const reference = axis === "value" || axis === "secondaryValue" ? series?.values : series?.categories;
  return cellsOf(grid, reference)[0]?.numberFormat ?? "General";
}
