import type { Chart, ChartFont, ChartLine, ChartPoint, ChartSeries } from "../../grid/chart";
import { displayText } from "../../grid/display";
import type { Grid } from "../../grid/grid";
import { GAP_WIDTH, HOLE_SIZE, LABELS, MARKER_SIZE, accent, isRound, typeOfSeries } from "../standards";
import { type Read, cellsOf, seriesName } from "../texts";
import type { Categories } from "./categories";

export interface PictureSeries {
  readonly name: string;
  readonly kind: "bar" | "line" | "area" | "slices";
  /** On top of the others of its kind; as shares of their sum. */
  readonly stacked: "no" | "sum" | "share";
  readonly isSecondary: boolean;
  /** By category; null where there is nothing. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  readonly labels: { readonly texts: readonly string[]; readonly position: string; readonly font: ChartFont } | null;
  /** Of each point: several for slices, the series' one for all else but single points. */
  readonly colors: readonly (string | null)[];
  readonly edges: readonly (ChartLine | null)[];
  readonly line: Required<Pick<ChartLine, "color" | "weight">> & { readonly lineStyle: string };
  readonly marker: { readonly style: string; readonly size: number; readonly fill: string; readonly edge: string } | null;
  readonly smooth: boolean;
  readonly gapWidth: number;
  readonly overlap: number;
  readonly hole: number;
}

export function readSeries(grid: Grid, chart: Chart, series: ChartSeries, index: number, { places, names }: Categories): PictureSeries {
  const type = typeOfSeries(chart, series);
  const cells = cellsOf(grid, series.values, chart.plotVisibleOnly ?? true);
  const placed = places.map((place) => (place === null ? undefined : cells[place]));
  const values = placed.map((cell) => numberOf(cell, chart.displayBlanksAs === "Zero"));
  const color = series.fill === undefined ? accent(index) : series.fill === "none" ? null : series.fill;
  const isSlices = isRound(type);
  const point = (i: number): ChartPoint => series.points?.[String(places[i] ?? i)] ?? {};
  const name = seriesName(grid, series, index);
  const kind = isSlices ? "slices" : type.startsWith("Line") ? "line" : type.startsWith("Area") ? "area" : "bar";
  return {
    name,
    kind,
    stacked: type.includes("Stacked100") ? "share" : type.includes("Stacked") ? "sum" : "no",
    isSecondary: series.axisGroup === "Secondary",
    values,
    texts: placed.map((cell) => cell?.text ?? ""),
    labels: series.hasDataLabels ? labelsOf(chart, series, name, names, values, placed) : null,
    colors: values.map((_, i) => colorOf(point(i).fill, isSlices && series.fill === undefined ? accent(i) : color)),
    edges: values.map((_, i) => point(i).border ?? (kind === "bar" || kind === "area" || isSlices ? series.line ?? null : null)),
    line: { color: series.line?.color ?? (kind === "line" ? accent(index) : color ?? accent(index)), weight: series.line?.weight ?? 2.25, lineStyle: series.line?.lineStyle ?? "Continuous" },
    marker: markerOf(series, type, index),
    smooth: series.smooth ?? false,
    gapWidth: series.gapWidth ?? GAP_WIDTH,
    overlap: series.overlap ?? (type.includes("Stacked") ? 100 : 0),
    hole: type === "Doughnut" ? series.doughnutHoleSize ?? HOLE_SIZE : 0,
  };
}

/** Blank cells and #N/A are nothing; other errors, texts and what a formula left blank are drawn as zero, as in Excel. */
function numberOf(cell: Read | undefined, blanksAreZero: boolean): number | null {
  if (typeof cell?.value === "number") return cell.value;
  const isNothing = !cell || cell.value === "#N/A" || (cell.value === "" && cell.formula === undefined);
  return isNothing && !blanksAreZero ? null : 0;
}

function colorOf(said: string | undefined, otherwise: string | null): string | null {
  return said === undefined ? otherwise : said === "none" ? null : said;
}

function markerOf(series: ChartSeries, type: string, index: number): PictureSeries["marker"] {
  const style = series.markerStyle ?? (type.includes("Markers") ? "Automatic" : "None");
  if (!type.startsWith("Line") || style === "None") return null;
  const color = series.line?.color ?? accent(index);
  return { style, size: series.markerSize ?? MARKER_SIZE, fill: series.markerBackgroundColor ?? color, edge: series.markerForegroundColor ?? color };
}

function labelsOf(chart: Chart, { labels = {} }: ChartSeries, name: string, categories: readonly string[], values: readonly (number | null)[], cells: readonly (Read | undefined)[]): PictureSeries["labels"] {
  const { showValue, showCategoryName, showSeriesName, showPercentage, separator, numberFormat, linkNumberFormat = numberFormat === undefined } = { ...LABELS, ...labels };
  const sum = values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0);
  const value = (number: number, i: number) => (linkNumberFormat || numberFormat === undefined ? cells[i]?.text ?? "" : displayText(number, numberFormat));
  const share = (number: number) => displayText(sum === 0 ? 0 : Math.abs(number) / sum, showValue || numberFormat === undefined ? "0%" : numberFormat);
  const texts = values.map((number, i) => {
    if (number === null) return "";
    const parts = [showSeriesName ? name : "", showCategoryName ? categories[i] ?? "" : "", showValue ? value(number, i) : "", showPercentage ? share(number) : ""];
    return parts.filter((part) => part !== "").join(separator);
  });
  return { texts, position: labels.position ?? (isRound(chart.type) ? "BestFit" : "OutsideEnd"), font: { ...chart.font, ...labels.font } };
}
