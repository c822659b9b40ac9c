import { palette } from "../../journal/palette";
import { type ChartPlan, PLACE, type TablePlan } from "../../journal/schema";

/** A chart above the table from which it is drawn, in a tall row of its own: columns, and a line through them. It grows with the table. */
export function addChart(sheet: Excel.Worksheet, table: TablePlan, plan: ChartPlan): void {
  const room = sheet.getRangeByIndexes(PLACE.header, PLACE.column, 1, table.columns.length);
  room.format.rowHeight = plan.height;
  const column = (header: string, withHeader: boolean): Excel.Range =>
    sheet.getRangeByIndexes(PLACE.header + (withHeader ? 1 : 2), PLACE.column + table.columns.findIndex((one) => one.header === header), withHeader ? 2 : 1, 1);
  const chart = sheet.charts.add("ColumnClustered", column(plan.columns.header, true), "Columns");
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.title.format.font.color = palette.ink;
  chart.title.format.font.size = 13;
  chart.legend.position = "Bottom";
  chart.axes.valueAxis.numberFormat = "#,##0";
  chart.axes.valueAxis.majorGridlines.format.line.color = palette.line;
  const columns = chart.series.getItemAt(0);
  columns.setValues(column(plan.columns.header, false));
  columns.name = plan.columns.header;
  columns.setXAxisValues(column(plan.categories, false));
  columns.format.fill.setSolidColor(plan.columns.color);
  const line = chart.series.add(plan.line.header);
  line.setValues(column(plan.line.header, false));
  line.setXAxisValues(column(plan.categories, false));
  line.chartType = "Line";
  line.format.line.color = plan.line.color;
  line.format.line.weight = 2;
  chart.setPosition(room.getCell(0, 0), room.getLastCell());
}
