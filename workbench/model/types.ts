import type { ApiType } from "../protocol/richApi/members";
import { Application, Runtime } from "./application";
import { ChartCollection } from "./charts";
import { ChartAxes, ChartAxis, ChartGridlines } from "./charts/axes";
import { Chart } from "./charts/chart";
import { ChartAreaFormat, ChartAxisFormat, ChartAxisTitleFormat, ChartBorder, ChartDataLabelFormat, ChartFill, ChartFont, ChartGridlinesFormat, ChartLegendFormat, ChartLineFormat, ChartPointFormat, ChartSeriesFormat, ChartTitleFormat } from "./charts/looks";
import { ChartDataLabels, ChartPoint, ChartPointsCollection, ChartSeries, ChartSeriesCollection } from "./charts/series";
import { ChartAxisTitle, ChartLegend, ChartTitle } from "./charts/texts";
import { ConditionalFormat, ConditionalFormatCollection } from "./conditionalFormats";
import { ConditionalFormatRule, ConditionalRangeFill, ConditionalRangeFont, ConditionalRangeFormat, CustomConditionalFormat } from "./conditionalFormats/custom";
import { FreezePanes } from "./freezePanes";
import { NamedItem, NamedItemCollection } from "./names";
import { HeaderFooter, HeaderFooterGroup, PageLayout } from "./pageLayout";
import { CustomProperty, CustomPropertyCollection, DocumentProperties, WorksheetCustomProperty, WorksheetCustomPropertyCollection } from "./properties";
import { WorksheetProtection } from "./protection";
import { RangeBorder, RangeBorderCollection } from "./range/borders";
import { DataValidation } from "./range/dataValidation";
import { RangeFill, RangeFont } from "./range/fillAndFont";
import { RangeFormat } from "./range/format";
import { FormatProtection } from "./range/formatProtection";
import { Range } from "./range/range";
import { Setting, SettingCollection } from "./settings";
import { TableColumn, TableColumnCollection } from "./table/columns";
import { TableRow, TableRowCollection } from "./table/rows";
import { Table } from "./table/table";
import { TableSort } from "./table/tableSort";
import { TableCollection } from "./table/tables";
import { Workbook } from "./workbook";
import { Worksheet } from "./worksheet";
import { WorksheetCollection } from "./worksheets";

/** What of Excel's object model is modelled: type by type, member by member. */
export const apiTypes: readonly ApiType[] = [
  Workbook, Application, Runtime, WorksheetCollection, Worksheet, WorksheetProtection, FreezePanes, PageLayout, HeaderFooterGroup, HeaderFooter,
  Range, RangeFormat, RangeFill, RangeFont, RangeBorderCollection, RangeBorder, FormatProtection, DataValidation,
  ConditionalFormatCollection, ConditionalFormat, CustomConditionalFormat, ConditionalFormatRule, ConditionalRangeFormat, ConditionalRangeFill, ConditionalRangeFont,
  TableCollection, Table, TableSort, TableColumnCollection, TableColumn, TableRowCollection, TableRow,
  ChartCollection, Chart, ChartTitle, ChartTitleFormat, ChartLegend, ChartLegendFormat, ChartAxes, ChartAxis, ChartAxisFormat, ChartAxisTitle, ChartAxisTitleFormat, ChartGridlines, ChartGridlinesFormat,
  ChartSeriesCollection, ChartSeries, ChartSeriesFormat, ChartDataLabels, ChartDataLabelFormat, ChartPointsCollection, ChartPoint, ChartPointFormat, ChartAreaFormat, ChartFill, ChartBorder, ChartLineFormat, ChartFont,
  NamedItemCollection, NamedItem, SettingCollection, Setting, DocumentProperties, CustomPropertyCollection, CustomProperty, WorksheetCustomPropertyCollection, WorksheetCustomProperty,
].map((type) => type.api);
