import { MAX_COLUMNS, MAX_ROWS, around, bottom, formatRect, intersect, quoteSheet, right } from "../../grid/a1";
import type { Cell, CellInput, Grid, Rect, Style } from "../../grid/grid";
import { contractReferences } from "../../grid/structuredRefs";
import { valueType } from "../../grid/values";
import { ApiError, invalidArgument, itemNotFound } from "../../protocol/errors";
import { anything, count, flag, oneOf, optional, whole } from "../../protocol/richApi/checks";
import { apiType, leadsTo, onRequest, reads, takes, writes } from "../../protocol/richApi/members";
import { readWritten, spread, tableAt } from "../cells";
import { ConditionalFormatCollection } from "../conditionalFormats";
import { demandUnprotected } from "../protection";
import { rangeOrAddress } from "../rangeArgument";
import { TableCollection } from "../table/tables";
import type { Workbook } from "../workbook";
import { Worksheet } from "../worksheet";
import { DataValidation } from "./dataValidation";
import { RangeFormat } from "./format";
import { deleteCells, insertCells } from "./shiftCells";

type Where = string;

/** A rectangle of cells: nothing but where it is; all else is looked up in the grid. */
export class Range {
  static readonly api = apiType("Range", {
    values: writes(anything),
    formulas: writes(anything),
    numberFormat: writes(anything),
    text: reads(),
    valueTypes: reads(),
    address: reads(),
    rowIndex: reads(),
    columnIndex: reads(),
    rowCount: reads(),
    columnCount: reads(),
    cellCount: reads(),
    isEntireColumn: reads(),
    isEntireRow: reads(),
    columnHidden: onRequest(writes(flag)),
    worksheet: leadsTo(),
    format: leadsTo(),
    dataValidation: leadsTo(),
    conditionalFormats: leadsTo(),
    getCell: takes(whole, whole),
    getRow: takes(whole),
    getColumn: takes(whole),
    getLastRow: takes(),
    getLastColumn: takes(),
    getLastCell: takes(),
    getEntireColumn: takes(),
    getEntireRow: takes(),
    getRowsBelow: takes(optional(whole)),
    getRowsAbove: takes(optional(whole)),
    getColumnsAfter: takes(optional(whole)),
    getColumnsBefore: takes(optional(whole)),
    getOffsetRange: takes(whole, whole),
    getResizedRange: takes(whole, whole),
    getAbsoluteResizedRange: takes(count, count),
    getBoundingRect: takes(rangeOrAddress),
    getIntersection: takes(rangeOrAddress),
    getIntersectionOrNullObject: takes(rangeOrAddress),
    getUsedRange: takes(optional(flag)),
    getUsedRangeOrNullObject: takes(optional(flag)),
    getSurroundingRegion: takes(),
    getTables: takes(optional(flag)),
    clear: takes(optional(oneOf("All", "Formats", "Contents"))),
    insert: takes(oneOf("Down", "Right")),
    delete: takes(oneOf("Up", "Left")),
    select: takes(),
    calculate: takes(),
    _ValidateArraySize: takes(count, count),
  });

  readonly grid: Grid;

