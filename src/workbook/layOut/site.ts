import { PLACE, type SheetPlan, headerRowOf, isHeaderOf } from "../../journal/schema";
import type { Found, Survey } from "../survey";
import { withoutLate } from "./late";

/** Where a missing sheet goes. */
export interface Site {
  readonly sheet: string;
  /** Is the sheet to be added? */
  readonly add: boolean;
  /** Rows that stand under the headers already, from a lay-out that was cut off. */
  readonly body: readonly (readonly unknown[])[];
  /** Tables that were made there but not yet named, in the order of the plan. */
  readonly tables: readonly (string | null)[];
  /** Has the title been written, or changed by the user? Then it stays. */
  readonly titled: boolean;
  /** What an unfinished lay-out of a report has left: it holds nothing of the user's and is made anew. */
  readonly clear: Pick<SheetContent, "tables" | "charts"> | null;
}

/** What stands on a sheet where the tables might go. */
export interface SheetContent {
  readonly name: string;
  readonly empty: boolean;
  /** Values from A1 on; only of the marked sheet, a user's own may be large. */
  readonly values: readonly (readonly unknown[])[];
  readonly tables: readonly string[];
  readonly charts: readonly string[];
}

/** The sheets to look at before deciding: the marked one, and those with the plan's name. */
export function candidates({ sheet, markedSheet }: Pick<Found, "sheet" | "markedSheet">, { sheetNames }: Survey): readonly string[] {
  const named = sheetNames.filter((name) => name.toLowerCase() === sheet.name.toLowerCase() || ours(sheet).test(name));
  return [...new Set([...(markedSheet ? [markedSheet] : []), ...named])];
}

/**
 * docs/spec/journal.md §1: the sheet that an earlier press made, as long as nothing but the journal's own stands in the table's place; else an
 * empty sheet of the name; else a new sheet, which gets another name when a sheet of the user's has ours.
 */
export function chooseSite({ sheet, markedSheet }: Pick<Found, "sheet" | "markedSheet">, contents: readonly SheetContent[], taken: readonly string[]): Site {
  for (const content of contents) {
    const site = siteOn(sheet, content, content.name === markedSheet);
    if (site) return site;
  }
  return { ...EMPTY, sheet: freeName(sheet.name, taken), add: true };
}

const EMPTY = { add: false, body: [], tables: [], titled: false, clear: null } as const;

function siteOn(plan: SheetPlan, content: SheetContent, marked: boolean): Site | null {
  const { name, empty, tables, charts } = content;
  if (empty && tables.length + charts.length === 0) return { ...EMPTY, sheet: name };
  if (!marked) return null;
  return plan.kind === "report" ? unfinishedReport(plan, content) : unfinishedTable(plan, content);
}

/** A typed sheet keeps what was typed under its headers. */
function unfinishedTable(plan: SheetPlan, { name, values, tables }: SheetContent): Site | null {
  const { columns } = withoutLate(plan).tables[0];
  const headers = columns.map((_, column) => values[PLACE.header]?.[column] ?? "");
  const body = lastFilled(values.slice(PLACE.header + 1).map((row) => columns.map((_, column) => row[column] ?? "")));
  const allOurs = columns.every((column, index) => isHeaderOf(column, String(headers[index])));
  const allBlank = headers.every((header) => header === "");
  if (!allOurs && !(allBlank && body.length === 0 && tables.length === 0)) return null;
  return { ...EMPTY, sheet: name, body, tables: tables.slice(0, 1), titled: isTitled(plan, values) };
}

/** A report that was never finished was never built either: nothing but headers and headings stands there, or something of the user's. */
function unfinishedReport(plan: SheetPlan, { name, values, tables, charts }: SheetContent): Site | null {
  const expected = new Map<number, (column: number, text: string) => boolean>();
  for (const table of plan.tables) {
    const row = headerRowOf(plan, table);
    expected.set(row, (column, text) => table.columns[column] !== undefined && isHeaderOf(table.columns[column], text));
    expected.set(row - 1, (column, text) => column === 0 && text === table.heading);
  }
  // cards stand above the tables of a page
  const top = plan.page ? headerRowOf(plan, plan.tables[0]) - 2 : PLACE.strip;
  const ours = values.every((cells, row) => row <= top || cells.every((value, column) => value === "" || expected.get(row)?.(column, String(value))));
  return ours ? { ...EMPTY, sheet: name, titled: isTitled(plan, values), clear: { tables, charts } } : null;
}

function isTitled(plan: SheetPlan, values: SheetContent["values"]): boolean {
  const title = values[PLACE.title]?.[0] ?? "";
  return title !== "" && title !== plan.title;
}

function lastFilled(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const filled = rows.map((row) => row.some((value) => value !== ""));
  return rows.slice(0, filled.lastIndexOf(true) + 1);
}

/** "Trades", or "Trades (Wheel)", "Trades (Wheel 2)" … when that is taken. */
function freeName(name: string, taken: readonly string[]): string {
  const isTaken = (wanted: string): boolean => taken.some((other) => other.toLowerCase() === wanted.toLowerCase());
  if (!isTaken(name)) return name;
  let wanted = `${name} (Wheel)`;
  for (let count = 2; isTaken(wanted); count += 1) wanted = `${name} (Wheel ${count})`;
  return wanted;
}

const ours = ({ name }: SheetPlan): RegExp => new RegExp(`^${name} \\(Wheel(?: \\d+)?\\)$`, "i");
