import { bottom } from "../../grid/a1";
import { invalidArgument } from "../../protocol/errors";
import { anything, count, either, flag, listOf, optional, whole } from "../../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../../protocol/richApi/members";
import { Collection } from "../collection";
import type { Range } from "../range/range";
import { Range as RangeHandle } from "../range/range";
import { shiftBlock } from "../range/shiftCells";
import type { Table } from "./table";

export class TableRowCollection extends Collection<TableRow> {
  static override readonly api = apiType("TableRowCollection", {
    count: reads(),
    getCount: takes(),
    getItemAt: takes(count),
    add: takes(optional(whole), optional(anything), optional(flag)),
    deleteRows: takes(listOf(either(whole, anything))),
    deleteRowsAt: takes(count, optional(count)),
  });

  constructor(private readonly table: Table) {
    super();
  }

  get items(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.table, index));
  }

  get count(): number {
    return this.table.info.rect.rows - 1 - (this.table.info.totals ? 1 : 0);
  }

  /** Inserted before the row `index`, at the end without one; what stands below the table is pushed down. */
  add(index = -1, values: unknown = undefined): TableRow {
    const where = "TableRowCollection.add";
    this.table.demand(where);
    const { workbook } = this.table;
    const { rect, sheetId, totals } = this.table.info;
    const before = this.count;
    const at = index < 0 ? before : index;
    if (at > before) throw invalidArgument(where, `the table has ${before} rows`);
    const rows = rowsOf(values, rect.columns, where);
    const fresh = { ...rect, row: rect.row + 1 + at, rows: rows.length };
    if (at < before || totals) {
      shiftBlock(workbook, sheetId, fresh, "row", 1, where);
      workbook.tableLayer.dressRows(this.table.id, fresh.row, fresh.rows);
    } else {
      const below = workbook.grid.read(sheetId, fresh).some((row) => row.some((cell) => cell.value !== "" || cell.formula !== undefined));
      if (below) shiftBlock(workbook, sheetId, fresh, "row", 1, where);
      workbook.tableLayer.extend(this.table.id, rows.length);
    }
    new RangeHandle(workbook, sheetId, fresh).values = rows;
    workbook.tableLayer.fillCalculated(this.table.id, fresh.row, fresh.rows);
    return new TableRow(this.table, at);
  }

  deleteRowsAt(index: number, rows = 1): void {
    removeRows(this.table, index, rows, "TableRowCollection.deleteRowsAt");
  }

  deleteRows(rows: readonly (number | TableRow)[]): void {
    const indexes = rows.map((row) => (typeof row === "number" ? row : row.index)).sort((a, b) => b - a);
    for (const index of indexes) removeRows(this.table, index, 1, "TableRowCollection.deleteRows");
  }
}

export class TableRow {
  static readonly api = apiType("TableRow", { index: reads(), values: writes(anything), getRange: takes(), delete: takes() });

  constructor(private readonly table: Table, readonly index: number) {}

  get values(): unknown {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  getRange(): Range {
    return this.table.getDataBodyRange().getRow(this.index);
  }

  delete(): void {
    removeRows(this.table, this.index, 1, "TableRow.delete");
  }
}

function rowsOf(values: unknown, columns: number, where: string): unknown[][] {
  if (!Array.isArray(values)) return [new Array<unknown>(columns).fill(values ?? null)];
  const rows = (Array.isArray(values[0]) ? values : [values]) as unknown[][];
  if (rows.some((row) => row.length !== columns)) throw invalidArgument(where, `each row has ${columns} values`);
  return rows;
}

/** A table keeps one blank row when its last one is deleted. */
function removeRows(table: Table, index: number, rows: number, where: string): void {
  table.demand(where);
  const { rect, sheetId } = table.info;
  const body = table.getDataBodyRange().rect;
  if (index < 0 || index + rows > body.rows) throw invalidArgument(where, `there is no row ${index}`);
  const whole = rows === body.rows;
  const gone = { ...rect, row: body.row + index + (whole ? 1 : 0), rows: rows - (whole ? 1 : 0) };
  if (gone.rows > 0) shiftBlock(table.workbook, sheetId, gone, "row", -1, where);
  if (!whole) return;
  const blank = table.getDataBodyRange();
  blank.values = [new Array<string>(rect.columns).fill("")];
  table.workbook.tableLayer.fillCalculated(table.id, bottom(blank.rect), 1);
}
