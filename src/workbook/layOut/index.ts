import type { Convention } from "../../calc";
import { PLACE, SCHEMA_VERSION, type SheetPlan } from "../../journal/schema";
import { settings } from "../../journal/sheets";
import { addressOf } from "../address";
import { ExcelRefused } from "../excelRefused";
import { inExcel } from "../inExcel";
import { brokenColumns, foreignWords, isOurs, missingColumns } from "../ours";
import { type Renamed, askRenamed, giveNamesBack } from "../renamed";
import { type SettingsRows, askSettings } from "../settingsTable";
import { type Found, type Survey, stampSchema, survey } from "../survey";
import { addColumns, mendFormulas } from "./missing";
import { dressCell, laySheet, missingRows } from "./sheet";
import { type SheetContent, candidates, chooseSite } from "./site";

export interface LaidOut {
  /** "Trades", "Watchlist: Earnings", "Settings: Day count"; nothing when all was there. */
  readonly added: readonly string[];
  /** Columns that the user had renamed: they have their names again. */
  readonly named: readonly Renamed[];
  /** Sheets that got another name than their table, because a sheet of the user's has it. */
  readonly elsewhere: readonly { readonly table: string; readonly sheet: string }[];
  /** Where to type the first trade. */
  readonly address: string;
}

/** Makes the workbook hold the whole journal: adds what is missing and touches nothing else. A second time it writes nothing. */
export function layOut(): Promise<LaidOut> {
  return inExcel(async (context) => {
    const asked = survey(context);
    await context.sync();
    const seen = asked.read();
    refuseWhatCannotBe(seen);
    const absent = seen.found.filter(({ table }) => !table);
    const present = seen.found.filter(({ table }) => table);
    const askedSettings = askSettings(context, present.find(({ plan }) => plan.name === settings.name)?.table ?? null);
    const askedContents = absent.map((found) => askContents(context, candidates(found, seen), found.markedSheet));
    const askedRenamed = present.map((found) => askRenamed(context, found));
    if (askedContents.some(({ asks }) => asks) || present.some((found) => found.plan.name === settings.name || missingColumns(found).length > 0)) await context.sync();
    const known = askedSettings();
    const { convention } = known.read;

    const added: string[] = [];
    const named: Renamed[] = [];
    const elsewhere: LaidOut["elsewhere"][number][] = [];
    const taken = [...seen.sheetNames];
    for (const [index, found] of present.entries()) {
      const renamed = askedRenamed[index]?.() ?? [];
      named.push(...renamed);
      added.push(...(await completeTable(context, giveNamesBack(context, found, renamed, convention), known, convention)));
    }
    for (const [index, found] of absent.entries()) {
      const { plan } = found;
      const site = chooseSite(found, askedContents[index]?.read() ?? [], taken);
      taken.push(site.sheet);
      laySheet(context, plan, site, markWork(found, site.sheet), convention);
      await context.sync();
      added.push(plan.name);
      if (site.sheet !== plan.name) elsewhere.push({ table: plan.name, sheet: site.sheet });
    }
    if (added.length + named.length > 0 || seen.schema !== SCHEMA_VERSION) await finish(context, added);
    return { added, named, elsewhere, address: whereToType(seen, absent.map(({ plan }, index) => ({ plan, sheet: taken[seen.sheetNames.length + index] ?? plan.name }))) };
  });
}

