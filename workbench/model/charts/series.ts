import { GAP_WIDTH, HOLE_SIZE, LABELS, MARKER_SIZE, accent, typeOfSeries } from "../../charts/standards";
import { cellsOf, seriesName } from "../../charts/texts";
import { CHART_TYPES, type ChartSeries as SeriesData } from "../../grid/chart";
import { invalidArgument, itemNotFound } from "../../protocol/errors";
import { color, count, flag, number, oneOf, optional, text } from "../../protocol/richApi/checks";
import { type Check, apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { Collection } from "../collection";
import type { Range } from "../range/range";
import { rangeOnly } from "../rangeArgument";
import { ChartDataLabelFormat, ChartPointFormat, ChartSeriesFormat } from "./looks";
import { type ChartOwner, Part, keep, kept, keptAs, membersOf } from "./part";

export class ChartSeriesCollection extends Collection<ChartSeries> {
  static override readonly api = apiType("ChartSeriesCollection", { count: reads(), getCount: takes(), getItemAt: takes(count), add: takes(optional(text), optional(count)) });

  constructor(private readonly owner: ChartOwner) {
    super();
  }

  get items(): ChartSeries[] {
    return this.owner.info.series.map((_, index) => new ChartSeries(this.owner, index));
  }

  get count(): number {
    return this.owner.info.series.length;
  }

  /** At the end when no index is given; it has no values yet. */
  add(name: string | undefined, index = this.count): ChartSeries {
    if (index > this.count) throw invalidArgument("ChartSeriesCollection.add", `there are ${this.count} series`);
    const { info } = this.owner;
    const fresh: SeriesData = { values: null, ...(info.series[0]?.categories ? { categories: info.series[0].categories } : {}), ...(name === undefined ? {} : { name }) };
    this.owner.replace({ ...info, series: [...info.series.slice(0, index), fresh, ...info.series.slice(index)] });
    return new ChartSeries(this.owner, index);
  }
}

const chartType: Check = oneOf(...CHART_TYPES);
const MARKERS = ["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus"];
const properties = {
  axisGroup: kept<ChartSeries>(oneOf("Primary", "Secondary"), "Primary"),
  hasDataLabels: kept<ChartSeries>(flag, false),
  gapWidth: kept<ChartSeries>(number, GAP_WIDTH),
  overlap: keptAs<ChartSeries>(number, ({ type }) => (/Stacked/.test(type) ? 100 : 0)),
  markerStyle: keptAs<ChartSeries>(oneOf(...MARKERS), ({ type }) => (/Markers/.test(type) ? "Automatic" : "None")),
  markerSize: kept<ChartSeries>(number, MARKER_SIZE),
  markerBackgroundColor: keptAs<ChartSeries>(color, ({ index }) => accent(index)),
  markerForegroundColor: keptAs<ChartSeries>(color, ({ index }) => accent(index)),
  smooth: kept<ChartSeries>(flag, false),
  doughnutHoleSize: kept<ChartSeries>(number, HOLE_SIZE),
};

/** A series is known by its number among the others. */
export class ChartSeries extends Part {
  static readonly api = apiType("ChartSeries", {
    ...membersOf(properties),
    name: writes(text),
    chartType: writes(chartType),
    format: leadsTo(),
    dataLabels: leadsTo(),
    points: leadsTo(),
    setValues: takes(rangeOnly),
    setXAxisValues: takes(rangeOnly),
    getDimensionValues: takes(oneOf("Categories", "Values")),
    delete: takes(),
  });

  constructor(owner: ChartOwner, readonly index: number) {
    super(owner, ["series", index]);
  }

  get info(): SeriesData {
    const series = this.owner.info.series[this.index];
    if (!series) throw itemNotFound("ChartSeries");
    return series;
  }

  override get said(): Readonly<Record<string, unknown>> {
    return this.info as unknown as Readonly<Record<string, unknown>>;
  }

  get type(): string {
    return typeOfSeries(this.owner.info, this.info);
  }

  get chartType(): string {
    return this.type;
  }

  set chartType(type: string) {
    this.say({ type });
  }

  get name(): string {
    return seriesName(this.owner.workbook.grid, this.info, this.index);
  }

  /** A text, or with "=" the cell that holds it. */
  set name(name: string) {
    const range = name.startsWith("=") ? this.owner.workbook.findRange(name.slice(1)) : undefined;
    if (range === null) throw invalidArgument("ChartSeries.name", `there is no cell ${name}`);
    this.say({ name: range ? referenceTo(range) : name });
  }

  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.owner, this.path);
  }

  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this.owner, this.index);
  }

  get points(): ChartPointsCollection {
    return new ChartPointsCollection(this);
  }

  setValues(range: Range): void {
    this.say({ values: referenceTo(range) });
  }

  setXAxisValues(range: Range): void {
    this.say({ categories: referenceTo(range) });
  }

  getDimensionValues(dimension: "Categories" | "Values"): unknown[] {
    const { values, categories } = this.info;
    return cellsOf(this.owner.workbook.grid, dimension === "Values" ? values : categories).map(({ value }) => value);
  }

  delete(): void {
    const { info } = this.owner;
    if (!info.series[this.index]) throw itemNotFound("ChartSeries.delete");
    this.owner.replace({ ...info, series: info.series.filter((_, i) => i !== this.index) });
  }
}
keep(ChartSeries, properties);

