import type { ChartDataset, PointStyle } from "chart.js";
import type { Picture, PictureSeries } from "../picture";
import { dashesOf, isDrawn } from "./lines";

const CLEAR = "transparent";

/** Series by series; lines lie over areas and columns. */
export function datasetsOf(picture: Picture, pixels: number): ChartDataset[] {
  return picture.series.map((series) => {
    const shared = { label: series.name, data: dataOf(picture, series), order: series.kind === "line" ? 0 : 1, ...(picture.isRound ? {} : axisOf(picture, series)) };
    if (series.kind === "slices") return { ...shared, ...slices(series, pixels) };
    if (series.kind === "bar") return { ...shared, ...bars(picture, series, pixels) };
    return { ...shared, ...line(series, pixels) };
  }) as ChartDataset[];
}

function axisOf({ isHorizontal }: Picture, { isSecondary, stacked, kind }: PictureSeries): object {
  const axis = isSecondary ? { [isHorizontal ? "xAxisID" : "yAxisID"]: "second" } : {};
  // each kind makes a stack of its own; what is not stacked stands alone
  return { ...axis, stack: stacked === "no" ? undefined : `${kind}${isSecondary}` };
}

/** Shares of each category's sum, where that is what is drawn. */
function dataOf({ series }: Picture, own: PictureSeries): (number | null)[] {
  if (own.stacked !== "share") return [...own.values];
  const stack = series.filter(({ stacked, isSecondary }) => stacked === "share" && isSecondary === own.isSecondary);
  return own.values.map((value, i) => {
    const sum = stack.reduce((total, { values }) => total + Math.abs(values[i] ?? 0), 0);
    return value === null || sum === 0 ? null : value / sum;
  });
}

function bars({ series }: Picture, { colors, edges, gapWidth, overlap, stacked }: PictureSeries, pixels: number): object {
  const beside = stacked === "no" ? series.filter(({ kind }) => kind === "bar").length : 1;
  const width = beside - (Math.max(0, beside - 1) * Math.min(overlap, 100)) / 100;
  return {
    type: "bar",
    backgroundColor: colors.map((color) => color ?? CLEAR),
    borderColor: edges.map((edge) => edge?.color ?? CLEAR),
    borderWidth: edges.map((edge) => (isDrawn(edge) && edge.color ? (edge.weight ?? 0.75) * pixels : 0)),
    categoryPercentage: width / (width + gapWidth / 100),
    barPercentage: 1,
    grouped: !(stacked === "no" && overlap >= 100),
  };
}

function line({ kind, colors, line: stroke, marker, smooth, stacked }: PictureSeries, pixels: number): object {
  const isArea = kind === "area";
  const shown = isDrawn(stroke) && !isArea;
  return {
    type: "line",
    borderColor: shown ? stroke.color : CLEAR,
    borderWidth: shown ? stroke.weight * pixels : 0,
    borderDash: dashesOf(stroke, pixels),
    borderJoinStyle: "round",
    borderCapStyle: "round",
    cubicInterpolationMode: smooth ? "monotone" : "default",
    fill: isArea ? (stacked === "no" ? "origin" : "stack") : false,
    backgroundColor: isArea ? colors[0] ?? CLEAR : shown ? stroke.color : CLEAR,
    pointStyle: STYLES[marker?.style ?? ""] ?? "circle",
    pointRadius: marker ? (marker.size / 2) * pixels : 0,
    pointBackgroundColor: marker?.fill ?? CLEAR,
    pointBorderColor: marker?.edge ?? CLEAR,
    pointBorderWidth: marker ? 0.75 * pixels : 0,
  };
}

const STYLES: Readonly<Record<string, PointStyle>> = { Square: "rect", Diamond: "rectRot", Triangle: "triangle", X: "crossRot", Star: "star", Dash: "dash", Plus: "cross" };

function slices({ colors, edges, hole }: PictureSeries, pixels: number): object {
  return {
    backgroundColor: colors.map((color) => color ?? CLEAR),
    borderColor: edges.map((edge) => edge?.color ?? "#FFFFFF"),
    borderWidth: edges.map((edge) => (edge && !isDrawn(edge) ? 0 : (edge?.weight ?? 1.5) * pixels)),
    cutout: `${hole}%`,
  };
}
