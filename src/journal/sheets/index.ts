import type { SheetPlan } from "../schema";
import { settings } from "./settings";
import { trades } from "./trades";
import { watchlist } from "./watchlist";

/** The journal, sheet by sheet, in the order of the tabs. */
export const SHEETS: readonly SheetPlan[] = [trades, watchlist, settings];
export { settings, trades, watchlist };
