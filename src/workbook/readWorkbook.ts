import type { TypedCells } from "../journal/row";
import { askWatchlist } from "./askWatchlist";
import { inExcel } from "./inExcel";
import { readTradeRows } from "./readTrades";
import { settings } from "../journal/sheets";
import { type SettingsRows, askSettings } from "./settingsTable";
import { type Renamed, askRenamed } from "./renamed";
import { type Survey, survey } from "./survey";
import { typedPlaces } from "./tableColumns";
import { isOurs } from "./ours";

export interface WorkbookRead {
  readonly survey: Survey;
  readonly settings: SettingsRows;
  /** Columns under other names, by the table's name. */
  readonly renamed: Readonly<Record<string, readonly Renamed[]>>;
  /** The rows of the Trades table; none when it is not ours. */
  readonly rows: readonly TypedCells[];
  /** The values of the Watchlist table, in the order of its columns; none when it is not ours. */
  readonly watched: readonly (readonly unknown[])[];
}

/** Everything that the pane shows, read in one visit. */
export function readWorkbook(): Promise<WorkbookRead> {
  return inExcel(async (context) => {
    const asked = survey(context);
    await context.sync();
    const seen = asked.read();
    const options = seen.found.find(({ plan }) => plan.name === settings.name);
    const known = askSettings(context, options?.table ?? null);
    const asking = seen.found.map((found) => ({ name: found.plan.name, read: askRenamed(context, found) }));
    const watched = askWatchlist(context, seen);
    const log = seen.found.find(({ plan }) => plan.name === "Trades");
    const rows = log?.table && isOurs(log) ? await readTradeRows(context, log.table, typedPlaces(log.table.headers)) : [];
    if (rows.length === 0 && seen.found.some(({ table }) => table)) await context.sync();
    return { survey: seen, settings: known(), rows, watched: watched().rows, renamed: Object.fromEntries(asking.map(({ name, read }) => [name, read()])) };
  });
}
