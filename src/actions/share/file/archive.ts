import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ExcelRefused } from "../../../workbook/excelRefused";
import { attribute, elementsOf, mapElements } from "./xml";

/** A workbook's file: parts by their paths, which may be read, changed and taken away. */
export interface Archive {
  has(path: string): boolean;
  text(path: string): string;
  set(path: string, xml: string): void;
  /** The part goes, with all that leads to it, and what nothing else needs beside it. */
  remove(path: string): void;
  paths(): readonly string[];
  /** Where a part leads: by the kind of the relation ("worksheet", "table", "comments"). */
  leadsTo(path: string): readonly Relation[];
  pack(): Uint8Array;
}

export interface Relation {
  readonly id: string;
  readonly kind: string;
  /** Within the file; or, `outside`, an address. */
  readonly target: string;
  readonly outside: boolean;
}

export function openArchive(bytes: Uint8Array): Archive {
  const files = unzipped(bytes);
  const texts = new Map<string, string>();
  const has = (path: string): boolean => path in files;
  const text = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const file = files[path];
    const read = file ? strFromU8(file) : "";
    texts.set(path, read);
    return read;
  };
  const set = (path: string, xml: string): void => {
    if (text(path) === xml) return;
    texts.set(path, xml);
    files[path] = strToU8(xml);
  };
  const leadsTo = (path: string): readonly Relation[] =>
    elementsOf(text(relationsOf(path)), "Relationship").map(({ attributes }) => {
      const [target, outside] = [attribute(attributes, "Target") ?? "", attribute(attributes, "TargetMode") === "External"];
      return { id: attribute(attributes, "Id") ?? "", kind: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""), target: outside ? target : resolved(path, target), outside };
    });

  function remove(path: string): void {
    if (!has(path)) return;
    const alone = leadsTo(path).filter(({ outside }) => !outside).map(({ target }) => target);
    for (const gone of [path, relationsOf(path)]) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the parts of the file are a record by path
      delete files[gone];
      texts.delete(gone);
    }
    set("[Content_Types].xml", mapElements(text("[Content_Types].xml"), "Override", ({ attributes }) => (attribute(attributes, "PartName") === `/${path}` ? "" : undefined)));
    for (const from of Object.keys(files).filter((one) => one.endsWith(".rels"))) {
      const owner = from.replace(/_rels\/([^/]*)\.rels$/, "$1");
      set(from, mapElements(text(from), "Relationship", ({ attributes }) => (attribute(attributes, "TargetMode") !== "External" && resolved(owner, attribute(attributes, "Target") ?? "") === path ? "" : undefined)));
    }
    const stillLedTo = new Set(Object.keys(files).filter((one) => one.endsWith(".rels")).flatMap((from) => leadsTo(from.replace(/_rels\/([^/]*)\.rels$/, "$1")).map(({ target }) => target)));
    for (const one of alone) if (!stillLedTo.has(one)) remove(one);
  }

  return { has, text, set, remove, leadsTo, paths: () => Object.keys(files), pack: () => zipSync(files, { level: 6 }) };
}

/** A file with a password is no zip, and one of an older Excel neither. */
function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const files = unzipSync(bytes);
    if (files["xl/workbook.xml"]) return files;
  } catch {
    // told below, like a zip that is no workbook
  }
  throw new ExcelRefused("NotAWorkbook", "Excel handed over a file that cannot be read: it may be encrypted, or of an older kind. Save it as .xlsx without a password, then try again.");
}

const relationsOf = (path: string): string => (path === "" ? "_rels/.rels" : path.replace(/([^/]+)$/, "_rels/$1.rels"));

/** "../tables/table1.xml" from "xl/worksheets/sheet1.xml" → "xl/tables/table1.xml" */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") way.pop();
    else if (step !== ".") way.push(step);
  }
  return way.join("/");
}
