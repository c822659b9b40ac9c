import { formatRect } from "../../grid/a1";
import type { Cell, CellValue, Rect } from "../../grid/grid";
import { isError } from "../../grid/values";
import { inFile } from "../formula";
import { element, textElement } from "../xml";
import type { SheetContext } from ".";

export interface CellWriter {
  /** The number of a text in the list that all sheets share. */
  readonly shared: (content: string) => number;
  /** What is written as the result of a formula; undefined leaves it to whoever opens the file. */
  readonly result: (cell: Cell) => CellValue | undefined;
}

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
    const formula = textElement("f", inFile(cell.formula));
    return result === undefined ? element("c", attributes, formula) : element("c", { ...attributes, t: kindOf(result) }, formula, valueXml(result));
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
