import type { SheetPlan, TablePlan } from "../schema";
import { allAssigned, attention, dashboardSheet, exposure, ladder, risks, sectors } from "./dashboard";
import { plans, plansSheet } from "./plans";
import { REPORTS as BOOKS } from "./reports";
import { settings, settingsSheet } from "./settings";
import { trades, tradesSheet } from "./trades";
import { watchlist, watchlistSheet } from "./watchlist";

/** What the add-in rebuilds from the log. */
export const REPORTS: readonly SheetPlan[] = [...BOOKS, dashboardSheet];
/** The journal, sheet by sheet, in the order in which it is laid out: what a formula asks comes before it. The dashboard is the last, and goes before all others. */
export const SHEETS: readonly SheetPlan[] = [tradesSheet, watchlistSheet, plansSheet, ...BOOKS, settingsSheet, dashboardSheet];
/** All tables of the journal. */
export const TABLES: readonly TablePlan[] = SHEETS.flatMap(({ tables }) => tables);
export { allAssigned, attention, dashboardSheet, exposure, ladder, plans, plansSheet, risks, sectors, settings, settingsSheet, trades, tradesSheet, watchlist, watchlistSheet };
