import { invalidArgument } from "../../protocol/errors";
import { anything, flag, listOf, optional, record, text, whole } from "../../protocol/richApi/checks";
import { apiType, reads, takes } from "../../protocol/richApi/members";
import { demandUnprotected } from "../protection";
import { sortRows } from "./sort";
import type { Table } from "./table";

interface Field {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

const field = record({ key: whole, ascending: optional(flag), sortOn: optional(text), subField: optional(text), dataOption: optional(text), color: optional(text), icon: optional(anything) }, ["key"]);

/** What a table was sorted by last stays known, so that it can be sorted so again when rows have come; columns that come and go do not disturb it. */
export class TableSort {
  static readonly api = apiType("TableSort", { fields: reads(), matchCase: reads(), apply: takes(listOf(field), optional(flag), optional(text)), clear: takes(), reapply: takes() });

  constructor(private readonly table: Table) {}

  get fields(): Field[] {
    const ids = this.table.workbook.tableLayer.columnIds(this.table.info);
    return (this.kept?.fields ?? []).flatMap(({ column, ascending }) => (ids.includes(column) ? [{ key: ids.indexOf(column), ascending, sortOn: "Value" }] : []));
  }

  get matchCase(): boolean {
    return this.kept?.matchCase ?? false;
  }

  apply(fields: readonly Field[], matchCase = false): void {
    const { workbook, info } = this.table;
    const odd = fields.find((f) => f.key < 0 || f.key >= info.rect.columns || (f.sortOn !== undefined && f.sortOn !== "Value"));
    if (odd) throw invalidArgument("TableSort.apply", `it sorts by the values of a column, not by ${JSON.stringify(odd)}`);
    demandUnprotected(workbook, info.sheetId, null, "allowSort", "TableSort.apply");
    sortRows(this.table.getDataBodyRange(), fields, matchCase);
    const ids = workbook.tableLayer.columnIds(info);
    workbook.state.sorts[info.id] = { fields: fields.map(({ key, ascending = true }) => ({ column: ids[key] ?? 0, ascending })), matchCase };
    workbook.changed("sorting");
  }

  /** The rows stay as they are. */
  clear(): void {
    delete this.table.workbook.state.sorts[this.table.info.id];
    this.table.workbook.changed("sorting");
  }

  reapply(): void {
    if (this.fields.length > 0) this.apply(this.fields, this.matchCase);
  }

  private get kept(): { readonly fields: readonly { column: number; ascending: boolean }[]; readonly matchCase: boolean } | undefined {
    return this.table.workbook.state.sorts[this.table.info.id];
  }
}
