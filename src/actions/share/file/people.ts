import type { Archive } from "./archive";
import { attribute, elementsOf, mapAttributes, mapElements, plain, withAttribute } from "./xml";

/** Who made the file, and where it was kept: author, last author, manager and company, who reserved it, who brought a PivotTable up to date. */
export function peopleIn(archive: Archive): readonly string[] {
  const named = ELEMENTS.flatMap(([path, names]) => elementsOf(archive.text(path), names).map(({ inner }) => plain(inner ?? "")));
  const noted = withAttributes(archive).flatMap(([path, [, element, name]]) => startsOf(archive.text(path), element).map((attributes) => attribute(attributes, name) ?? ""));
  const folders = startsOf(archive.text(BOOK), "x15ac:absPath").map((attributes) => `the folder ${attribute(attributes, "url") ?? ""}`);
  return [...new Set([...named, ...noted, ...folders].map((name) => name.trim()))].filter((name) => name !== "");
}

export function leaveOutPeople(archive: Archive): void {
  for (const [path, names] of ELEMENTS) if (archive.has(path)) archive.set(path, mapElements(archive.text(path), names, ({ attributes }, name) => `<${name}${attributes}></${name}>`));
  for (const [path, [, element, name]] of withAttributes(archive)) archive.set(path, mapAttributes(archive.text(path), element, (attributes) => withAttribute(attributes, name, null)));
  archive.set(BOOK, mapElements(archive.text(BOOK), "mc:AlternateContent", ({ whole }) => (whole.includes("<x15ac:absPath") ? "" : undefined)));
}

const BOOK = "xl/workbook.xml";
const ELEMENTS = [["docProps/core.xml", "dc:creator|cp:lastModifiedBy"], ["docProps/app.xml", "Manager|Company"]] as const;
const ATTRIBUTES = [[/^xl\/workbook\.xml$/, "fileSharing", "userName"], [/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/, "pivotCacheDefinition", "refreshedBy"]] as const;

const withAttributes = (archive: Archive) => archive.paths().flatMap((path) => ATTRIBUTES.filter(([parts]) => parts.test(path)).map((one) => [path, one] as const));

function startsOf(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}(\\s[^>]*)>`, "g"))].map(([, attributes = ""]) => attributes);
}
