import type { Engine } from "../../engine/engine";
import { themeName } from "../../engine/tableThemes";
import type { TableInfo } from "../grid";
import type { Rect } from "../rect";
import { ID, toRange, toRect, type Commands } from "./commands";

type Look = Pick<TableInfo, "style" | "banded" | "filterButtons">;
const NEW_LOOK: Look = { style: "TableStyleMedium2", banded: true, filterButtons: true };

/** Tables. Their look in Excel's words is kept in the table's `meta`, which Univer saves with it. */
export class Tables {
  private readonly manager;

  constructor(engine: Engine, private readonly commands: Commands, private readonly headers: (sheetId: string, rect: Rect) => string[]) {
    this.manager = engine.injector.get(engine.lib.TableManager);
  }

  all(): TableInfo[] {
    return this.manager.getTableList(this.commands.unitId).map((t) => ({
      id: t.id,
      name: t.name,
      sheetId: t.subUnitId,
      rect: toRect(t.range),
      columns: t.columns.map((column) => column.displayName),
      totals: false,
      ...NEW_LOOK,
      ...this.look(t.id),
    }));
  }

  find(id: string): TableInfo {
    const table = this.all().find((t) => t.id === id);
    if (!table) throw new Error(`there is no table ${id}`);
    return table;
  }

  add(sheetId: string, rect: Rect): string {
    const tables = this.all();
    const tableId = String(Math.max(0, ...tables.map((t) => Number(t.id) || 0)) + 1);
    let number = tables.length + 1;
    while (tables.some((t) => t.name.toLowerCase() === `table${number}`)) number++;
    const options = { tableStyleId: themeName(NEW_LOOK.style, NEW_LOOK.banded), showHeader: true };
    this.commands.run(ID.addTable, { subUnitId: sheetId, tableId, name: `Table${number}`, range: toRange(rect), header: this.headers(sheetId, rect), options });
    return tableId;
  }

  remove(id: string): void {
    this.commands.run(ID.deleteTable, { subUnitId: this.find(id).sheetId, tableId: id });
  }

  rename(id: string, name: string): void {
    this.commands.run(ID.setTable, { tableId: id, config: { name } });
  }

  setRect(id: string, rect: Rect): void {
    const before = this.find(id);
    this.commands.run(ID.setTable, { tableId: id, config: { updateRange: { newRange: toRange(rect) } } });
    if (before.rect.columns !== rect.columns || before.rect.column !== rect.column || before.rect.row !== rect.row) this.refreshHeaders(id);
  }

  setLook(id: string, patch: Partial<Look>): void {
    const look = { ...NEW_LOOK, ...this.look(id), ...patch };
    const table = this.manager.getTableById(this.commands.unitId, id);
    if (!table) throw new Error(`there is no table ${id}`);
    table.setTableMeta({ ...table.getTableMeta(), excel: look });
    this.commands.run(ID.setTable, { tableId: id, config: { theme: themeName(look.style, look.banded) } });
  }

  /** Univer keeps the header texts that it saw when the table was made. */
  refreshHeaders(id: string): void {
    const { name, sheetId, rect, columns } = this.find(id);
    const now = this.headers(sheetId, rect);
    if (now.length === columns.length && now.every((header, i) => header === columns[i])) return;
    const table = this.manager.getTableById(this.commands.unitId, id);
    now.forEach((header, i) => {
      const column = table?.getTableColumnByIndex(i);
      if (column) column.displayName = header;
    });
    this.commands.run(ID.tableReference, { tableName: name, reference: { range: toRange(rect), sheetId, titleMap: new Map(now.map((header, i) => [header, i])) } }, { onlyLocal: true });
  }

  private look(id: string): Partial<Look> {
    return (this.manager.getTableById(this.commands.unitId, id)?.getTableMeta() as { excel?: Look } | undefined)?.excel ?? {};
  }
}
