import { dayText } from "../journal/day";
import { REPORTS } from "../journal/sheets";
import { ExcelRefused } from "../workbook/excelRefused";
import { buildReports } from "../workbook/reports";
import { tablesOn } from "../workbook/watch";
import { fetchedCode } from "./fetchedCode";

/**
 * Builds the reports that are laid out from the log as it is. `now` is Excel's day number, with the time of day as its fraction where it is known; without it what is on
 * is counted up to the last day of the log. Answers the tables that changed; null when the reports are those of this log and day already. docs/spec/journal.md §6.
 */
export async function rebuild(now: number | undefined, { always = false }: { always?: boolean } = {}): Promise<readonly string[] | null> {
  // what makes the rows is a file of its own: the pane is there before anything is rebuilt
  const { reportsOf } = await fetchedCode(() => import(/* webpackChunkName: "reports" */ "./reports"));
  const day = now === undefined ? undefined : Math.floor(now);
  return buildReports({ day: day ?? NO_DAY, when: now === undefined ? "the last day of the log" : whenText(now), always, make: (log) => reportsOf(log, day) });
}

/** After an action that has done its work: a report that could not be built says so in the sheet and here, and takes nothing back. */
export async function rebuildAfter(now: number | undefined, wish: { always?: boolean } = {}): Promise<string> {
  try {
    await rebuild(now, wish);
    return "";
  } catch (error) {
    if (error instanceof ExcelRefused) return ` The reports are not up to date: ${error.message}`;
    throw error;
  }
}

/** A sheet has come to the front: a report on it is built anew when the log has changed since, or when another day has begun. */
export async function rebuildShown(sheet: string, now: number): Promise<readonly string[] | null> {
  const tables = await tablesOn(sheet);
  if (!REPORTS.some((report) => report.tables.some(({ name }) => tables.includes(name)))) return null;
  try {
    return await rebuild(now);
  } catch (error) {
    // nobody pressed anything: the pane says already that a newer journal is only read
    if (error instanceof ExcelRefused && error.code === "NewerJournal") return null;
    throw error;
  }
}

/** A day on which nothing is: reports that were built without one are built again on the first that is known. */
const NO_DAY = -1;

/** "2026-05-30 16:05", or the day alone. */
function whenText(now: number): string {
  const minutes = Math.floor((now - Math.floor(now)) * 1440 + 1e-6);
  return minutes === 0 ? dayText(now) : `${dayText(now)} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
