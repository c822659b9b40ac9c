/** A rectangle. Whole rows and columns have no ends. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
/** A rectangle that formulas read, and which ones do: one entry for all cells of a column that name the same table. */
export interface Entry extends Box {
  readonly ids: Set<unknown>;
}
export interface Item {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: { readonly startRow: number; readonly endRow: number; readonly startColumn: number; readonly endColumn: number };
  readonly id: unknown;
}
export type Read = Omit<Item, "id">;
type Cells = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<unknown>>>>>;
/** The private parts of Univer 0.25.1's tree of ranges that are replaced here. */
export interface Ranges {
  quick?: true;
  readonly _enableOneCellCache: boolean;
  /** Who reads a single cell: by workbook, sheet, row and column. */
  readonly _oneCellCache: Cells;
  getTree(unitId: string, sheetId: string): { insert(entry: Entry): void; remove(entry: Entry): void; search(box: Box): Entry[] };
  _insertOneCellCache(unitId: string, sheetId: string, row: number, column: number, id: unknown): void;
  _removeOneCellCache(unitId: string, sheetId: string, row: number, column: number, id: unknown): void;
  _searchByOneCellCache(search: Read): unknown[];
  openKdTree(): void;
  closeKdTree(): void;
  insert(item: Item): void;
  remove(item: Item): void;
  searchGenerator(search: Read): Generator;
  removeById(unitId: string, sheetId?: string): void;
  clear(): void;
  /** Added here: from now on `id` reads these ranges and no others. False when it did already. */
  replace(id: unknown, ranges: readonly Read[]): boolean;
}
