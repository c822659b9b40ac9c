import type { Journal } from "../actions";
import { totalCash } from "../calc";
import { sameName } from "../journal/settings";

/** Cash as it stands in its field until something else is typed, and where it comes from. */
export interface KnownCash {
  readonly text: string;
  readonly from: "Settings" | "log" | null;
}

/** As the Dashboard counts it: the Cash of Settings; where that is blank and a Deposit is logged, what the log adds up to. docs/spec/journal.md §7.1 */
export function cashOf({ settings, trades }: Pick<Journal, "settings" | "trades">): KnownCash {
  const typed = settings.find(({ name }) => sameName(name, "Cash"))?.value ?? "";
  if (typeof typed === "string" ? typed.trim() !== "" : typed !== 0) return { text: String(typed), from: "Settings" };
  const adds = known.get(trades) ?? inLog(trades);
  known.set(trades, adds);
  return adds > 0 ? { text: String(adds), from: "log" } : { text: "", from: null };
}
/** A log is added up once. */
const known = new WeakMap<Journal["trades"], number>();

function inLog(trades: Journal["trades"]): number {
  const events = trades.map(({ trade }) => trade);
  return events.some(({ action }) => action === "Deposit") ? totalCash(events) : 0;
}

export const CASH_HINTS: Readonly<Record<"Settings" | "log", string>> = { Settings: "From Settings, collateral included", log: "What your log adds up to, collateral included" };
