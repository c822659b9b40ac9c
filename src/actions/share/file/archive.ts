import { strFromU8, strToU8 } from "fflate";
import { ExcelRefused } from "../../../workbook/excelRefused";
import { type Pace, AT_ONCE } from "./pace";
import { type SheetPiece, sheetPieces } from "./pieces";
import { attribute, elementsOf, mapElements } from "./xml";
import { type Packed, packed, packer, readZip, unpacked, unpackedPieces, writeZip } from "./zip";

/** A workbook's file: parts by their paths, which may be read, changed and taken away. Sheets may be long: they are read and changed in pieces. */
export interface Archive {
  has(path: string): boolean;
  text(path: string): string;
  set(path: string, xml: string): void;
  /** The beginning of a part. */
  start(path: string): string;
  /** How many bytes a part takes, packed: about as much as reading it costs. */
  weight(path: string): number;
  /** All pieces of a sheet, from the top. */
  walk(path: string, look: (piece: SheetPiece) => void, pace?: Pace): Promise<void>;
  /** The sheet with what `change` makes of each of its pieces. */
  rewrite(path: string, change: (piece: SheetPiece) => string, pace?: Pace): Promise<void>;
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
  const files = new Map(readWorkbook(bytes).map((file) => [file.name, file]));
  const texts = new Map<string, string>();
  const text = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const file = files.get(path);
    const read = file ? strFromU8(unpacked(file)) : "";
    if (read.length < LARGE) texts.set(path, read);
    return read;
  };
  const set = (path: string, xml: string): void => {
    if (text(path) === xml) return;
    texts.delete(path);
    files.set(path, packed(path, strToU8(xml)));
  };
  const leadsTo = (path: string): readonly Relation[] =>
    elementsOf(text(relationsOf(path)), "Relationship").map(({ attributes }) => {
      const [target, outside] = [attribute(attributes, "Target") ?? "", attribute(attributes, "TargetMode") === "External"];
      return { id: attribute(attributes, "Id") ?? "", kind: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""), target: outside ? target : resolved(path, target), outside };
    });

  async function walk(path: string, look: (piece: SheetPiece) => void, pace: Pace = AT_ONCE): Promise<void> {
    const file = files.get(path);
    if (!file) return;
    for (const piece of sheetPieces(textsOf(file))) {
      look(piece);
      await pace(piece.xml.length);
    }
  }

  async function rewrite(path: string, change: (piece: SheetPiece) => string, pace: Pace = AT_ONCE): Promise<void> {
    const fresh = packer(path);
    await walk(path, (piece) => fresh.add(strToU8(change(piece))), pace);
    texts.delete(path);
    files.set(path, fresh.done());
  }

  function remove(path: string): void {
    if (!files.has(path)) return;
    const alone = leadsTo(path).filter(({ outside }) => !outside).map(({ target }) => target);
    for (const gone of [path, relationsOf(path)]) {
      files.delete(gone);
      texts.delete(gone);
    }
    set("[Content_Types].xml", mapElements(text("[Content_Types].xml"), "Override", ({ attributes }) => (attribute(attributes, "PartName") === `/${path}` ? "" : undefined)));
    for (const from of [...files.keys()].filter((one) => one.endsWith(".rels"))) {
      const owner = from.replace(/_rels\/([^/]*)\.rels$/, "$1");
      set(from, mapElements(text(from), "Relationship", ({ attributes }) => (attribute(attributes, "TargetMode") !== "External" && resolved(owner, attribute(attributes, "Target") ?? "") === path ? "" : undefined)));
    }
    const stillLedTo = new Set([...files.keys()].filter((one) => one.endsWith(".rels")).flatMap((from) => leadsTo(from.replace(/_rels\/([^/]*)\.rels$/, "$1")).map(({ target }) => target)));
    for (const one of alone) if (!stillLedTo.has(one)) remove(one);
  }

  return {
    text, set, walk, rewrite, remove, leadsTo,
    has: (path) => files.has(path),
    start: (path) => [...firstOf(files.get(path))].join(""),
    weight: (path) => files.get(path)?.size ?? 0,
    paths: () => [...files.keys()],
    pack: () => writeZip([...files.values()]),
  };
}

/** Letters: longer texts are not kept once they were read. */
const LARGE = 4_000_000;

/** A file with a password is no zip, and one of an older Excel neither. */
function readWorkbook(bytes: Uint8Array): readonly Packed[] {
  const files = readZip(bytes);
  if (files?.some(({ name }) => name === "xl/workbook.xml")) return files;
  throw new ExcelRefused("NotAWorkbook", "Excel handed over a file that cannot be read: it may be encrypted, or of an older kind. Save it as .xlsx without a password, then try again.");
}

function* textsOf(file: Packed): Generator<string> {
  const decoder = new TextDecoder();
  for (const piece of unpackedPieces(file)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function* firstOf(file: Packed | undefined): Generator<string> {
  for (const text of file ? textsOf(file) : []) {
    yield text;
    return;
  }
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
