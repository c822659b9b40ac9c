import { palette } from "../../journal/palette";
import { type ChartPlan, PLACE, type TablePlan } from "../../journal/schema";

/** The cells of a table's column: with its header, or the body alone. */
export type ColumnCells = (header: string, withHeader: boolean) => Excel.Range;

/** A chart of columns, and of a line through them where the plan has one. It grows with the table whose columns it shows. */
export function addChart(sheet: Excel.Worksheet, plan: ChartPlan, column: ColumnCells, room: Excel.Range): void {
  const chart = sheet.charts.add("ColumnClustered", column(plan.columns.header, true), "Columns");
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.title.format.font.color = palette.ink;
  chart.title.format.font.size = 13;
  if (plan.line) chart.legend.position = "Bottom";
  else chart.legend.visible = false;
  chart.axes.valueAxis.numberFormat = "#,##0";
  // a month below zero does not hide its name
  chart.axes.categoryAxis.tickLabelPosition = "Low";
  chart.axes.valueAxis.majorGridlines.format.line.color = palette.line;
  const columns = chart.series.getItemAt(0);
  columns.setValues(column(plan.columns.header, false));
  columns.name = plan.columns.header;
  columns.setXAxisValues(column(plan.categories, false));
  columns.format.fill.setSolidColor(plan.columns.color);
  if (plan.line) addLine(chart, plan.line, column(plan.line.header, false), column(plan.categories, false));
  // an empty week is a place of its own, and so is what lies outside of them
  else chart.axes.categoryAxis.categoryType = "TextAxis";
  chart.setPosition(room.getCell(0, 0), room.getLastCell());
}

function addLine(chart: Excel.Chart, { header, color }: NonNullable<ChartPlan["line"]>, values: Excel.Range, categories: Excel.Range): void {
  const line = chart.series.add(header);
  line.setValues(values);
  line.setXAxisValues(categories);
  line.chartType = "Line";
  line.format.line.color = color;
  line.format.line.weight = 2;
}

/** A tall row, or a part of one, for a chart. */
export function roomOf(sheet: Excel.Worksheet, row: number, [from, to]: readonly [number, number], height: number): Excel.Range {
  const room = sheet.getRangeByIndexes(row, PLACE.column + from, 1, to - from + 1);
  room.format.rowHeight = height;
  return room;
}

/** The columns of a table that is laid out after its chart, with one row. */
export function columnsToCome(sheet: Excel.Worksheet, headerRow: number, { columns }: TablePlan): ColumnCells {
  return (header, withHeader) => sheet.getRangeByIndexes(headerRow + (withHeader ? 0 : 1), PLACE.column + columns.findIndex((one) => one.header === header), withHeader ? 2 : 1, 1);
}
