import { isFormerFormula } from "../journal/formerFormulas";
import { type ColumnPlan, findColumn } from "../journal/schema";
import type { Found } from "./survey";

/**
 * Is the table of that name the journal's? It is when more than half of its columns are there, calculated ones aside: columns may have been
 * renamed or deleted, but a table of somebody else's that happens to have the name shares few headers with it.
 */
export function isOurs({ plan, table }: Found): boolean {
  if (!table) return false;
  const own = plan.columns.filter((column) => column.kind !== "calculated");
  return own.filter((column) => findColumn(column, table.headers) >= 0).length * 2 > own.length;
}

/** The plan's columns that the table lacks. */
export function missingColumns({ plan, table }: Found): readonly ColumnPlan[] {
  return table ? plan.columns.filter((column) => findColumn(column, table.headers) < 0) : plan.columns;
}

/** Calculated columns of ours whose formula has lost a column that it needs: Excel writes #REF! where that stood. */
export function brokenColumns({ plan, table }: Found): readonly ColumnPlan[] {
  return plan.columns.filter((column) => column.kind === "calculated" && table?.formulas[findColumn(column, table.headers)]?.includes("#REF!"));
}

/** Calculated columns of ours that hold what a former version wrote, and this one writes otherwise. Any other formula is the user's own. */
export function outdatedColumns({ plan, table }: Found): readonly ColumnPlan[] {
  return plan.columns.filter((column) => column.kind === "calculated" && isFormerFormula(plan.name, table?.formulas[findColumn(column, table.headers)] ?? ""));
}

/** "There is a table called Trades on Sheet1 that is not the journal's …" */
export function foreignWords({ plan, table }: Found): string {
  return `There is already a table called ${plan.name} (on the sheet ${table?.sheet ?? ""}) with other columns than the journal's. Give that table another name (Table Design, Table Name), then try again.`;
}

export function missingColumnsWords(table: string, missing: readonly string[]): string {
  const columns = missing.length === 1 ? `the column ${missing[0] ?? ""}` : `the columns ${missing.join(", ")}`;
  return `The ${table} table lacks ${columns}. If a header was renamed, give it its name back; if a column was deleted, “Complete the journal” adds it again.`;
}
