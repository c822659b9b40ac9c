import type { Convention } from "../../calc";
import { PLACE, SCHEMA_VERSION, type SheetPlan } from "../../journal/schema";
import { REPORTS, SHEETS, settings, trades } from "../../journal/sheets";
import { STATE, audit } from "../../journal/sheets/reports";
import { addressOf } from "../address";
import { asHere } from "../asHere";
import { ExcelRefused } from "../excelRefused";
import { inExcel } from "../inExcel";
import { refuseNewer } from "../newer";
import { brokenColumns, foreignWords, isOurs, missingColumns, outdatedColumns } from "../ours";
import { type Renamed, askRenamed, giveNamesBack } from "../renamed";
import { type SettingsRows, askSettings } from "../settingsTable";
import { type Found, type Survey, stampSchema, survey } from "../survey";
import { askContents } from "./contents";
import { keepLog } from "./keepLog";
import { migrate } from "./migrations";
import { layLateColumns } from "./late";
import { addColumns, mendFormulas, updateFormulas } from "./missing";
import { layMissingTable } from "./missingTable";
import { mendCards } from "./page";
import { laySheet } from "./sheet";
import { type SheetContent, type Site, candidates, chooseSite } from "./site";
import { layState } from "./strip";
import { dressCell, missingRows } from "./table";

export interface LaidOut {
  /** "Trades", "Watchlist: Earnings", "Settings: Day count"; nothing when all was there. */
  readonly added: readonly string[];
  /** Columns that the user had renamed: they have their names again. */
  readonly named: readonly Renamed[];
  /** The hidden sheet with the log as it was before a newer version changed the journal; null when there was nothing to keep, or it is kept already. */
  readonly kept: string | null;
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
    const present = seen.found.filter(({ table }) => table);
    const absent = SHEETS.map((sheet) => seen.found.filter((found) => found.sheet === sheet)).filter((all) => all.every(({ table }) => !table)).flatMap(([first]) => (first ? [first] : []));
    const askedSettings = askSettings(context, present.find(({ plan }) => plan.name === settings.name)?.table ?? null);
    const askedContents = absent.map((found) => askContents(context, candidates(found, seen), found.markedSheet));
    const askedRenamed = present.map((found) => askRenamed(context, found));
    if (askedContents.some(({ asks }) => asks) || present.some((found) => found.plan.name === settings.name || missingColumns(found).length > 0)) await context.sync();
    const kept = await keepLog(context, seen);
    const known = askedSettings();
    const { convention } = known.read;

    const added: string[] = [];
    const named: Renamed[] = [];
    const completed = async (all: readonly Found[]): Promise<void> => {
      for (const found of all) {
        const renamed = askedRenamed[present.indexOf(found)]?.() ?? [];
        named.push(...renamed);
        added.push(...(await completeTable(context, giveNamesBack(context, found, renamed, convention), { known, asHere: asHere(seen) }, convention)));
      }
    };
    // what is typed comes first: the formulas of the reports ask it
    await completed(present.filter(({ sheet }) => sheet.kind !== "report"));
    migrate(context, seen);
    const sites = absent.map((found, index) => ({ found, contents: askedContents[index]?.read() ?? [] }));
    const laid: Laid[] = [];
    const lay = async (all: typeof sites): Promise<void> => {
      const here = await layAbsent(context, seen, all, convention);
      laid.push(...here);
      added.push(...here.map(({ sheet }) => sheet.name));
    };
    await lay(sites.filter(({ found }) => !found.sheet.page));
    for (const found of lowestFirst(seen.found.filter(({ sheet }) => sheet.kind === "report" && !absent.some((one) => one.sheet === sheet)))) {
      const beside = present.find(({ sheet }) => sheet === found.sheet)?.table;
      if (found.table) await completed([found]);
      else if (beside) {
        await layMissingTable(context, found, beside, seen, convention);
        added.push(found.plan.name);
      }
    }
    added.push(...(await layLateColumns(context, seen, convention)));
    // its cards ask all the others
    await lay(sites.filter(({ found }) => found.sheet.page));
    if (added.length > 0) await mendCards(context, seen, asHere(seen));
    const stated = completeState(context, seen, laid);
    if (added.length + named.length > 0 || stated || seen.schema !== SCHEMA_VERSION) await finish(context, added);
    return { added, named, kept, elsewhere: laid.filter(({ sheet, name }) => name !== sheet.name).map(({ sheet, name }) => ({ table: sheet.name, sheet: name })), address: whereToType(seen, laid) };
  });
}

/** Sheet by sheet, and on each the lowest table first: an upper one may ask it. */
function lowestFirst(reports: readonly Found[]): readonly Found[] {
  return REPORTS.flatMap((sheet) => reports.filter((found) => found.sheet === sheet).reverse());
}

interface Laid {
  readonly sheet: SheetPlan;
  /** Its name in the workbook. */
  readonly name: string;
}

