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
  readonly treeId: unknown;
  isCache: boolean;
  isDirty: boolean;
  addressFunctionNodes: readonly unknown[];
  resetState(): void;
}
/** The private parts of Univer 0.25.1 by which the formulas of conditional formats and validations join a calculation. */
interface Generator {
  keepsOthers?: true;
  readonly _dependencyTreeCache: Map<unknown, Tree>;
  readonly _currentConfigService: { getSheetRowColumnCount(unitId: string, sheetId: string): { readonly rowCount?: number; readonly columnCount?: number } | null };
  readonly _dependencyManagerService: { hasOtherFormulaDataMainData(id: string): boolean; getOtherFormulaDependency(unitId: string, sheetId: string, id: string): object | undefined };
  _registerOtherFormulas(formulas: ByUnit, units: readonly string[], trees: Tree[]): void;
}
interface Kept {
  readonly said: string;
  /** Univer's own list of their numbers: another one when it has forgotten them. */
  readonly numbers: object | undefined;
  readonly trees: readonly Tree[];
}

/**
 * A conditional format or validation over a column is a formula for each of its cells, and Univer makes an object of every one of them in each calculation: over a log of 2,000 rows more than
 * of the log's own formulas. Here the objects are kept as long as formula, ranges and the sheet's size are the same.
 */
export function keepOtherFormulas({ FormulaDependencyGenerator }: typeof Formula): void {
  const generator = FormulaDependencyGenerator.prototype as unknown as Generator;
  if (generator.keepsOthers) return;
  generator.keepsOthers = true;
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
            for (const tree of kept.trees) this._dependencyTreeCache.set(tree.treeId, asNew(tree));
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
  tree.isCache = true; // what it reads is known
  tree.isDirty = false;
  tree.addressFunctionNodes = [];
  return tree;
}
