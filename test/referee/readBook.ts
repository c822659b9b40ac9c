import { strFromU8, unzipSync } from "fflate";
import { columnIndex, parseRect } from "../../workbench/grid/a1";

export type Value = string | number | boolean;

export interface BookRead {
  readonly sheets: readonly string[];
  /** The value of a cell as it stands in the file; "" where there is none. An error is its text. */
  cell(sheet: string, row: number, column: number): Value;
  /** All values of a sheet with their addresses. */
  cells(sheet: string): readonly { readonly address: string; readonly value: Value; readonly isError: boolean }[];
  /** A table's rows under its headers. */
  rows(table: string): readonly Readonly<Record<string, Value>>[];
  readonly tables: readonly string[];
  /** Formulas whose stored result is this one. */
  formulas(sheet: string): readonly { readonly formula: string; readonly stored: string | null }[];
}

/** What stands in an .xlsx file, read from its XML by plain patterns: it shares no code with what writes ours. */
export function readBook(bytes: Uint8Array): BookRead {
  const files = unzipSync(bytes);
  const text = (path: string): string => (files[path] ? strFromU8(files[path]) : "");
  const targets = relations(text("xl/_rels/workbook.xml.rels"), "xl/");
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, inner = ""]) => [...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, one = ""]) => plain(one)).join(""));
  const sheets = new Map([...text("xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => [plain(attribute(tag, "name")), targets.get(attribute(tag, "r:id")) ?? ""]));
  const parsed = new Map([...sheets].map(([name, path]) => [name, cellsOf(text(path), shared)]));
  const tables = new Map<string, { sheet: string; ref: string; headers: string[] }>();
  for (const [sheet, path] of sheets) {
    for (const target of relations(text(path.replace(/([^/]+)$/, "_rels/$1.rels")), "xl/worksheets/").values()) {
      const xml = text(target);
      if (!/<table /.test(xml)) continue;
      tables.set(attribute(xml, "displayName"), { sheet, ref: attribute(/<table [^>]*>/.exec(xml)?.[0] ?? "", "ref"), headers: [...xml.matchAll(/<tableColumn [^>]*>/g)].map(([tag]) => plain(attribute(tag, "name"))) });
    }
  }
  const cell = (sheet: string, row: number, column: number): Value => parsed.get(sheet)?.get(`${row},${column}`)?.value ?? "";
  return {
    sheets: [...sheets.keys()],
    tables: [...tables.keys()],
    cell,
    cells: (sheet) => [...(parsed.get(sheet)?.values() ?? [])],
    formulas: (sheet) => [...text(sheets.get(sheet) ?? "").matchAll(/<c [^>]*><f[^>]*>(.*?)<\/f>(?:<v[^>]*>(.*?)<\/v>)?/gs)].map(([, formula = "", stored]) => ({ formula: plain(formula), stored: stored === undefined ? null : plain(stored) })),
    rows(name) {
      const table = tables.get(name);
      const rect = table && parseRect(table.ref);
      if (!table || !rect) throw new Error(`no table ${name}`);
      return Array.from({ length: rect.rows - 1 }, (_, row) => Object.fromEntries(table.headers.map((header, column) => [header, cell(table.sheet, rect.row + 1 + row, rect.column + column)])));
    },
  };
}

function cellsOf(xml: string, shared: readonly string[]): Map<string, { address: string; value: Value; isError: boolean }> {
  const cells = new Map<string, { address: string; value: Value; isError: boolean }>();
  for (const [, tag = "", inner = ""] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const stored = /<v[^>]*>(.*?)<\/v>/s.exec(inner)?.[1];
    if (stored === undefined) continue;
    const kind = attribute(` ${tag}`, "t");
    const address = attribute(` ${tag}`, "r");
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const value: Value = kind === "s" ? shared[Number(stored)] ?? "" : kind === "b" ? stored === "1" : kind === "str" || kind === "e" ? plain(stored) : Number(stored);
    cells.set(`${Number(digits) - 1},${columnIndex(letters)}`, { address, value, isError: kind === "e" || (typeof value === "string" && /^(#(REF|NAME|VALUE|DIV|NUM|N\/A|NULL)|Err:)/.test(value)) });
  }
  return cells;
}

function relations(xml: string, folder: string): Map<string, string> {
  return new Map([...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => {
    const target = attribute(tag, "Target");
    return [attribute(tag, "Id"), target.startsWith("/") ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, "")];
  }));
}

const attribute = (xml: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? "";
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string): string => xml.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (_, decimal: string, hex: string, name: string) => (name ? ENTITIES[name] ?? "" : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16))));
