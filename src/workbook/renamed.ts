import { type ColumnPlan, headerOf, isHeaderOf } from "../journal/schema";
import type { Convention } from "../calc";
import { workingName } from "./layOut/missing";
import { brokenColumns, isOurs, missingColumns, missingColumnsWords } from "./ours";
import type { Found } from "./survey";

/** A column of the journal under a name that the user gave it. */
export interface Renamed {
  readonly column: ColumnPlan;
  /** The header as it stands now. */
  readonly header: string;
}

/**
 * A renamed column looks like a missing one, but its header cell still carries the note that was laid out with it, and its formulas have followed the new name.
 * Nothing is guessed: a header without that note, or two with the same, is the user's own, and when a formula shows #REF! the column was deleted. Asked for with
 * the next sync; nothing is asked when nothing is missing.
 */
export function askRenamed(context: Excel.RequestContext, found: Found): () => readonly Renamed[] {
  const { plan, table } = found;
  const lost = new Set(brokenColumns(found).flatMap(needs));
  const missing = missingColumns(found).filter(({ header }) => !lost.has(header));
  if (!table || !isOurs(found) || missing.length === 0) return () => [];
  // a column that was cut off while it was added has its note already, and is finished by itself
  const unknown = table.headers.filter((header) => !plan.columns.some((column) => isHeaderOf(column, header) || header === workingName(column)));
  const columns = context.workbook.tables.getItem(plan.name).columns;
  const asked = unknown.map((header) => ({ header, note: columns.getItem(header).getHeaderRowRange().dataValidation.load("prompt") }));
  return () => missing.flatMap((column) => {
    const bearers = asked.filter(({ note }) => isNoteOf(column, note.prompt));
    return bearers.length === 1 && bearers[0] ? [{ column, header: bearers[0].header }] : [];
  });
}

/** Gives the columns their names back: Excel changes them in every formula. The answer is what is found afterwards. */
export function giveNamesBack(context: Excel.RequestContext, found: Found, renamed: readonly Renamed[], convention: Convention): Found {
  const { plan, table } = found;
  if (!table || renamed.length === 0) return found;
  const columns = context.workbook.tables.getItem(plan.name).columns;
  for (const { column, header } of renamed) columns.getItem(header).name = headerOf(column, convention);
  const nameOf = (header: string): string => {
    const one = renamed.find((other) => other.header === header);
    return one ? headerOf(one.column, convention) : header;
  };
  return { ...found, table: { ...table, headers: table.headers.map(nameOf) } };
}

/** What is the matter with a table that lacks these headers, some of them renamed. */
export function lackingWords(table: string, missing: readonly string[], renamed: readonly Renamed[]): string {
  const gone = missing.filter((header) => !renamed.some(({ column }) => column.header === header));
  return [...(renamed.length > 0 ? [renamedWords(table, renamed)] : []), ...(gone.length > 0 ? [missingColumnsWords(table, gone)] : [])].join(" ");
}

function renamedWords(table: string, renamed: readonly Renamed[]): string {
  const names = renamed.map(({ column, header }) => `${column.header} is called "${header}"`);
  const [have, their] = renamed.length === 1 ? ["A column", "its name"] : ["Columns", "their names"];
  return `${have} of the ${table} table ${renamed.length === 1 ? "has" : "have"} another name now: ${names.join(", ")}. “Complete the journal” gives ${renamed.length === 1 ? "it" : "them"} ${their} back; nothing else changes.`;
}

/** Titles of notes end after 32 characters. */
function isNoteOf(column: ColumnPlan, prompt: Excel.DataValidationPrompt | undefined): boolean {
  const title = prompt?.showPrompt ? prompt.title : "";
  return isHeaderOf(column, title) || (title.length === 32 && isHeaderOf(column, `${title})`));
}

/** The headers that a calculated column needs. */
function needs({ formula }: ColumnPlan): string[] {
  const headers: string[] = [];
  formula?.text((header) => {
    headers.push(header);
    return header;
  }, { base: "strike", daycount: 365, compound: false });
  return headers;
}
