import type { ChartReference, ChartSeries, ChartType } from "../../grid/chart";
import { element, text } from "../xml";
import { fillXml, lineXml, shape } from "./looks";

/** Cells of a series as text, "Income!$H$5:$H$16", and the number format of the first where all of them hold numbers: days on an axis are shown as such only then. */
export type ReferenceText = (reference: ChartReference) => { readonly text: string; readonly numbers: string | null };

/** One series: name, looks, categories, values, in the order that its kind of chart asks for. */
export function seriesXml(kind: ChartType, series: ChartSeries, index: number, reference: ReferenceText): string {
  const isLine = kind.startsWith("Line");
  const isBar = kind.startsWith("Column") || kind.startsWith("Bar");
  const looks = [...(series.fill && !isLine ? [fillXml(series.fill)] : []), ...(series.line ? [lineXml(series.line)] : [])];
  const range = (name: string, cells: ChartReference | null | undefined, always?: "numbers"): string[] => {
    if (!cells) return [];
    const there = reference(cells);
    return [element(name, {}, element(always || there.numbers !== null ? "c:numRef" : "c:strRef", {}, element("c:f", {}, text(there.text))))];
  };
  return element("c:ser", {},
    element("c:idx", { val: index }),
    element("c:order", { val: index }),
    ...nameOf(series, reference),
    ...(looks.length > 0 ? [shape(...looks)] : []),
    ...(isBar ? [element("c:invertIfNegative", { val: false })] : []),
    ...(isLine ? [markerXml(kind, series)] : []),
    ...Object.entries(series.points ?? {}).map(([point, { fill, border }]) =>
      element("c:dPt", {}, element("c:idx", { val: Number(point) }), ...(isBar ? [element("c:invertIfNegative", { val: false })] : []), element("c:bubble3D", { val: false }), shape(...(fill ? [fillXml(fill)] : []), ...(border ? [lineXml(border)] : []))),
    ),
    ...(series.hasDataLabels ? [labelsXml(series)] : []),
    ...range("c:cat", series.categories),
    ...range("c:val", series.values, "numbers"),
    ...(isLine ? [element("c:smooth", { val: series.smooth ?? false })] : []),
  );
}

function nameOf({ name }: ChartSeries, reference: ReferenceText): string[] {
  if (name === undefined || name === null) return [];
  return [element("c:tx", {}, typeof name === "string" ? element("c:v", {}, text(name)) : element("c:strRef", {}, element("c:f", {}, text(reference(name).text))))];
}

function markerXml(kind: ChartType, { markerStyle, markerSize, markerBackgroundColor }: ChartSeries): string {
  const symbol = markerStyle === undefined ? (kind.includes("Markers") ? "circle" : "none") : markerStyle.toLowerCase();
  if (symbol === "none" || symbol === "automatic") return element("c:marker", {}, element("c:symbol", { val: symbol === "none" ? "none" : "auto" }));
  return element("c:marker", {}, element("c:symbol", { val: symbol }), element("c:size", { val: markerSize ?? 5 }), ...(markerBackgroundColor ? [shape(fillXml(markerBackgroundColor))] : []));
}

const POSITIONS: Readonly<Record<string, string>> = { Center: "ctr", InsideEnd: "inEnd", InsideBase: "inBase", OutsideEnd: "outEnd", Left: "l", Right: "r", Top: "t", Bottom: "b", BestFit: "bestFit" };

function labelsXml({ labels = {} }: ChartSeries): string {
  const position = labels.position === undefined ? undefined : POSITIONS[labels.position];
  const shown = (name: string, value: boolean | undefined): string => element(`c:${name}`, { val: value ?? false });
  return element("c:dLbls", {},
    ...(labels.numberFormat === undefined ? [] : [element("c:numFmt", { formatCode: labels.numberFormat, sourceLinked: false })]),
    ...(position === undefined ? [] : [element("c:dLblPos", { val: position })]),
    shown("showLegendKey", false), shown("showVal", labels.showValue ?? true), shown("showCatName", labels.showCategoryName), shown("showSerName", labels.showSeriesName), shown("showPercent", labels.showPercentage), shown("showBubbleSize", false),
  );
}
