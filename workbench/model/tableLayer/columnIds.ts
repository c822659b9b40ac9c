import type { TableInfo } from "../../grid/grid";
import type { Workbook } from "../workbook";

/** Excel gives each column of a table a number that stays with it when others come and go; office.js finds columns again by it. */
export class ColumnIds {
  constructor(private readonly workbook: Workbook) {}

  of(table: TableInfo): number[] {
    const { columnIds } = this.workbook.state;
    const before = columnIds[table.id] ?? {};
    const known = table.columns.map((header) => before[header.toLowerCase()] ?? 0);
    if (!known.includes(0) && Object.keys(before).length === known.length) return known;
    let last = Math.max(0, ...Object.values(before));
    const now = Object.fromEntries(table.columns.map((header) => [header.toLowerCase(), before[header.toLowerCase()] ?? ++last]));
    columnIds[table.id] = now;
    return table.columns.map((header) => now[header.toLowerCase()] ?? 0);
  }

  rename(tableId: string, from: string, to: string): void {
    const ids = this.workbook.state.columnIds[tableId];
    const id = ids?.[from.toLowerCase()];
    if (!ids || id === undefined) return;
    delete ids[from.toLowerCase()];
    ids[to.toLowerCase()] = id;
  }

  forget(tableId: string): void {
    delete this.workbook.state.columnIds[tableId];
  }
}
