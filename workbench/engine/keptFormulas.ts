import type * as Formula from "@univerjs/engine-formula";

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}
interface OtherFormula {
  readonly f: string;
  readonly ranges: readonly Range[];
}
type ByUnit = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, OtherFormula>> | null | undefined>> | null | undefined>>;
interface Tree {
  treeId: unknown;
  readonly formula: string;
  isCache: boolean;
  isDirty: boolean;
  rowCount: number;
  columnCount: number;
  addressFunctionNodes: readonly unknown[];
  readonly isVirtual: boolean;
  rangeList: unknown[];
  resetState(): void;
}
interface CellFormula {
  readonly f: string;
  /** Cells that share one formula by an id, as filled ones do. */
  readonly si?: string;
}
type Cells = Readonly<Record<string, Readonly<Record<string, CellFormula | null | undefined>> | null | undefined>>;
type CellsByUnit = Readonly<Record<string, Readonly<Record<string, Cells | null | undefined>> | null | undefined>>;
type Sizes = Readonly<Record<string, Readonly<Record<string, { readonly rowCount: number; readonly columnCount: number }>>>>;

/** The private parts of Univer 0.25.1 by which formulas join a calculation: those of cells, and those of conditional formats and validations. */
interface Generator {
  keeps?: true;
  readonly _dependencyTreeCache: Map<unknown, Tree>;
  readonly _currentConfigService: { getSheetRowColumnCount(unitId: string, sheetId: string): { readonly rowCount?: number; readonly columnCount?: number } | null };
  readonly _dependencyManagerService: {
    getFormulaDependency(unitId: string, sheetId: string, row: number, column: number): unknown;
    addFormulaDependency(unitId: string, sheetId: string, row: number, column: number, tree: Tree): void;
    hasOtherFormulaDataMainData(id: string): boolean;
    getOtherFormulaDependency(unitId: string, sheetId: string, id: string): object | undefined;
  };
  _createFDtree(unitId: string, sheetId: string, row: number, column: number, sizes: Sizes, formula: CellFormula): Tree;
  _registerFormulas(units: readonly string[], formulas: CellsByUnit, sizes: Sizes, trees: Tree[]): void;
  _registerOtherFormulas(formulas: ByUnit, units: readonly string[], trees: Tree[]): void;
}
interface Kept {
  readonly said: string;
  /** Univer's own list of their numbers: another one when it has forgotten them. */
  readonly numbers: object | undefined;
  readonly trees: readonly Tree[];
}

/**
 * For each formula, and for each cell of each conditional format and validation, Univer makes an object in every calculation: over a log of 2,000 rows tens of thousands, which
 * then have to be cleared away. Here they are kept as long as they say the same.
 */
export function keepFormulas({ FormulaDependencyGenerator }: typeof Formula): void {
  const generator = FormulaDependencyGenerator.prototype as unknown as Generator;
  if (generator.keeps) return;
  generator.keeps = true;
  keepCells(generator);
  keepOthers(generator);
}

function keepCells(generator: Generator): void {
  const { _registerFormulas } = generator;
  const all = new WeakMap<Generator, Map<unknown, Tree>>();
  generator._registerFormulas = function (units, formulas, sizes, trees) {
    const before = all.get(this);
    const now = new Map<unknown, Tree>();
    all.set(this, now);
    const dependencies = this._dependencyManagerService;
    for (const unitId of units) {
      for (const [sheetId, rows] of Object.entries(formulas[unitId] ?? {})) {
        if (someShare(rows ?? {})) {
          _registerFormulas.call(this, [unitId], { [unitId]: { [sheetId]: rows } }, sizes, trees);
          continue;
        }
        const { rowCount = NaN, columnCount = NaN } = sizes[unitId]?.[sheetId] ?? {};
        for (const [row, cells] of Object.entries(rows ?? {})) {
          for (const [column, cell] of Object.entries(cells ?? {})) {
            if (!cell) continue;
            const id = dependencies.getFormulaDependency(unitId, sheetId, Number(row), Number(column));
            let tree = id === undefined || id === null ? undefined : before?.get(id);
            if (tree?.formula === cell.f) Object.assign(asNew(tree), { rowCount, columnCount });
            else {
              tree = this._createFDtree(unitId, sheetId, Number(row), Number(column), sizes, cell);
              if (id === undefined || id === null) dependencies.addFormulaDependency(unitId, sheetId, Number(row), Number(column), tree);
              else tree.treeId = id;
            }
            now.set(tree.treeId, tree);
            trees.push(tree);
            this._dependencyTreeCache.set(tree.treeId, tree);
          }
        }
      }
    }
  };
}

function someShare(rows: Cells): boolean {
  for (const row in rows) for (const column in rows[row]) if (rows[row]?.[column]?.si) return true;
  return false;
}

function keepOthers(generator: Generator): void {
  const { _registerOtherFormulas } = generator;
  const all = new WeakMap<Generator, Map<string, Kept>>();
  generator._registerOtherFormulas = function (formulas, units, trees) {
    const before = all.get(this);
    const now = new Map<string, Kept>();
    all.set(this, now);
    for (const unitId of units) {
      for (const [sheetId, byId] of Object.entries(formulas[unitId] ?? {})) {
        const { rowCount, columnCount } = this._currentConfigService.getSheetRowColumnCount(unitId, sheetId) ?? {};
        for (const [id, formula] of Object.entries(byId ?? {})) {
          const key = JSON.stringify([unitId, sheetId, id]);
          const said = JSON.stringify([formula.f, rowCount, columnCount, formula.ranges.map(({ startRow, endRow, startColumn, endColumn }) => [startRow, endRow, startColumn, endColumn])]);
          const numbers = () => this._dependencyManagerService.getOtherFormulaDependency(unitId, sheetId, id);
          const kept = before?.get(key);
          if (kept && kept.said === said && kept.numbers && kept.numbers === numbers() && this._dependencyManagerService.hasOtherFormulaDataMainData(id)) {
            for (const tree of kept.trees) {
              asNew(tree).isCache = true; // what it reads is known
              this._dependencyTreeCache.set(tree.treeId, tree);
            }
            now.set(key, kept);
          } else {
            const fresh: Tree[] = [];
            _registerOtherFormulas.call(this, { [unitId]: { [sheetId]: { [id]: formula } } }, [unitId], fresh);
            now.set(key, { said, numbers: numbers(), trees: fresh });
          }
          for (const tree of now.get(key)!.trees) trees.push(tree);
        }
      }
    }
  };
}

function asNew(tree: Tree): Tree {
  tree.resetState();
  tree.isDirty = false;
  tree.addressFunctionNodes = [];
  if (!tree.isVirtual) tree.rangeList = [];
  return tree;
}
