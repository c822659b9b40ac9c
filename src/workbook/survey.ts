import type { SheetPlan, TablePlan } from "../journal/schema";
import { SCHEMA_VERSION } from "../journal/schema";
import { SHEETS, TABLES } from "../journal/sheets";
import { AUDIT_NAMES, type AuditName } from "../journal/sheets/reports";

/** What there is of the journal in the workbook: looked up by names, never by position. */
export interface Survey {
  readonly sheetNames: readonly string[];
  /** The schema by which the journal was laid out; null when it never was. */
  readonly schema: number | null;
  readonly found: readonly Found[];
  /** From which log, and on which day, the reports were built; null when they never were, or not to the end. */
  readonly built: Built | null;
  /** How often reports were written: who wants to write them next says so, and is refused when somebody else was faster. */
  readonly turn: number;
  /** The names by which formulas ask whether the reports are right: there, or pointing at a sheet that is gone. */
  readonly names: Readonly<Record<AuditName, "absent" | "broken" | "there">>;
}

export interface Built {
  /** The log's fingerprint. */
  readonly log: string;
  readonly day: number;
}

export interface Found {
  readonly plan: TablePlan;
  /** The sheet to which the plan belongs. */
  readonly sheet: SheetPlan;
  /** The table of that name, ours or not. */
  readonly table: FoundTable | null;
  /** Is there a mark, on whatever sheet? */
  readonly mark: boolean;
  /** Does a defined name stand where the table's name should go? Excel has one list for both. */
  readonly nameTaken: boolean;
  /** The sheet that an earlier lay-out made for this table, by its mark; null when that sheet is gone. */
  readonly markedSheet: string | null;
}

export interface FoundTable {
  readonly sheet: string;
  readonly headers: readonly string[];
  /** The header row; rows and columns count from 0. */
  readonly row: number;
  readonly column: number;
  /** Rows of the body, at least 1. */
  readonly rows: number;
  /** Formulas of the first row, as they stand in the workbook. */
  readonly formulas: readonly string[];
  readonly totals: boolean;
  readonly protected: boolean;
}

/** Asks for everything in one go; `read` may be called after the next sync. */
export function survey(context: Excel.RequestContext, plans: readonly TablePlan[] = TABLES): { read: () => Survey } {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const setting = workbook.settings.getItemOrNullObject(SCHEMA_KEY).load("value");
  const built = [workbook.settings.getItemOrNullObject(BUILT_KEY).load("value"), workbook.properties.custom.getItemOrNullObject(BUILT_KEY).load("value")] as const;
  const property = workbook.properties.custom.getItemOrNullObject(SCHEMA_KEY).load("value");
  const asked = plans.map((plan) => {
    const sheet = sheetOf(plan);
    return { plan, sheet, table: askTable(context, plan.name), name: workbook.names.getItemOrNullObject(plan.name).load("name"), mark: workbook.names.getItemOrNullObject(markOf(sheet)).load("formula") };
  });
  const names = AUDIT_NAMES.map((name) => ({ name, item: workbook.names.getItemOrNullObject(name).load("formula") }));
  return {
    read: () => ({
      sheetNames: sheets.items.map(({ name }) => name),
      names: Object.fromEntries(names.map(({ name, item }) => [name, item.isNullObject ? "absent" : sheetIn(String(item.formula), sheets.items.map((sheet) => sheet.name)) ? "there" : "broken"])) as Survey["names"],
      schema: higher(versionOf(property), versionOf(setting)),
      built: builtOf(...built),
      turn: turnOf(built[0]),
      found: asked.map(({ plan, sheet, table, name, mark }) => ({
        plan,
        sheet,
        table: table(),
        mark: !mark.isNullObject,
        nameTaken: !name.isNullObject,
        markedSheet: mark.isNullObject ? null : sheetIn(String(mark.formula), sheets.items.map(({ name }) => name)),
      })),
    }),
  };
}

/** Leaves the version in the workbook: in the add-in's own settings, and in a property that outlives another manifest. */
export function stampSchema(context: Excel.RequestContext): void {
  context.workbook.settings.add(SCHEMA_KEY, SCHEMA_VERSION);
  context.workbook.properties.custom.add(SCHEMA_KEY, SCHEMA_VERSION);
}

const sheetOf = (plan: TablePlan): SheetPlan => SHEETS.find(({ tables }) => tables.includes(plan)) as SheetPlan;

/** A name that points at a sheet which was made for the journal: it goes along when the sheet is renamed or moved, and breaks when it is deleted. */
export function markOf({ name }: SheetPlan): string {
  return `Wheel_${name}`;
}

const SCHEMA_KEY = "WheelJournalSchema";
const BUILT_KEY = "WheelJournalReports";

