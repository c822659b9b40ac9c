import { PLAN_HEADERS, type PlanCells, type PlanHeader } from "../journal/plan";
import { findColumn } from "../journal/schema";
import { plans } from "../journal/sheets";
import { shown } from "../journal/text";
import { addressOf } from "./address";
import { placeBelow } from "./append/place";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { refuseNewer } from "./newer";
import { orFoundDone } from "./orFoundDone";
import { foreignWords, isOurs } from "./ours";
import { type FoundTable, survey } from "./survey";

/** The rows of the Plans table as they stand there, and where; null when there is none. */
export function readPlanRows(): Promise<{ readonly headers: readonly string[]; readonly rows: readonly (readonly unknown[])[]; readonly addressOf: (at: number) => string } | null> {
  return inExcel(async (context) => {
    const asked = survey(context, [plans]);
    await context.sync();
    const [found] = asked.read().found;
    if (!found?.table || !isOurs(found)) return null;
    const { table } = found;
    const body = context.workbook.tables.getItem(plans.name).getDataBodyRange().load("values");
    await context.sync();
    return { headers: table.headers, rows: body.values.slice(0, table.rows) as unknown[][], addressOf: (at) => rowAddress(table, at) };
  });
}

interface Kept {
  readonly isNew: boolean;
  readonly address: string;
}

/** Writes a plan under the others, in one batch; one that stands there already, cell for cell, is not written again. Answers where it stands. When only the answer was lost it is there all the same. */
export function appendPlan(cells: PlanCells): Promise<Kept> {
  const look = async (): Promise<Kept | null> => {
    const address = await addressOfPlan(cells);
    return address === null ? null : { isNew: true, address };
  };
  return orFoundDone((sending) => append(cells, sending), look, "the last row of the Plans table");
}

/** Where a plan stands, cell for cell; null when it does not. */
function addressOfPlan(cells: PlanCells): Promise<string | null> {
  return inExcel(async (context) => {
    const { table, rows } = await openPlans(context);
    const there = rows.findIndex((row) => isPlan(row, cells));
    return there < 0 ? null : rowAddress(table, there);
  });
}

function append(cells: PlanCells, sending: () => void): Promise<Kept> {
  return inExcel(async (context) => {
    const { table, places, rows } = await openPlans(context);
    const there = rows.findIndex((row) => isPlan(row, cells));
    if (there >= 0) return { isNew: false, address: rowAddress(table, there) };
    const item = context.workbook.tables.getItem(plans.name);
    const intoBlank = table.rows === 1 && rows[0]!.every((value) => value === "");
    const whole = table.headers.map((_, place) => PLAN_HEADERS.map((header) => (places[header] === place ? cells[header] : null)).find((cell) => cell !== null) ?? null);
    const [from, to] = spanOf(places);
    if (intoBlank) for (const { target } of placeBelow(item, { headers: table.headers, from, width: to - from + 1 }, 1, true)) target.values = [whole.slice(from, to + 1)];
    else item.rows.add(undefined, [whole as string[]]);
    sending();
    await context.sync();
    return { isNew: true, address: rowAddress(table, intoBlank ? 0 : table.rows) };
  });
}

/** Takes a plan back, as long as nobody has changed it. */
export async function removePlan(cells: PlanCells): Promise<void> {
  const remove = (sending: () => void): Promise<true> => inExcel<true>(async (context) => {
    const { table, places, rows } = await openPlans(context);
    const there = rows.findIndex((row) => isPlan(row, cells));
    if (there < 0) throw new ExcelRefused("RowChanged", "The plan was changed since it was kept, or is gone. Nothing was taken back: delete its row yourself if you do not want it.");
    const item = context.workbook.tables.getItem(plans.name);
    const [from, to] = spanOf(places);
    const blank = table.headers.map((_, place) => (Object.values(places).includes(place) ? "" : null));
    // a table keeps one row: it is emptied
    if (table.rows > 1) item.rows.getItemAt(there).delete();
    else item.getDataBodyRange().getCell(0, from).getAbsoluteResizedRange(1, to - from + 1).values = [blank.slice(from, to + 1)];
    sending();
    await context.sync();
    return true;
  });
  await orFoundDone<true>(remove, async () => ((await addressOfPlan(cells)) === null ? true : null), "the last row of the Plans table");
}

/** One range from the first column of the plan to the last, so that it comes and goes whole or not at all; null leaves the calculated columns between, and the user's own, to Excel. */
function spanOf(places: OpenPlans["places"]): readonly [from: number, to: number] {
  return [Math.min(...Object.values(places)), Math.max(...Object.values(places))];
}

interface OpenPlans {
  readonly table: FoundTable;
  readonly places: Readonly<Record<PlanHeader, number>>;
  /** The typed cells, in the order of PLAN_HEADERS. */
  readonly rows: readonly (readonly unknown[])[];
}

/** The Plans table, ready to be written: there, ours, whole and not protected. */
async function openPlans(context: Excel.RequestContext): Promise<OpenPlans> {
  const asked = survey(context, [plans]);
  await context.sync();
  const seen = asked.read();
  refuseNewer(seen);
  const [found] = seen.found;
  const table = found?.table;
  if (!found || !table) throw new ExcelRefused("NoPlans", "There is no Plans table in this workbook. Press New journal on the ribbon: it adds what is missing.");
  if (!isOurs(found)) throw new ExcelRefused("ForeignTable", foreignWords(found));
  if (table.protected) throw new ExcelRefused("AccessDenied", `The sheet ${table.sheet} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
  const places = Object.fromEntries(PLAN_HEADERS.map((header) => [header, findColumn(plans.columns.find((column) => column.header === header)!, table.headers)])) as Record<PlanHeader, number>;
  const missing = PLAN_HEADERS.filter((header) => places[header] < 0);
  if (missing.length > 0) throw new ExcelRefused("MissingColumn", `The Plans table has no column ${missing.join(", ")}. Give it its name back, or press New journal, which adds it.`);
  const body = context.workbook.tables.getItem(plans.name).getDataBodyRange().load("values");
  await context.sync();
  return { table, places, rows: body.values.slice(0, table.rows).map((row: unknown[]) => PLAN_HEADERS.map((header) => row[places[header]])) };
}

const rowAddress = ({ sheet, row, column, headers }: FoundTable, at: number): string => addressOf(sheet, row + 1 + at, column, 1, headers.length);

/** Excel does not give the apostrophe back that says "this is text". */
const isPlan = (row: readonly unknown[], cells: PlanCells): boolean => PLAN_HEADERS.every((header, at) => shown(row[at]) === shown(cells[header]).replace(/^'/, ""));
