import type { Archive } from "./archive";
import type { Masks } from "./masks";
import { attribute, escaped, mapElements, plain, withAttribute } from "./xml";

/** New names for accounts outside of sheets: what charts and PivotTables have copied for themselves, titles, text boxes, comments, the file's own title. */
export function renameElsewhere(archive: Archive, masks: Masks): void {
  const renamed = renamer(masks);
  for (const path of archive.paths()) {
    const elements = TEXTS.find(([parts]) => parts.test(path))?.[1];
    if (elements) archive.set(path, inElements(archive.text(path), elements, renamed));
    if (/^xl\/(?:pivotCache|tables|slicerCaches)\/[^/]*\.xml$/.test(path)) archive.set(path, inFilters(archive.text(path), renamed));
  }
}

const renamer = (masks: Masks) => (text: string): string | null => masks.of(text, false) ?? masks.inText(text);

/** Parts of the file, and their elements that hold nothing but text. */
const TEXTS: readonly (readonly [parts: RegExp, elements: string])[] = [
  [/^xl\/charts\/chart[^/]*\.xml$/, "c:v|a:t"], [/^xl\/drawings\/drawing[^/]*\.xml$/, "a:t"], [/^xl\/comments[^/]*\.xml$/, "t"], [/^xl\/threadedComments\/[^/]*\.xml$/, "text"],
  [/^docProps\/core\.xml$/, "dc:title|dc:subject|dc:description|cp:keywords|cp:category"],
];

function inElements(xml: string, names: string, renamed: (text: string) => string | null): string {
  return mapElements(xml, names, ({ attributes, inner }, name) => {
    const text = inner === null ? null : renamed(plain(inner));
    return text === null ? undefined : `<${name}${attributes}>${escaped(text)}</${name}>`;
  });
}

function inFilters(xml: string, renamed: (text: string) => string | null): string {
  return xml.replace(/<(?:s v|filter val)="([^"]*)"/g, (whole: string, name: string) => {
    const text = renamed(plain(name));
    return text === null ? whole : whole.replace(/"[^"]*"$/, () => `"${escaped(text)}"`);
  });
}

/** And in what stands after the rows of a sheet: filters, messages of validations, headers and footers. */
export function renameAfterRows(xml: string, masks: Masks): string {
  const renamed = renamer(masks);
  const rest = mapElements(inFilters(xml, renamed), "dataValidation|x14:dataValidation", ({ whole, attributes }) => {
    const said = MESSAGES.reduce((all, name) => {
      const text = renamed(attribute(all, name) ?? "");
      return text === null ? all : withAttribute(all, name, text.slice(0, name.endsWith("Title") ? 32 : 225));
    }, attributes);
    return said === attributes ? undefined : whole.replace(attributes, () => said);
  });
  return inElements(rest, "oddHeader|oddFooter|evenHeader|evenFooter|firstHeader|firstFooter", renamed);
}
const MESSAGES = ["promptTitle", "prompt", "errorTitle", "error"];
