import { SCHEMA_VERSION } from "../../journal/schema";
import { trades } from "../../journal/sheets";
import { isOurs } from "../ours";
import type { Survey } from "../survey";

/**
 * The log as it stands, values only, on a hidden sheet: kept once before a journal of an older version is changed. Excel copies it itself, however long it is. The sheet gets its name last,
 * so one that was cut off is made anew. Answers its name; null when there is nothing to keep or it is kept already. docs/spec/versions.md §3.
 */
export async function keepLog(context: Excel.RequestContext, seen: Survey): Promise<string | null> {
  const log = seen.found.find(({ plan }) => plan.name === trades.name);
  if (!log?.table || !isOurs(log) || seen.schema === null || seen.schema >= SCHEMA_VERSION) return null;
  const named = (name: string): boolean => seen.sheetNames.some((sheet) => sheet.toLowerCase() === name.toLowerCase());
  const name = keptName(SCHEMA_VERSION);
  if (named(name)) return null;
  const { worksheets, tables } = context.workbook;
  if (named(UNFINISHED)) worksheets.getItem(UNFINISHED).delete();
  const sheet = worksheets.add(UNFINISHED);
  sheet.visibility = "Hidden";
  const place = sheet.getRange("A1");
  const table = tables.getItem(trades.name).getRange();
  place.copyFrom(table, "Values");
  place.copyFrom(table, "Formats");
  sheet.name = name;
  await context.sync();
  return name;
}

/** "Trades before version 4" */
export const keptName = (version: number): string => `${trades.name} before version ${version}`;

const UNFINISHED = `${trades.name} before (unfinished)`;
