import type * as Formula from "@univerjs/engine-formula";

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}
export interface UnitRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: Range;
}
interface Node {
  readonly nodeType: number;
  setValue(value: null): void;
}
interface NodeData {
  readonly node: Node | null | undefined;
  readonly refOffsetX: number;
  readonly refOffsetY: number;
}
export interface Tree {
  readonly treeId: unknown;
  readonly unitId: string;
  readonly subUnitId: string;
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly addressFunctionNodes: readonly unknown[];
}
/** The private parts of Univer 0.25.1 by which it finds out, in each calculation, what each formula reads. */
export interface DependencyGenerator {
  atOnce?: true;
  readonly _interpreter: { checkAsyncNode(node: Node): boolean; execute(data: NodeData): { toUnitRange(): UnitRange } };
  readonly _executedAddressFunctionNodeIds: Set<unknown>;
  readonly _runtimeService: { readonly currentUnitId: string; readonly currentSubUnitId: string; readonly currentRow: number; readonly currentColumn: number };
  readonly _currentConfigService: { getSheetNameMap(): object };
  _nodeTraversalRef(node: Node, found: Node[]): void;
  _getRangeListByNode(data: NodeData): UnitRange[] | Promise<UnitRange[]>;
  _calculateListByFunctionRefNode(trees: readonly Tree[]): Promise<void>;
  _getTreeNode(tree: Tree): Node;
  generate(...args: unknown[]): Promise<unknown>;
  _calculateAddressFunction(places: Places, tree: Tree): Promise<void>;
}

/**
 * In each calculation Univer asks of every formula what it reads. It waits for each answer, though nearly all are there at once; and it puts all formulas into a tree of places, for
 * the few that find their range by INDEX or OFFSET. Here only those are waited for that must be, what a formula that names its ranges has answered is remembered as long as it and the
 * sheets' names stay the same, and places are found by their row.
 */
export function findRangesAtOnce({ FormulaDependencyGenerator }: typeof Formula): void {
  const generator = FormulaDependencyGenerator.prototype as unknown as DependencyGenerator;
  if (generator.atOnce) return;
  generator.atOnce = true;
  const { _getRangeListByNode } = generator;
  const answers = new WeakMap<Node, Map<string, Answer>>();
  generator._getRangeListByNode = function (data) {
    const { node } = data;
    if (!node) return [];
    const { currentUnitId, currentSubUnitId, currentRow, currentColumn } = this._runtimeService;
    const where = `${currentUnitId} ${currentSubUnitId} ${currentRow} ${currentColumn} ${data.refOffsetX} ${data.refOffsetY}`;
    const names = textOf(this._currentConfigService.getSheetNameMap());
    let known = answers.get(node);
    if (!known) answers.set(node, (known = new Map()));
    const answer = known.get(where);
    if (answer?.names === names) return answer.ranges;

    const found: Node[] = [];
    this._nodeTraversalRef(node, found);
    if (found.some((one) => this._interpreter.checkAsyncNode(one))) return _getRangeListByNode.call(this, data);
    const ranges = found.map((one) => {
      const range = this._interpreter.execute({ ...data, node: one }).toUnitRange();
      one.setValue(null);
      return range;
    });
    if (found.every(({ nodeType }) => nodeType === REFERENCE)) known.set(where, { names, ranges });
    return ranges;
  };
  nodesByText(generator);
  generator._calculateListByFunctionRefNode = async function (trees) {
    await findAddresses(this, trees, null);
  };
}

/** What INDIRECT and OFFSET lead to; `places` are those of all formulas. */
export async function findAddresses(generator: DependencyGenerator, trees: readonly Tree[], places: Places | null): Promise<void> {
  generator._executedAddressFunctionNodeIds.clear();
  const finders = trees.filter(({ addressFunctionNodes }) => addressFunctionNodes.length > 0);
  if (finders.length === 0) return;
  const all = places ?? placesOf(trees);
  for (const tree of finders) await generator._calculateAddressFunction(all, tree);
}

/** Univer finds a formula's tree by its text with the workbook's name before it: a new long text for each cell. While it gathers what all read, a text has one tree. */
function nodesByText(generator: DependencyGenerator): void {
  const { generate, _getTreeNode } = generator;
  const all = new WeakMap<DependencyGenerator, Map<string, Node>>();
  generator.generate = async function (...args) {
    all.set(this, new Map());
    try {
      return await generate.apply(this, args);
    } finally {
      all.delete(this);
    }
  };
  generator._getTreeNode = function (tree) {
    const known = all.get(this);
    const found = known?.get(tree.formula);
    if (found) return found;
    const node = _getTreeNode.call(this, tree);
    known?.set(tree.formula, node);
    return node;
  };
}

const REFERENCE = 1;

interface Answer {
  readonly names: string;
  readonly ranges: UnitRange[];
}

const texts = new WeakMap<object, string>();

/** In one calculation it is the same object. */
function textOf(names: object): string {
  let text = texts.get(names);
  if (text === undefined) texts.set(names, (text = JSON.stringify(names)));
  return text;
}

/** As much of Univer's tree of ranges as is asked of it here: the formulas in some ranges, each once. */
export interface Places {
  bulkSearch(ranges: readonly UnitRange[]): Set<unknown>;
}

export function placesOf(trees: readonly Tree[]): Places {
  const sheets = new Map<string, Map<number, Tree[]>>();
  for (const tree of trees) {
    const key = `${tree.unitId} ${tree.subUnitId}`;
    let rows = sheets.get(key);
    if (!rows) sheets.set(key, (rows = new Map()));
    const row = rows.get(tree.row);
    if (row) row.push(tree);
    else rows.set(tree.row, [tree]);
  }
  return {
    bulkSearch(ranges) {
      const found = new Set<unknown>();
      for (const { unitId, sheetId, range } of ranges) {
        const rows = sheets.get(`${unitId} ${sheetId}`);
        if (rows) for (const row of rowsIn(rows, range)) for (const { column, treeId } of row) if (column >= range.startColumn && column <= range.endColumn) found.add(treeId);
      }
      return found;
    },
  };
}

function* rowsIn(rows: ReadonlyMap<number, Tree[]>, { startRow, endRow }: Range): Generator<Tree[]> {
  if (endRow - startRow > rows.size) {
    for (const [row, trees] of rows) if (row >= startRow && row <= endRow) yield trees;
    return;
  }
  for (let row = startRow; row <= endRow; row++) yield rows.get(row) ?? [];
}
