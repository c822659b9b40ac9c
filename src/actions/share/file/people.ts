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

/** Comments that stay in the copy say who wrote them. */
export function commentators(archive: Archive): readonly string[] {
  const notes = archive.paths().filter((path) => /^xl\/comments[^/]*\.xml$/.test(path)).flatMap((path) => elementsOf(archive.text(path), "author").map(({ inner }) => plain(inner ?? "").trim()));
  const threads = archive.paths().filter((path) => /^xl\/persons\//.test(path)).flatMap((path) => startsOf(archive.text(path), "person").map((attributes) => attribute(attributes, "displayName") ?? ""));
  // what stands for a thread among the notes is called by its number
  return [...new Set([...notes, ...threads])].filter((name) => name !== "" && !name.startsWith("tc={"));
}

const BOOK = "xl/workbook.xml";
const ELEMENTS = [["docProps/core.xml", "dc:creator|cp:lastModifiedBy"], ["docProps/app.xml", "Manager|Company"]] as const;
const ATTRIBUTES = [[/^xl\/workbook\.xml$/, "fileSharing", "userName"], [/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/, "pivotCacheDefinition", "refreshedBy"]] as const;

const withAttributes = (archive: Archive) => archive.paths().flatMap((path) => ATTRIBUTES.filter(([parts]) => parts.test(path)).map((one) => [path, one] as const));

function startsOf(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}(\\s[^>]*)>`, "g"))].map(([, attributes = ""]) => attributes);
}
