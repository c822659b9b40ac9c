import type { ICellData, ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import { around } from "../a1";
import type { GridEvents } from "../grid";
import type { Rect } from "../rect";
import { ID, toRect, type Commands } from "./commands";

type Emit = <K extends keyof GridEvents>(name: K, event: GridEvents[K]) => void;
interface Params { subUnitId: string; range: IRange; cellValue?: Record<string, Record<string, ICellData | null>>; sheet: { id: string }; tableId: string; selections?: { range: IRange }[]; type?: number; from?: Moved; to?: Moved }
interface Moved { subUnitId: string; value: Record<string, Record<string, unknown>> }

/** Translates what Univer did, whoever asked for it, into the grid's events. */
export function eventOf({ id, params }: Readonly<ICommandInfo>, options: IExecutionOptions | undefined, commands: Commands, emit: Emit): void {
  const p = (params ?? {}) as Params;
  const { source } = commands;
  const sheetId = p.subUnitId;
  switch (id) {
    case ID.cellsWritten: {
      if (options?.onlyLocal || options?.fromFormula || !p.cellValue) return; // results of a calculation
      const rect = contentRect(p.cellValue);
      if (rect) emit("edited", { sheetId, rect, source });
      return;
    }
    case ID.cellsReordered:
      return emit("edited", { sheetId, rect: toRect(p.range), source });
    case ID.cellsMoved:
      for (const side of [p.from, p.to]) {
        const rect = side && boundsOf(side.value, () => true);
        if (side && rect) emit("edited", { sheetId: side.subUnitId, rect, source });
      }
      return;
    case ID.rowsInserted:
      return emit("rowsInserted", { sheetId, row: p.range.startRow, rows: toRect(p.range).rows, source });
    case ID.rowsRemoved:
      return emit("rowsDeleted", { sheetId, row: p.range.startRow, rows: toRect(p.range).rows, source });
    case ID.columnsInserted:
      return emit("columnsInserted", { sheetId, column: p.range.startColumn, columns: toRect(p.range).columns, source });
    case ID.columnsRemoved:
      return emit("columnsDeleted", { sheetId, column: p.range.startColumn, columns: toRect(p.range).columns, source });
    case ID.activated:
      return emit("activated", { sheetId });
    case ID.sheetInserted:
      return emit("sheetAdded", { sheetId: p.sheet.id });
    case ID.sheetRemoved:
      return emit("sheetDeleted", { sheetId });
    case ID.addTable:
      return emit("tableAdded", { tableId: p.tableId, sheetId });
    case ID.selected: {
      const range = p.selections?.[0]?.range;
      if (range && p.type !== MOUSE_DOWN && p.type !== MOUSE_MOVES) emit("selected", { sheetId, rect: toRect(range) });
      return;
    }
    case ID.resultsApplied:
      return emit("calculated", {});
  }
}

const [MOUSE_DOWN, MOUSE_MOVES] = [0, 1];

/** Around the cells whose contents changed; null when only styles did. */
function contentRect(cells: NonNullable<Params["cellValue"]>): Rect | null {
  return boundsOf(cells, (cell) => !cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell);
}

function boundsOf<T>(cells: Record<string, Record<string, T>>, counts: (cell: T) => boolean): Rect | null {
  let found: Rect | null = null;
  for (const [row, line] of Object.entries(cells)) {
    const columns = Object.keys(line).filter((column) => counts(line[column] as T)).map(Number);
    if (columns.length === 0) continue;
    const span = { row: Number(row), rows: 1, column: Math.min(...columns), columns: Math.max(...columns) - Math.min(...columns) + 1 };
    found = found ? around(found, span) : span;
  }
  return found;
}
