import type * as Formula from "@univerjs/engine-formula";
import type { Ranges, Read } from "./parts";

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
