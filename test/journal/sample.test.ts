import { book, calendar, cashOf, report, totalCash } from "../../src/calc";
import { dayOf } from "../../src/journal/day";
import { judge } from "../../src/journal/judge";
import { sampleYear } from "../../src/journal/sample";
import { readRow, toCells } from "../../src/journal/row";

const year = sampleYear();
/** Each day of a week, a leap day, and a day of every second week of two years: all holidays come by. */
const DAYS = [0, 1, 2, 3, 4, 5, 6].map((after) => (dayOf("2026-11-22") ?? 0) + after).concat(dayOf("2028-02-29") ?? 0, Array.from({ length: 52 }, (_, at) => (dayOf("2026-01-07") ?? 0) + 14 * at));

test.each(DAYS)("with a today the year ends in the fortnight before it, on the same weekdays, with puts and calls open (day %d)", (today) => {
  const moved = sampleYear(today);
  const last = Math.max(...moved.map(({ date }) => date));
  expect(today - last).toBeGreaterThanOrEqual(0);
  expect(today - last).toBeLessThan(14);
  const books = book(moved.map((trade, index) => ({ trade, row: index + 2 })));
  expect(books.problems).toEqual([]);
  const open = report.positions(books, today);
  expect(open.map(({ type }) => type).sort()).toEqual(["Call", "Put", "Put", "Put", "Shares"]);
  for (const { days } of open) expect(days ?? 0).toBeGreaterThanOrEqual(0);
  const days = moved.map(({ date }) => date);
  expect(days).toEqual([...days].sort((one, other) => one - other));
  // whole weeks, but for days on which the exchange is closed: a day earlier or later then
  const weeks = Math.round((moved[0]!.date - year[0]!.date) / 7) * 7;
  moved.forEach((trade) => {
    const original = year.find(({ id }) => id === trade.id)!;
    for (const [now, then] of [[trade.date, original.date], [trade.expiry, original.expiry]]) {
      if (now === null || now === undefined || then === null || then === undefined) continue;
      const wanted = then + weeks;
      expect(calendar.isTradingDay(now)).toBe(true);
      if (calendar.isTradingDay(wanted)) expect(now).toBe(wanted);
      else expect([calendar.tradingDayUpTo(wanted), calendar.tradingDayFrom(wanted)]).toContain(now);
    }
    if (original.date === original.expiry) expect(trade.date).toBe(trade.expiry);
    expect(judge(trade).warnings).toEqual([]);
  });
});

test("every row of the sample year is a trade without a warning but those of a real log", () => {
  for (const trade of year) {
    expect(judge(trade)).toEqual({ trade, problems: [], warnings: [] });
    expect(readRow(toCells({ ...trade, id: "", notes: "" })).kind).toBe("trade");
  }
});

test("the sample year is in order, in one account, with an id for every row", () => {
  expect(year.map(({ date }) => date)).toEqual([...year.map(({ date }) => date)].sort((a, b) => a - b));
  expect(new Set(year.map(({ account }) => account))).toEqual(new Set(["Sample"]));
  expect(new Set(year.map(({ id }) => id)).size).toBe(year.length);
});

test("nothing is closed that was not open, and no share is sold or called away that was not held", () => {
  const open = new Map<string, number>();
  const move = (key: string, by: number): void => {
    const now = (open.get(key) ?? 0) + by;
    expect([key, now >= 0]).toEqual([key, true]);
    open.set(key, now);
  };
  for (const { action, type, ticker, strike, expiry, quantity } of year) {
    if (type !== "Put" && type !== "Call") continue;
    const contract = `${ticker} ${strike} ${type} ${expiry}`;
    move(contract, action === "Sell to open" ? quantity : -quantity);
    if (action === "Assigned") move(ticker, (type === "Put" ? 100 : -100) * quantity);
    if (action === "Sell to open" && type === "Call") expect(open.get(ticker)).toBeGreaterThanOrEqual(100 * quantity);
  }
  expect(open.get("SOFI")).toBe(300);
  expect(open.get("PFE")).toBe(200);
});

test("cash is never short: the puts are secured", () => {
  let cash = 0;
  for (const trade of year) {
    cash += cashOf(trade);
    expect(cash).toBeGreaterThan(0);
  }
  expect(totalCash(year)).toBeCloseTo(cash, 6);
});