function refuseWhatCannotBe({ schema, found }: Survey): void {
  if ((schema ?? 0) > SCHEMA_VERSION) throw new ExcelRefused("NewerJournal", "This journal was laid out by a newer version of Wheel Journal. Reload the add-in to get that version.");
  const foreign = found.find((one) => one.table && !isOurs(one));
  if (foreign) throw new ExcelRefused("ForeignTable", foreignWords(foreign));
  const taken = found.find((one) => !one.table && one.nameTaken);
  if (taken) throw new ExcelRefused("NameTaken", `The name ${taken.plan.name} is given to something else in this workbook (Formulas, Name Manager), so the table cannot have it. Rename that, then try again.`);
  const locked = found.find((one) => one.table?.protected && missingColumns(one).length + brokenColumns(one).length > 0);
  if (locked) throw new ExcelRefused("AccessDenied", `The sheet ${locked.table?.sheet ?? ""} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
}

/** Columns and rows that a table of the journal lacks; one batch a table, none when it is whole. */
async function completeTable(context: Excel.RequestContext, found: Found, known: SettingsRows, convention: Convention): Promise<string[]> {
  const { plan, table } = found;
  const columns = missingColumns(found);
  const rows = plan.name === settings.name ? missingRows(plan, known.rows.map(({ name }) => [name])) : [];
  const broken = brokenColumns(found);
  if (!table || columns.length + broken.length + rows.length === 0) return [];
  addColumns(context, found, columns, convention);
  mendFormulas(context, found, broken, convention);
  if (columns.length + broken.length > 0) await context.sync();
  if (rows.length > 0) await addRows(context, found, rows, known.rows.length);
  return [...columns.map(({ header }) => `${plan.name}: ${header}`), ...broken.map(({ header }) => `${plan.name}: the formula of ${header}`), ...rows.map((row) => `${plan.name}: ${String(row[0])}`)];
}

/** The Settings table's own rows are few: they are added one table row each, at the end, in the order of the workbook's columns. */
async function addRows(context: Excel.RequestContext, { plan }: Found, rows: readonly (readonly (string | number)[])[], present: number): Promise<void> {
  const table = context.workbook.tables.getItem(plan.name);
  const columns = table.columns.load("items/name");
  await context.sync();
  const order = columns.items.map(({ name }) => plan.columns.findIndex(({ header }) => header.toLowerCase() === name.trim().toLowerCase()));
  table.rows.add(undefined, rows.map((row) => order.map((place) => row[place] ?? null)) as (string | number)[][]);
  const place = columns.items.findIndex(({ name }) => name.trim().toLowerCase() === plan.cells?.header.toLowerCase());
  rows.forEach((row, index) => {
    const look = plan.cells?.rows[plan.rows.indexOf(row)];
    if (look && place >= 0) dressCell(table.getDataBodyRange().getCell(present + index, place), look);
  });
  await context.sync();
}

function markWork({ mark, markedSheet }: Found, sheet: string): "add" | "replace" | "keep" {
  if (!mark) return "add";
  return markedSheet === sheet ? "keep" : "replace";
}

async function finish(context: Excel.RequestContext, added: readonly string[]): Promise<void> {
  stampSchema(context);
  if (added.includes("Trades")) {
    const table = context.workbook.tables.getItem("Trades");
    table.worksheet.activate();
    table.getDataBodyRange().getCell(0, 0).select();
  }
  await context.sync();
}

function askContents(context: Excel.RequestContext, names: readonly string[], marked: string | null): { asks: boolean; read: () => SheetContent[] } {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true).load(name === marked ? "values,rowIndex,columnIndex" : "rowIndex");
    return { name, used, tables: sheet.tables.load("items/name") };
  });
  return {
    asks: names.length > 0,
    read: () => asked.map(({ name, used, tables }) => ({
        name,
        empty: used.isNullObject,
        values: used.isNullObject || name !== marked ? [] : fromA1(used),
        tables: tables.items.map((table) => table.name),
      })),
  };
}

/** The values as if the used range began at A1. */
function fromA1({ values, rowIndex, columnIndex }: Excel.Range): unknown[][] {
  const left = new Array<string>(columnIndex).fill("");
  return [...Array.from({ length: rowIndex }, () => []), ...values.map((row: unknown[]) => [...left, ...row])];
}

function whereToType({ found }: Survey, laid: readonly { plan: SheetPlan; sheet: string }[]): string {
  const there = found.find(({ plan }) => plan.name === "Trades")?.table;
  if (there) return addressOf(there.sheet, there.row + there.rows, there.column, 1, 1);
  const sheet = laid.find(({ plan }) => plan.name === "Trades")?.sheet ?? "Trades";
  return addressOf(sheet, PLACE.header + 1, PLACE.column, 1, 1);
}
