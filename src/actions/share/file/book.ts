import { SCHEMA_VERSION, type TablePlan, findColumn } from "../../../journal/schema";
import { TABLES } from "../../../journal/sheets";
import { keptName } from "../../../workbook/layOut/keepLog";
import type { Archive } from "./archive";
import { type Rect, rectOf } from "./place";
import { attribute, elementsOf, plain } from "./xml";

/** What a workbook's file holds, as far as sharing asks. */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly tables: readonly Table[];
  readonly texts: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly tables: readonly Table[];
}

/** A table, or the copy of the log that is kept before a migration, which looks like one. */
export interface Table {
  readonly name: string;
  readonly path: string | null;
  /** Its rows, headers and totals aside. */
  readonly body: Rect;
  readonly headers: readonly string[];
  /** Which of the journal's it is, if any. */
  readonly plan: TablePlan | null;
}

export function readBook(archive: Archive): Book {
  const texts = elementsOf(archive.text("xl/sharedStrings.xml"), "si").map(({ inner }) => textOfItem(inner ?? ""));
  const ways = new Map(archive.leadsTo("xl/workbook.xml").map(({ id, target }) => [id, target]));
  const sheets = elementsOf(archive.text("xl/workbook.xml"), "sheet").flatMap(({ attributes }): Sheet[] => {
    const path = ways.get(attribute(attributes, "r:id") ?? attribute(attributes, "\\w+:id") ?? "");
    const name = attribute(attributes, "name") ?? "";
    if (!path || !archive.has(path) || !path.includes("worksheets/")) return [];
    const state = attribute(attributes, "state");
    const tables = archive.leadsTo(path).filter(({ kind }) => kind === "table").flatMap(({ target }) => readTable(archive, target));
    const kept = tables.length === 0 ? keptLog(name, () => archive.start(path), texts) : [];
    return [{ name, path, state: state === "hidden" || state === "veryHidden" ? state : "visible", tables: [...tables, ...kept] }];
  });
  return { sheets, tables: sheets.flatMap(({ tables }) => tables), texts };
}

/** The whole text of an entry of the file's list of texts: all its runs, without readings of Asian letters. */
export function textOfItem(inner: string): string {
  return elementsOf(inner.replace(/<rPh[\s\S]*?<\/rPh>/g, ""), "t").map(({ inner: one }) => plain(one ?? "")).join("");
}

function readTable(archive: Archive, path: string): Table[] {
  const xml = archive.text(path);
  const attributes = /<table\b([^>]*)>/.exec(xml)?.[1] ?? "";
  const rect = rectOf(attribute(attributes, "ref") ?? "");
  const name = attribute(attributes, "displayName") ?? attribute(attributes, "name") ?? "";
  if (!rect) return [];
  const [headerRows, totals] = [Number(attribute(attributes, "headerRowCount") ?? 1), Number(attribute(attributes, "totalsRowCount") ?? 0)];
  const headers = elementsOf(xml, "tableColumn").map((column) => attribute(column.attributes, "name") ?? "");
  return [{ name, path, headers, body: { ...rect, top: rect.top + headerRows, bottom: rect.bottom - totals }, plan: planOf(name, headers) }];
}

/** The journal's own when more than half of its typed columns are there, as everywhere. */
function planOf(name: string, headers: readonly string[]): TablePlan | null {
  const plan = TABLES.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const own = plan?.columns.filter(({ kind }) => kind !== "calculated") ?? [];
  return plan && own.filter((column) => findColumn(column, headers) >= 0).length * 2 > own.length ? plan : null;
}

/** "Trades before version 4": values under the log's headers. */
function keptLog(sheet: string, start: () => string, texts: readonly string[]): Table[] {
  const trades = TABLES.find(({ name }) => name === "Trades");
  if (!trades || !Array.from({ length: SCHEMA_VERSION + 1 }, (_, version) => keptName(version)).includes(sheet)) return [];
  for (const { inner } of elementsOf(start(), "row").slice(0, 12)) {
    const cells = elementsOf(inner ?? "", "c").map(({ attributes, inner: content }) => ({ at: rectOf(attribute(attributes, "r") ?? ""), text: texts[Number(/<v>(\d+)<\/v>/.exec(content ?? "")?.[1] ?? -1)] ?? "" }));
    const [first, last] = [cells[0]?.at, cells.at(-1)?.at];
    const headers = cells.map(({ text }) => text);
    if (first && last && planOf("Trades", headers)) return [{ name: sheet, path: null, headers, plan: trades, body: { top: first.top + 1, left: first.left, bottom: 1_048_575, right: last.right } }];
  }
  return [];
}
