export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element; what is undefined is left out, truth is written 1 and 0 as Office does. Children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(typeof value === "boolean" ? Number(value) : value))}"`]));
  const content = children.join("");
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** An element that holds text and keeps its blanks. */
export function textElement(name: string, content: string, attributes: Attributes = {}): string {
  const keeps = /^\s|\s$|[\n\t]/.test(content);
  return element(name, { ...attributes, "xml:space": keeps ? "preserve" : undefined }, text(content));
}

/** Text as content; what XML cannot hold is written as Excel writes it, `_x0001_`. */
export function text(content: string): string {
  return escaped(spelled(content, FORBIDDEN));
}

/** Text for an attribute that Excel reads as text of a cell, such as a column's name: line breaks are spelled, too, for XML makes blanks of them in attributes. */
export function attributeText(content: string): string {
  return spelled(content, FORBIDDEN_IN_ATTRIBUTES);
}

function spelled(content: string, forbidden: RegExp): string {
  return content.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(forbidden, (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, "0")}_`);
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
const FORBIDDEN_IN_ATTRIBUTES = /[\u0000-\u001F\uFFFE\uFFFF]/g;

function escaped(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\n/g, "&#10;");
}
