import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import { MAX_COLUMNS } from "../grid/a1";

/** A rectangle that formulas read, and which ones do: one entry for all cells of a column that name the same table. */
interface Entry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly ids: Set<unknown>;
}
interface Known {
  readonly entries: Map<string, Entry>;
  readonly byId: Map<unknown, { readonly entries: Set<Entry>; readonly cells: Set<number> }>;
}
type BySheet = Map<string, Map<string, Known>>;
interface Item {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: { readonly startRow: number; readonly endRow: number; readonly startColumn: number; readonly endColumn: number };
  readonly id: unknown;
}
type Read = Omit<Item, "id">;
/** The private parts of Univer 0.25.1's tree of ranges that are replaced here. */
interface Ranges {
  quick?: true;
  readonly _enableOneCellCache: boolean;
  getTree(unitId: string, sheetId: string): { insert(entry: Entry): void; remove(entry: Entry): void; search(box: Omit<Entry, "ids">): Entry[] };
  _insertOneCellCache(unitId: string, sheetId: string, row: number, column: number, id: unknown): void;
  _removeOneCellCache(unitId: string, sheetId: string, row: number, column: number, id: unknown): void;
  _searchByOneCellCache(search: Item): unknown[];
  insert(item: Item): void;
  remove(item: Item): void;
  searchGenerator(search: Item): Generator;
  removeById(unitId: string, sheetId?: string): void;
  clear(): void;
  /** Added here: from now on `id` reads these ranges and no others. False when it did already. */
  replace(id: unknown, ranges: readonly Read[]): boolean;
}

/**
 * Univer keeps in a tree which formula reads which range, an item for each formula and range, and looks through all that overlap when a formula goes: hundreds of
 * cells that read the same table column make each of them slow to write again. Here equal ranges share an item, and each formula's own are known. The answers are the same.
 */
export function shareRanges({ RTree }: typeof Core): void {
  const ranges = RTree.prototype as unknown as Ranges;
  if (ranges.quick) return;
  ranges.quick = true;
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

function sameRanges(before: readonly Read[], now: readonly Read[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((read, index) => {
    const was = before[index]!;
    return was === read || (was.sheetId === read.sheetId && was.unitId === read.unitId && sameRange(was.range, read.range));
  });
}

/** Object.is, because a whole column's rows are NaN. */
function sameRange(a: Item["range"], b: Item["range"]): boolean {
  return Object.is(a.startRow, b.startRow) && Object.is(a.endRow, b.endRow) && Object.is(a.startColumn, b.startColumn) && Object.is(a.endColumn, b.endColumn);
}

/** Whole rows and columns have no ends. */
function boxOf({ range: { startRow, endRow, startColumn, endColumn } }: Item): Omit<Entry, "ids"> {
  const or = (value: number, end: number) => (Number.isNaN(value) ? end : value);
  return { minX: or(startColumn, 0), minY: or(startRow, 0), maxX: or(endColumn, Infinity), maxY: or(endRow, Infinity) };
}

function same(a: Omit<Entry, "ids">, b: Omit<Entry, "ids">): boolean {
  return a.minX === b.minX && a.maxX === b.maxX && a.minY === b.minY && a.maxY === b.maxY;
}

function overlap(a: Omit<Entry, "ids">, b: Omit<Entry, "ids">): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

interface Tree {
  readonly treeId: unknown;
  readonly rangeList: readonly Read[];
}
interface Dependencies {
  complete?: true;
  exact?: true;
  readonly _dependencyRTreeCache: Ranges;
  _addAllTreeMap(tree: Tree): void;
  addDependencyRTreeCache(tree: Tree): void;
  readonly _formulaData: Map<string, Map<string, { forValue(visit: (row: number, column: number, treeId: number) => void): void }>>;
  _removeDependencyRTreeCache(treeId: number): void;
  clearFormulaDependency(unitId: string, sheetId?: string): void;
}

/**
 * When all formulas of a sheet are read anew, Univer forgets who reads that sheet and not what these formulas read on others: each of those then finds
 * a reader that is no more, says so in the console, and goes on being slower with every time. Here what they read goes with them.
 */
export function forgetWithReaders({ DependencyManagerService }: typeof Formula): void {
  const dependencies = DependencyManagerService.prototype as unknown as Dependencies;
  if (dependencies.complete) return;
  dependencies.complete = true;
  const { clearFormulaDependency } = dependencies;
  dependencies.clearFormulaDependency = function (unitId, sheetId) {
    for (const [id, formulas] of this._formulaData.get(unitId) ?? []) {
      if (sheetId === undefined || id === sheetId) formulas.forValue((_, __, treeId) => this._removeDependencyRTreeCache(treeId));
    }
    clearFormulaDependency.call(this, unitId, sheetId);
  };
}

/**
 * In each calculation all formulas say again what they read, and Univer adds it to what they said before. Here what they read now takes the place of what they read then,
 * so that a formula over a table that has changed its size need not be forgotten with all others of that sheet; who says the same as before is not listened to.
 */
export function readWhatIsSaid({ DependencyManagerService }: typeof Formula): void {
  const dependencies = DependencyManagerService.prototype as unknown as Dependencies;
  if (dependencies.exact) return;
  dependencies.exact = true;
  dependencies.addDependencyRTreeCache = function (tree) {
    if (this._dependencyRTreeCache.replace(tree.treeId, tree.rangeList)) this._addAllTreeMap(tree);
  };
}
