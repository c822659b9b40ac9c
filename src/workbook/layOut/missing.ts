import type { Convention } from "../../calc";
import { isFormerFormula } from "../../journal/formerFormulas";
import { type ColumnPlan, type TablePlan, findColumn, headerOf } from "../../journal/schema";
import { columnLetters, sameRowRef } from "../address";
import type { Found } from "../survey";
import { all, dressColumn, lineRows, widthOf } from "./columns";
import { addHighlight } from "./table";

interface Here {
  /** Formulas with the headers of other tables as they are spelt in this workbook. */
  readonly asHere: (formula: string) => string;
  readonly convention: Convention;
}

/**
 * Adds the columns which a table of the journal lacks, each beside its neighbour of the plan. A column carries a working name until it is
 * whole, so that one that was cut off is finished next time.
 */
export function addColumns(context: Excel.RequestContext, found: Found, missing: readonly ColumnPlan[], { asHere, convention }: Here): void {
  const { plan, table: known } = found;
  if (!known) return;
  const table = context.workbook.tables.getItem(plan.name);
  const headers = [...known.headers];
  for (const column of missing) {
    const working = workingName(column);
    if (!headers.includes(working)) {
      const place = placeOf(column, found, headers);
      table.columns.add(place, undefined, working);
      headers.splice(place, 0, working);
    }
    const added = table.columns.getItem(working);
    added.getHeaderRowRange().format.columnWidth = widthOf(column, headerOf(column, convention));
    dressColumn(added.getHeaderRowRange(), added.getDataBodyRange(), column, convention);
    lineRows(added.getDataBodyRange(), known.rows);
    if (column.formula) {
      const actual = (header: string): string => headerAsTyped(header, found, headers);
      added.getDataBodyRange().formulas = all(asHere(column.formula.text((header) => sameRowRef(actual(header)), convention)));
    }
    if (column.late) markColumn(added.getDataBodyRange(), plan, column, `$${columnLetters(known.column + headers.indexOf(working))}${known.row + 2}`);
    added.name = headerOf(column, convention);
    headers[headers.indexOf(working)] = headerOf(column, convention);
  }
}

/** The conditional formats of a column, which ask that column alone; what a run that was cut off has left of them goes. */
function markColumn(cells: Excel.Range, { highlights }: TablePlan, { header }: ColumnPlan, first: string): void {
  cells.conditionalFormats.clearAll();
  for (const highlight of highlights.filter(({ columns }) => columns.includes(header))) addHighlight(cells, highlight, () => first);
}

/** Gives columns their formula again, after a column that they need has come back. */
export function mendFormulas(context: Excel.RequestContext, found: Found, broken: readonly ColumnPlan[], { asHere, convention }: Here): void {
  const table = context.workbook.tables.getItem(found.plan.name);
  for (const column of broken) {
    const header = found.table?.headers[findColumn(column, found.table.headers)] ?? column.header;
    const formula = column.formula?.text((name) => sameRowRef(headerAsTyped(name, found, found.table?.headers ?? [])), convention);
    table.columns.getItem(header).getDataBodyRange().formulas = all(asHere(formula ?? ""));
  }
}

/** Gives columns the formula of this version; a cell of theirs in which the user has typed a formula keeps it. */
export async function updateFormulas(context: Excel.RequestContext, found: Found, outdated: readonly ColumnPlan[], { asHere, convention }: Here): Promise<void> {
  if (outdated.length === 0) return;
  const { plan } = found;
  const headers = found.table?.headers ?? [];
  const table = context.workbook.tables.getItem(plan.name);
  const columns = outdated.map((column) => ({ column, body: table.columns.getItem(headerAsTyped(column.header, found, headers)).getDataBodyRange().load("formulas") }));
  await context.sync();
  for (const { column, body } of columns) {
    const formula = asHere(column.formula?.text((name) => sameRowRef(headerAsTyped(name, found, headers)), convention) ?? "");
    const now = body.formulas.map(([one]) => String(one));
    body.formulas = now.every((one) => isFormerFormula(plan.name, one)) ? all(formula) : now.map((one) => [one === "" || isFormerFormula(plan.name, one) ? formula : one]);
  }
}

export const workingName = ({ header }: ColumnPlan): string => `Unfinished ${header}`;

/** After the nearest column before it in the plan that is there; else first. */
function placeOf(column: ColumnPlan, { plan }: Found, headers: readonly string[]): number {
  const before = plan.columns.slice(0, plan.columns.indexOf(column)).reverse();
  const neighbour = before.map((other) => findColumn(other, headers)).find((place) => place >= 0);
  return (neighbour ?? -1) + 1;
}

/** The header as it stands in the workbook: "date " for "Date", where the user has typed it so. */
function headerAsTyped(header: string, { plan }: Found, headers: readonly string[]): string {
  const column = plan.columns.find((other) => other.header === header);
  return (column && headers[findColumn(column, headers)]) ?? header;
}
