import { placesOf } from "../dependencies";
import { type Generator, type Kept, type Node, OTHER, type Tree } from "./parts";
import { readersOf } from "./touch";

/** The way that goes through all formulas; what it finds is kept. On the day of the last calculation TODAY is what it was. */
export async function readAll(generator: Generator, isSameDay: boolean, generate: () => Promise<Tree[]>): Promise<{ readonly found: Omit<Kept, "touched"> | null; readonly order: Tree[] }> {
  const { _generateTreeList } = generator;
  let found: Omit<Kept, "touched"> | null = null;
  const trees = new Map<unknown, Tree>();
  if (isSameDay) Object.assign(generator, { _detectForcedRecalculationNodeRecursion: isAlways });
  Object.assign(generator, {
    async _generateTreeList(this: Generator, ...given: [object, object, object]) {
      const list = await _generateTreeList.apply(this, given);
      for (const tree of list) trees.set(tree.treeId, tree);
      found = { formulas: this._currentConfigService.getFormulaData(), day: today(), ...sorted(this, list) };
      return list;
    },
    // as Univer's own, but what a formula reads stays known
    _getUpdateTreeListAndMakeDependency(this: Generator) {
      const readers = readersOf(this, this._currentConfigService.getDirtyRanges());
      const config = this._currentConfigService;
      return [...this._dependencyTreeCache.values()].filter((tree) => config.isForceCalculate() || tree.isDirty || tree.dependencySheetName(config.getDirtyNameMap()) || readers.has(tree));
    },
  });
  generator._dependencyTreeCache.clear();
  try {
    const order = await generate();
    for (const [id, tree] of trees) generator._dependencyTreeCache.set(id, tree);
    return { found, order };
  } finally {
    Reflect.deleteProperty(generator, "_detectForcedRecalculationNodeRecursion");
    Reflect.deleteProperty(generator, "_generateTreeList");
    Reflect.deleteProperty(generator, "_getUpdateTreeListAndMakeDependency");
  }
}

function sorted(generator: Generator, list: readonly Tree[]): Pick<Kept, "places" | "byId" | "always" | "movers"> {
  const kinds = kindsOf(generator);
  const byId = new Map<string, Tree[]>();
  const [always, movers]: [Tree[], Tree[]] = [[], []];
  for (const tree of list) {
    if (tree.formulaId) {
      const same = byId.get(tree.formulaId);
      if (same) same.push(tree);
      else byId.set(tree.formulaId, [tree]);
    }
    if (!tree.formula) continue;
    const kind = kinds(generator._getTreeNode(tree));
    if (kind.isAlways) always.push(tree);
    if (kind.isMover) movers.push(tree);
  }
  return { places: placesOf(list.filter(({ type }) => type !== OTHER)), byId, always, movers };
}

interface Kind {
  readonly isAlways: boolean;
  readonly isMover: boolean;
}
const kinds = new WeakMap<Node, Kind>();

function kindsOf(generator: Generator): (node: Node) => Kind {
  return (node) => {
    let kind = kinds.get(node);
    if (!kind) {
      const found: Node[] = [];
      generator._nodeTraversalRef(node, found);
      kinds.set(node, (kind = { isAlways: isAlways(node), isMover: found.some(({ nodeType }) => nodeType !== REFERENCE) || generator._getAddressFunctionNodeList(node).length > 0 }));
    }
    return kind;
  };
}

/** TODAY gives the same all day. */
function isAlways(node: Node): boolean {
  let known = volatile.get(node);
  if (known === undefined) volatile.set(node, (known = (node.isForcedCalculateFunction() && node.getToken().toUpperCase() !== "TODAY") || node.getChildren().some(isAlways)));
  return known;
}
const volatile = new WeakMap<Node, boolean>();

export const today = () => new Date().toDateString();
const REFERENCE = 1;
