import type { Injector } from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";

/** The private parts of Univer 0.25.1's lexer that are touched here. */
interface Lexer {
  knowsOptionals?: true;
  treeBuilder(formula: string, suffix?: unknown, names?: Names): Node | string | undefined;
}
interface Names {
  readonly unitId?: string | null;
  getValueByName(unitId: string, name: string): { readonly formulaOrRefString: string } | null | undefined;
  /** Names that have changed since the last calculation. */
  getDirtyDefinedNameMap(): Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;
}
interface Node {
  getToken(): string;
  setToken(token: string): void;
  getChildren(): (Node | string)[];
  setParent(parent: Node): void;
}

/**
 * Univer puts a name's LAMBDA in the place of the name. What its LAMBDA lacks is added on the tree that it reads: parameters in brackets may be left out of a call, and are blank then.
 * Such a tree is changed while it is read on, so it is read afresh for each formula. ISOMITTED, which Univer lacks, is added below.
 */
export function takeOptionals({ LexerTreeBuilder, LexerNode }: typeof Formula): void {
  const lexer = LexerTreeBuilder.prototype as unknown as Lexer;
  if (lexer.knowsOptionals) return;
  lexer.knowsOptionals = true;
  const { treeBuilder } = lexer;
  lexer.treeBuilder = function (formula, suffix = true, names) {
    const calls = suffix === true ? callsName(formula, names) : "nothing";
    // a blank more is another key of Univer's cache, so that the formula by itself is read afresh when the name is gone; of a name that has just gone Univer would make #NAME?(…), which is #VALUE!
    const tree = calls === "nothing" ? treeBuilder.call(this, formula, suffix, names) : treeBuilder.call(this, `${formula} `, 1, calls === "gone" ? undefined : names);
    if (typeof tree === "object") fillOptionals(tree, () => new LexerNode() as unknown as Node);
    return tree;
  };
}

/** Does it call a name that is a formula, or one that has just been taken away? */
function callsName(formula: string, names: Names | undefined): "nothing" | "there" | "gone" {
  const { unitId } = names ?? {};
  if (!names || !unitId) return "nothing";
  const changed = names.getDirtyDefinedNameMap()[unitId] ?? {};
  const called = [...formula.matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()/gu)].map(([name]) => ({ name, content: names.getValueByName(unitId, name)?.formulaOrRefString }));
  if (called.some(({ name, content }) => content === undefined && name in changed)) return "gone";
  return called.some(({ content }) => content?.includes("(")) ? "there" : "nothing";
}

function fillOptionals(node: Node, blank: () => Node): void {
  const children = node.getChildren();
  for (const child of children) if (typeof child !== "string") fillOptionals(child, blank);
  if (node.getToken().trim().toUpperCase() !== "LAMBDA") return;
  const [given] = children;
  const isCalled = typeof given === "object" && given.getToken() === ARGUMENTS;
  const optional = children.slice(isCalled ? 1 : 0, -1).map(unbracket);
  if (!isCalled) return;
  const args = given.getChildren();
  for (let place = args.length; optional[place]; place += 1) {
    const left = blank();
    left.setToken(ARGUMENT);
    left.setParent(given);
    args.push(left);
  }
}

const ARGUMENTS = "L_1";
const ARGUMENT = "P_1";

/** "[fees]" → "fees"; answers whether there were brackets. */
function unbracket(parameter: Node | string): boolean {
  if (typeof parameter === "string") return false;
  const children = parameter.getChildren();
  const [, name] = (typeof children[0] === "string" && /^\s*\[\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]\s*$/u.exec(children[0])) || [];
  if (name !== undefined) children[0] = name;
  return name !== undefined;
}

/** ISOMITTED: true for what was left out of a call, and for nothing between two commas; a blank cell is something. */
export function knowIsOmitted(injector: Injector, { BaseFunction, BooleanValueObject, IFunctionService }: typeof Formula): void {
  class IsOmitted extends BaseFunction {
    override minParams = 1;
    override maxParams = 1;
    override calculate(value: Formula.BaseValueObject): Formula.BaseValueObject {
      return BooleanValueObject.create(value.isNull());
    }
  }
  injector.get(IFunctionService).registerExecutors(new IsOmitted("ISOMITTED"));
}
