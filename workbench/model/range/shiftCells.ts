import { MAX_COLUMNS, MAX_ROWS, bottom, covers, intersect, right } from "../../grid/a1";
import { mapChartReferences, shiftReference } from "../../grid/charts";
import { type Shift, shiftFormula } from "../../grid/formulaText";
import type { CellInput, Style, TableInfo, Validation } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { insertDeleteConflict, invalidArgument } from "../../protocol/errors";
import type { Workbook } from "../workbook";
import type { Range } from "./range";

/** Makes room at the range: whole rows or columns, or only its cells, pushing down or to the right what stands there. */
export function insertCells(range: Range, direction: "Down" | "Right"): void {
  const { grid, sheetId, rect } = range;
  const { tableLayer } = range.workbook;
  const wholeRows = range.isEntireRow;
  const wholeColumns = range.isEntireColumn;
  range.demand(wholeRows ? "allowInsertRows" : wholeColumns ? "allowInsertColumns" : "structure", "Range.insert");
  if (wholeRows) {
    if (direction !== "Down") throw invalidArgument("Range.insert", "whole rows go down");
    tableLayer.shifting(() => grid.insertRows(sheetId, rect.row, rect.rows));
  } else if (wholeColumns) {
    if (direction !== "Right") throw invalidArgument("Range.insert", "whole columns go to the right");
    tableLayer.shifting(() => grid.insertColumns(sheetId, rect.column, rect.columns));
    tableLayer.columnsChanged(sheetId);
  } else shiftBlock(range.workbook, sheetId, rect, direction === "Down" ? "row" : "column", 1, "Range.insert");
}

export function deleteCells(range: Range, direction: "Up" | "Left"): void {
  const { grid, sheetId, rect } = range;
  const { tableLayer } = range.workbook;
  const wholeRows = range.isEntireRow;
  const wholeColumns = range.isEntireColumn;
  range.demand(wholeRows ? "allowDeleteRows" : wholeColumns ? "allowDeleteColumns" : "structure", "Range.delete");
  if (wholeRows) {
    demandHeadersKept(grid.tables(), sheetId, rect, "Range.delete");
    tableLayer.shifting(() => grid.deleteRows(sheetId, rect.row, rect.rows));
    tableLayer.rowsGone();
    return;
  }
  if (wholeColumns) tableLayer.shifting(() => grid.deleteColumns(sheetId, rect.column, rect.columns));
  else shiftBlock(range.workbook, sheetId, rect, direction === "Up" ? "row" : "column", -1, "Range.delete");
  if (direction === "Left") tableLayer.columnsGone();
}

/**
 * Moves the cells beyond a rectangle by its size along one axis: away from it (sign 1) or over it (-1). Tables that lie wholly in the way move
 * along, one that surrounds the rectangle over its full cross-section grows or shrinks, and one that would be torn is a conflict. References follow.
 */
export function shiftBlock(workbook: Workbook, sheetId: string, rect: Rect, axis: "row" | "column", sign: 1 | -1, where: string): void {
  const { grid } = workbook;
  const size = axis === "row" ? rect.rows : rect.columns;
  const used = grid.usedRect(sheetId);
  const end = used ? (axis === "row" ? bottom(used) : right(used)) : 0;
  const beyond = axis === "row" ? { ...rect, rows: MAX_ROWS - rect.row } : { ...rect, columns: MAX_COLUMNS - rect.column };
  const tables = grid.tables().filter((t) => t.sheetId === sheetId);
  for (const table of tables) if (isTorn(table, rect, beyond, axis, sign)) throw insertDeleteConflict(where);

  const from = axis === "row" ? rect.row : rect.column;
  const first = sign > 0 ? from : from + size;
  const length = end - first + 1;
  workbook.quietly(() => {
    if (length > 0) moveCells(workbook, sheetId, rect, axis, first, length, sign * size);
    else if (sign < 0) empty(workbook, sheetId, rect);
    moveReferences(workbook, sheetId, { axis, at: from, count: sign * size, within: rect });
    for (const table of tables) {
      const moved = moveTable(table.rect, rect, axis, sign * size);
      if (moved) grid.setTableRect(table.id, moved);
    }
  });
  workbook.announceShift({ sheetId, rect, changeType: sign > 0 ? "CellInserted" : "CellDeleted", shiftDirection: axis === "row" ? (sign > 0 ? "Down" : "Up") : sign > 0 ? "Right" : "Left" });
}

