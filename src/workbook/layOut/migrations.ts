import { SCHEMA_VERSION } from "../../journal/schema";
import type { Survey } from "../survey";

/**
 * What a workbook of an older version needs beyond missing things, which laying out adds by itself: one step from each version to the next. A step looks at what stands there and
 * does nothing where its work is done: it is taken again when a lay-out was cut off. docs/spec/versions.md §2.
 */
const STEPS: Readonly<Record<number, (context: Excel.RequestContext, seen: Survey) => void>> = {
  // Version 2 brought the reports: sheets that a workbook of version 1 lacks, and nothing that is laid out differently.
  1: () => undefined,
  // Version 3 brought the dashboard and two columns of the Watchlist: missing things, too.
  2: () => undefined,
  // Version 4 brought the plans, settings, three tables of the dashboard and the multiplier of a position: missing things, too.
  3: () => undefined,
};

/** Takes the workbook to this version, step by step. Tables without a version, copied from another workbook, may be of any: they go through all steps. */
export function migrate(context: Excel.RequestContext, seen: Survey): void {
  const isEmpty = seen.found.every(({ table }) => !table);
  for (let version = seen.schema ?? (isEmpty ? SCHEMA_VERSION : 1); version < SCHEMA_VERSION; version += 1) STEPS[version]?.(context, seen);
}
