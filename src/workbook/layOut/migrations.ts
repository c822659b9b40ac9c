import { SCHEMA_VERSION } from "../../journal/schema";

/** What a workbook of an older version needs beyond missing things, which laying out adds by itself: one step from each version to the next. */
const STEPS: Readonly<Record<number, (context: Excel.RequestContext) => void>> = {
  // Version 2 brought the reports: sheets that a workbook of version 1 lacks, and nothing that is laid out differently.
  1: () => undefined,
  // Version 3 brought the dashboard and two columns of the Watchlist: missing things, too.
  2: () => undefined,
};

/** Takes the workbook to this version, step by step; a journal that was never laid out needs none. */
export function migrate(context: Excel.RequestContext, from: number | null): void {
  for (let version = from ?? SCHEMA_VERSION; version < SCHEMA_VERSION; version += 1) STEPS[version]?.(context);
}