  constructor(readonly workbook: Workbook, readonly sheetId: string, readonly rect: Rect) {
    this.grid = workbook.grid;
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.workbook, this.sheetId);
  }

  get address(): string {
    return `${quoteSheet(this.worksheet.name)}!${formatRect(this.rect)}`;
  }

  get rowIndex(): number {
    return this.rect.row;
  }

  get columnIndex(): number {
    return this.rect.column;
  }

  get rowCount(): number {
    return this.rect.rows;
  }

  get columnCount(): number {
    return this.rect.columns;
  }

  get cellCount(): number {
    const cells = this.rect.rows * this.rect.columns;
    return cells > 2147483647 ? -1 : cells;
  }

  get isEntireColumn(): boolean {
    return this.rect.rows === MAX_ROWS;
  }

  get isEntireRow(): boolean {
    return this.rect.columns === MAX_COLUMNS;
  }

  get values(): unknown {
    return this.unbounded ? null : this.map((cell) => cell.value);
  }

  set values(values: unknown) {
    this.put(values, "Range.values");
  }

  /** As Excel shows them: inside a table without the table's name. */
  get formulas(): unknown {
    if (this.unbounded) return null;
    const tables = this.grid.tables();
    return this.map((cell, row, column) => (cell.formula === undefined ? cell.value : contractReferences(cell.formula, tableAt(tables, this.sheetId, row, column)?.name)));
  }

  set formulas(formulas: unknown) {
    this.put(formulas, "Range.formulas");
  }

  get text(): unknown {
    return this.unbounded ? null : this.grid.text(this.existing(), this.rect);
  }

  get valueTypes(): unknown {
    return this.unbounded ? null : this.map((cell) => valueType(cell.value));
  }

  get numberFormat(): unknown {
    return this.unbounded ? null : this.map((cell) => cell.numberFormat);
  }

  set numberFormat(formats: unknown) {
    const where = "Range.numberFormat";
    this.demand("allowFormatCells", where);
    const rect = this.extent();
    const patches = spread(formats, rect, where).map((row) => row.map((format): Style | undefined => {
      if (format === null || format === undefined) return undefined;
      if (typeof format !== "string") throw invalidArgument(where, `a number format is a text, not ${JSON.stringify(format)}`);
      return { numberFormat: format === "General" ? null : format };
    }));
    this.grid.style(this.sheetId, rect, patches);
  }

  get columnHidden(): boolean {
    return this.grid.columnWidth(this.sheetId, this.rect.column) === 0;
  }

  set columnHidden(hidden: boolean) {
    this.demand("allowFormatColumns", "Range.columnHidden");
    this.grid.hideColumns(this.sheetId, this.rect.column, this.rect.columns, hidden);
  }

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

  /** Cells with contents: what is only formatted does not count here, while Excel counts it unless valuesOnly is said. */
  getUsedRangeOrNullObject(): Range | null {
    const used = this.grid.usedRect(this.existing());
    const part = used && intersect(used, this.rect);
    return part && this.at(part, "Range.getUsedRangeOrNullObject");
  }

  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0);
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

  select(): void {
    this.grid.select(this.existing(), this.rect);
  }

  /** The range's formulas are calculated again. */
  calculate(): void {
    this.workbook.recalculate([{ sheetId: this.existing(), rect: this.rect }]);
  }

  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rect.rows || columns !== this.rect.columns) spread([[]], { ...this.rect, rows: rows + 1 }, "Range.values");
  }

  /** Throws when the sheet is gone. */
  existing(): string {
    return this.worksheet.info.id;
  }

  /** Throws AccessDenied when the sheet's protection does not allow the operation on these cells. */
  demand(operation: Parameters<typeof demandUnprotected>[3], where: Where): void {
    demandUnprotected(this.workbook, this.existing(), this.rect, operation, where);
  }

  /** The rectangle; of whole columns or rows as much as a person would look at (used cells and a screenful), since formats of a million cells are not kept one by one. */
  extent(): Rect {
    if (!this.unbounded) return this.rect;
    const used = this.grid.usedRect(this.existing());
    const screen = { row: 0, column: 0, rows: Math.max(1000, used ? bottom(used) + 1 : 0), columns: Math.max(26, used ? right(used) + 1 : 0) };
    return intersect(this.rect, screen) ?? this.rect;
  }

  private get unbounded(): boolean {
    return this.isEntireColumn || this.isEntireRow;
  }

  private map<T>(pick: (cell: Cell, row: number, column: number) => T): T[][] {
    return this.grid.read(this.existing(), this.rect).map((cells, i) => cells.map((cell, j) => pick(cell, this.rect.row + i, this.rect.column + j)));
  }

  private put(values: unknown, where: Where): void {
    if (this.unbounded) throw new ApiError("UnsupportedOperation", "This operation is not supported on an unbounded range.", where);
    this.demand("edit", where);
    this.grid.write(this.sheetId, this.rect, readWritten(this.grid, this.sheetId, this.rect, values, where));
  }

  private other(range: Range | string): Range {
    return typeof range === "string" ? this.worksheet.getRange(range) : range;
  }

  private at(rect: Rect, where: Where): Range {
    const there = rect.row >= 0 && rect.column >= 0 && rect.rows >= 1 && rect.columns >= 1 && bottom(rect) < MAX_ROWS && right(rect) < MAX_COLUMNS;
    if (!there) throw invalidArgument(where, "the range lies outside of the sheet");
    return new Range(this.workbook, this.sheetId, rect);
  }
}
