import type * as Core from "@univerjs/core";
import { MAX_COLUMNS } from "../../grid/a1";
import { boxOf, overlap, same, sameRanges } from "./boxes";
import { findSingleCells } from "./singleCells";
import type { Entry, Item, Ranges, Read } from "./parts";

interface Known {
  readonly entries: Map<string, Entry>;
  readonly byId: Map<unknown, { readonly entries: Set<Entry>; readonly cells: Set<number> }>;
}
type BySheet = Map<string, Map<string, Known>>;

/**
 * Univer keeps in a tree which formula reads which range, an item for each formula and range, and looks through all that overlap when a formula goes: hundreds of
 * cells that read the same table column make each of them slow to write again. Here equal ranges share an item, and each formula's own are known. The answers are the same.
 */
export function shareRanges({ RTree }: typeof Core): void {
  const ranges = RTree.prototype as unknown as Ranges;
  if (ranges.quick) return;
  ranges.quick = true;
  findSingleCells(ranges);
  const { removeById, clear } = ranges;
  const all = new WeakMap<Ranges, BySheet>();
  const told = new WeakMap<Ranges, Map<unknown, readonly Read[]>>();

  function knownOf(tree: Ranges, { unitId, sheetId }: Item): Known {
    let units = all.get(tree);
    if (!units) all.set(tree, (units = new Map()));
    let sheets = units.get(unitId);
    if (!sheets) units.set(unitId, (sheets = new Map()));
    let known = sheets.get(sheetId);
    if (!known) sheets.set(sheetId, (known = { entries: new Map(), byId: new Map() }));
    return known;
  }

  ranges.insert = function (item) {
    const { unitId, sheetId, id, range } = item;
    if (!unitId) return;
    const { entries, byId } = knownOf(this, item);
    let own = byId.get(id);
    if (!own) byId.set(id, (own = { entries: new Set(), cells: new Set() }));
    const { startRow, endRow, startColumn, endColumn } = range;
    if (this._enableOneCellCache && startRow === endRow && startColumn === endColumn) {
      const cell = startRow * MAX_COLUMNS + startColumn;
      if (own.cells.has(cell)) return; // each calculation says again what all formulas read
      own.cells.add(cell);
      return this._insertOneCellCache(unitId, sheetId, startRow, startColumn, id);
    }
    const box = boxOf(item);
    for (const entry of own.entries) if (same(entry, box)) return;
    const key = `${box.minX} ${box.minY} ${box.maxX} ${box.maxY}`;
    let entry = entries.get(key);
    if (!entry) {
      entries.set(key, (entry = { ...box, ids: new Set() }));
      this.getTree(unitId, sheetId).insert(entry);
    }
    entry.ids.add(id);
    own.entries.add(entry);
  };

  ranges.remove = function (item) {
    const { unitId, sheetId, id } = item;
    told.get(this)?.delete(id);
    const { entries, byId } = knownOf(this, item);
    const own = byId.get(id);
    if (!own) return;
    const box = boxOf(item);
    for (const cell of own.cells) {
      const [row, column] = [Math.floor(cell / MAX_COLUMNS), cell % MAX_COLUMNS];
      if (!overlap(box, { minX: column, maxX: column, minY: row, maxY: row })) continue;
      own.cells.delete(cell);
      this._removeOneCellCache(unitId, sheetId, row, column, id);
    }
    for (const entry of own.entries) {
      if (!overlap(box, entry)) continue;
      own.entries.delete(entry);
      entry.ids.delete(id);
      if (entry.ids.size > 0) continue;
      entries.delete(`${entry.minX} ${entry.minY} ${entry.maxX} ${entry.maxY}`);
      this.getTree(unitId, sheetId).remove(entry);
    }
    if (own.cells.size === 0 && own.entries.size === 0) byId.delete(id);
  };

  ranges.searchGenerator = function* (search) {
    if (this._enableOneCellCache) yield* this._searchByOneCellCache(search);
    const { startRow, endRow, startColumn, endColumn } = search.range;
    for (const entry of this.getTree(search.unitId, search.sheetId).search({ minX: startColumn, maxX: endColumn, minY: startRow, maxY: endRow })) yield* entry.ids;
  };

  ranges.removeById = function (unitId, sheetId) {
    removeById.call(this, unitId, sheetId);
    for (const [id, { byId }] of all.get(this)?.get(unitId) ?? []) if (sheetId === undefined || id === sheetId) for (const reader of byId.keys()) told.get(this)?.delete(reader);
    if (sheetId === undefined) all.get(this)?.delete(unitId);
    else all.get(this)?.get(unitId)?.delete(sheetId);
  };

  ranges.clear = function () {
    clear.call(this);
    all.delete(this);
    told.delete(this);
  };

  ranges.replace = function (id, now) {
    let known = told.get(this);
    if (!known) told.set(this, (known = new Map()));
    const before = known.get(id);
    if (before && sameRanges(before, now)) return false;
    for (const [unitId, sheets] of all.get(this) ?? []) {
      for (const [sheetId, { byId }] of sheets) if (byId.has(id)) this.remove({ unitId, sheetId, id, range: EVERYTHING });
    }
    for (const { unitId, sheetId, range } of now) this.insert({ unitId, sheetId, range, id });
    known.set(id, [...now]);
    return true;
  };
}

const EVERYTHING = { startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };
