import { MAX_COLUMNS, MAX_ROWS, around, bottom, intersect, right } from "../../grid/a1";
import type { CellInput, Grid } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { invalidArgument, itemNotFound } from "../../protocol/errors";
import { ConditionalFormatCollection } from "../conditionalFormats";
import { TableCollection } from "../table/tables";
import { RangeContents } from "./contents";
import { DataValidation } from "./dataValidation";
import { RangeFormat } from "./format";
import { copyCells } from "./copyCells";
import { rangeApi } from "./members";
import { type SearchCriteria, search } from "./search";
import { deleteCells, insertCells } from "./shiftCells";

/** A rectangle of cells: nothing but where it is; all else is looked up in the grid. */
export class Range extends RangeContents {
  static readonly api = rangeApi;

  get format(): RangeFormat {
    return new RangeFormat(this);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }

  getCell(row: number, column: number): Range {
    return this.at({ row: this.rect.row + row, column: this.rect.column + column, rows: 1, columns: 1 }, "Range.getCell");
  }

  getRow(row: number): Range {
    return this.at({ ...this.rect, row: this.rect.row + row, rows: 1 }, "Range.getRow");
  }

  getColumn(column: number): Range {
    return this.at({ ...this.rect, column: this.rect.column + column, columns: 1 }, "Range.getColumn");
  }

  getLastRow(): Range {
    return this.getRow(this.rect.rows - 1);
  }

  getLastColumn(): Range {
    return this.getColumn(this.rect.columns - 1);
  }

  getLastCell(): Range {
    return this.getCell(this.rect.rows - 1, this.rect.columns - 1);
  }

  getEntireColumn(): Range {
    return this.at({ ...this.rect, row: 0, rows: MAX_ROWS }, "Range.getEntireColumn");
  }

  getEntireRow(): Range {
    return this.at({ ...this.rect, column: 0, columns: MAX_COLUMNS }, "Range.getEntireRow");
  }

  getRowsBelow(rows = 1): Range {
    if (rows < 0) return this.at({ ...this.rect, row: bottom(this.rect) + 1 + rows, rows: -rows }, "Range.getRowsBelow");
    return this.at({ ...this.rect, row: bottom(this.rect) + 1, rows }, "Range.getRowsBelow");
  }

  getRowsAbove(rows = 1): Range {
    return this.at({ ...this.rect, row: this.rect.row - rows, rows }, "Range.getRowsAbove");
  }

  getColumnsAfter(columns = 1): Range {
    return this.at({ ...this.rect, column: right(this.rect) + 1, columns }, "Range.getColumnsAfter");
  }

  getColumnsBefore(columns = 1): Range {
    return this.at({ ...this.rect, column: this.rect.column - columns, columns }, "Range.getColumnsBefore");
  }

  getOffsetRange(rows: number, columns: number): Range {
    return this.at({ ...this.rect, row: this.rect.row + rows, column: this.rect.column + columns }, "Range.getOffsetRange");
  }

