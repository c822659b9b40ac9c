import type { Generator, Tree } from "./parts";

/**
 * Univer works out all formulas that are reached from an edit, by whatever way. Here one that is reached through other formulas alone is left out when these have come to what they were: a sheet of
 * sums that says "the log has changed" says so again after the next key, and what is coloured by that sentence stays as it is. `order` is Univer's list, which it takes from the end; `first` are
 * those that have to be worked out in any case.
 */
export function leaveOutUnchanged(generator: Generator, order: Tree[], first: ReadonlySet<Tree>): void {
  const reached = new Set<unknown>([...first].map(({ treeId }) => treeId));
  let last: Tree | null = null;
  order.pop = () => {
    if (last && hasChanged(generator, last)) for (const id of generator._dependencyManagerService.searchDependency(last.toRTreeItem())) reached.add(id);
    // the very last one is given in any case: Univer asks for one as long as the list is not empty
    while (order.length > 1 && !reached.has(order[order.length - 1]?.treeId)) order.length -= 1;
    last = Array.prototype.pop.call(order) as Tree;
    return last;
  };
}

/** By which format a formula's number was shown when it was worked out before. */
const patterns = new WeakMap<Tree, unknown>();

/** Is what was worked out another value than the one that stands in the sheet? If not it need not be written, and nothing is drawn anew for it. Nobody reads a conditional format. */
function hasChanged({ _currentConfigService: config, _runtimeService: runtime }: Generator, tree: Tree): boolean {
  const { unitId, subUnitId, row, column } = tree;
  if (tree.formulaId) return false;
  const results = runtime.getUnitData()[unitId]?.[subUnitId];
  const [now, before] = [results, config.getUnitData()[unitId]?.[subUnitId]?.cellData].map((cells) => cells?.getValue(row, column));
  const pattern = now?.s?.n?.pattern;
  const isSame = now && before && now.v === before.v && now.t === before.t && !now.custom && !now.p && pattern === patterns.get(tree);
  patterns.set(tree, pattern);
  if (isSame) results?.realDeleteValue(row, column);
  return !isSame;
}
