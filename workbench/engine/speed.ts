import type { Injector } from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import { askRowsWhenRead } from "./askedRows";
import { findRangesAtOnce } from "./dependencies";
import { reckonInWholes } from "./numbers";
import { keepFormulas } from "./keptFormulas";
import { lookAtOneSheet } from "./sharedFormulas";
import { compareOnce } from "./sumifs";
import { lookAtTouchedFormulas } from "./touched";
import { forgetTreesOf } from "./trees";

/** The private parts of Univer 0.25.1's calculation that are made faster here. */
interface Node {
  readonly nodeType: number;
  getToken(): string;
}
interface Walks {
  quick?: true;
  _nodeTraversalRef(node: Node, found: Node[]): void;
  _nodeTraversalReferenceFunction(node: Node, found: Node[]): void;
  _detectForcedRecalculationNodeRecursion(node: Node): boolean;
}
interface Async {
  checkAsyncNode(node: Node | null | undefined): boolean;
}

/** Univer's calculation of a long table, several times faster and with the same results: made on exported prototypes, each on its own. */
export function hasten(parts: typeof Formula): void {
  walkTreesOnce(parts);
  rememberTexts(parts);
  lookAtOneSheet(parts);
  reckonInWholes(parts);
  compareOnce(parts);
  findRangesAtOnce(parts);
  keepFormulas(parts);
  readCellsPlainly(parts);
  askRowsWhenRead(parts);
  lookAtTouchedFormulas(parts);
}

/**
 * A log of thousands of rows is calculated again at every edit, so that the edit must be cheap. Univer shares one tree among all cells that
 * hold the same text, as a column of a table does, and yet walks it for each cell in each calculation to find its references, every one as
 * often as it is written, and to ask whether it is volatile or asynchronous. A tree never changes once it was read: here each walk is
 * done once for a tree, and a reference that is written ten times is looked up once.
 */
function walkTreesOnce({ FormulaDependencyGenerator, Interpreter }: typeof Formula): void {
  const walks = FormulaDependencyGenerator.prototype as unknown as Walks;
  if (walks.quick) return;
  walks.quick = true;
  const own: Walks = { ...unbound(walks) }; // Univer's walks, which recur into themselves and not into what replaces them
  const references = once((node) => withoutRepeats(found((into) => own._nodeTraversalRef.call(withOwn(walks, own), node, into))));
  const functions = once((node) => found((into) => own._nodeTraversalReferenceFunction.call(withOwn(walks, own), node, into)));
  walks._nodeTraversalRef = (node, into) => void into.push(...references(node));
  walks._nodeTraversalReferenceFunction = (node, into) => void into.push(...functions(node));
  walks._detectForcedRecalculationNodeRecursion = once((node) => own._detectForcedRecalculationNodeRecursion.call(withOwn(walks, own), node));

  const interpreter = Interpreter.prototype as unknown as Async;
  const { checkAsyncNode } = interpreter;
  const isAsync = once((node) => checkAsyncNode.call(interpreter, node));
  interpreter.checkAsyncNode = (node) => node !== null && node !== undefined && isAsync(node);
}

function unbound({ _nodeTraversalRef, _nodeTraversalReferenceFunction, _detectForcedRecalculationNodeRecursion }: Walks): Walks {
  return { _nodeTraversalRef, _nodeTraversalReferenceFunction, _detectForcedRecalculationNodeRecursion };
}
function withOwn(walks: Walks, own: Walks): Walks {
  return Object.assign(Object.create(walks) as Walks, own);
}
function found(walk: (into: Node[]) => void): Node[] {
  const into: Node[] = [];
  walk(into);
  return into;
}
function withoutRepeats(nodes: readonly Node[]): Node[] {
  const seen = new Set<string>();
  return nodes.filter((node) => node.nodeType !== REFERENCE || (!seen.has(node.getToken()) && seen.add(node.getToken())));
}
const REFERENCE = 1;

function once<Answer>(ask: (node: Node) => Answer): (node: Node) => Answer {
  const answers = new WeakMap<Node, { readonly answer: Answer }>();
  return (node) => {
    let known = answers.get(node);
    if (!known) answers.set(node, (known = { answer: ask(node) }));
    return known.answer;
  };
}

interface Cells {
  plain?: true;
  getCellData(row: number, column: number): unknown;
  getCurrentRuntimeSheetData(): Matrix | null | undefined;
  getCurrentRuntimeActiveArrayFormulaCellData(): Matrix | null | undefined;
  getCurrentActiveArrayFormulaCellData(): Matrix | null | undefined;
  getRuntimeFeatureCellValue(row: number, column: number): unknown;
  getCurrentActiveSheetData(): { readonly cellData: Matrix } | null | undefined;
}
interface Matrix {
  getValue(row: number, column: number): unknown;
}

/** For each cell that a formula reads Univer makes two objects, to find out whether it is one of those that a formula has spilled into: only then they are needed. */
function readCellsPlainly({ BaseReferenceObject }: typeof Formula): void {
  const reference = BaseReferenceObject.prototype as unknown as Cells;
  if (reference.plain) return;
  reference.plain = true;
  const { getCellData } = reference;
  reference.getCellData = function (row, column) {
    if (this.getCurrentActiveArrayFormulaCellData()?.getValue(row, column)) return getCellData.call(this, row, column);
    const fresh = this.getCurrentRuntimeSheetData()?.getValue(row, column) || this.getCurrentRuntimeActiveArrayFormulaCellData()?.getValue(row, column) || this.getRuntimeFeatureCellValue(row, column);
    return fresh || this.getCurrentActiveSheetData()?.cellData.getValue(row, column);
  };
}

interface Config {
  load(data: { readonly dirtySuperTableMap?: Readonly<Record<string, object | null | undefined>> }): void;
}

/**
 * When a table was made, moved or grown since the last calculation, Univer reads the text of each formula that names it twice for every cell. Here
 * the trees of those texts are forgotten instead when that calculation begins, so that each text is read once, against the table as it is now.
 */
export function readTextsOnce(injector: Injector, services: typeof Formula): void {
  const config = injector.get(services.IFormulaCurrentConfigService) as unknown as Config;
  const { load } = config;
  config.load = function (data) {
    for (const [unitId, tables] of Object.entries(data.dirtySuperTableMap ?? {})) {
      const names = Object.keys(tables ?? {});
      if (names.length > 0) forgetTreesOf(injector, services, unitId, names);
    }
    load.call(this, { ...data, dirtySuperTableMap: {} });
  };
}

/**
 * Each time a formula with a list of words is worked out, Univer asks of every word whether it might be a date or an amount, and remembers only
 * those that are. Here it is remembered as well that a text is a text.
 */
function rememberTexts({ ValueObjectFactory }: typeof Formula): void {
  const factory = ValueObjectFactory as typeof ValueObjectFactory & { quick?: true };
  if (factory.quick) return;
  factory.quick = true;
  const { create } = factory;
  const texts = new Set<unknown>();
  factory.create = (raw, isText = false) => {
    if (isText || typeof raw !== "string") return create.call(factory, raw, isText);
    const value = create.call(factory, raw, texts.has(raw));
    if (value.isString()) {
      if (texts.size >= MOST_TEXTS) texts.clear();
      texts.add(raw);
    }
    return value;
  };
}
const MOST_TEXTS = 10_000;
