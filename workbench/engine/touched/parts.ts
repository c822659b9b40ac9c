import type { Places, Tree as PlacedTree, UnitRange } from "../dependencies";

export interface Node {
  readonly nodeType: number;
  getToken(): string;
  getChildren(): readonly Node[];
  isForcedCalculateFunction(): boolean;
}
export interface Tree extends PlacedTree {
  readonly isVirtual: boolean;
  readonly type: number;
  readonly formulaId?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly refOffsetX: number;
  readonly refOffsetY: number;
  rangeList: UnitRange[];
  isCache: boolean;
  isDirty: boolean;
  addressFunctionNodes: readonly Node[];
  resetState(): void;
  dependencySheetName(names: object): boolean;
  isExcludeRange(excluded: object | undefined): boolean;
  toRTreeItem(): UnitRange[];
  inRangeData(range: UnitRange["range"]): boolean;
}
/** A formula's result as Univer writes it into the cell. */
export interface Cell {
  readonly v?: unknown;
  readonly t?: unknown;
  readonly s?: { readonly n?: { readonly pattern?: unknown } };
  readonly custom?: unknown;
  readonly p?: unknown;
}
export interface Cells {
  getValue(row: number, column: number): Cell | null | undefined;
  realDeleteValue(row: number, column: number): void;
}
type BySheet<Content> = Readonly<Record<string, Readonly<Record<string, Content | undefined>> | undefined>>;
type Marks = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
export interface Config {
  getFormulaData(): object;
  /** The sheets as this calculation sees them. */
  getUnitData(): BySheet<{ readonly cellData: Cells }>;
  /** What spills, by workbook and sheet. */
  getArrayFormulaRange(): Readonly<Record<string, Readonly<Record<string, object | undefined>> | undefined>>;
  isForceCalculate(): boolean;
  getDirtyRanges(): readonly UnitRange[];
  getDirtyNameMap(): Marks;
  getDirtyDefinedNameMap(): Marks;
  getDirtySuperTableMap(): Marks;
  getDirtyUnitOtherFormulaMap(): Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined>> | undefined;
  getClearDependencyTreeCache(): Marks | undefined;
  getExcludedRange(): Readonly<Record<string, Readonly<Record<string, { getValue(row: number, column: number): unknown } | undefined>> | undefined>> | undefined;
}
/** The private parts of Univer 0.25.1 by which a calculation finds out which formulas it has to work out, and in which order. */
export interface Generator {
  touches?: true;
  readonly _currentConfigService: Config;
  readonly _featureCalculationManagerService: { getReferenceExecutorMap(): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, unknown>>> };
  readonly _dependencyTreeCache: Map<unknown, Tree>;
  readonly _dependencyRTreeCacheForAddressFunction: Places & { clear(): void };
  readonly _dependencyManagerService: { searchDependency(ranges: readonly UnitRange[]): Set<unknown>; addDependencyRTreeCache(tree: Tree): void; openKdTree(): void; closeKdTree(): void };
  readonly _runtimeService: { getUnitData(): BySheet<Cells>; setCurrent(row: number, column: number, rows: number, columns: number, sheetId: string, unitId: string): void; clearArrayObjectCache(): void; enableCycleDependency(): void; isCycleDependency(): boolean };
  generate(withModel?: boolean): Promise<Tree[]>;
  _generateTreeList(formulas: object, others: object, units: object): Promise<Tree[]>;
  _getUpdateTreeListAndMakeDependency(): Tree[];
  _calculateRunList(trees: Tree[]): Tree[];
  _checkIsCycleDependency(trees: readonly Tree[]): boolean;
  _getTreeNode(tree: Tree): Node;
  _nodeTraversalRef(node: Node, found: Node[]): void;
  _getAddressFunctionNodeList(node: Node): readonly Node[];
  _getRangeListByNode(data: { node: Node; refOffsetX: number; refOffsetY: number }): UnitRange[] | Promise<UnitRange[]>;
  _calculateListByFunctionRefNode(trees: readonly Tree[]): Promise<void>;
}

/** All formulas of the workbook as the last calculation left them. */
export interface Kept {
  /** The same object as long as no formula has changed. */
  readonly formulas: object;
  readonly day: string;
  readonly places: Places;
  readonly byId: ReadonlyMap<string, readonly Tree[]>;
  /** Worked out every time: RAND and NOW; and TODAY, once a day. */
  readonly always: readonly Tree[];
  /** Those that find out what they read by working something out: INDEX(…):INDEX(…), OFFSET. */
  readonly movers: readonly Tree[];
  /** Those that the last calculation has marked. */
  touched: readonly Tree[];
}

/** Of a tree: the formula of a conditional format or a validation. */
export const OTHER = 1;
