import { STANDARD_SETTINGS, type SettingsRead, readConvention } from "../journal/settings";
import { findColumn } from "../journal/schema";
import { settings } from "../journal/sheets";
import type { FoundTable } from "./survey";

/** The rows of the Settings table, asked for with the next sync. */
export interface SettingsRows {
  readonly rows: readonly { readonly name: string; readonly value: unknown }[];
  readonly read: SettingsRead;
}

export function askSettings(context: Excel.RequestContext, table: FoundTable | null): () => SettingsRows {
  const [name, value] = ["Name", "Value"].map((header) => settings.columns.find((column) => column.header === header)).map((column) => (table && column ? findColumn(column, table.headers) : -1));
  if (!table || name === undefined || value === undefined || name < 0 || value < 0) return () => ({ rows: [], read: STANDARD_SETTINGS });
  const body = context.workbook.tables.getItem(settings.name).getDataBodyRange().load("values");
  return () => {
    const rows = body.values.map((row: unknown[]) => ({ name: String(row[name]), value: row[value] }));
    return { rows, read: readConvention(rows) };
  };
}
