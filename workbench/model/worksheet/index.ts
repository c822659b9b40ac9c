import { MAX_COLUMNS, MAX_ROWS, bottom, formatAbsolute, oneCell, quoteSheet, right } from "../../grid/a1";
import type { Grid, SheetInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { ApiError, invalidArgument, itemAlreadyExists, itemNotFound } from "../../protocol/errors";
import { ChartCollection } from "../charts";
import { FreezePanes } from "../freezePanes";
import { PageLayout } from "../pageLayout";
import { WorksheetCustomPropertyCollection } from "../properties";
import { WorksheetProtection } from "../protection";
import { Range } from "../range/range";
import { TableCollection } from "../table/tables";
import type { Workbook } from "../workbook";
import { worksheetApi } from "./members";
import { demandSheetName } from "./names";

/** A sheet: its id, all else is looked up. */
export class Worksheet {
  static readonly api = worksheetApi;

  readonly grid: Grid;

  constructor(readonly workbook: Workbook, readonly id: string) {
    this.grid = workbook.grid;
  }

  get info(): SheetInfo {
    const sheet = this.grid.sheets().find((s) => s.id === this.id);
    if (!sheet) throw itemNotFound("Worksheet");
    return sheet;
  }

  get name(): string {
    return this.info.name;
  }

  set name(name: string) {
    demandSheetName(name, "Worksheet.name");
    const { id } = this.info;
    if (this.grid.sheets().some((s) => s.id !== id && s.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists("Worksheet.name");
    this.grid.renameSheet(id, name);
  }

  /** Counted among all sheets, hidden ones too. */
  get position(): number {
    return this.grid.sheets().findIndex((s) => s.id === this.id);
  }

  set position(position: number) {
    if (position >= this.grid.sheets().length) throw invalidArgument("Worksheet.position", `there are ${this.grid.sheets().length} sheets`);
    this.grid.moveSheet(this.info.id, position);
  }

  get visibility(): string {
    if (!this.info.hidden) return "Visible";
    return this.workbook.sheetState(this.id).veryHidden ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: string) {
    const hidden = visibility !== "Visible";
    if (hidden && !this.grid.sheets().some((s) => s.id !== this.id && !s.hidden)) throw onlyVisibleSheet("Worksheet.visibility");
    this.grid.hideSheet(this.info.id, hidden);
    this.workbook.sheetState(this.id).veryHidden = visibility === "VeryHidden";
    this.workbook.changed("visibility");
  }

  get tabColor(): string {
    return this.grid.tabColor(this.info.id);
  }

  set tabColor(tab: string) {
    this.grid.setTabColor(this.info.id, tab);
  }

  get showGridlines(): boolean {
    return this.grid.gridlines(this.info.id);
  }

  set showGridlines(shown: boolean) {
    this.grid.setGridlines(this.info.id, shown);
  }

  get showHeadings(): boolean {
    return this.workbook.sheetState(this.info.id).showHeadings;
  }

  set showHeadings(shown: boolean) {
    this.workbook.sheetState(this.info.id).showHeadings = shown;
    this.workbook.changed("headings");
  }

  get tables(): TableCollection {
    return new TableCollection(this.workbook, this.info.id);
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.workbook, this.info.id);
  }

  get freezePanes(): FreezePanes {
    return new FreezePanes(this);
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.workbook, this.info.id);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this);
  }

  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.workbook, this.info.id);
  }

  getRange(area?: Range | string): Range {
    if (typeof area === "object") return area;
    if (area === undefined) return new Range(this.workbook, this.info.id, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    return this.workbook.rangeAt(area, this.info.id, "Worksheet.getRange");
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    const rect = { row, column, rows, columns };
    if (rows < 1 || columns < 1 || bottom(rect) >= MAX_ROWS || right(rect) >= MAX_COLUMNS) throw invalidArgument("Worksheet.getRangeByIndexes", "the range lies outside of the sheet");
    return new Range(this.workbook, this.info.id, rect);
  }

  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getUsedRangeOrNullObject(): Range | null {
    const used = this.grid.usedRect(this.info.id);
    return used && new Range(this.workbook, this.id, used);
  }

  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject() ?? new Range(this.workbook, this.id, oneCell(0, 0));
  }

  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(1, visibleOnly);
  }

  getNext(visibleOnly = false): Worksheet {
    return found(this.neighbour(1, visibleOnly), "Worksheet.getNext");
  }

  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(-1, visibleOnly);
  }

  getPrevious(visibleOnly = false): Worksheet {
    return found(this.neighbour(-1, visibleOnly), "Worksheet.getPrevious");
  }

  activate(): void {
    if (this.info.hidden) throw new ApiError("InvalidOperation", "A hidden worksheet cannot be activated.", "Worksheet.activate");
    this.grid.activate(this.id);
  }

  /** The sheet's formulas are calculated again. */
  calculate(): void {
    this.workbook.recalculate([{ sheetId: this.info.id, rect: null }]);
  }

  delete(): void {
    const { hidden, id } = this.info;
    if (hidden && this.workbook.sheetState(id).veryHidden) throw new ApiError("InvalidOperation", "A very hidden worksheet cannot be deleted.", "Worksheet.delete");
    if (!this.grid.sheets().some((s) => s.id !== id && !s.hidden)) throw onlyVisibleSheet("Worksheet.delete");
    this.grid.deleteSheet(id);
  }

  /** "'My sheet'!$A$1:$B$2" */
  absolute(rect: Rect): string {
    return `${quoteSheet(this.name)}!${formatAbsolute(rect)}`;
  }

  private neighbour(step: 1 | -1, visibleOnly: boolean): Worksheet | null {
    const sheets = this.grid.sheets();
    for (let i = this.position + step; sheets[i]; i += step) if (!visibleOnly || !sheets[i]?.hidden) return new Worksheet(this.workbook, sheets[i]?.id ?? "");
    return null;
  }
}

function onlyVisibleSheet(where: string): ApiError {
  return new ApiError("InvalidOperation", "A workbook must contain at least one visible worksheet.", where);
}

function found(sheet: Worksheet | null, where: string): Worksheet {
  if (!sheet) throw itemNotFound(where);
  return sheet;
}
