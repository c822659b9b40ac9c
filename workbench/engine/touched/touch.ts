import { type DependencyGenerator, type Places, type UnitRange, findAddresses } from "../dependencies";
import type { Config, Generator, Kept, Tree } from "./parts";

/** What an edit touches. */
export interface Touched {
  /** All formulas that may have to be worked out, the last one first. */
  readonly order: Tree[];
  /** Those of them that have to be, whatever the others come to. */
  readonly first: ReadonlySet<Tree>;
}

/** Null when something is asked for that was not there before. */
export async function touch(generator: Generator, { places, byId, always, movers, touched }: Kept): Promise<Touched | null> {
  const { _currentConfigService: config, _dependencyTreeCache: trees, _dependencyManagerService: dependencies } = generator;
  for (const tree of touched) {
    tree.resetState();
    tree.isDirty = false;
  }
  const marked = markedIn(config, byId);
  if (!marked) return null;
  const dirty = new Set([...always, ...marked]);
  const [ranges, excluded] = [config.getDirtyRanges(), config.getExcludedRange()];
  for (const id of places.bulkSearch(ranges)) {
    const tree = trees.get(id);
    if (tree && (excluded?.[tree.unitId]?.[tree.subUnitId]?.getValue(tree.row, tree.column) ?? null) === null) dirty.add(tree);
  }
  await moveOn(generator, movers, places);
  dependencies.openKdTree();
  for (const tree of readersOf(generator, ranges)) dirty.add(tree);
  const order = generator._calculateRunList([...dirty]);
  if (generator._checkIsCycleDependency(order)) generator._runtimeService.enableCycleDependency();
  generator._dependencyRTreeCacheForAddressFunction.clear();
  dependencies.closeKdTree();
  generator._runtimeService.clearArrayObjectCache();
  return { order, first: new Set([...dirty, ...movers]) };
}

/** Formats and validations whose formulas are to be worked out again. */
function markedIn(config: Config, byId: Kept["byId"]): readonly Tree[] | null {
  const marked: Tree[] = [];
  for (const [unitId, sheets] of Object.entries(config.getDirtyUnitOtherFormulaMap() ?? {})) {
    for (const [sheetId, ids] of Object.entries(sheets ?? {})) {
      for (const [id, mark] of Object.entries(ids ?? {})) {
        if (mark === undefined || mark === null) continue;
        const found = byId.get(id)?.filter((tree) => tree.unitId === unitId && tree.subUnitId === sheetId) ?? [];
        if (found.length === 0) return null;
        marked.push(...found);
      }
    }
  }
  return marked;
}

export function readersOf(generator: Generator, ranges: readonly UnitRange[]): ReadonlySet<Tree> {
  const excluded = generator._currentConfigService.getExcludedRange();
  const ids = [...generator._dependencyManagerService.searchDependency(ranges), ...generator._dependencyRTreeCacheForAddressFunction.bulkSearch(ranges)];
  const readers = new Set<Tree>();
  for (const id of ids) {
    const tree = generator._dependencyTreeCache.get(id);
    if (tree && !tree.isExcludeRange(excluded)) readers.add(tree);
  }
  return readers;
}

/** What a formula reads that finds it by working something out may be elsewhere now. */
async function moveOn(generator: Generator, movers: readonly Tree[], places: Places): Promise<void> {
  for (const tree of movers) {
    if (!tree.isVirtual) {
      const node = generator._getTreeNode(tree);
      generator._runtimeService.setCurrent(tree.row, tree.column, tree.rowCount, tree.columnCount, tree.subUnitId, tree.unitId);
      tree.rangeList = [...await generator._getRangeListByNode({ node, refOffsetX: tree.refOffsetX, refOffsetY: tree.refOffsetY })];
      tree.addressFunctionNodes = generator._getAddressFunctionNodeList(node);
    }
    if (!tree.isCache) generator._dependencyManagerService.addDependencyRTreeCache(tree);
  }
  await findAddresses(generator as unknown as DependencyGenerator, movers, places);
}
