/*
 * Small changes in the XML of Excel's own files. What is not changed stays byte for byte as Excel wrote it, which reading it into a tree and writing that would not do.
 */

/** An element as it stands: its attributes as text, and what is in it; null where it closes itself. */
export interface Element {
  readonly whole: string;
  readonly attributes: string;
  readonly inner: string | null;
}

/** Every element of this name (or one of these, "a|b") with what `change` makes of it: undefined leaves it, "" takes it away. Elements of the name do not stand in each other. */
export function mapElements(xml: string, name: string, change: (element: Element, name: string) => string | undefined): string {
  return xml.replace(patternOf(name), (whole: string, tag: string, attributes: string, closed: string | undefined, inner: string | undefined) => change({ whole, attributes, inner: closed === undefined ? (inner ?? "") : null }, tag) ?? whole);
}

export function elementsOf(xml: string, name: string): readonly Element[] {
  return [...xml.matchAll(patternOf(name))].map(([whole, , attributes = "", closed, inner]) => ({ whole, attributes, inner: closed === undefined ? (inner ?? "") : null }));
}

/** The beginning of every element of these names ("a|b"), whatever is in it, with what `change` makes of its attributes; undefined leaves them. */
export function mapAttributes(xml: string, names: string, change: (attributes: string) => string | undefined): string {
  return xml.replace(new RegExp(`<(${names})(\\s[^>]*?)(/?)>`, "g"), (whole: string, tag: string, attributes: string, closed: string) => {
    const changed = change(attributes);
    return changed === undefined ? whole : `<${tag}${changed}${closed}>`;
  });
}

const patterns = new Map<string, RegExp>();
function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`<(${name})((?:\\s[^>]*?)?)(?:(/)>|>([\\s\\S]*?)</\\1>)`, "g");
  patterns.set(name, known);
  known.lastIndex = 0;
  return known;
}

/** What an attribute says; null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : plain(found);
}

/** The attributes with one set anew; null takes it away. */
export function withAttribute(attributes: string, name: string, value: string | number | null): string {
  const without = attributes.replace(new RegExp(`\\s${name}="[^"]*"`), "");
  return value === null ? without : `${without} ${name}="${escaped(String(value)).replace(/[\n\t]/g, (blank) => `&#${blank.charCodeAt(0)};`)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML as a person reads it; Excel's way of writing what XML cannot hold (_x000D_) as well. */
export function plain(xml: string): string {
  if (!xml.includes("&") && !xml.includes("_x")) return xml;
  return xml
    .replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (all, decimal?: string, hex?: string, name?: string) => (name ? (ENTITIES[name] ?? all) : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? "0", 16))))
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(FORBIDDEN, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** An element with text in it that keeps its blanks. */
export function textElement(name: string, text: string): string {
  return `<${name}${/^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : ""}>${escaped(text)}</${name}>`;
}
