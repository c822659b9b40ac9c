import { CHARTS, DRAWINGS, OTHERS } from "./grammar/drawingml";
import { SHEETS, WORKBOOKS } from "./grammar/spreadsheetml";
import type { Node } from "./xml";

/**
 * The order of elements and the values of attributes, as the schemas of ECMA-376 (part 1, 5th edition, transitional: annexes A and B) say them. Excel reads its parts with a validating
 * reader: an element out of its order, or a value that is not one of its type, makes it repair the file.
 */
export function faultsOfGrammar(root: Node, part: string): string[] {
  const faults: string[] = [];
  visit(root, "");
  return faults;

  function visit(node: Node, parent: string): void {
    const rule = RULES.get(`${parent}/${node.name}`) ?? RULES.get(node.name);
    const tell = (words: string): void => void faults.push(`${part}: <${node.name}> ${words}`);
    if (!rule) return tell(`is not known in <${parent}>`);
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name.startsWith("xmlns") || IGNORED.test(name)) continue;
      const type = rule.attributes.get(name);
      if (!type) tell(`has the attribute ${name}, which it may not`);
      else if (!TYPES[type.type] ? !type.type.split("|").includes(value) : !TYPES[type.type]!.test(value)) tell(`${name}="${value.slice(0, 60)}" is no ${type.type}`);
    }
    for (const [name, { required }] of rule.attributes) if (required && !(name in node.attributes)) tell(`lacks the attribute ${name}`);
    if (rule.any) return;
    const names = node.children.map(({ name }) => `<${name}>`).join("");
    if (!rule.children.test(names)) tell(`holds ${names.replace(/(<[^>]*>)\1+/g, "$1…").slice(0, 300)}, where ${rule.source} is asked`);
    if (rule.holdsText === false && node.text.trim() !== "") tell(`holds the text "${node.text.trim().slice(0, 30)}"`);
    for (const child of node.children) visit(child, node.name);
  }
}

/** Excel's own additions, which older versions pass over. */
const IGNORED = /^(?:mc|xr\d*|x14ac|x15ac):|^xml:space$/;

/** Simple types by their short names. */
const TYPES: Readonly<Record<string, RegExp>> = {
  text: /^[\s\S]*$/,
  bool: /^(?:0|1|true|false)$/,
  count: /^\d{1,10}$/,
  whole: /^-?\d{1,15}$/,
  number: /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/,
  cell: /^[A-Z]{1,3}[1-9]\d{0,6}$/,
  area: /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/,
  areas: /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?(?: [A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?)*$/,
  argb: /^[0-9A-F]{8}$/i,
  rgb: /^[0-9A-F]{6}$/i,
  guid: /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i,
};

interface Rule {
  readonly attributes: ReadonlyMap<string, { readonly type: string; readonly required: boolean }>;
  readonly children: RegExp;
  readonly source: string;
  /** Anything may stand in it. */
  readonly any: boolean;
  readonly holdsText: boolean;
}

/** "name attribute=type required!=type : first? (second | third)* #text" */
function ruleOf(line: string): readonly [string, Rule][] {
  const [head = "", content = ""] = line.split(/\s:\s?/);
  const [names = "", ...attributes] = head.trim().split(/\s+/);
  const words = content.trim();
  const source = words.replace(/#\w+/g, "").trim();
  const rule: Rule = {
    attributes: new Map(attributes.map((one) => {
      const [, name = "", mark, type = ""] = /^([\w:]+)(!?)=(\S+)$/.exec(one) ?? [];
      if (name === "") throw new Error(`a rule that cannot be read: ${one} in ${line}`);
      return [name, { type, required: mark === "!" }];
    })),
    children: new RegExp(`^${source.replace(/[A-Za-z][\w:]*/g, "(?:<$&>)").replace(/\s+/g, "")}$`),
    source, any: words.includes("#any"), holdsText: words.includes("#text"),
  };
  return names.split(",").map((name) => [name, rule]);
}

const RULES: ReadonlyMap<string, Rule> = new Map([WORKBOOKS, SHEETS, CHARTS, DRAWINGS, OTHERS].flatMap((text) => text.trim().replace(/\n\s{2,}/g, " ").split("\n")).flatMap(ruleOf));
