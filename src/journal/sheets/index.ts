import type { SheetPlan, TablePlan } from "../schema";
import { REPORTS } from "./reports";
import { settings, settingsSheet } from "./settings";
import { trades, tradesSheet } from "./trades";
import { watchlist, watchlistSheet } from "./watchlist";

/** The journal, sheet by sheet, in the order of the tabs. */
export const SHEETS: readonly SheetPlan[] = [tradesSheet, watchlistSheet, ...REPORTS, settingsSheet];
/** All tables of the journal. */
export const TABLES: readonly TablePlan[] = SHEETS.flatMap(({ tables }) => tables);
export { REPORTS, settings, settingsSheet, trades, tradesSheet, watchlist, watchlistSheet };
