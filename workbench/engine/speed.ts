import type * as Formula from "@univerjs/engine-formula";
import type { Injector } from "@univerjs/core";

/** The private parts of Univer 0.25.1's calculation that are made faster here. */
interface Node {
  readonly nodeType: number;
  getToken(): string;
  getChildren(): Node[];
}
interface Generator {
  quick?: true;
  _nodeTraversalRef(node: Node, found: Node[]): void;
  _nodeTraversalReferenceFunction(node: Node, found: Node[]): void;
  _detectForcedRecalculationNodeRecursion(node: Node): boolean;
}
interface Interpreter {
  checkAsyncNode(node: Node | null): boolean;
}
const REFERENCE = 1;

/**
 * A long log is calculated several times faster. Univer shares one tree among all cells that hold the same text, as a column of a table does,
 * yet walks it for every cell in every calculation, to find its references (each as often as it occurs) and whether it is volatile or
 * asynchronous. A tree never changes: each of these walks is done once for a tree here, and a reference is looked up once.
 */
export function walkTreesOnce({ FormulaDependencyGenerator, Interpreter }: typeof Formula): void {
  const generator = FormulaDependencyGenerator.prototype as unknown as Generator;
  if (generator.quick) return;
  generator.quick = true;
  const references = generator._nodeTraversalRef;
  generator._nodeTraversalRef = listedOnce((node) => withoutRepeats(listed(references, node, withWalk(generator, "_nodeTraversalRef", references))));
  const functions = generator._nodeTraversalReferenceFunction;
  generator._nodeTraversalReferenceFunction = listedOnce((node) => listed(functions, node, withWalk(generator, "_nodeTraversalReferenceFunction", functions)));
  const volatile = generator._detectForcedRecalculationNodeRecursion;
  generator._detectForcedRecalculationNodeRecursion = answeredOnce((node) => volatile.call(withWalk(generator, "_detectForcedRecalculationNodeRecursion", volatile), node));
  const interpreter = Interpreter.prototype as unknown as Interpreter;
  const { checkAsyncNode } = interpreter;
  const isAsync = answeredOnce((node) => checkAsyncNode.call(interpreter, node));
  interpreter.checkAsyncNode = (node) => node !== null && node !== undefined && isAsync(node);
}

/** What Univer's own walk runs on: the generator, with this one walk as it was, so that it recurs into itself. */
function withWalk<Name extends keyof Generator>(generator: Generator, name: Name, walk: Generator[Name]): Generator {
  return Object.create(generator, { [name]: { value: walk } }) as Generator;
}
function listed(walk: (this: Generator, node: Node, found: Node[]) => void, node: Node, generator: Generator): Node[] {
  const found: Node[] = [];
  walk.call(generator, node, found);
  return found;
}
function withoutRepeats(nodes: readonly Node[]): Node[] {
  const seen = new Set<string>();
  return nodes.filter((node) => node.nodeType !== REFERENCE || (!seen.has(node.getToken()) && seen.add(node.getToken())));
}
function listedOnce(list: (node: Node) => Node[]): (node: Node, found: Node[]) => void {
  const once = answeredOnce(list);
  return (node, found) => void found.push(...once(node));
}
function answeredOnce<Answer>(ask: (node: Node) => Answer): (node: Node) => Answer {
  const answers = new WeakMap<Node, { readonly answer: Answer }>();
  return (node) => {
    const known = answers.get(node) ?? { answer: ask(node) };
    answers.set(node, known);
    return known.answer;
  };
}

interface Config {
  load(data: { dirtySuperTableMap?: Record<string, unknown> }): void;
}

/**
 * While a table has changed since the last calculation, Univer reads each formula that names it anew for every cell, twice. All trees are forgotten once
 * instead, so that each text is read once.
 */
export function readTextsOnce(injector: Injector, { IFormulaCurrentConfigService, IFunctionService }: typeof Formula): void {
  const config = injector.get(IFormulaCurrentConfigService) as unknown as Config;
  const functions = injector.get(IFunctionService);
  const { load } = config;
  config.load = function (data) {
    const changed = Object.values(data.dirtySuperTableMap ?? {}).some((tables) => tables && Object.keys(tables).length > 0);
    if (changed) functions.deleteFormulaAstCacheKey("");
    load.call(this, changed ? { ...data, dirtySuperTableMap: {} } : data);
  };
}
