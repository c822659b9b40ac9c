/** Days as Excel numbers them (2026-01-05 is 46027) and as a date field writes them (yyyy-mm-dd). No clock, no time zone. */
export function dayOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (!year || !month || !day) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(`${year}-${month}-${day}`) ? time / MILLISECONDS + EPOCH : null;
}

/** A moment by the user's own clock and calendar, as Excel numbers it: the time of day is the fraction. */
export function serialOf(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate(), moment.getHours(), moment.getMinutes()) / MILLISECONDS + EPOCH;
}

/** 46027 → "2026-01-05" */
export function dayText(day: number): string {
  return new Date((Math.floor(day) - EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}

/** The journal takes days of this span: before it there were no listed puts, after it the century is mistyped. */
export const FIRST_DAY = 28126; // 1977-01-01
export const LAST_DAY = 73050; // 2099-12-31
export const isDay = (value: number): boolean => Number.isFinite(value) && value >= FIRST_DAY && value < LAST_DAY + 1;

const MILLISECONDS = 86_400_000;
/** 1970-01-01 in Excel's numbers. */
const EPOCH = 25569;
