import { strToU8, zipSync } from "fflate";
import { document, element } from "./xml";

/** A file inside the file: where it lies, what it is, and which others it leads to. */
export interface Part {
  readonly path: string;
  /** Its content type, without what all of Office's have in common where it is one of them. */
  readonly type: string;
  readonly xml: string;
  readonly leadsTo?: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** "worksheet", "table", "chart" …; of what is not Office's usual the whole name. */
  readonly kind: string;
  readonly path: string;
}

export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
export const DRAWING = "application/vnd.openxmlformats-officedocument.drawing";

/** The parts as one file. The same parts are the same bytes, whenever and wherever they are packed. */
export function pack(parts: readonly Part[], root: readonly Relation[]): Uint8Array {
  const files = [
    { path: "[Content_Types].xml", xml: contentTypes(parts) },
    { path: "_rels/.rels", xml: relations(root) },
    ...parts.flatMap(({ path, xml, leadsTo = [] }) => [{ path, xml: document(xml) }, ...(leadsTo.length > 0 ? [{ path: path.replace(/([^/]+)$/, "_rels/$1.rels"), xml: relations(leadsTo) }] : [])]),
  ];
  return zipSync(Object.fromEntries(files.map(({ path, xml }) => [path, strToU8(xml)])), { mtime: NO_TIME, level: 6 });
}

/** The first day that a zip file can name, in whichever time zone. */
const NO_TIME = new Date(1980, 0, 1);

function contentTypes(parts: readonly Part[]): string {
  const defaults = [["rels", "application/vnd.openxmlformats-package.relationships+xml"], ["xml", "application/xml"]] as const;
  return document(
    element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
      ...defaults.map(([Extension, ContentType]) => element("Default", { Extension, ContentType })),
      ...parts.map(({ path, type }) => element("Override", { PartName: `/${path}`, ContentType: type })),
    ),
  );
}

function relations(all: readonly Relation[]): string {
  return document(
    element("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
      ...all.map(({ id, kind, path }) => element("Relationship", { Id: id, Type: kind === "core-properties" ? CORE : kind.includes(":") ? kind : `${OFFICE}${kind}`, Target: `/${path}` })),
    ),
  );
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
