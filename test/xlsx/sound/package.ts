import { strFromU8 } from "fflate";
import type { Tell } from ".";
import { type Node, childrenOf, parseXml } from "./xml";

/** The parts of a file and where they lead: ECMA-376 part 2, open packaging. */
export interface Package {
  readonly roots: ReadonlyMap<string, Node>;
  readonly leadsTo: (part: string) => readonly Relation[];
}

export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly outside: boolean;
}

export function openPackage(files: Readonly<Record<string, Uint8Array>>, tell: Tell): Package {
  const paths = Object.keys(files);
  if (new Set(paths.map((path) => path.toLowerCase())).size < paths.length) tell("two parts of one name");
  const roots = new Map<string, Node>();
  for (const path of paths) {
    if (!/\.(?:xml|rels|vml)$/.test(path)) continue;
    try {
      roots.set(path, parseXml(strFromU8(files[path]!)));
    } catch (error) {
      tell(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const relations = new Map<string, readonly Relation[]>();
  const leadsTo = (part: string): readonly Relation[] => relations.get(part) ?? [];
  for (const [path, root] of roots) if (path.endsWith(".rels")) relations.set(ownerOf(path), relationsIn(root, ownerOf(path)));
  typesAndWays(paths, roots, relations, tell);
  return { roots, leadsTo };
}

/** "xl/_rels/workbook.xml.rels" → "xl/workbook.xml" */
const ownerOf = (path: string): string => path.replace(/(?:^|(?<=\/))_rels\/([^/]*)\.rels$/, "$1");

function relationsIn(root: Node, owner: string): Relation[] {
  return childrenOf(root, "Relationship").map(({ attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
    const outside = TargetMode === "External";
    const way = Target.startsWith("/") ? [] : owner.split("/").slice(0, -1);
    if (!outside) for (const step of Target.replace(/^\//, "").split("/")) {
      if (step === "..") way.pop();
      else if (step !== ".") way.push(step);
    }
    return { id: Id, kind: Type.replace(/^.*\//, ""), target: outside ? Target : way.join("/"), outside };
  });
}

/** What a relation of a kind must lead to (part 1, section 12.3 and 14.2). */
const TYPES: Readonly<Record<string, RegExp>> = {
  officeDocument: /spreadsheetml\.sheet\.main\+xml$/, worksheet: /spreadsheetml\.worksheet\+xml$/, styles: /spreadsheetml\.styles\+xml$/, sharedStrings: /spreadsheetml\.sharedStrings\+xml$/, table: /spreadsheetml\.table\+xml$/,
  drawing: /officedocument\.drawing\+xml$/, chart: /drawingml\.chart\+xml$/, comments: /spreadsheetml\.comments\+xml$/, vmlDrawing: /vmlDrawing$/, calcChain: /spreadsheetml\.calcChain\+xml$/, sheetMetadata: /spreadsheetml\.sheetMetadata\+xml$/,
  externalLink: /spreadsheetml\.externalLink\+xml$/, "core-properties": /core-properties\+xml$/, "extended-properties": /extended-properties\+xml$/, "custom-properties": /custom-properties\+xml$/,
  theme: /theme\+xml$/, person: /person\+xml$/, threadedComment: /threadedcomments\+xml$/, webextensiontaskpanes: /webextensiontaskpanes\+xml$/, webextension: /ms-office\.webextension\+xml$/,
};
/** At most one of these from one part. */
const ONCE = ["officeDocument", "styles", "sharedStrings", "calcChain", "sheetMetadata", "theme", "core-properties", "extended-properties", "custom-properties", "drawing", "comments"];

function typesAndWays(paths: readonly string[], roots: ReadonlyMap<string, Node>, relations: ReadonlyMap<string, readonly Relation[]>, tell: Tell): void {
  const types = roots.get("[Content_Types].xml");
  const overrides = new Map(childrenOf(types, "Override").map(({ attributes: { PartName = "", ContentType = "" } }) => [PartName, ContentType]));
  const defaults = new Map(childrenOf(types, "Default").map(({ attributes: { Extension = "", ContentType = "" } }) => [Extension.toLowerCase(), ContentType]));
  const typeOf = (path: string): string | undefined => overrides.get(`/${path}`) ?? defaults.get(path.replace(/^.*\./, "").toLowerCase());
  if (overrides.size < childrenOf(types, "Override").length) tell("[Content_Types].xml: a part has two types");
  for (const name of overrides.keys()) if (!paths.includes(name.slice(1))) tell(`[Content_Types].xml: ${name} is not there`);
  const reached = new Set<string>(["[Content_Types].xml"]);
  const visit = (part: string): void => {
    for (const { target, outside } of relations.get(part) ?? []) {
      if (outside || reached.has(target)) continue;
      reached.add(target);
      visit(target);
    }
  };
  visit("");
  for (const path of paths) {
    if (path !== "[Content_Types].xml" && !typeOf(path)) tell(`${path}: has no content type`);
    if (path.endsWith(".rels")) continue;
    if (!reached.has(path)) tell(`${path}: nothing leads to it`);
  }
  for (const [owner, all] of relations) {
    if (owner !== "" && !paths.includes(owner)) tell(`relations of ${owner}, which is not there`);
    const ids = all.map(({ id }) => id);
    if (new Set(ids).size < ids.length) tell(`${owner}: two relations of one id`);
    for (const { kind, target, outside } of all) {
      if (outside) continue;
      if (!paths.includes(target)) tell(`${owner || "the file"}: leads to ${target}, which is not there`);
      else if (TYPES[kind] && !TYPES[kind].test(typeOf(target) ?? "")) tell(`${target}: is a ${kind} by the relation, and ${typeOf(target) ?? "nothing"} by its type`);
    }
    for (const kind of ONCE) if (all.filter((one) => one.kind === kind).length > 1) tell(`${owner || "the file"}: two of the kind ${kind}`);
    // every id that a part uses is there, and leads to something of the element's kind
    const root = roots.get(owner);
    if (root) for (const { id, name } of idsIn(root)) {
      const way = all.find((one) => one.id === id);
      if (!way) tell(`${owner}: <${name}> asks for the relation ${id}, which is not there`);
      else if (KINDS[name] && KINDS[name] !== way.kind) tell(`${owner}: <${name}> leads to a ${way.kind}`);
    }
  }
  for (const [part, root] of roots) if (!relations.has(part)) for (const { id, name } of idsIn(root)) tell(`${part}: <${name}> asks for the relation ${id}, and the part leads nowhere`);
}

const KINDS: Readonly<Record<string, string>> = { sheet: "worksheet", tablePart: "table", drawing: "drawing", legacyDrawing: "vmlDrawing", "c:chart": "chart", externalReference: "externalLink", hyperlink: "hyperlink", "wetp:webextensionref": "webextension" };

function idsIn(node: Node): { readonly id: string; readonly name: string }[] {
  const id = node.attributes["r:id"];
  return [...(id === undefined ? [] : [{ id, name: node.name }]), ...node.children.flatMap(idsIn)];
}
