import { type Box, anchorOf, anchorOver, boxOf } from "../../grid/chartPlace";
import { CHART_TYPES, type Chart as ChartData, type ChartType } from "../../grid/chart";
import { around } from "../../grid/a1";
import { invalidArgument, itemNotFound } from "../../protocol/errors";
import { flag, number, oneOf, optional, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { demandUnprotected } from "../protection";
import type { Range } from "../range/range";
import { rangeOnly, rangeOrAddress } from "../rangeArgument";
import type { Workbook } from "../workbook";
import { Worksheet } from "../worksheet";
import { ChartAxes } from "./axes";
import { ChartAreaFormat } from "./looks";
import { type ChartOwner, type Says, keep, kept, membersOf } from "./part";
import { ChartSeriesCollection } from "./series";
import { type SeriesBy, seriesOf } from "./source";
import { ChartLegend, ChartTitle } from "./texts";

const properties = { displayBlanksAs: kept<Chart>(oneOf("NotPlotted", "Zero", "Interplotted"), "NotPlotted"), plotVisibleOnly: kept<Chart>(flag, true) };

/** A chart on a sheet: its id, all else is looked up. */
export class Chart implements ChartOwner, Says {
  static readonly api = apiType("Chart", {
    ...membersOf(properties),
    id: reads(),
    name: writes(text),
    chartType: writes(oneOf(...CHART_TYPES)),
    left: writes(number),
    top: writes(number),
    width: writes(number),
    height: writes(number),
    title: leadsTo(),
    legend: leadsTo(),
    axes: leadsTo(),
    series: leadsTo(),
    format: leadsTo(),
    worksheet: leadsTo(),
    setData: takes(rangeOnly, optional(oneOf("Auto", "Columns", "Rows"))),
    setPosition: takes(rangeOrAddress, optional(rangeOrAddress)),
    delete: takes(),
  });

  constructor(readonly workbook: Workbook, readonly id: string) {}

  get info(): ChartData {
    const chart = this.workbook.grid.charts().find(({ id }) => id === this.id);
    if (!chart) throw itemNotFound("Chart");
    return chart;
  }

  get said(): Readonly<Record<string, unknown>> {
    return this.info as unknown as Readonly<Record<string, unknown>>;
  }

  say(patch: Readonly<Record<string, unknown>>): void {
    this.replace({ ...this.info, ...patch });
  }

  replace(chart: ChartData): void {
    this.demand("Chart");
    this.workbook.grid.setChart(chart);
  }

  get name(): string {
    return this.info.name;
  }

  set name(name: string) {
    if (name === "") throw invalidArgument("Chart.name", "a name is expected");
    this.say({ name });
  }

  get chartType(): string {
    return this.info.type;
  }

  /** All series are of this kind from now on. */
  set chartType(type: string) {
    const series = this.info.series.map(({ type: _, ...rest }) => rest);
    this.replace({ ...this.info, type: type as ChartType, series });
  }

  get left(): number {
    return this.box.left;
  }

  set left(left: number) {
    this.place({ ...this.box, left });
  }

  get top(): number {
    return this.box.top;
  }

  set top(top: number) {
    this.place({ ...this.box, top });
  }

  get width(): number {
    return this.box.width;
  }

  set width(width: number) {
    this.place({ ...this.box, width });
  }

  get height(): number {
    return this.box.height;
  }

  set height(height: number) {
    this.place({ ...this.box, height });
  }

  get title(): ChartTitle {
    return new ChartTitle(this, ["title"]);
  }

  get legend(): ChartLegend {
    return new ChartLegend(this, ["legend"]);
  }

  get axes(): ChartAxes {
    return new ChartAxes(this);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this);
  }

  get format(): ChartAreaFormat {
    return new ChartAreaFormat(this, []);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.workbook, this.info.sheetId);
  }

  /** Other cells; what was said of the series by their number stays. */
  setData(range: Range, by: SeriesBy = "Auto"): void {
    const { info } = this;
    const series = seriesOf(range, by).map((fresh, i) => {
      const { name: _, values: __, categories: ___, ...looks } = info.series[i] ?? { values: null };
      return { ...looks, ...fresh };
    });
    this.replace({ ...info, series });
  }

  /** Over these cells. */
  setPosition(start: Range | string, end: Range | string = start): void {
    const [first, last] = [this.worksheet.getRange(start), this.worksheet.getRange(end)];
    if (first.sheetId !== this.info.sheetId || last.sheetId !== first.sheetId) throw invalidArgument("Chart.setPosition", "the cells are on another sheet");
    this.replace({ ...this.info, anchor: anchorOver(around(first.rect, last.rect)) });
  }

  delete(): void {
    this.demand("Chart.delete");
    this.workbook.grid.removeChart(this.info.id);
  }

  private get box(): Box {
    return boxOf(this.workbook.grid, this.info.sheetId, this.info.anchor);
  }

  private place(box: Box): void {
    const odd = Object.entries(box).find(([, size]) => size < 0);
    if (odd) throw invalidArgument(`Chart.${odd[0]}`, `a size from 0 on is expected, not ${String(odd[1])}`);
    this.replace({ ...this.info, anchor: anchorOf(this.workbook.grid, this.info.sheetId, box) });
  }

  private demand(where: string): void {
    demandUnprotected(this.workbook, this.info.sheetId, null, "allowEditObjects", where);
  }
}
keep(Chart, properties);
