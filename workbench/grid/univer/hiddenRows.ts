import type { ITableFilterItem } from "@univerjs/sheets-table";
import type { Engine } from "../../engine/engine";
import { shiftSpan } from "../a1";
import { ID, toRect, type Commands } from "./commands";

/** The private part of Univer 0.25.1's table filters that holds the numbers of the hidden rows. */
interface Filters {
  _filterOutRows?: Set<number>;
  _tableColumnFilterList: (ITableFilterItem | undefined)[];
  doFilter(...sheetAndRange: unknown[]): Set<number>;
}

/** When rows come or go, those that a table's filter hides stay hidden, as in Excel, and no others are: Univer keeps their numbers, and would hide the rows that have these now. */
export function moveHiddenRows({ injector, lib }: Engine, commands: Commands): void {
  const manager = injector.get(lib.TableManager);
  commands.after(({ id, params }) => {
    if (id !== ID.rowsInserted && id !== ID.rowsRemoved) return;
    const { subUnitId, range } = params as { subUnitId: string; range: Parameters<typeof toRect>[0] };
    const { row, rows } = toRect(range);
    for (const table of manager.getTablesBySubunitId(commands.unitId, subUnitId)) {
      const filters = table.getTableFilters() as unknown as Filters;
      const column = filters._tableColumnFilterList.findIndex(Boolean);
      if (column < 0 || !filters._filterOutRows) continue;
      const hidden = new Set([...filters._filterOutRows].flatMap((one) => shiftSpan(one, one, row, id === ID.rowsInserted ? rows : -rows)?.first ?? []));
      // told of by setting a filter that is set already, with nothing filtered anew: the cells of new rows are still empty
      filters.doFilter = () => (filters._filterOutRows = hidden);
      manager.addFilter(commands.unitId, table.getId(), column, filters._tableColumnFilterList[column]!);
      Reflect.deleteProperty(filters, "doFilter");
    }
  });
}
