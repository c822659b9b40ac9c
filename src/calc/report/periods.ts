import { MS_PER_DAY, dateOf } from "../days";

/** How income is grouped. */
export type Period = "month" | "week" | "year" | "ticker" | "account";

/** The name of the month, week or year of a day: 2026-02, 2026-W07 (ISO week), 2026. */
export function periodName(day: number, by: "month" | "week" | "year"): string {
  const date = dateOf(day);
  if (by === "week") return isoWeek(date);
  return date.toISOString().slice(0, by === "month" ? -17 : -20);
}

/** ISO 8601: weeks begin on Monday, and belong to the year of their Thursday. */
function isoWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / MS_PER_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
