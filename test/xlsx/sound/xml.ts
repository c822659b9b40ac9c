/** An element of XML, strictly read: what Excel's own reader would refuse is refused here, too. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

/** The root element; throws in words where the XML is not well-formed. */
export function parseXml(xml: string): Node {
  const body = xml.replace(/^\uFEFF?<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")?\s*\?>\s*/, "");
  if (/<!DOCTYPE|<\?/i.test(body)) throw new Error("a declaration or an instruction inside of the XML");
  const open: { name: string; attributes: Record<string, string>; children: Node[]; text: string; prefixes: ReadonlySet<string> }[] = [];
  let root: Node | null = null;
  let at = 0;
  const pieces = /<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
  for (let found = pieces.exec(body); found; found = pieces.exec(body)) {
    if (found.index > at) addText(body.slice(at, found.index));
    at = found.index + found[0].length;
    const [, closing, name, attributes = "", empty] = found;
    if (name === undefined) continue;
    if (closing) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? "nothing"}>`);
      place(last);
      continue;
    }
    const all = attributesOf(attributes, name);
    const prefixes = new Set([...(open.at(-1)?.prefixes ?? ["xml", "xmlns"]), ...Object.keys(all).flatMap((one) => (one.startsWith("xmlns:") ? [one.slice(6)] : []))]);
    for (const one of [name, ...Object.keys(all)]) if (one.includes(":") && !prefixes.has(one.split(":")[0]!)) throw new Error(`the prefix of ${one} is not declared`);
    const node = { name, attributes: all, children: [], text: "", prefixes };
    if (empty) place(node);
    else open.push(node);
  }
  if (body.slice(at).trim() !== "") throw new Error(`what is no XML: ${body.slice(at, at + 40)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  if (!root) throw new Error("no element");
  return root;

  function place({ name, attributes, children, text }: Node): void {
    const node = { name, attributes, children, text: unescaped(text, name) };
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else if (root) throw new Error("two roots");
    else root = node;
  }
  function addText(text: string): void {
    const parent = open.at(-1);
    if (!parent && text.trim() !== "") throw new Error("text outside of the root");
    if (/[<]/.test(text)) throw new Error(`a tag that is none: ${text.slice(text.indexOf("<"), text.indexOf("<") + 40)}`);
    if (parent) parent.text += text;
  }
}

function attributesOf(text: string, element: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [, name = "", , double, single] of text.matchAll(/([A-Za-z_][\w.:-]*)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    if (name in all) throw new Error(`<${element}> has two attributes ${name}`);
    all[name] = unescaped(double ?? single ?? "", element);
  }
  return all;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string, element: string): string {
  const plain = text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+))?;?/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const one = name === undefined ? (decimal ?? hex) !== undefined && String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)) : ENTITIES[name];
    if (!one || !whole.endsWith(";")) throw new Error(`${whole} in <${element}>`);
    return one;
  });
  // Char of XML 1.0: no control characters, no half of a letter
  const bad = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.exec(plain);
  if (bad) throw new Error(`a character that XML cannot hold in <${element}>`);
  return plain;
}

/** Excel's way of writing in XML what XML cannot hold: _x000D_. */
export const spelled = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export const childrenOf = (node: Node | undefined, name: string): readonly Node[] => node?.children.filter((one) => one.name === name) ?? [];
export const childOf = (node: Node | undefined, name: string): Node | undefined => node?.children.find((one) => one.name === name);
/** All elements of a name, at whatever depth. */
export function within(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((one) => [...(one.name === name ? [one] : []), ...within(one, name)]);
}
