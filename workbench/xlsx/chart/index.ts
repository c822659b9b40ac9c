import type { Chart, ChartAxis, ChartSeries, ChartType } from "../../grid/chart";
import { element, text } from "../xml";
import { fillXml, lineXml, shape, words } from "./looks";
import { type ReferenceText, seriesXml } from "./series";

/** A chart as a file keeps it: series of one kind together, all on the same two axes. */
export function chartXml(chart: Chart, reference: ReferenceText): string {
  const { title, legend } = chart;
  const kinds = [...new Set(chart.series.map((series) => series.type ?? chart.type))];
  const isRound = kinds.some((kind) => kind === "Pie" || kind === "Doughnut");
  if (chart.series.some(({ axisGroup }) => axisGroup === "Secondary")) throw new Error(`${chart.name}: a second pair of axes is not written into files`);
  const shownTitle = title.visible !== false && title.text !== undefined;
  return element("c:chartSpace", { "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    element("c:roundedCorners", { val: false }),
    element("c:chart", {},
      ...(shownTitle ? [element("c:title", {}, element("c:tx", {}, element("c:rich", {}, element("a:bodyPr"), element("a:p", {}, element("a:pPr", {}, words("a:defRPr", title.font)), element("a:r", {}, words("a:rPr", title.font), element("a:t", {}, text(title.text ?? "")))))), element("c:overlay", { val: title.overlay ?? false }))] : []),
      element("c:autoTitleDeleted", { val: !shownTitle }),
      element("c:plotArea", {},
        element("c:layout"),
        ...kinds.map((kind) => groupXml(kind, chart.series.flatMap((series, index) => ((series.type ?? chart.type) === kind ? [{ series, index }] : [])), reference, isRound)),
        ...(isRound ? [] : [categoryAxis(chart, formatOfCategories(chart, reference), kinds.some((kind) => kind.startsWith("Bar"))), valueAxis(chart, kinds.some((kind) => kind.startsWith("Bar")))]),
      ),
      ...(legend.visible === false ? [] : [element("c:legend", {}, element("c:legendPos", { val: LEGEND[legend.position ?? "Right"] ?? "r" }), element("c:overlay", { val: legend.overlay ?? false }))]),
      element("c:plotVisOnly", { val: chart.plotVisibleOnly ?? true }),
      element("c:dispBlanksAs", { val: { NotPlotted: "gap", Zero: "zero", Interplotted: "span" }[chart.displayBlanksAs ?? "NotPlotted"] }),
    ),
    shape(fillXml(chart.fill ?? "#FFFFFF"), lineXml(chart.border ?? { color: "#D9D9D9", weight: 0.75 })),
  );
}

const LEGEND: Readonly<Record<string, string>> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
const [CATEGORY_AXIS, VALUE_AXIS] = [10001, 10002];
const axes = [element("c:axId", { val: CATEGORY_AXIS }), element("c:axId", { val: VALUE_AXIS })];

interface Placed {
  readonly series: ChartSeries;
  readonly index: number;
}

function groupXml(kind: ChartType, all: readonly Placed[], reference: ReferenceText, isRound: boolean): string {
  const grouping = kind.endsWith("100") ? "percentStacked" : kind.includes("Stacked") ? "stacked" : kind.startsWith("Column") || kind.startsWith("Bar") ? "clustered" : "standard";
  const series = all.map((one) => seriesXml(kind, one.series, one.index, reference));
  const varied = element("c:varyColors", { val: isRound });
  const first = all[0]?.series;
  if (kind === "Pie") return element("c:pieChart", {}, varied, ...series, element("c:firstSliceAng", { val: 0 }));
  if (kind === "Doughnut") return element("c:doughnutChart", {}, varied, ...series, element("c:firstSliceAng", { val: 0 }), element("c:holeSize", { val: first?.doughnutHoleSize ?? 50 }));
  if (kind.startsWith("Line")) return element("c:lineChart", {}, element("c:grouping", { val: grouping }), varied, ...series, element("c:marker", { val: true }), ...axes);
  if (kind.startsWith("Area")) return element("c:areaChart", {}, element("c:grouping", { val: grouping }), varied, ...series, ...axes);
  const overlap = first?.overlap ?? (grouping === "clustered" ? undefined : 100);
  return element("c:barChart", {}, element("c:barDir", { val: kind.startsWith("Bar") ? "bar" : "col" }), element("c:grouping", { val: grouping }), varied, ...series,
    element("c:gapWidth", { val: first?.gapWidth ?? 150 }), ...(overlap === undefined ? [] : [element("c:overlap", { val: overlap })]), ...axes);
}

function formatOfCategories({ series }: Chart, reference: ReferenceText): string {
  const categories = series.find((one) => one.categories)?.categories;
  return (categories ? reference(categories).numbers : null) ?? "General";
}

function categoryAxis(chart: Chart, format: string, lying: boolean): string {
  const axis = chart.axes.category;
  return element("c:catAx", {}, ...axisStart(CATEGORY_AXIS, axis, lying ? "l" : "b"), ...axisLooks(axis, format, "none"), element("c:crossAx", { val: VALUE_AXIS }), element("c:crosses", { val: "autoZero" }), element("c:auto", { val: axis.categoryType !== "TextAxis" }), element("c:noMultiLvlLbl", { val: false }));
}

function valueAxis(chart: Chart, lying: boolean): string {
  const axis = chart.axes.value;
  return element("c:valAx", {}, ...axisStart(VALUE_AXIS, axis, lying ? "b" : "l"), ...(axis.majorGridlines?.visible === false ? [] : [element("c:majorGridlines", {}, shape(lineXml(axis.majorGridlines?.line ?? { color: "#D9D9D9" })))]),
    ...axisLooks(axis, "General", "none"), element("c:crossAx", { val: CATEGORY_AXIS }), element("c:crosses", { val: "autoZero" }), element("c:crossBetween", { val: "between" }));
}

function axisStart(id: number, axis: ChartAxis, side: string): string[] {
  const bound = (name: string, value: number | "" | undefined): string[] => (typeof value === "number" ? [element(name, { val: value })] : []);
  return [
    element("c:axId", { val: id }),
    element("c:scaling", {}, element("c:orientation", { val: axis.reversePlotOrder ? "maxMin" : "minMax" }), ...bound("c:max", axis.maximum), ...bound("c:min", axis.minimum)),
    element("c:delete", { val: axis.visible === false }),
    element("c:axPos", { val: side }),
  ];
}

function axisLooks(axis: ChartAxis, format: string, tick: string): string[] {
  return [
    element("c:numFmt", { formatCode: axis.numberFormat ?? format, sourceLinked: axis.numberFormat === undefined }),
    element("c:majorTickMark", { val: tick }),
    element("c:minorTickMark", { val: "none" }),
    // labels stand below the plot, also where a column goes down from zero
    element("c:tickLblPos", { val: { NextToAxis: "nextTo", High: "high", Low: "low", None: "none" }[axis.tickLabelPosition ?? "NextToAxis"] }),
    ...(axis.line ? [shape(lineXml(axis.line))] : []),
  ];
}
