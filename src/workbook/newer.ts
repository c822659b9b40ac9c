import { SCHEMA_VERSION } from "../journal/schema";
import { ExcelRefused } from "./excelRefused";
import type { Survey } from "./survey";

/** A journal of a newer version is read and never written: what this version does not know of it might be lost. docs/spec/versions.md §4. */
export function refuseNewer({ schema }: Pick<Survey, "schema">): void {
  if (isNewer(schema)) throw new ExcelRefused("NewerJournal", NEWER_WORDS);
}

export function isNewer(schema: number | null): boolean {
  return (schema ?? 0) > SCHEMA_VERSION;
}

export const NEWER_WORDS = "This journal was laid out by a newer version of Wheel Journal, so it can be read here, and nothing in it is changed. Reload the add-in to get that version.";