/** The cells from `first` on, `length` long, go `by` further (or back); what they leave is blank. */
function moveCells(workbook: Workbook, sheetId: string, rect: Rect, axis: "row" | "column", first: number, length: number, by: number): void {
  const { grid } = workbook;
  const source: Rect = axis === "row" ? { ...rect, row: first, rows: length } : { ...rect, column: first, columns: length };
  const cells = grid.read(sheetId, source);
  const styles = cells.map((row, i) => row.map((_, j) => grid.styleOf(sheetId, source.row + i, source.column + j)));
  const rules = cells.map((row, i) => row.map((_, j) => grid.validationAt(sheetId, source.row + i, source.column + j)));
  const target = axis === "row" ? { ...source, row: first + by } : { ...source, column: first + by };
  const size = Math.abs(by);
  const gap: Rect = by > 0 ? rect : axis === "row" ? { ...rect, row: bottom(source) + 1 - size, rows: size } : { ...rect, column: right(source) + 1 - size, columns: size };
  grid.clearStyle(sheetId, source);
  grid.clearStyle(sheetId, target);
  grid.write(sheetId, target, cells.map((row) => row.map((cell): CellInput => (cell.formula === undefined ? { value: cell.value } : { formula: cell.formula }))));
  grid.style(sheetId, target, styles as Style[][]);
  if (rules.some((row) => row.some(Boolean))) {
    grid.setValidation(sheetId, source, null);
    for (const { rule, at, rows, column } of downwards(rules)) grid.setValidation(sheetId, { row: target.row + at, column: target.column + column, rows, columns: 1 }, rule);
  }
  empty(workbook, sheetId, gap);
}

/** Cells with the same rule below one another take it together: one by one a long table would take minutes. */
function downwards(rules: readonly (readonly (Validation | null)[])[]): { readonly rule: Validation; readonly column: number; readonly at: number; rows: number }[] {
  return (rules[0] ?? []).flatMap((_, column) => {
    const runs: { readonly rule: Validation; readonly column: number; readonly at: number; rows: number }[] = [];
    rules.forEach((row, at) => {
      const [rule, last] = [row[column], runs.at(-1)];
      if (!rule) return;
      if (last && last.at + last.rows === at && isSame(last.rule, rule)) last.rows += 1;
      else runs.push({ rule, column, at, rows: 1 });
    });
    return runs;
  });
}

const isSame = (one: Validation, other: Validation): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

function empty(workbook: Workbook, sheetId: string, rect: Rect): void {
  workbook.grid.write(sheetId, rect, Array.from({ length: rect.rows }, () => new Array<CellInput>(rect.columns).fill({ value: "" })));
}

function moveReferences(workbook: Workbook, sheetId: string, shift: Shift): void {
  const { grid } = workbook;
  const sheetName = grid.sheets().find((s) => s.id === sheetId)?.name ?? "";
  workbook.tableLayer.rewriteFormulas((formula, on) => shiftFormula(formula, on === sheetId, sheetName, shift));
  const tables = grid.tables().filter((table) => table.sheetId === sheetId);
  for (const chart of grid.charts()) {
    const moved = mapChartReferences(chart, (reference) => shiftReference(reference, sheetId, shift, tables));
    if (moved !== chart) grid.setChart(moved);
  }
}

function isTorn({ rect: table }: TableInfo, rect: Rect, beyond: Rect, axis: "row" | "column", sign: 1 | -1): boolean {
  if (!intersect(table, beyond)) return false;
  const wide = axis === "row" ? rect.column <= table.column && right(rect) >= right(table) : rect.row <= table.row && bottom(rect) >= bottom(table);
  if (!wide) return true;
  if (axis === "column" || sign > 0) return false;
  return !covers(rect, table) && rect.row <= table.row && bottom(rect) >= table.row; // the header would go, the body stay
}

function moveTable(table: Rect, rect: Rect, axis: "row" | "column", count: number): Rect | null {
  const [start, size, at] = axis === "row" ? [table.row, table.rows, rect.row] : [table.column, table.columns, rect.column];
  const beyond = axis === "row" ? intersect(table, { ...rect, rows: MAX_ROWS - rect.row }) : intersect(table, { ...rect, columns: MAX_COLUMNS - rect.column });
  if (!beyond) return null;
  const changed = (from: number, length: number) => (axis === "row" ? { ...table, row: from, rows: length } : { ...table, column: from, columns: length });
  if (count > 0) return at <= start ? changed(start + count, size) : changed(start, size + count);
  const removedBefore = Math.max(0, Math.min(start, at - count) - at);
  const removedInside = Math.max(0, Math.min(start + size, at - count) - Math.max(start, at));
  return changed(start - removedBefore, size - removedInside);
}

function demandHeadersKept(tables: readonly TableInfo[], sheetId: string, rect: Rect, where: string): void {
  for (const table of tables) {
    if (table.sheetId !== sheetId || covers(rect, { ...table.rect, column: rect.column, columns: 1 })) continue;
    if (rect.row <= table.rect.row && bottom(rect) >= table.rect.row) throw insertDeleteConflict(where);
  }
}
