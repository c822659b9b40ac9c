import { MAX_COLUMNS, MAX_ROWS, bottom, formatRect, intersect, quoteSheet, right } from "../../grid/a1";
import type { Cell, Grid, Style } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { contractReferences } from "../../grid/structuredRefs";
import { valueType } from "../../grid/values";
import { ApiError, invalidArgument } from "../../protocol/errors";
import { readWritten, spread, tableAt } from "../cells";
import { demandUnprotected } from "../protection";
import type { Workbook } from "../workbook";
import { Worksheet } from "../worksheet";

/** What is in the cells of a rectangle, and what may be done to them. */
export abstract class RangeContents {
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
  demand(operation: Parameters<typeof demandUnprotected>[3], where: string): void {
    demandUnprotected(this.workbook, this.existing(), this.rect, operation, where);
  }

  /** The rectangle; of whole columns or rows as much as a person would look at (used cells and a screenful), since formats of a million cells are not kept one by one. */
  extent(): Rect {
    if (!this.unbounded) return this.rect;
    const used = this.grid.usedRect(this.existing());
    const screen = { row: 0, column: 0, rows: Math.max(1000, used ? bottom(used) + 1 : 0), columns: Math.max(26, used ? right(used) + 1 : 0) };
    return intersect(this.rect, screen) ?? this.rect;
  }

  protected get unbounded(): boolean {
    return this.isEntireColumn || this.isEntireRow;
  }

  private map<T>(pick: (cell: Cell, row: number, column: number) => T): T[][] {
    return this.grid.read(this.existing(), this.rect).map((cells, i) => cells.map((cell, j) => pick(cell, this.rect.row + i, this.rect.column + j)));
  }

  private put(values: unknown, where: string): void {
    if (this.unbounded) throw new ApiError("UnsupportedOperation", "This operation is not supported on an unbounded range.", where);
    this.demand("edit", where);
    this.grid.write(this.sheetId, this.rect, readWritten(this.grid, this.sheetId, this.rect, values, where));
  }
}