  getResizedRange(rows: number, columns: number): Range {
    return this.at({ ...this.rect, rows: this.rect.rows + rows, columns: this.rect.columns + columns }, "Range.getResizedRange");
  }

  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.at({ ...this.rect, rows, columns }, "Range.getAbsoluteResizedRange");
  }

  getBoundingRect(other: Range | string): Range {
    return this.at(around(this.rect, this.other(other).rect), "Range.getBoundingRect");
  }

  getIntersectionOrNullObject(other: Range | string): Range | null {
    const there = this.other(other);
    const common = there.sheetId === this.sheetId ? intersect(this.rect, there.rect) : null;
    return common && this.at(common, "Range.getIntersectionOrNullObject");
  }

  getIntersection(other: Range | string): Range {
    const common = this.getIntersectionOrNullObject(other);
    if (!common) throw itemNotFound("Range.getIntersection");
    return common;
  }

  /** The smallest rectangle around the contents of these cells, whatever stands beside them. What is only formatted does not count here, while Excel counts it unless valuesOnly is said. */
  getUsedRangeOrNullObject(): Range | null {
    const used = this.grid.usedRect(this.existing());
    const part = used && intersect(used, this.rect);
    const filled = part && filledRect(this.grid, this.sheetId, part);
    return filled && this.at(filled, "Range.getUsedRangeOrNullObject");
  }

  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0);
  }

  /** Where the results of this cell's formula stand; none when they do not spill. */
  getSpillingToRangeOrNullObject(): Range | null {
    const { row, column } = this.rect;
    const spill = this.rect.rows * this.rect.columns === 1 ? this.grid.spill(this.existing(), row, column) : null;
    return spill && this.at(spill, "Range.getSpillingToRangeOrNullObject");
  }

  /** Grows until it is bounded by blank rows and columns. */
  getSurroundingRegion(): Range {
    const used = this.grid.usedRect(this.existing());
    let region = this.rect;
    for (let grown = used !== null; grown && used; ) {
      const ring = intersect({ row: Math.max(0, region.row - 1), column: Math.max(0, region.column - 1), rows: region.rows + 2, columns: region.columns + 2 }, around(used, region));
      if (!ring) break;
      const filled = this.grid.read(this.sheetId, ring).flatMap((row, i) => row.flatMap((cell, j) => (cell.value === "" && cell.formula === undefined ? [] : [{ row: ring.row + i, column: ring.column + j, rows: 1, columns: 1 }])));
      const next = filled.reduce(around, region);
      grown = next.rows !== region.rows || next.columns !== region.columns;
      region = next;
    }
    return this.at(region, "Range.getSurroundingRegion");
  }

  /** Looks for a text as it is shown, row by row; * and ? stand for any characters, ~ takes their meaning away. */
  findOrNullObject(words: string, criteria: SearchCriteria = {}): Range | null {
    const found = search(this.grid.text(this.existing(), this.extent()), words, criteria);
    return found && this.getCell(found.row, found.column);
  }

  find(words: string, criteria: SearchCriteria = {}): Range {
    const found = this.findOrNullObject(words, criteria);
    if (!found) throw itemNotFound("Range.find");
    return found;
  }

  getTables(fullyContained = false): TableCollection {
    return new TableCollection(this.workbook, this.existing(), this.rect, fullyContained);
  }

  clear(applyTo: "All" | "Formats" | "Contents" = "All"): void {
    const rect = this.extent();
    this.demand(applyTo === "Formats" ? "allowFormatCells" : "edit", "Range.clear");
    if (applyTo !== "Formats") this.grid.write(this.sheetId, rect, Array.from({ length: rect.rows }, () => new Array<CellInput>(rect.columns).fill({ value: "" })));
    if (applyTo !== "Contents") this.grid.clearStyle(this.sheetId, rect);
    if (applyTo !== "All") return;
    this.grid.setValidation(this.sheetId, rect, null);
    this.conditionalFormats.clearAll();
  }

  insert(shift: "Down" | "Right"): Range {
    insertCells(this, shift);
    return this;
  }

  delete(shift: "Up" | "Left"): void {
    deleteCells(this, shift);
  }

  copyFrom(source: Range | string, what = "All", skipBlanks = false): void {
    copyCells(this, this.other(source), what, skipBlanks);
  }

  private other(range: Range | string): Range {
    return typeof range === "string" ? this.worksheet.getRange(range) : range;
  }

  private at(rect: Rect, where: string): Range {
    const there = rect.row >= 0 && rect.column >= 0 && rect.rows >= 1 && rect.columns >= 1 && bottom(rect) < MAX_ROWS && right(rect) < MAX_COLUMNS;
    if (!there) throw invalidArgument(where, "the range lies outside of the sheet");
    return new Range(this.workbook, this.sheetId, rect);
  }
}

function filledRect(grid: Grid, sheetId: string, part: Rect): Rect | null {
  let [first, last, from, to] = [-1, -1, Infinity, -1];
  grid.read(sheetId, part).forEach((row, i) => {
    const isFilled = row.map((cell) => cell.value !== "" || cell.formula !== undefined);
    const left = isFilled.indexOf(true);
    if (left < 0) return;
    if (first < 0) first = i;
    last = i;
    from = Math.min(from, left);
    to = Math.max(to, isFilled.lastIndexOf(true));
  });
  return first < 0 ? null : { row: part.row + first, column: part.column + from, rows: last - first + 1, columns: to - from + 1 };
}
