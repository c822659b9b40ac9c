import { formatAbsolute, quoteSheet } from "../grid/a1";
import type { Chart, ChartReference } from "../grid/chart";
import type { SheetInfo } from "../grid/grid";
import { isError } from "../grid/values";
import type { Workbook } from "../model/workbook";
import { chartXml } from "./chart";
import { drawingXml } from "./chart/drawing";
import { namesXml } from "./names";
import { DRAWING, type Part, type Relation, SPREADSHEET, pack } from "./package";
import { type Properties, propertyParts } from "./properties";
import { sheetXml } from "./sheet";
import { SPILLS } from "./sheet/cells";
import type { CellWriter } from "./sheet/context";
import { styleSheet } from "./styles";
import { tableXml } from "./table";
import { webExtension } from "./webExtension";
import { element, textElement } from "./xml";

export interface XlsxOptions extends Omit<Properties, "custom"> {
  /**
   * What stands in the file as the result of each formula: what the grid has calculated, for readers that only show; all of it, errors too, in a file that need not be
   * calculated anew, as Excel saves its own; nothing; or a wrong text, so that whoever reads right numbers must have calculated them.
   */
  readonly results: "calculated" | "saved" | "none" | "wrong";
}

/** The workbook as a real .xlsx file. Whoever opens it calculates it anew, unless it is saved with its results. The same workbook is the same bytes. */
export function xlsxOf(workbook: Workbook, { results, ...properties }: XlsxOptions): Uint8Array {
  const { grid, state } = workbook;
  const sheets = grid.sheets();
  const styles = styleSheet();
  const texts = new Map<string, number>();
  const count = { table: 0, chart: 0, spills: 0 };
  const cells: CellWriter = {
    shared: (content) => texts.get(content) ?? (texts.set(content, texts.size), texts.size - 1),
    result: ({ value }) => {
      if (results === "wrong") return "not calculated";
      return results === "none" || (results === "calculated" && isError(value)) || value === "#BUSY!" ? undefined : value;
    },
    spilled: () => void (count.spills += 1),
  };
  const parts: Part[] = [];
  const put = (part: Part): string => (parts.push(part), part.path);
  const reference = ({ sheetId, rect }: ChartReference) => {
    const cells = grid.read(sheetId, rect).flat();
    return { text: `${quoteSheet(nameOf(sheets, sheetId))}!${formatAbsolute(rect)}`, numbers: cells.every(({ value }) => typeof value === "number") ? (cells[0]?.numberFormat ?? "General") : null };
  };
  const sheetParts = sheets.map(({ id, name }, index): Part => {
    if (results !== "saved" && state.sheets[id]?.protection) throw new Error(`${name}: a protected sheet is not written into files`);
    const leadsTo: Relation[] = [];
    const lead = (kind: string, path: string): string => leadsTo[leadsTo.push({ id: `rId${leadsTo.length + 1}`, kind, path }) - 1]?.id ?? "";
    const charts = grid.charts().filter(({ sheetId }) => sheetId === id);
    const drawing = charts.length > 0 ? lead("drawing", put(drawingPart(index + 1, charts, (chart) => put({ path: `xl/charts/chart${++count.chart}.xml`, type: `${DRAWING}ml.chart+xml`, xml: chartXml(chart, reference) })))) : null;
    const tables = grid.tables().filter(({ sheetId }) => sheetId === id);
    const tableIds = tables.map((table) => {
      const number = ++count.table;
      return lead("table", put({ path: `xl/tables/table${number}.xml`, type: `${SPREADSHEET}table+xml`, xml: tableXml(grid, table, number, state.calculatedColumns[table.id] ?? {}) }));
    });
    return { path: `xl/worksheets/sheet${index + 1}.xml`, type: `${SPREADSHEET}worksheet+xml`, xml: sheetXml({ grid, sheetId: id, state: state.sheets[id], tables, styles, cells }, drawing, tableIds), leadsTo };
  });
  const own = propertyParts({ ...properties, custom: state.customProperties });
  const others: Part[] = [
    { path: "xl/styles.xml", type: `${SPREADSHEET}styles+xml`, xml: styles.xml() },
    { path: "xl/sharedStrings.xml", type: `${SPREADSHEET}sharedStrings+xml`, xml: sharedXml([...texts.keys()]) },
    ...(count.spills > 0 ? [{ path: "xl/metadata.xml", type: `${SPREADSHEET}sheetMetadata+xml`, xml: SPILLS }] : []),
  ];
  const addin = results === "saved" ? webExtension({ ...state.settings, ...state.documentSettings }) : { parts: [], relations: [] };
  const leadsTo = [...sheetParts.map(({ path }) => ["worksheet", path] as const), ["styles", "xl/styles.xml"] as const, ["sharedStrings", "xl/sharedStrings.xml"] as const, ...(count.spills > 0 ? [["sheetMetadata", "xl/metadata.xml"] as const] : [])].map(([kind, path], index) => ({ id: `rId${index + 1}`, kind, path }));
  const book: Part = { path: "xl/workbook.xml", type: `${SPREADSHEET}sheet.main+xml`, xml: workbookXml(workbook, sheets, results !== "saved"), leadsTo };
  return pack([book, ...sheetParts, ...parts, ...others, ...own.parts, ...addin.parts], [{ id: "rId1", kind: "officeDocument", path: book.path }, ...own.relations, ...addin.relations]);
}

function workbookXml(workbook: Workbook, sheets: readonly SheetInfo[], anew: boolean): string {
  const { grid, state } = workbook;
  return element("workbook", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    element("bookViews", {}, element("workbookView", { xWindow: 0, yWindow: 0, windowWidth: 28_800, windowHeight: 16_000, tabRatio: 800, activeTab: sheets.findIndex(({ id }) => id === grid.activeSheet()) })),
    element("sheets", {}, ...sheets.map(({ id, name, hidden }, index) => element("sheet", { name, sheetId: index + 1, state: hidden ? (state.sheets[id]?.veryHidden ? "veryHidden" : "hidden") : undefined, "r:id": `rId${index + 1}` }))),
    namesXml(workbook, sheets),
    element("calcPr", { calcId: 191_029, fullCalcOnLoad: anew ? true : undefined }),
  );
}

function drawingPart(number: number, charts: readonly Chart[], put: (chart: Chart) => string): Part {
  const placed = charts.map((chart, index) => ({ chart, relation: `rId${index + 1}`, path: put(chart) }));
  return { path: `xl/drawings/drawing${number}.xml`, type: `${DRAWING}+xml`, xml: drawingXml(placed), leadsTo: placed.map(({ relation, path }) => ({ id: relation, kind: "chart", path })) };
}

function sharedXml(texts: readonly string[]): string {
  return element("sst", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", uniqueCount: texts.length }, ...texts.map((one) => element("si", {}, textElement("t", one))));
}

function nameOf(sheets: readonly SheetInfo[], sheetId: string): string {
  const found = sheets.find(({ id }) => id === sheetId);
  if (!found) throw new Error(`no sheet ${sheetId}`);
  return found.name;
}
