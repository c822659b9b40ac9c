import type { ICommandInfo, IMutationInfo, IRange } from "@univerjs/core";
import type { ITableFilterItem } from "@univerjs/sheets-table";
import type { Engine } from "../../engine/engine";
import { contains } from "../a1";
import type { TableInfo } from "../grid";
import { ID, toRange, toRect, type Commands } from "./commands";

interface CellsMove {
  readonly fromRange: IRange;
  readonly toRange: IRange;
  /** The sheet that is shown, where they are not named. */
  readonly fromSubUnitId?: string;
  readonly toSubUnitId?: string;
}
interface TableMove {
  readonly tableId: string;
  readonly subUnitId: string;
  readonly range: IRange;
}

/**
 * Cells that are cut and pasted, or dragged, take a whole table that they hold along, to another sheet as well: its name, look, columns and filters
 * stay, and Ctrl+Z brings it back. Univer moves the cells alone and leaves an empty table behind.
 */
export function moveTablesWithCells(engine: Engine, commands: Commands, sheet: { tables(): readonly TableInfo[]; activeSheet(): string }): void {
  const { injector, lib } = engine;
  const manager = injector.get(lib.TableManager);
  injector.get(lib.ICommandService).registerCommand({
    id: ID.tableMoved,
    type: MUTATION,
    handler: (_, { tableId, subUnitId, range }: TableMove) => {
      const table = manager.getTableById(commands.unitId, tableId);
      if (!table) throw new Error(`there is no table ${tableId}`);
      const { name, columns, meta, options, filters } = table.toJSON();
      const filtered = filters.tableColumnFilterList?.some(Boolean) ? { filters: filters.tableColumnFilterList as ITableFilterItem[] } : {};
      manager.deleteTable(commands.unitId, tableId);
      manager.addTable(commands.unitId, subUnitId, name, range, columns.map(({ displayName }) => displayName), tableId, { ...options, ...filtered, columns, tableStyleId: table.getTableStyleId() });
      manager.getTableById(commands.unitId, tableId)?.setTableMeta(meta);
      return true;
    },
  });
  injector.get(lib.SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }: ICommandInfo) => {
      if (id !== ID.moveCells) return { redos: [], undos: [] };
      const { fromRange, toRange: target, fromSubUnitId = sheet.activeSheet(), toSubUnitId = fromSubUnitId } = params as CellsMove;
      const from = toRect(fromRange);
      const whole = sheet.tables().filter(({ sheetId, rect }) => sheetId === fromSubUnitId && contains(from, rect.row, rect.column) && contains(from, rect.row + rect.rows - 1, rect.column + rect.columns - 1));
      const [down, right] = [target.startRow - fromRange.startRow, target.startColumn - fromRange.startColumn];
      const moved = (table: TableInfo, subUnitId: string, rows: number, columns: number): IMutationInfo<TableMove> => ({
        id: ID.tableMoved,
        params: { tableId: table.id, subUnitId, range: toRange({ ...table.rect, row: table.rect.row + rows, column: table.rect.column + columns }) },
      });
      return { redos: whole.map((table) => moved(table, toSubUnitId, down, right)), undos: whole.map((table) => moved(table, fromSubUnitId, 0, 0)) };
    },
  });
}

const MUTATION = 2;
