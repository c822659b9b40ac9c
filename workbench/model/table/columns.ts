import { right } from "../../grid/a1";
import { invalidArgument } from "../../protocol/errors";
import { anything, count, optional, text, whole } from "../../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../../protocol/richApi/members";
import { spread } from "../cells";
import { Collection, collectionMembers } from "../collection";
import type { Range } from "../range/range";
import { Range as RangeHandle } from "../range/range";
import { shiftBlock } from "../range/shiftCells";
import type { Table } from "./table";

export class TableColumnCollection extends Collection<TableColumn> {
  static override readonly api = apiType("TableColumnCollection", { ...collectionMembers, count: reads(), getItemAt: takes(count), add: takes(optional(whole), optional(anything), optional(text)) });

  constructor(private readonly table: Table) {
    super();
  }

  get items(): TableColumn[] {
    const ids = this.table.workbook.tableLayer.columnIds(this.table.info);
    return ids.map((id) => new TableColumn(this.table, id));
  }

  get count(): number {
    return this.table.info.rect.columns;
  }

  /** At the end when no index is given; what stands to the right of the table's rows is pushed away. `values` begin with the header. */
  add(index = -1, values: unknown = undefined, name: string | undefined = undefined): TableColumn {
    const where = "TableColumnCollection.add";
    this.table.demand(where);
    const { rect, sheetId } = this.table.info;
    const { workbook, grid, id } = this.table;
    const at = index < 0 ? rect.columns : index;
    if (at > rect.columns) throw invalidArgument(where, `the table has ${rect.columns} columns`);
    if (name !== undefined && this.find(name)) throw invalidArgument(where, `there is a column ${name} already`);
    const fresh = { ...rect, column: rect.column + at, columns: 1 };
    const cells = values === undefined ? undefined : spread(values, fresh, where);
    if (at < rect.columns) shiftBlock(workbook, sheetId, fresh, "column", 1, where);
    else {
      if (grid.read(sheetId, fresh).some(([cell]) => cell?.value !== "" || cell.formula !== undefined)) shiftBlock(workbook, sheetId, fresh, "column", 1, where);
      grid.setTableRect(id, { ...rect, columns: rect.columns + 1 });
    }
    const header = name ?? (cells ? String(cells[0]?.[0] ?? "") : "");
    workbook.quietly(() => grid.write(sheetId, { ...fresh, rows: 1 }, [[{ value: header }]]));
    workbook.tableLayer.completeHeaders(id);
    const column = this.getItemAt(at);
    if (cells) new RangeHandle(workbook, sheetId, { ...fresh, row: rect.row + 1, rows: rect.rows - 1 }).values = cells.slice(1);
    return column;
  }
}

/** A column keeps its id when others come and go. */
export class TableColumn {
  static readonly api = apiType("TableColumn", { id: reads(), name: writes(text), index: reads(), values: writes(anything), getRange: takes(), getHeaderRowRange: takes(), getDataBodyRange: takes(), delete: takes() });

  constructor(private readonly table: Table, readonly id: number) {}

  get index(): number {
    const index = this.table.workbook.tableLayer.columnIds(this.table.info).indexOf(this.id);
    if (index < 0) throw invalidArgument("TableColumn", "the column is gone");
    return index;
  }

  get name(): string {
    return this.table.info.columns[this.index] ?? "";
  }

  set name(name: string) {
    this.getHeaderRowRange().values = [[name.startsWith("'") ? name : `'${name}`]];
  }

  get values(): unknown {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  getRange(): Range {
    return this.table.getRange().getColumn(this.index);
  }

  getHeaderRowRange(): Range {
    return this.getRange().getRow(0);
  }

  getDataBodyRange(): Range {
    return this.table.getDataBodyRange().getColumn(this.index);
  }

  delete(): void {
    const where = "TableColumn.delete";
    this.table.demand(where);
    const { rect, sheetId } = this.table.info;
    if (rect.columns === 1) throw invalidArgument(where, "a table keeps at least one column");
    const gone = { ...rect, column: rect.column + this.index, columns: 1 };
    if (right(gone) < right(rect)) shiftBlock(this.table.workbook, sheetId, gone, "column", -1, where);
    else {
      this.getRange().clear("All");
      this.table.grid.setTableRect(this.table.id, { ...rect, columns: rect.columns - 1 });
    }
    this.table.workbook.tableLayer.columnsGone();
  }
}
