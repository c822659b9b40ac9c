import { PLACE, type SheetPlan, isHeaderOf } from "../../journal/schema";
import type { Found, Survey } from "../survey";

/** Where a missing table goes. */
export interface Site {
  readonly sheet: string;
  /** Is the sheet to be added? */
  readonly add: boolean;
  /** Rows that stand under the headers already, from a lay-out that was cut off. */
  readonly body: readonly (readonly unknown[])[];
  /** A table that was made there but not yet named. */
  readonly table: string | null;
  /** Has the title been written, or changed by the user? Then it stays. */
  readonly titled: boolean;
}

/** What stands on a sheet where the table might go. */
export interface SheetContent {
  readonly name: string;
  readonly empty: boolean;
  /** Values from A1 on; only of the marked sheet, a user's own may be large. */
  readonly values: readonly (readonly unknown[])[];
  readonly tables: readonly string[];
}

/** The sheets to look at before deciding: the marked one, and those with the table's name. */
export function candidates({ plan, markedSheet }: Found, { sheetNames }: Survey): readonly string[] {
  const named = sheetNames.filter((name) => name.toLowerCase() === plan.name.toLowerCase() || ours(plan).test(name));
  return [...new Set([...(markedSheet ? [markedSheet] : []), ...named])];
}

/**
 * docs/spec/journal.md §1: the sheet that an earlier press made, as long as nothing but the journal's own stands in the table's place; else an
 * empty sheet of the name; else a new sheet, which gets another name when a sheet of the user's has ours.
 */
export function chooseSite(found: Found, contents: readonly SheetContent[], taken: readonly string[]): Site {
  for (const content of contents) {
    const marked = content.name === found.markedSheet;
    const site = siteOn(found.plan, content, marked);
    if (site) return site;
  }
  return { sheet: freeName(found.plan.name, taken), add: true, body: [], table: null, titled: false };
}

function siteOn(plan: SheetPlan, { name, empty, values, tables }: SheetContent, marked: boolean): Site | null {
  if (empty && tables.length === 0) return { sheet: name, add: false, body: [], table: null, titled: false };
  if (!marked) return null;
  const width = plan.columns.length;
  const cell = (row: number, column: number): unknown => values[row]?.[column] ?? "";
  const headers = plan.columns.map((_, column) => cell(PLACE.header, column));
  const body = lastFilled(values.slice(PLACE.header + 1).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")));
  const allOurs = plan.columns.every((column, index) => isHeaderOf(column, String(headers[index])));
  const allBlank = headers.every((header) => header === "");
  if (!allOurs && !(allBlank && body.length === 0 && tables.length === 0)) return null;
  return { sheet: name, add: false, body, table: tables[0] ?? null, titled: cell(PLACE.title, 0) !== "" && cell(PLACE.title, 0) !== plan.title };
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
