import { intersect } from "../../grid/a1";
import type { CellInput, Grid, TableInfo } from "../../grid/grid";
import { invalidArgument, itemNotFound } from "../../protocol/errors";
import { flag, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { demandUnprotected } from "../protection";
import { Range } from "../range/range";
import { rangeOrAddress } from "../rangeArgument";
import type { Workbook } from "../workbook";
import { Worksheet } from "../worksheet";
import { TableColumnCollection } from "./columns";
import { TableRowCollection } from "./rows";
import { TableSort } from "./tableSort";

const STYLE = /^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/;

/** A table: its id, all else is looked up. */
export class Table {
  static readonly api = apiType("Table", {
    id: reads(),
    name: writes(text),
    style: writes(text),
    showHeaders: reads(),
    showTotals: reads(),
    showBandedRows: writes(flag),
    showFilterButton: writes(flag),
    worksheet: leadsTo(),
    columns: leadsTo(),
    rows: leadsTo(),
    sort: leadsTo(),
    getRange: takes(),
    getHeaderRowRange: takes(),
    getDataBodyRange: takes(),
    resize: takes(rangeOrAddress),
    convertToRange: takes(),
    delete: takes(),
  }, ["_RegisterDataChangedEvent", "_RegisterSelectionChangedEvent"]);

  readonly showHeaders = true;
  readonly grid: Grid;

  constructor(readonly workbook: Workbook, readonly id: string) {
    this.grid = workbook.grid;
  }

  get info(): TableInfo {
    const table = this.grid.tables().find((t) => t.id === this.id);
    if (!table) throw itemNotFound("Table");
    return table;
  }

  get name(): string {
    return this.info.name;
  }

  set name(name: string) {
    const { id } = this.info;
    const valid = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^([rc]|[a-z]{1,3}\d+|r\d*c\d*)$/i.test(name);
    if (!valid) throw invalidArgument("Table.name", `${name} cannot be a table's name`);
    const taken = this.grid.tables().some((t) => t.id !== id && same(t.name, name)) || this.grid.names().some((n) => same(n.name, name));
    if (taken) throw invalidArgument("Table.name", `the name ${name} is taken`);
    this.workbook.tableLayer.rename(this.id, name);
  }

  get style(): string {
    return this.info.style;
  }

  set style(style: string) {
    if (!STYLE.test(style)) throw invalidArgument("Table.style", `Excel has no table style ${style}`);
    this.demand("Table.style");
    this.grid.setTableLook(this.info.id, { style });
  }

  get showTotals(): boolean {
    return this.info.totals;
  }

  get showBandedRows(): boolean {
    return this.info.banded;
  }

  set showBandedRows(banded: boolean) {
    this.demand("Table.showBandedRows");
    this.grid.setTableLook(this.info.id, { banded });
  }

  get showFilterButton(): boolean {
    return this.info.filterButtons;
  }

  set showFilterButton(filterButtons: boolean) {
    this.demand("Table.showFilterButton");
    this.grid.setTableLook(this.info.id, { filterButtons });
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.workbook, this.info.sheetId);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get sort(): TableSort {
    return new TableSort(this);
  }

  getRange(): Range {
    const { sheetId, rect } = this.info;
    return new Range(this.workbook, sheetId, rect);
  }

  getHeaderRowRange(): Range {
    return this.getRange().getRow(0);
  }

  getDataBodyRange(): Range {
    const { sheetId, rect, totals } = this.info;
    return new Range(this.workbook, sheetId, { ...rect, row: rect.row + 1, rows: rect.rows - 1 - (totals ? 1 : 0) });
  }

  /** The header row stays where it is; new columns get headers. */
  resize(area: Range | string): void {
    this.demand("Table.resize");
    const { rect, sheetId } = this.info;
    const range = typeof area === "string" ? this.worksheet.getRange(area) : area;
    const next = range.rect;
    const overlaps = this.grid.tables().some((t) => t.id !== this.id && t.sheetId === sheetId && intersect(t.rect, next));
    if (range.sheetId !== sheetId || next.row !== rect.row || next.rows < 2 || !intersect(next, rect) || overlaps) throw invalidArgument("Table.resize", `a table at ${this.getRange().address} cannot take ${range.address}`);
    this.grid.setTableRect(this.id, next);
    this.workbook.tableLayer.completeHeaders(this.id);
    if (next.columns < rect.columns) this.workbook.tableLayer.columnsGone();
  }

  /** The cells stay; references to the table's columns become plain ones in Excel, here they go on naming what is no more. */
  convertToRange(): Range {
    const range = this.getRange();
    this.demand("Table.convertToRange");
    this.workbook.tableLayer.forget(this.id);
    this.grid.removeTable(this.id);
    return range;
  }

  /** The table and its cells. */
  delete(): void {
    this.demand("Table.delete");
    const { sheetId, rect } = this.info;
    this.workbook.tableLayer.forget(this.id);
    this.grid.removeTable(this.id);
    this.grid.write(sheetId, rect, Array.from({ length: rect.rows }, () => new Array<CellInput>(rect.columns).fill({ value: "" })));
    this.grid.clearStyle(sheetId, rect);
  }

  demand(where: string): void {
    demandUnprotected(this.workbook, this.info.sheetId, null, "structure", where);
  }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