/** Whole sheets: the log, what else is typed, the reports with the settings: one batch each. */
async function layAbsent(context: Excel.RequestContext, seen: Survey, absent: readonly { readonly found: Found; readonly contents: readonly SheetContent[] }[], convention: Convention): Promise<readonly Laid[]> {
  const laid: Laid[] = [];
  const taken = [...seen.sheetNames];
  for (const [index, { found, contents }] of absent.entries()) {
    const site = chooseSite(found, contents, taken);
    taken.push(site.sheet);
    if (site.clear) await clear(context, site.sheet, site.clear);
    laySheet(context, found.sheet, { ...site, names: seen.names, asHere: asHere(seen) }, markWork(found, site.sheet), convention);
    laid.push({ sheet: found.sheet, name: site.sheet });
    const next = absent[index + 1]?.found.sheet.kind;
    if (found.plan === trades || next === undefined || (found.sheet.kind === "typed" && next !== "typed")) await context.sync();
  }
  return laid;
}

/** What an unfinished lay-out has left goes, before it is made anew. */
async function clear(context: Excel.RequestContext, name: string, { tables, charts }: NonNullable<Site["clear"]>): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  for (const table of tables) sheet.tables.getItem(table).delete();
  const cells = sheet.getRange();
  cells.conditionalFormats.clearAll();
  cells.dataValidation.clear();
  cells.clear();
  await context.sync();
}

/** The sentence on the Audit sheet, and its repetition on the other reports, where it is not there; a sheet that comes when it is there repeats it at once. */
function completeState(context: Excel.RequestContext, seen: Survey, laid: readonly Laid[]): boolean {
  const reports = REPORTS.flatMap((sheet) => {
    const found = seen.found.find((one) => one.sheet === sheet && one.table);
    const name = laid.find((one) => one.sheet === sheet)?.name ?? (found ? found.markedSheet : null);
    return name === null ? [] : [{ sheet, name, fresh: laid.some((one) => one.sheet === sheet), item: context.workbook.worksheets.getItem(name) }];
  });
  const auditSheet = reports.find(({ sheet }) => sheet.tables.some(({ name }) => name === audit.name));
  const others = reports.filter((one) => one !== auditSheet);
  if (auditSheet && (auditSheet.fresh || seen.names[STATE] !== "there")) {
    layState(context, auditSheet.item, others.map(({ item }) => item), seen.names);
    return true;
  }
  return false;
}

function refuseWhatCannotBe({ schema, found }: Survey): void {
  refuseNewer({ schema });
  const foreign = found.find((one) => one.table && !isOurs(one));
  if (foreign) throw new ExcelRefused("ForeignTable", foreignWords(foreign));
  const taken = found.find((one) => !one.table && one.nameTaken);
  if (taken) throw new ExcelRefused("NameTaken", `The name ${taken.plan.name} is given to something else in this workbook (Formulas, Name Manager), so the table cannot have it. Rename that, then try again.`);
  const locked = found.find((one) => one.table?.protected && missingColumns(one).length + brokenColumns(one).length + outdatedColumns(one).length > 0);
  if (locked) throw new ExcelRefused("AccessDenied", `The sheet ${locked.table?.sheet ?? ""} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
}

/** Columns and rows that a table of the journal lacks; one batch a table, none when it is whole. */
async function completeTable(context: Excel.RequestContext, found: Found, { known, asHere }: { known: SettingsRows; asHere: (formula: string) => string }, convention: Convention): Promise<string[]> {
  const { plan, table } = found;
  const columns = missingColumns(found).filter(({ late }) => !late);
  const rows = plan.name === settings.name ? missingRows(plan, known.rows.map(({ name }) => [name])) : [];
  const broken = brokenColumns(found).filter(({ late }) => !late);
  const outdated = outdatedColumns(found).filter(({ late }) => !late);
  if (!table || columns.length + broken.length + outdated.length + rows.length === 0) return [];
  addColumns(context, found, columns, { asHere, convention });
  mendFormulas(context, found, broken, { asHere, convention });
  // after new columns are there, which they may ask
  if (columns.length + broken.length > 0) await context.sync();
  await updateFormulas(context, found, outdated, { asHere, convention });
  if (outdated.length > 0) await context.sync();
  if (rows.length > 0) await addRows(context, found, rows, known.rows.length);
  return [...columns.map(({ header }) => `${plan.name}: ${header}`), ...[...broken, ...outdated].map(({ header }) => `${plan.name}: the formula of ${header}`), ...rows.map((row) => `${plan.name}: ${String(row[0])}`)];
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

function whereToType({ found }: Survey, laid: readonly Laid[]): string {
  const there = found.find(({ plan }) => plan.name === "Trades")?.table;
  if (there) return addressOf(there.sheet, there.row + there.rows, there.column, 1, 1);
  const sheet = laid.find((one) => one.sheet.name === "Trades")?.name ?? "Trades";
  return addressOf(sheet, PLACE.header + 1, PLACE.column, 1, 1);
}
