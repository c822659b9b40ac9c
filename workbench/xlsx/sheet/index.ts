import { formatRect } from "../../grid/a1";
import type { Rect } from "../../grid/rect";
import type { SheetState } from "../../model/state";
import { argb } from "../styles";
import { element } from "../xml";
import { cellRows } from "./cells";
import { conditionalFormats } from "./conditionals";
import type { SheetContext } from "./context";
import { printSetup } from "./printing";
import { validations } from "./validations";

/** One sheet: what Excel wants in the order in which Excel wants it. Drawing and tables are named by the relations that lead to them. */
export function sheetXml(context: SheetContext, drawing: string | null, tables: readonly string[]): string {
  const { grid, sheetId, state } = context;
  const area = areaOf(context);
  const color = grid.tabColor(sheetId);
  const page = printSetup(state?.pageLayout ?? {});
  return element("worksheet", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    element("sheetPr", {}, ...(color ? [element("tabColor", { rgb: argb(color) })] : []), ...(page.fits ? [element("pageSetUpPr", { fitToPage: true })] : [])),
    element("dimension", { ref: formatRect(area) }),
    sheetView(context),
    element("sheetFormatPr", { defaultRowHeight: 15 }),
    columns(context, area),
    cellRows(context, area),
    protection(state),
    ...conditionalFormats(context),
    validations(context, area),
    ...page.elements,
    ...(drawing ? [element("drawing", { "r:id": drawing })] : []),
    ...(tables.length > 0 ? [element("tableParts", { count: tables.length }, ...tables.map((id) => element("tablePart", { "r:id": id })))] : []),
  );
}

/** What may not be done, where the sheet is protected; a password is not known and not kept. */
function protection(state: SheetState | undefined): string {
  if (!state?.protection) return "";
  if (state.unlocked.length > 0) throw new Error("cells that may be edited on a protected sheet are not written into files");
  const allowed = Object.entries(state.protection.options).filter(([name, on]) => name.startsWith("allow") && on === true).map(([name]) => [name.charAt(5).toLowerCase() + name.slice(6), false] as const);
  return element("sheetProtection", { sheet: true, objects: true, scenarios: true, ...Object.fromEntries(allowed.filter(([name]) => !name.startsWith("edit"))) });
}

/** From A1 to the last cell that holds something or belongs to a table. */
function areaOf({ grid, sheetId, tables }: SheetContext): Rect {
  const all = [grid.usedRect(sheetId), ...tables.map(({ rect }) => rect)].flatMap((rect) => (rect ? [rect] : []));
  return { row: 0, column: 0, rows: Math.max(1, ...all.map(({ row, rows }) => row + rows)), columns: Math.max(1, ...all.map(({ column, columns: width }) => column + width)) };
}

function sheetView({ grid, sheetId, tables, state }: SheetContext): string {
  const { rows, columns: across } = grid.frozen(sheetId);
  const first = tables.length > 0 ? Math.min(...tables.map(({ rect }) => rect.row)) + 1 : 0;
  const cell = formatRect({ row: Math.max(first, rows), column: across, rows: 1, columns: 1 });
  const pane = rows > 0 && across > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const frozen = rows + across > 0;
  const view = {
    showGridLines: grid.gridlines(sheetId) ? undefined : false, showRowColHeaders: state?.showHeadings === false ? false : undefined,
    tabSelected: grid.activeSheet() === sheetId ? true : undefined, workbookViewId: 0,
  };
  return element("sheetViews", {},
    element("sheetView", view,
      ...(frozen ? [element("pane", { xSplit: across || undefined, ySplit: rows || undefined, topLeftCell: formatRect({ row: rows, column: across, rows: 1, columns: 1 }), activePane: pane, state: "frozen" })] : []),
      element("selection", { pane: frozen ? pane : undefined, activeCell: cell, sqref: cell }),
    ),
  );
}

/** Widths count digits of the standard font, seven pixels each. */
function columns({ grid, sheetId }: SheetContext, area: Rect): string {
  const all = Array.from({ length: area.columns }, (_, column) => element("col", { min: column + 1, max: column + 1, width: Math.floor((grid.columnWidth(sheetId, column) / 7) * 256) / 256, customWidth: true }));
  return element("cols", {}, ...all);
}