export function referenceTo({ sheetId, rect }: Range): NonNullable<SeriesData["values"]> {
  return { sheetId, rect };
}

const labels = {
  showValue: kept<ChartDataLabels>(flag, LABELS.showValue),
  showCategoryName: kept<ChartDataLabels>(flag, LABELS.showCategoryName),
  showSeriesName: kept<ChartDataLabels>(flag, LABELS.showSeriesName),
  showPercentage: kept<ChartDataLabels>(flag, LABELS.showPercentage),
  position: kept<ChartDataLabels>(oneOf("Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom", "BestFit"), "OutsideEnd"),
  linkNumberFormat: keptAs<ChartDataLabels>(flag, ({ said }) => said.numberFormat === undefined),
  separator: kept<ChartDataLabels>(text, LABELS.separator),
};

/** What is written beside the points of a series, once it has data labels. */
export class ChartDataLabels extends Part {
  static readonly api = apiType("ChartDataLabels", { ...membersOf(labels), numberFormat: writes(text), format: leadsTo() });

  constructor(owner: ChartOwner, private readonly index: number) {
    super(owner, ["series", index, "labels"]);
  }

  get numberFormat(): string {
    const { numberFormat } = this.said;
    return typeof numberFormat === "string" ? numberFormat : cellsOf(this.owner.workbook.grid, this.owner.info.series[this.index]?.values)[0]?.numberFormat ?? "General";
  }

  set numberFormat(numberFormat: string) {
    this.say({ numberFormat, linkNumberFormat: false });
  }

  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this.owner, this.path);
  }
}
keep(ChartDataLabels, labels);

export class ChartPointsCollection extends Collection<ChartPoint> {
  static override readonly api = apiType("ChartPointsCollection", { count: reads(), getCount: takes(), getItemAt: takes(count) });

  constructor(private readonly series: ChartSeries) {
    super();
  }

  get items(): ChartPoint[] {
    const points = cellsOf(this.series.owner.workbook.grid, this.series.info.values);
    return points.map((_, index) => new ChartPoint(this.series, index));
  }

  get count(): number {
    return this.getCount();
  }
}

/** One column, marker or slice. */
export class ChartPoint {
  static readonly api = apiType("ChartPoint", { value: reads(), format: leadsTo() });

  constructor(private readonly series: ChartSeries, readonly index: number) {}

  get value(): unknown {
    return this.series.getDimensionValues("Values")[this.index];
  }

  get format(): ChartPointFormat {
    return new ChartPointFormat(this.series.owner, [...this.series.path, "points", String(this.index)]);
  }
}