/**
 * Takes the turn at writing reports, with the batch that this belongs to: when somebody else has written them since the workbook was looked at, Excel does not find the mark
 * of that turn, and nothing of the batch is done. Two who build at the same time would else write by places that the other has moved. Until `stampBuilt` they count as not built.
 */
export function takeTurn(context: Excel.RequestContext, { turn }: Pick<Survey, "turn">, isCertain: boolean): void {
  const { settings } = context.workbook;
  if (!isCertain) settings.getItem(turnKey(turn)).load("key");
  // the new mark comes before the old one goes: wherever this is cut off, there is one
  settings.add(turnKey(turn + 1), true);
  stamp(context, null, turn + 1);
  for (const old of new Set([0, turn])) settings.getItemOrNullObject(turnKey(old)).delete();
}

/**
 * The first rebuild of a workbook has no mark to name: one is left for it, with the last reading before the writes. Whoever else begins at the same time leaves the same one, and only one
 * of them finds it when it writes. The answer, to be asked after the sync, says whether somebody was faster still.
 */
export function markFirstTurn(context: Excel.RequestContext, { turn }: Pick<Survey, "turn">): () => boolean {
  if (turn > 0) return () => false;
  const { settings } = context.workbook;
  const built = settings.getItemOrNullObject(BUILT_KEY).load("value");
  settings.add(turnKey(turn), true);
  return () => turnOf(built) > 0;
}

/** Refuses the batch when the turn is somebody else's by now. */
export function keepTurn(context: Excel.RequestContext, { turn }: Pick<Survey, "turn">): void {
  context.workbook.settings.getItem(turnKey(turn + 1)).load("key");
}

/** Leaves in the workbook from what the reports were built, where the version stands too. */
export function stampBuilt(context: Excel.RequestContext, built: Built, { turn }: Pick<Survey, "turn">): void {
  stamp(context, built, turn + 1);
}

function stamp(context: Excel.RequestContext, built: Built | null, turn: number): void {
  context.workbook.properties.custom.add(BUILT_KEY, built ? `${built.day} ${built.log}` : "not built");
  // last, because it is what decides: a batch that was refused here is seen as not done
  context.workbook.settings.add(BUILT_KEY, { ...built, turn });
}

const turnKey = (turn: number): string => `${BUILT_KEY} ${turn}`;

function turnOf(setting: Excel.Setting): number {
  const { turn } = (setting.isNullObject ? {} : ((setting.value ?? {}) as { turn?: unknown }));
  return typeof turn === "number" ? turn : 0;
}

/** The setting is right where there is one; a file that the add-in's settings did not come along with has the property. */
function builtOf(setting: Excel.Setting, property: Excel.CustomProperty): Built | null {
  if (!setting.isNullObject) {
    const { log, day } = (setting.value as Partial<Built> | null) ?? {};
    return typeof log === "string" && typeof day === "number" ? { log, day } : null;
  }
  const [, day, log] = /^(-?\d+) (\S+)$/.exec(property.isNullObject ? "" : String(property.value)) ?? [];
  return log === undefined ? null : { log, day: Number(day) };
}

function askTable(context: Excel.RequestContext, name: string): () => FoundTable | null {
  const table = context.workbook.tables.getItemOrNullObject(name).load("name,showTotals");
  const columns = table.columns.load("items/name");
  const sheet = table.worksheet.load("name");
  const protection = sheet.protection.load("protected");
  const range = table.getRange().load("rowIndex,columnIndex,rowCount");
  const first = table.getDataBodyRange().getRow(0).load("formulas");
  return () =>
    table.isNullObject
      ? null
      : {
          sheet: sheet.name,
          headers: columns.items.map((column) => column.name),
          row: range.rowIndex,
          column: range.columnIndex,
          rows: Math.max(1, range.rowCount - 1 - (table.showTotals ? 1 : 0)),
          formulas: (first.formulas[0] ?? []).map(String),
          totals: table.showTotals,
          protected: protection.protected,
        };
}

/** Where the two disagree the higher one is right: one of them was left behind, and what is newer must not be taken for older. docs/spec/versions.md §1. */
function higher(one: number | null, other: number | null): number | null {
  return one === null || other === null ? one ?? other : Math.max(one, other);
}

function versionOf(item: Excel.Setting | Excel.CustomProperty): number | null {
  const version = item.isNullObject ? Number.NaN : Number(item.value);
  return Number.isFinite(version) && version > 0 ? version : null;
}

/** "=Trades!$A$1" → "Trades", when there is such a sheet; a deleted sheet leaves "=#REF!$A$1". */
function sheetIn(formula: string, sheets: readonly string[]): string | null {
  const name = /^='?(.*?)'?!/.exec(formula)?.[1]?.replace(/''/g, "'");
  return sheets.find((sheet) => sheet.toLowerCase() === name?.toLowerCase()) ?? null;
}
