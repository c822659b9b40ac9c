/** How income is grouped. */
export type Period = "month" | "week" | "year" | "ticker" | "account";

interface Fact {
  readonly day: number;
  readonly account: string;
  readonly ticker: string;
}

/** The name of the period of a fact: 2026-02, 2026-W07 (ISO week), 2026, a ticker, an account. Each call makes one that remembers days. */
export const PERIODS: Readonly<Record<Period, () => (fact: Fact) => string>> = {
  month: () => byDay((date) => date.toISOString().slice(0, -17)),
  week: () => byDay(isoWeek),
  year: () => byDay((date) => date.toISOString().slice(0, -20)),
  ticker: () => ({ ticker }) => ticker || "(no ticker)",
  account: () => ({ account }) => account,
};

function byDay(name: (date: Date) => string): (fact: Fact) => string {
  const names = new Map<number, string>();
  return ({ day }) => {
    const known = names.get(day);
    if (known !== undefined) return known;
    const found = name(new Date((day - DAY_OF_1970) * MS_PER_DAY));
    names.set(day, found);
    return found;
  };
}
const DAY_OF_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

/** ISO 8601: weeks begin on Monday, and belong to the year of their Thursday. */
function isoWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / MS_PER_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
