import { formatRect } from "../../grid/a1";
import type { Cell, CellValue } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { isError } from "../../grid/values";
import { inFile } from "../formula";
import { element, textElement } from "../xml";
import type { SheetContext } from "./context";

/** What the attribute `cm` of a cell leads to: "the results of this formula spill". */
export const SPILLS = element("metadata", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:xda": "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" },
  element("metadataTypes", { count: 1 }, element("metadataType", { name: "XLDAPR", minSupportedVersion: 120_000, copy: true, pasteAll: true, pasteValues: true, merge: true, splitFirst: true, rowColShift: true, clearFormats: true, clearComments: true, assign: true, coerce: true, cellMeta: true })),
  element("futureMetadata", { name: "XLDAPR", count: 1 }, element("bk", {}, element("extLst", {}, element("ext", { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" }, element("xda:dynamicArrayProperties", { fDynamic: true, fCollapsed: false }))))),
  element("cellMetadata", { count: 1 }, element("bk", {}, element("rc", { t: 1, v: 0 }))),
);

/** All rows with their cells. A cell without content is there when it looks like something. */
export function cellRows(context: SheetContext, area: Rect): string {
  const { grid, sheetId } = context;
  const plain = grid.rowHeight(sheetId, area.rows + 50);
  const rows = grid.read(sheetId, area).map((cells, row) => {
    const height = grid.rowHeight(sheetId, row);
    const written = cells.map((cell, column) => cellXml(context, cell, row, column)).join("");
    const own = height === plain ? {} : { ht: height * POINTS_OF_A_PIXEL, customHeight: true };
    return written === "" && height === plain ? "" : element("row", { r: row + 1, ...own }, written);
  });
  return element("sheetData", {}, ...rows);
}

const POINTS_OF_A_PIXEL = 0.75;

function cellXml({ grid, sheetId, styles, cells }: SheetContext, cell: Cell, row: number, column: number): string {
  const style = styles.of({ ...grid.styleOf(sheetId, row, column), numberFormat: cell.numberFormat });
  const attributes = { r: formatRect({ row, column, rows: 1, columns: 1 }), s: style > 0 ? style : undefined };
  if (cell.formula !== undefined) {
    const result = cells.result(cell);
    const spill = grid.spill(sheetId, row, column);
    if (spill) cells.spilled();
    const formula = textElement("f", inFile(cell.formula), spill ? { t: "array", ref: formatRect(spill) } : {});
    const all = { ...attributes, cm: spill ? 1 : undefined };
    return result === undefined ? element("c", all, formula) : element("c", { ...all, t: kindOf(result) }, formula, valueXml(result));
  }
  if (cell.value === "") return style > 0 ? element("c", attributes) : "";
  if (typeof cell.value === "string" && !isError(cell.value)) return element("c", { ...attributes, t: "s" }, element("v", {}, String(cells.shared(cell.value))));
  return element("c", { ...attributes, t: kindOf(cell.value) }, valueXml(cell.value));
}

function kindOf(value: CellValue): string | undefined {
  if (typeof value === "number") return undefined;
  return typeof value === "boolean" ? "b" : isError(value) ? "e" : "str";
}

const valueXml = (value: CellValue): string => textElement("v", typeof value === "boolean" ? String(Number(value)) : String(value));
