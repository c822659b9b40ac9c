import { inWords } from "../../workbench/charts/inWords";
import { pictureOf } from "../../workbench/charts/picture";
import { excelInNode } from "../../workbench/harness/inNode";

const NOTHING = "";

/** Lays out rows from A1, makes a chart of them and hands it to `say`; answers what would be drawn. */
async function picture(type: Excel.ChartType | "ColumnClustered" | "Line" | "Doughnut" | "ColumnStacked100", rows: unknown[][], say: (chart: Excel.Chart, sheet: Excel.Worksheet) => void = () => undefined) {
  const host = await excelInNode();
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("A1").getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1);
    range.values = rows;
    await context.sync();
    say(sheet.charts.add(type as Excel.ChartType, range), sheet);
    await context.sync();
  });
  const picture = pictureOf(host.grid, host.grid.charts()[0]!);
  host.grid.dispose();
  return picture;
}

const MONTHS = [["Month", "Income", "Total"], ["Jan", 100, 100], ["Feb", -50, 50], ["Mar", NOTHING, 50]];

test("columns with a line over them are drawn against two axes when they are told so", async () => {
  const { series, axes, legend } = await picture("ColumnClustered", MONTHS, (chart) => {
    const total = chart.series.getItemAt(1);
    total.chartType = "Line";
    total.axisGroup = "Secondary";
    total.format.line.color = "#3B6EA8";
    chart.series.getItemAt(0).format.fill.setSolidColor("#1F6B5C");
  });
  expect(series.map(({ name, kind, isSecondary, values }) => ({ name, kind, isSecondary, values }))).toEqual([
    { name: "Income", kind: "bar", isSecondary: false, values: [100, -50, null] },
    { name: "Total", kind: "line", isSecondary: true, values: [100, 50, 50] },
  ]);
  expect([series[0]?.colors[0], series[1]?.line.color, legend?.position]).toEqual(["#1F6B5C", "#3B6EA8", "Bottom"]);
  expect(axes.secondaryValue).toMatchObject({ visible: true, gridlines: null });
  expect(axes.value.gridlines).not.toBeNull();
});

test("labels say values as the cells show them, or in a format of their own", async () => {
  const { series } = await picture("Line", MONTHS, (chart, sheet) => {
    sheet.getRange("B2:C4").numberFormat = "#,##0.00" as never;
    for (const index of [0, 1]) chart.series.getItemAt(index).hasDataLabels = true;
    chart.series.getItemAt(1).dataLabels.numberFormat = "$0";
    chart.series.getItemAt(1).dataLabels.showCategoryName = true;
  });
  expect(series.map(({ labels }) => labels?.texts)).toEqual([["100.00", "-50.00", ""], ["Jan, $100", "Feb, $50", "Mar, $50"]]);
});

test("slices have colours of their own and can say their share", async () => {
  const { isRound, series, legend } = await picture("Doughnut", [["Ticker", "Collateral"], ["KO", 6000], ["F", 2000]], (chart) => {
    const [only] = [chart.series.getItemAt(0)];
    only.hasDataLabels = true;
    only.dataLabels.set({ showValue: false, showPercentage: true, showCategoryName: true, separator: " " });
    only.points.getItemAt(1).format.fill.setSolidColor("#B7791F");
    only.doughnutHoleSize = 60;
  });
  expect([isRound, series[0]?.hole, series[0]?.labels?.texts, legend !== null]).toEqual([true, 60, ["KO 75%", "F 25%"], true]);
  expect(series[0]?.colors).toEqual(["#4472C4", "#B7791F"]);
});

test("months stand as far apart as they are, unless they are to stand side by side", async () => {
  const rows = [["Month", "Income"], ["2026-01-01", 1], ["2026-02-01", 2], ["2026-05-01", 5]];
  const format = (sheet: Excel.Worksheet) => void (sheet.getRange("A2:A4").numberFormat = "mmm yy" as never);
  const byDay = await picture("Line", rows, (_, sheet) => format(sheet));
  expect([byDay.categories, byDay.series[0]?.values]).toEqual([["Jan 26", "Feb 26", "Mar 26", "Apr 26", "May 26"], [1, 2, null, null, 5]]);
  const asText = await picture("Line", rows, (chart, sheet) => {
    format(sheet);
    chart.axes.categoryAxis.categoryType = "TextAxis";
  });
  expect([asText.categories, asText.series[0]?.values]).toEqual([["Jan 26", "Feb 26", "May 26"], [1, 2, 5]]);
});

test("days, and days that repeat", async () => {
  const days = await picture("Line", [["Day", "Cash"], ["2026-01-05", 1], ["2026-01-08", 2]]);
  expect(days.series[0]?.values).toEqual([1, null, null, 2]);
  const twice = await picture("Line", [["Day", "Cash"], ["2026-01-05", 1], ["2026-01-05", 2], ["2026-01-08", 3]]);
  expect(twice.series[0]?.values).toEqual([1, 2, 3]);
});

test("blanks and #N/A are gaps, texts are zero; blanks are zero when the chart is told so", async () => {
  const rows = [["Month", "Income"], ["Jan", "#N/A"], ["Feb", "n/a"], ["Mar", NOTHING]];
  const values = (say?: (chart: Excel.Chart) => void) => picture("Line", rows, say).then(({ series }) => series[0]?.values);
  expect(await values()).toEqual([null, 0, null]);
  expect(await values((chart) => void (chart.displayBlanksAs = "Zero"))).toEqual([0, 0, 0]);
});

test("an axis has the format of its cells, or its own, and what it was told", async () => {
  const { axes } = await picture("ColumnClustered", MONTHS, (chart) => {
    chart.axes.valueAxis.set({ minimum: -200, majorUnit: 100, numberFormat: "$0" });
    chart.axes.valueAxis.title.text = "Dollars";
    chart.axes.categoryAxis.set({ tickLabelPosition: "Low", reversePlotOrder: true });
    chart.axes.categoryAxis.majorGridlines.visible = true;
  });
  expect(axes.value).toMatchObject({ minimum: -200, maximum: null, step: 100, numberFormat: "$0", title: { text: "Dollars" }, gridlines: { color: "#D9D9D9" } });
  expect(axes.category).toMatchObject({ labels: "Low", reversed: true, gridlines: { weight: 0.75 }, title: null });
});

test("stacks are told from shares", async () => {
  const { series } = await picture("ColumnStacked100", MONTHS);
  expect(series.map(({ stacked, overlap }) => [stacked, overlap])).toEqual([["share", 100], ["share", 100]]);
});

test("in words: title, series and values by category; long ones are cut", async () => {
  const short = await picture("ColumnClustered", MONTHS, (chart, sheet) => {
    chart.title.text = "Income by month";
    sheet.getRange("B2:B4").numberFormat = "#,##0.00" as never;
  });
  expect(inWords(short)).toBe("Chart: Income by month. Income: Jan 100.00, Feb -50.00. Total: Jan 100, Feb 50, Mar 50.");
  const long = await picture("Line", [["Day", "Cash"], ...Array.from({ length: 60 }, (_, i) => [`d${i}`, i])]);
  expect(inWords(long)).toContain("d39 39, and 20 more.");
  const nothing = await picture("Line", [["Day", "Cash"], ["a", NOTHING]], (chart) => void (chart.title.visible = false));
  expect(inWords(nothing)).toBe("Chart. Cash: no values.");
});
