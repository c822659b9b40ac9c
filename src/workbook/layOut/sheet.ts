import type { Convention } from "../../calc";
import { tabColors } from "../../journal/palette";
import { STATE, audit } from "../../journal/sheets/reports";
import { LOOK, PLACE, type SheetPlan, headerOf, headerRowOf } from "../../journal/schema";
import { type Survey, markOf } from "../survey";
import { addChart, columnsToCome, roomOf } from "./chart";
import { widthOf } from "./columns";
import { withoutLate } from "./late";
import { layPage } from "./page";
import type { Site } from "./site";
import { dressStrip, layLogCells, repeatState } from "./strip";
import { type TableSite, layTable, writeHeading } from "./table";

/**
 * Lays out one sheet, all in one batch. A table gets its name last: until then the journal does not know it, so whatever a lay-out that was cut off has left is found by
 * the sheet's mark and done again. The lowest table comes first: formulas of an upper one may ask it.
 */
export function laySheet(context: Excel.RequestContext, plan: SheetPlan, site: Site & Pick<TableSite, "asHere"> & { readonly names: Survey["names"] }, mark: "add" | "replace" | "keep", convention: Convention): void {
  const { workbook } = context;
  const early = withoutLate(plan);
  const sheet = site.add ? workbook.worksheets.add(site.sheet) : workbook.worksheets.getItem(site.sheet);
  if (mark === "replace") workbook.names.getItem(markOf(plan)).delete();
  if (mark !== "keep") workbook.names.add(markOf(plan), sheet.getRange("A1"), `Marks the sheet on which Wheel Journal keeps ${plan.name}.`);
  const width = Math.max(...plan.tables.map(({ columns }) => columns.length));
  if (plan.page && site.add) sheet.position = 0;
  if (!site.titled) writeTitle(sheet, plan, width);
  const isAudit = plan.tables.includes(audit);
  if (plan.kind === "report") dressStrip(sheet, width, isAudit);
  if (isAudit) layLogCells(context, sheet, width, site);
  else if (plan.kind === "report" && site.names[STATE] === "there") repeatState(sheet);
  setWidths(sheet, plan, width, convention);
  // a sheet with several tables, or with a chart above its table, keeps only the band in view
  sheet.freezePanes.freezeRows(plan.kind === "report" ? PLACE.strip + 1 : PLACE.header + 1);
  sheet.showGridlines = plan.kind === "typed";
  sheet.tabColor = tabColors[plan.kind];
  sheet.pageLayout.orientation = plan.page ? "Portrait" : "Landscape";
  sheet.pageLayout.zoom = plan.page ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  sheet.pageLayout.setPrintTitleRows(plan.kind === "report" ? `$${PLACE.title + 1}:$${PLACE.strip + 1}` : `$${PLACE.header + 1}:$${PLACE.header + 1}`);
  if (plan.chart) addChart(sheet, plan.chart, columnsToCome(sheet, PLACE.header + 1, plan.tables[0]), roomOf(sheet, PLACE.header, [0, width - 1], plan.chart.height));
  if (plan.page) layPage(context, sheet, plan, plan.page, site.asHere);
  for (const table of [...early.tables].reverse()) {
    const row = headerRowOf(early, table);
    if (table.heading !== undefined) writeHeading(sheet, row - 1, table.heading);
    const item = layTable(sheet, table, { row, body: site.body, table: site.tables[early.tables.indexOf(table)] ?? null, asHere: site.asHere }, convention);
    // on the page there is nothing to filter: its tables read like a printed list
    if (plan.page) item.showFilterButton = false;
  }
}

function writeTitle(sheet: Excel.Worksheet, plan: SheetPlan, width: number): void {
  sheet.getRangeByIndexes(PLACE.title, 0, 2, 1).values = [[plan.title], [plan.subtitle]];
  const title = sheet.getRangeByIndexes(PLACE.title, 0, 1, width).format;
  title.fill.color = LOOK.title.fill;
  title.font.color = LOOK.title.font;
  title.font.size = LOOK.titleSize;
  title.font.bold = true;
  title.verticalAlignment = "Center";
  title.rowHeight = LOOK.titleHeight;
  const subtitle = sheet.getRangeByIndexes(PLACE.subtitle, 0, 1, width).format;
  subtitle.fill.color = LOOK.subtitle.fill;
  subtitle.font.color = LOOK.subtitle.font;
  subtitle.verticalAlignment = "Top";
  subtitle.rowHeight = LOOK.subtitleHeight;
  title.horizontalAlignment = subtitle.horizontalAlignment = "Left";
  title.indentLevel = subtitle.indentLevel = 1;
  if (plan.kind !== "report") sheet.getRangeByIndexes(PLACE.subtitle + 1, 0, 1, 1).format.rowHeight = LOOK.gapHeight;
}

/** Tables that stand under each other share the widths of the sheet's columns. */
function setWidths(sheet: Excel.Worksheet, { tables, page }: SheetPlan, width: number, convention: Convention): void {
  page?.widths.forEach((points, place) => {
    sheet.getRangeByIndexes(PLACE.header, PLACE.column + place, 1, 1).format.columnWidth = points;
  });
  for (let place = 0; place < width && !page; place += 1) {
    const there = tables.flatMap(({ columns }) => columns.slice(place, place + 1));
    const wanted = there.map((column) => widthOf(column, headerOf(column, convention)));
    sheet.getRangeByIndexes(PLACE.header, PLACE.column + place, 1, 1).format.columnWidth = Math.max(...wanted);
  }
}
