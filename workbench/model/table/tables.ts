import { covers, intersect } from "../../grid/a1";
import type { Rect } from "../../grid/rect";
import { ApiError, invalidArgument } from "../../protocol/errors";
import { count, flag } from "../../protocol/richApi/checks";
import { apiType, reads, takes } from "../../protocol/richApi/members";
import { Collection, collectionMembers } from "../collection";
import type { Range } from "../range/range";
import { rangeOrAddress } from "../rangeArgument";
import type { Workbook } from "../workbook";
import { Table } from "./table";

/** The tables of the workbook, of a sheet, or those that touch a range. */
export class TableCollection extends Collection<Table> {
  static override readonly api = apiType("TableCollection", { ...collectionMembers, count: reads(), getItemAt: takes(count), add: takes(rangeOrAddress, flag) }, ["_RegisterDataChangedEvent", "_RegisterAddedEvent", "_RegisterDeletedEvent"]);

  constructor(private readonly workbook: Workbook, readonly sheetId?: string, private readonly rect?: Rect, private readonly fullyContained = false) {
    super();
  }

  get items(): Table[] {
    const { sheetId, rect, fullyContained } = this;
    const within = (own: Rect) => !rect || (fullyContained ? covers(rect, own) : intersect(rect, own) !== null);
    return this.workbook.grid.tables().filter((t) => (sheetId === undefined || t.sheetId === sheetId) && within(t.rect)).map((t) => new Table(this.workbook, t.id));
  }

  get count(): number {
    return this.items.length;
  }

  add(area: Range | string, hasHeaders: boolean): Table {
    const where = "TableCollection.add";
    if (!hasHeaders) throw new ApiError("NotImplemented", "the workbench makes tables of ranges with headers only", where);
    const range = typeof area === "string" ? this.workbook.rangeAt(area, this.sheetId, where) : area;
    range.demand("structure", where);
    const { sheetId } = range;
    const rect = range.rect.rows === 1 ? { ...range.rect, rows: 2 } : range.rect;
    if (this.workbook.grid.tables().some((t) => t.sheetId === sheetId && intersect(t.rect, rect))) throw invalidArgument(where, "a table can't overlap another table");
    this.workbook.tableLayer.writeHeaders(sheetId, rect);
    const id = this.workbook.grid.addTable(sheetId, rect);
    this.workbook.tableLayer.learnAll(id);
    return new Table(this.workbook, id);
  }
}
