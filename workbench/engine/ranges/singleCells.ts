import type { Ranges } from "./parts";

/** In each calculation Univer sorts all single cells that a formula reads into a tree, to find some of them. They are known by row and column already: here they are looked up there. */
export function findSingleCells(ranges: Ranges): void {
  ranges.openKdTree = () => undefined;
  ranges.closeKdTree = () => undefined;
  ranges._searchByOneCellCache = function ({ unitId, sheetId, range }) {
    const rows = this._oneCellCache.get(unitId)?.get(sheetId);
    if (!rows) return [];
    const found: unknown[] = [];
    for (const columns of within(rows, range.startRow, range.endRow)) for (const ids of within(columns, range.startColumn, range.endColumn)) found.push(...ids);
    return found;
  };
}

/** By whichever way is shorter; ends that are missing are those of the sheet. */
function* within<Value>(all: ReadonlyMap<number, Value>, first: number, last: number): Generator<Value> {
  const [from, to] = [Number.isNaN(first) ? 0 : first, Number.isNaN(last) ? Infinity : last];
  if (to - from < all.size) {
    for (let at = from; at <= to; at++) {
      const value = all.get(at);
      if (value !== undefined) yield value;
    }
    return;
  }
  for (const [at, value] of all) if (at >= from && at <= to) yield value;
}
