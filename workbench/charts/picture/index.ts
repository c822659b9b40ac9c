import type { AxisName, Chart, ChartFill, ChartFont, ChartLine, ChartSeries } from "../../grid/chart";
import type { Grid } from "../../grid/grid";
import { GRID_COLOR, LEGEND_POSITION, hasGridlines, hasLegend, hasSecondaryAxis, isAxisVisible, isHorizontal, isRound } from "../standards";
import { axisFormat, titleText } from "../texts";
import { readCategories } from "./categories";
import { type PictureSeries, readSeries } from "./series";

export type { PictureSeries } from "./series";

/** A chart with its numbers and words read from the cells: all that is needed to draw it, or to say it. */
export interface Picture {
  readonly isRound: boolean;
  /** Bars lie, columns stand. */
  readonly isHorizontal: boolean;
  readonly title: { readonly text: string; readonly font: ChartFont; readonly overlay: boolean } | null;
  readonly legend: { readonly position: string; readonly font: ChartFont } | null;
  readonly categories: readonly string[];
  readonly series: readonly PictureSeries[];
  readonly axes: Readonly<Record<"category" | "value", PictureAxis>> & { readonly secondaryValue: PictureAxis | null };
  readonly blanks: "gap" | "bridge";
  readonly fill: ChartFill;
  readonly border: ChartLine;
}

export interface PictureAxis {
  readonly visible: boolean;
  readonly numberFormat: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly step: number | null;
  readonly reversed: boolean;
  readonly labels: "NextToAxis" | "High" | "Low" | "None";
  readonly ticks: boolean;
  /** Every how many categories one is named; null leaves it to the drawing. */
  readonly spacing: number | null;
  readonly gridlines: ChartLine | null;
  readonly title: { readonly text: string; readonly font: ChartFont } | null;
  readonly line: ChartLine;
  readonly font: ChartFont;
}

export function pictureOf(grid: Grid, chart: Chart): Picture {
  const first = chart.series.find(({ categories }) => categories) ?? chart.series[0];
  const categories = readCategories(grid, chart, first);
  const series = chart.series.map((one: ChartSeries, index) => readSeries(grid, chart, one, index, categories));
  const { title, legend, font = {} } = chart;
  return {
    isRound: isRound(chart.type),
    isHorizontal: isHorizontal(chart.type),
    title: title.visible ?? true ? { text: titleText(grid, chart), font: { ...font, ...title.font }, overlay: title.overlay ?? false } : null,
    legend: hasLegend(chart) ? { position: legend.position ?? LEGEND_POSITION, font: { ...font, ...legend.font } } : null,
    categories: categories.names,
    series,
    axes: { category: axisOf(grid, chart, "category"), value: axisOf(grid, chart, "value"), secondaryValue: hasSecondaryAxis(chart) ? axisOf(grid, chart, "secondaryValue") : null },
    blanks: chart.displayBlanksAs === "Interplotted" ? "bridge" : "gap",
    fill: chart.fill ?? "#FFFFFF",
    border: { color: "#D9D9D9", weight: 0.75, ...chart.border },
  };
}

function axisOf(grid: Grid, chart: Chart, name: AxisName): PictureAxis {
  const axis = chart.axes[name];
  const font = { ...chart.font, ...axis.font };
  const number = (value: number | "" | undefined) => (typeof value === "number" ? value : null);
  return {
    visible: isAxisVisible(chart, name),
    numberFormat: axisFormat(grid, chart, name),
    minimum: number(axis.minimum),
    maximum: number(axis.maximum),
    step: number(axis.majorUnit),
    reversed: axis.reversePlotOrder ?? false,
    labels: axis.tickLabelPosition ?? "NextToAxis",
    ticks: (axis.majorTickMark ?? "None") !== "None",
    spacing: number(axis.tickLabelSpacing),
    gridlines: hasGridlines(chart, name) ? { color: GRID_COLOR, weight: 0.75, ...axis.majorGridlines?.line } : null,
    title: axis.title?.visible ? { text: axis.title.text ?? "Axis Title", font: { size: 10, ...chart.font, ...axis.title.font } } : null,
    line: axis.line ?? (name === "category" ? {} : { lineStyle: "None" }),
    font,
  };
}
