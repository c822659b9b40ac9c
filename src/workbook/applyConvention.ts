import type { Convention } from "../calc";
import { findColumn, headerOf, type ColumnPlan } from "../journal/schema";
import { conventionRows, everyConvention, sameName } from "../journal/settings";
import { settings, trades } from "../journal/sheets";
import { sameRowRef } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { all, noteHeader, widthOf } from "./layOut/columns";
import { refuseNewer } from "./newer";
import { isOurs } from "./ours";
import { askSettings } from "./settingsTable";
import { type FoundTable, survey } from "./survey";
import { planOf } from "./tableColumns";

export interface Applied {
  readonly changed: readonly string[];
  /** Columns that hold a formula of the user's: they keep it, and their header. */
  readonly kept: readonly string[];
  readonly convention: Convention;
}

/**
 * Makes the two columns that depend on a convention follow it: formula and header change together, in one batch. Without a convention it
 * is the one which stands in the Settings table.
 */
export function applyConvention(wanted?: Convention): Promise<Applied> {
  return inExcel(async (context) => {
    const asked = survey(context, [trades, settings]);
    await context.sync();
    const seen = asked.read();
    refuseNewer(seen);
    const [log, options] = seen.found;
    if (!log?.table || !isOurs(log)) throw new ExcelRefused("NoJournal", "There is no journal in this workbook yet. Lay it out first.");
    if (wanted && !options?.table) throw new ExcelRefused("NoSettings", "The Settings table is missing. “Complete the journal” adds it again.");
    const { table } = log;
    const known = askSettings(context, options?.table ?? null);
    const columns = trades.columns.filter((column) => column.formula?.header && findColumn(column, table.headers) >= 0).map((column) => askColumn(context, column, table));
    await context.sync();
    const convention = wanted ?? known().read.convention;
    const stale = columns.filter(({ header, column }) => header !== headerOf(column, convention));
    const own = stale.filter((one) => !one.isOurs());
    const changing = stale.filter((one) => one.isOurs());
    const touched = [...(wanted ? [options?.table] : []), ...(changing.length > 0 ? [table] : [])].find((one) => one?.protected);
    if (touched) throw new ExcelRefused("AccessDenied", `The sheet ${touched.sheet} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
    if (wanted) writeSettings(context, options?.table ?? table, known().rows, wanted);
    changing.forEach((one) => one.rewrite(convention));
    if (wanted || changing.length > 0) await context.sync();
    return { changed: changing.map(({ column }) => headerOf(column, convention)), kept: own.map(({ header }) => header), convention };
  });
}

function askColumn(context: Excel.RequestContext, column: ColumnPlan, table: FoundTable) {
  const place = findColumn(column, table.headers);
  const item = context.workbook.tables.getItem(trades.name).columns.getItemAt(place);
  const header = item.getHeaderRowRange();
  const width = header.format.load("columnWidth");
  const first = item.getDataBodyRange().getCell(0, 0).load("formulas");
  const ref = (name: string): string => sameRowRef(table.headers[findColumn(planOf(name), table.headers)] ?? name);
  return {
    column,
    header: table.headers[place] ?? column.header,
    /** Is the formula in the column one that we wrote, under whichever convention? */
    isOurs: (): boolean => {
      const formula = String(first.formulas[0]?.[0] ?? "");
      return formula === "" || everyConvention().some((convention) => bare(column.formula?.text(ref, convention) ?? "") === bare(formula));
    },
    rewrite: (convention: Convention): void => {
      const title = headerOf(column, convention);
      header.values = [[title]];
      if (width.columnWidth < widthOf(column, title)) header.format.columnWidth = widthOf(column, title);
      noteHeader(header, column, title);
      item.getDataBodyRange().formulas = all(column.formula?.text(ref, convention) ?? "");
    },
  };
}

/** Excel may give a formula back with other blanks, or with references in their long form. */
function bare(formula: string): string {
  return formula
    .replace(/\s+/g, "")
    .replace(/\w*\[\[#ThisRow\],(\[(?:'.|[^\]])*\])\]/gi, "[@$1]")
    .replace(/\[@\[(\w+)\]\]/g, "[@$1]")
    .toLowerCase();
}

function writeSettings(context: Excel.RequestContext, table: FoundTable, rows: readonly { readonly name: string }[], convention: Convention): void {
  const place = findColumn(settings.columns.find(({ header }) => header === "Value") as ColumnPlan, table.headers);
  const body = context.workbook.tables.getItem(settings.name).getDataBodyRange();
  conventionRows(convention).forEach(({ name, value }) => {
    const row = rows.findIndex((one) => sameName(one.name, name));
    if (row < 0) throw new ExcelRefused("NoSetting", `The Settings table has no row called ${name}. “Complete the journal” adds it again.`);
    body.getCell(row, place).values = [[value]];
  });
}
