import { type Part, type Relation } from "./package";
import { element, text } from "./xml";

export interface Properties {
  readonly title: string;
  readonly subject?: string;
  readonly author: string;
  /** Written into the file as the day on which it was made. */
  readonly made: Date;
  /** Properties by name that stay with the file, whichever program opens it. */
  readonly custom: Readonly<Record<string, string | number | boolean>>;
}

/** What the file says of itself. */
export function propertyParts({ title, subject, author, made, custom }: Properties): { readonly parts: readonly Part[]; readonly relations: readonly Relation[] } {
  const time = `${made.toISOString().slice(0, 19)}Z`;
  const core = element("cp:coreProperties", { "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" },
    element("dc:title", {}, text(title)), ...(subject ? [element("dc:subject", {}, text(subject))] : []), element("dc:creator", {}, text(author)), element("cp:lastModifiedBy", {}, text(author)),
    element("dcterms:created", { "xsi:type": "dcterms:W3CDTF" }, time), element("dcterms:modified", { "xsi:type": "dcterms:W3CDTF" }, time),
  );
  const app = element("Properties", { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" }, element("Application", {}, "Wheel Journal"));
  const own = element("Properties", { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" },
    ...Object.entries(custom).map(([name, value], index) => element("property", { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: index + 2, name }, valueXml(value))),
  );
  return {
    parts: [
      { path: "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml", xml: core },
      { path: "docProps/app.xml", type: "application/vnd.openxmlformats-officedocument.extended-properties+xml", xml: app },
      ...(Object.keys(custom).length > 0 ? [{ path: "docProps/custom.xml", type: "application/vnd.openxmlformats-officedocument.custom-properties+xml", xml: own }] : []),
    ],
    relations: [
      { id: "rId2", kind: "core-properties", path: "docProps/core.xml" },
      { id: "rId3", kind: "extended-properties", path: "docProps/app.xml" },
      ...(Object.keys(custom).length > 0 ? [{ id: "rId4", kind: "custom-properties", path: "docProps/custom.xml" }] : []),
    ],
  };
}

function valueXml(value: string | number | boolean): string {
  if (typeof value === "string") return element("vt:lpwstr", {}, text(value));
  if (typeof value === "boolean") return element("vt:bool", {}, String(value));
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? element("vt:i4", {}, String(value)) : element("vt:r8", {}, String(value));
}
