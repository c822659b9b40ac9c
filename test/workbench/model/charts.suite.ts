import { type Host, openExcel, refusal } from "./excel";

describe("charts", () => {
  let host: Host;
  beforeEach(async () => {
    host = await openExcel();
    await run(async (context, sheet) => {
      sheet.getRange("A1:C5").values = [["Month", "Income", "Total"], ["Jan", 100, 100], ["Feb", -50, 50], ["Mar", 75.5, 125.5], ["Apr", "", 125.5]];
      sheet.getRange("B2:C5").numberFormat = "#,##0.00" as never;
      await context.sync();
    });
  });

  const run = <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> => host.Excel.run((context) => batch(context, context.workbook.worksheets.getFirst()));

  /** Adds a chart of A1:C5, named Income. */
  const withChart = (type: Excel.ChartType | "Doughnut" = "ColumnClustered" as Excel.ChartType, source = "A1:C5") =>
    run(async (context, sheet) => {
      sheet.charts.add(type as Excel.ChartType, sheet.getRange(source)).name = "Income";
      await context.sync();
    });

  /** Sets what `set` sets and reads it back, in another run. */
  async function keeps(path: string, object: (chart: Excel.Chart) => OfficeExtension.ClientObject, set: Record<string, unknown>): Promise<void> {
    await run(async (context, sheet) => {
      Object.assign(object(sheet.charts.getItem("Income")), set);
      await context.sync();
    });
    const read = await reads(object, Object.keys(set));
    expect({ path, ...read }).toEqual({ path, ...set });
  }

  function reads(object: (chart: Excel.Chart) => OfficeExtension.ClientObject, names: readonly string[], chart = "Income"): Promise<Record<string, unknown>> {
    return run(async (context, sheet) => {
      const again = object(sheet.charts.getItem(chart));
      (again as unknown as { load(names: string): void }).load(names.join(","));
      await context.sync();
      return Object.fromEntries(names.map((name) => [name, (again as unknown as Record<string, unknown>)[name]]));
    });
  }

  const seriesOf = (chart = "Income") =>
    run(async (context, sheet) => {
      const series = sheet.charts.getItem(chart).series;
      series.load("items/name,items/chartType");
      await context.sync();
      const values = series.items.map((one) => ({ name: one.name, values: one.getDimensionValues("Values"), categories: one.getDimensionValues("Categories") }));
      await context.sync();
      return values.map((one) => ({ name: one.name, values: one.values.value as unknown[], categories: one.categories.value as unknown[] }));
    });

  const months = ["Jan", "Feb", "Mar", "Apr"];

  describe("a chart reads its source as Excel does", () => {
    test("by columns, with names above and categories at the left", async () => {
      await withChart();
      expect(await seriesOf()).toEqual([{ name: "Income", values: [100, -50, 75.5, ""], categories: months }, { name: "Total", values: [100, 50, 125.5, 125.5], categories: months }]);
    });
    test("by rows when it is told so, or when there are more columns than rows", async () => {
      await run(async (context, sheet) => {
        sheet.charts.add("Line", sheet.getRange("A1:C5"), "Rows").name = "told";
        sheet.charts.add("Line", sheet.getRange("A1:C2")).name = "wide";
        await context.sync();
      });
      expect((await seriesOf("told")).map(({ name }) => name)).toEqual(months);
      expect(await seriesOf("wide")).toEqual([{ name: "Jan", values: [100, 100], categories: ["Income", "Total"] }]);
    });
    test("days are categories, other numbers are a series, and without names they are numbered", async () => {
      await run(async (context, sheet) => {
        sheet.getRange("E1:F3").values = [[46000, 1], [46031, 2], [46062, 3]];
        sheet.charts.add("Line", sheet.getRange("E1:F3")).name = "plain";
        await context.sync();
        sheet.getRange("E1:E3").numberFormat = "mmm yy" as never;
        sheet.charts.add("Line", sheet.getRange("E1:F3")).name = "days";
        await context.sync();
      });
      expect((await seriesOf("plain")).map(({ name }) => name)).toEqual(["Series1", "Series2"]);
      expect(await seriesOf("days")).toEqual([{ name: "Series1", values: [1, 2, 3], categories: [46000, 46031, 46062] }]);
    });
  });

  describe("properties of a chart come back as they were set", () => {
    beforeEach(() => withChart());
    test("of the chart", () => keeps("Chart", (c) => c, { name: "Income", left: 50, top: 33, width: 400.5, height: 222, chartType: "Line", displayBlanksAs: "Zero", plotVisibleOnly: false }));
    test("of its title, and of the title's font", async () => {
      await keeps("ChartTitle", (c) => c.title, { text: "Income by month", visible: false, overlay: true });
      await keeps("ChartFont", (c) => c.title.format.font, { bold: true, italic: true, underline: "Single", color: "#1B2A33", size: 12, name: "Arial" });
    });
    test("of its legend", async () => {
      await keeps("ChartLegend", (c) => c.legend, { visible: false, position: "Top", overlay: true });
      await keeps("ChartLegend.font", (c) => c.legend.format.font, { color: "#51626C" });
    });
    test("of its axes", async () => {
      await keeps("ChartAxis", (c) => c.axes.valueAxis, { visible: false, numberFormat: "$#,##0", minimum: -100, maximum: 200, majorUnit: 50, reversePlotOrder: true, tickLabelPosition: "Low", majorTickMark: "Outside" });
      await keeps("ChartAxis", (c) => c.axes.categoryAxis, { categoryType: "TextAxis", tickLabelSpacing: 2, linkNumberFormat: true });
      await keeps("ChartLineFormat", (c) => c.axes.categoryAxis.format.line, { color: "#D9E0E3", weight: 1.5, lineStyle: "Dash" });
      await keeps("ChartAxis.font", (c) => c.axes.valueAxis.format.font, { size: 8 });
      await keeps("ChartGridlines", (c) => c.axes.valueAxis.majorGridlines, { visible: false });
      await keeps("ChartGridlines.line", (c) => c.axes.valueAxis.majorGridlines.format.line, { color: "#EEEEEE" });
      await keeps("ChartAxisTitle", (c) => c.axes.valueAxis.title, { text: "Dollars", visible: true });
      await keeps("ChartAxisTitle.font", (c) => c.axes.valueAxis.title.format.font, { bold: true });
      expect(await reads((c) => c.axes.getItem("Value"), ["type", "axisGroup"])).toEqual({ type: "Value", axisGroup: "Primary" });
    });
    test("of its series", async () => {
      const series = (c: Excel.Chart) => c.series.getItemAt(1);
      await keeps("ChartSeries", series, { name: "Running total", chartType: "LineMarkers", axisGroup: "Secondary", hasDataLabels: true, gapWidth: 60, overlap: 20, smooth: true, markerStyle: "Circle", markerSize: 7, markerBackgroundColor: "#1F6B5C", markerForegroundColor: "#12493F", doughnutHoleSize: 60 });
      await keeps("ChartLineFormat", (c) => series(c).format.line, { color: "#3B6EA8", weight: 2.25, lineStyle: "Continuous" });
      await keeps("ChartDataLabels", (c) => series(c).dataLabels, { showValue: true, showCategoryName: true, showSeriesName: true, showPercentage: true, position: "Top", numberFormat: "0", separator: " · ", linkNumberFormat: false });
      await keeps("ChartDataLabels.font", (c) => series(c).dataLabels.format.font, { size: 8 });
      expect(await reads((c) => c.axes.getItem("Value", "Secondary"), ["axisGroup", "visible"])).toEqual({ axisGroup: "Secondary", visible: true });
    });
    test("of borders", () => keeps("ChartBorder", (c) => c.format.border, { color: "#D9E0E3", lineStyle: "None", weight: 2 }));
  });

  test("fills are set and cleared; office.js lets nobody read them, the file has them", async () => {
    await withChart();
    await run(async (context, sheet) => {
      const chart = sheet.charts.getItem("Income");
      chart.format.fill.setSolidColor("#FFFFFF");
      chart.format.font.color = "#51626C";
      chart.series.getItemAt(0).format.fill.setSolidColor("#1F6B5C");
      chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#C0312B");
      chart.series.getItemAt(0).points.getItemAt(1).format.border.color = "#FFFFFF";
      chart.series.getItemAt(1).format.fill.clear();
      chart.series.getItemAt(1).format.line.clear();
      chart.format.border.clear();
      await context.sync();
    });
    expect(host.grid.charts()[0]).toMatchObject({
      fill: "#FFFFFF",
      font: { color: "#51626C" },
      border: { lineStyle: "None" },
      series: [{ fill: "#1F6B5C", points: { 1: { fill: "#C0312B", border: { color: "#FFFFFF" } } } }, { fill: "none", line: { lineStyle: "None" } }],
    });
  });

  test("what was not said is as Excel has it", async () => {
    await withChart();
    expect(await reads((c) => c.title, ["text", "visible"])).toEqual({ text: "Chart Title", visible: true });
    expect(await reads((c) => c.legend, ["visible", "position"])).toEqual({ visible: true, position: "Bottom" });
    expect(await reads((c) => c.axes.valueAxis, ["visible", "minimum", "numberFormat", "linkNumberFormat"])).toEqual({ visible: true, minimum: "", numberFormat: "#,##0.00", linkNumberFormat: true });
    expect(await reads((c) => c.axes.valueAxis.majorGridlines, ["visible"])).toEqual({ visible: true });
    expect(await reads((c) => c.axes.categoryAxis.majorGridlines, ["visible"])).toEqual({ visible: false });
    expect(await reads((c) => c.series.getItemAt(0).dataLabels, ["numberFormat"])).toEqual({ numberFormat: "#,##0.00" });
    await run(async (context, sheet) => {
      sheet.charts.add("Line", sheet.getRange("A1:B5")).name = "one";
      await context.sync();
    });
    expect(await reads((c) => c.title, ["text"], "one")).toEqual({ text: "Income" });
    expect(await reads((c) => c.legend, ["visible"], "one")).toEqual({ visible: false });
  });

  test("charts are found by name and number, and go", async () => {
    await withChart();
    await run(async (context, sheet) => {
      const { charts } = sheet;
      charts.add("Doughnut", sheet.getRange("A1:B4"));
      charts.load("items/name,items/id,count");
      const none = charts.getItemOrNullObject("Nothing");
      const count = charts.getCount();
      await context.sync();
      expect([charts.items.map(({ name }) => name), charts.count, count.value, none.isNullObject]).toEqual([["Income", "Chart 2"], 2, 2, true]);
      expect(charts.items[0]?.id).not.toBe(charts.items[1]?.id);
      charts.items[0]?.load("width");
      const second = charts.getItemAt(1);
      second.worksheet.load("name");
      await context.sync();
      expect([charts.items[0]?.width, second.worksheet.name]).toEqual([360, "Sheet1"]);
      charts.getItem("income").delete();
      charts.load("items/name");
      await context.sync();
      expect(charts.items.map(({ name }) => name)).toEqual(["Chart 2"]);
    });
  });

  test("series come, get their cells and go", async () => {
    await withChart(undefined, "A1:B5");
    await run(async (context, sheet) => {
      const { series } = sheet.charts.getItem("Income");
      const total = series.add("=Sheet1!C1");
      total.setValues(sheet.getRange("C2:C5"));
      total.setXAxisValues(sheet.getRange("A2:A5"));
      total.name = "=Sheet1!C1";
      series.add("first", 0);
      series.load("count");
      const number = series.getCount();
      const { points } = series.getItemAt(1);
      points.load("count,items/value");
      const pointCount = points.getCount();
      await context.sync();
      expect([series.count, number.value, points.count, pointCount.value, points.items.map(({ value }) => value)]).toEqual([3, 3, 4, 4, [100, -50, 75.5, ""]]);
    });
    expect((await seriesOf()).map(({ name }) => name)).toEqual(["first", "Income", "Total"]);
    await run(async (context, sheet) => {
      sheet.charts.getItem("Income").series.getItemAt(0).delete();
      await context.sync();
    });
    expect(await seriesOf()).toEqual([{ name: "Income", values: [100, -50, 75.5, ""], categories: months }, { name: "Total", values: [100, 50, 125.5, 125.5], categories: months }]);
  });

  test("other cells keep the looks that series have by their number", async () => {
    await withChart();
    await run(async (context, sheet) => {
      const chart = sheet.charts.getItem("Income");
      chart.series.getItemAt(0).format.fill.setSolidColor("#1F6B5C");
      chart.setData(sheet.getRange("A1:B3"), "Columns");
      await context.sync();
    });
    expect(await seriesOf()).toEqual([{ name: "Income", values: [100, -50], categories: ["Jan", "Feb"] }]);
    expect(host.grid.charts()[0]?.series[0]?.fill).toBe("#1F6B5C");
  });

  test("a chart lies over cells, and goes with them", async () => {
    await withChart();
    const box = () => reads((c) => c, ["left", "top", "width", "height"]);
    await run(async (context, sheet) => {
      sheet.charts.getItem("Income").setPosition("B7", "E16");
      await context.sync();
    });
    expect(await box()).toEqual({ left: 48, top: 90, width: 192, height: 150 });
    await run(async (context, sheet) => {
      sheet.getRange("3:4").insert("Down");
      sheet.getRange("A:A").format.columnWidth = 96;
      sheet.getRange("D:D").format.columnWidth = 60;
      await context.sync();
    });
    expect(await box()).toEqual({ left: 96, top: 120, width: 204, height: 150 });
  });

  test("what a chart reads moves with cells, rows and sheets, and grows with a table whose column it is", async () => {
    await run(async (context, sheet) => {
      sheet.tables.add("A1:C5", true).name = "Months";
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C5")).name = "Income";
      await context.sync();
      context.workbook.tables.getItem("Months").rows.add(undefined, [["May", 10, 135.5], ["Jun", 20, 155.5]]);
      sheet.name = "By month";
      await context.sync();
    });
    expect((await seriesOf())[0]).toEqual({ name: "Income", values: [100, -50, 75.5, "", 10, 20], categories: [...months, "May", "Jun"] });
    await run(async (context, sheet) => {
      const { rows } = context.workbook.tables.getItem("Months");
      rows.add(0, [["Dec", 1, 1]]);
      rows.deleteRowsAt(1, 4);
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("A1:A3").insert("Right");
      await context.sync();
    }).catch(() => undefined);
    expect((await seriesOf())[0]).toEqual({ name: "Income", values: [1, 10, 20], categories: ["Dec", "May", "Jun"] });
    expect(host.grid.charts()[0]?.series[1]?.values?.rect).toEqual({ row: 3, column: 2, rows: 3, columns: 1 });
  });

  test("a chart whose sheet goes, goes; one whose cells go keeps its place with nothing to show", async () => {
    await run(async (context, sheet) => {
      const report = context.workbook.worksheets.add("Report");
      report.charts.add("Line", sheet.getRange("A1:B5")).name = "Income";
      sheet.charts.add("Line", sheet.getRange("A1:B5"));
      sheet.delete();
      await context.sync();
    });
    expect(host.grid.charts()).toHaveLength(1);
    expect(await seriesOf()).toEqual([{ name: "Series1", values: [], categories: [] }]);
  });

  type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;
  const refused: [string, string, string, Batch][] = [
    ["a kind that is not drawn", "NotImplemented", "Radar", (_, sheet) => void sheet.charts.add("Radar", sheet.getRange("A1:B5"))],
    ["a chart that is not there", "ItemNotFound", "", (_, sheet) => void sheet.charts.getItem("Nothing").load("name")],
    ["a trend line", "ApiNotFound", "ChartSeries.trendlines", (_, sheet) => void sheet.charts.getItem("Income").series.getItemAt(0).trendlines.add("Linear")],
    ["an odd position of the legend", "InvalidArgument", "ChartLegend.position", (_, sheet) => void (sheet.charts.getItem("Income").legend.position = "Under" as never)],
    ["a negative width", "InvalidArgument", "Chart.width", (_, sheet) => void (sheet.charts.getItem("Income").width = -1)],
    ["an axis of a doughnut", "InvalidOperation", "no axes", (_, sheet) => void (sheet.charts.add("Doughnut", sheet.getRange("A1:B5")).axes.valueAxis.visible = false)],
    ["a second axis that no series uses", "ItemNotFound", "", (_, sheet) => void sheet.charts.getItem("Income").axes.getItem("Value", "Secondary").load("visible")],
    ["a series that is not there", "InvalidArgument", "ChartSeriesCollection.getItemAt", (_, sheet) => void sheet.charts.getItem("Income").series.getItemAt(7).load("name")],
    ["a chart on a protected sheet", "AccessDenied", "protected", (_, sheet) => {
      sheet.protection.protect();
      sheet.charts.add("Line", sheet.getRange("A1:B5"));
    }],
  ];
  test.each(refused)("%s is refused", async (_, code, words, batch) => {
    await withChart();
    const answer = await refusal(host, batch);
    expect(answer?.code).toBe(code);
    expect(answer?.message).toContain(words);
  });
});
