import type { Convention } from "../../calc";
import { type ColumnPlan, PLACE, type SheetPlan, type TablePlan, headerOf } from "../../journal/schema";
import { asHere } from "../asHere";
import { brokenColumns, isOurs, missingColumns, outdatedColumns } from "../ours";
import { type Found, type FoundTable, type Survey, survey } from "../survey";
import { addColumns, mendFormulas, updateFormulas } from "./missing";

/** A sheet as it is laid out first: columns whose formulas ask tables that come later are not there yet. */
export function withoutLate(plan: SheetPlan): SheetPlan {
  const [first, ...others] = plan.tables;
  return { ...plan, tables: [early(first), ...others.map(early)] };
}

function early(plan: TablePlan): TablePlan {
  const late = plan.columns.filter(isLate).map(({ header }) => header);
  if (late.length === 0) return plan;
  return { ...plan, columns: plan.columns.filter((column) => !isLate(column)), highlights: plan.highlights.filter(({ columns }) => !columns.some((header) => late.includes(header))) };
}
const isLate = ({ late }: ColumnPlan): boolean => late === true;

/** The columns that ask tables laid out after their own: now all are there. A table that was there before may have changed just now, so it is looked at afresh. */
export async function layLateColumns(context: Excel.RequestContext, before: Survey, convention: Convention): Promise<readonly string[]> {
  const concerned = before.found.filter(({ plan }) => plan.columns.some(isLate));
  const fresh = concerned.filter(({ table }) => !table).map((found) => ({ ...found, table: asLaid(found.plan, convention) }));
  for (const found of fresh) await addLate(context, before, found, convention);
  const lack = concerned.filter((found) => found.table && [...missingColumns(found), ...brokenColumns(found), ...outdatedColumns(found)].some(isLate));
  if (lack.length === 0) return [];
  const asked = survey(context, lack.map(({ plan }) => plan));
  await context.sync();
  const done: string[] = [];
  for (const found of asked.read().found.filter(isOurs)) done.push(...(await addLate(context, before, found, convention)));
  await context.sync();
  return done;
}

async function addLate(context: Excel.RequestContext, before: Survey, found: Found, convention: Convention): Promise<string[]> {
  const [missing, broken, outdated] = [missingColumns(found).filter(isLate), brokenColumns(found).filter(isLate), outdatedColumns(found).filter(isLate)];
  addColumns(context, found, missing, { asHere: asHere(before), convention });
  mendFormulas(context, found, broken, { asHere: asHere(before), convention });
  await updateFormulas(context, found, outdated, { asHere: asHere(before), convention });
  return [...missing.map(({ header }) => `${found.plan.name}: ${header}`), ...[...broken, ...outdated].map(({ header }) => `${found.plan.name}: the formula of ${header}`)];
}

/** A table as it was laid out a moment ago. */
function asLaid(plan: TablePlan, convention: Convention): FoundTable {
  const headers = early(plan).columns.map((column) => headerOf(column, convention));
  return { sheet: "", headers, row: PLACE.header, column: PLACE.column, rows: 1, formulas: [], totals: false, protected: false };
}
