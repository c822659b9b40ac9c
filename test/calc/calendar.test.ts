import fc from "../properties";
import { calendar } from "../../src/calc";
import { dayOf, dayText } from "../../src/journal/day";

const { closedWords, isTradingDay, tradingDayFrom, tradingDayUpTo, weekdayName } = calendar;
const weekday = (day: number): string => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "long" }).format((day - 25_569) * 86_400_000);
const on = (text: string): number => dayOf(text) ?? Number.NaN;

/** The exchange's own lists, as published ("Holidays & Trading Hours", nyse.com), in the order of the year. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2021: ["01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"],
  2022: ["01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26"],
  2023: ["01-02", "01-16", "02-20", "04-07", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"],
  2024: ["01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"],
  2025: ["01-01", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01", "11-27", "12-25"],
  2026: ["01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26", "12-25"],
  2027: ["01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25", "12-24"],
  2028: ["01-17", "02-21", "04-14", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"],
};

test.each(Object.entries(PUBLISHED))("%s: the days on which the exchange is closed are those of its list, and the weekends", (year, listed) => {
  const days = Array.from({ length: on(`${year}-12-31`) - on(`${year}-01-01`) + 1 }, (_, after) => on(`${year}-01-01`) + after);
  const closed = days.filter((day) => !isTradingDay(day));
  const isWeekend = (day: number): boolean => ["Saturday", "Sunday"].includes(weekday(day));
  expect(closed.filter((day) => !isWeekend(day)).map((day) => dayText(day).slice(5))).toEqual(listed);
  expect(days.filter((day) => isWeekend(day) && isTradingDay(day))).toEqual([]);
});

test("a day says why it is closed", () => {
  const words = ["2026-04-03", "2026-07-03", "2027-12-24", "2026-06-19", "2026-11-26", "2026-04-04", "2026-04-05", "2026-04-06"].map((text) => closedWords(on(text)));
  expect(words).toEqual(["Good Friday", "Independence Day", "Christmas", "Juneteenth", "Thanksgiving", "a Saturday", "a Sunday", null]);
});

test("before they were holidays, King's day and Juneteenth were days of trading; so is the Friday before a New Year's Day on a Saturday", () => {
  expect(["1997-01-20", "1998-01-19", "2021-06-18", "2022-06-20", "2021-12-31", "2027-12-31"].map((text) => isTradingDay(on(text)))).toEqual([true, false, true, false, true, true]);
});

test("the day before a holiday is where options expire, also when the third Friday of a month is one", () => {
  expect(["2026-06-19", "2025-04-18", "2026-04-03", "2027-12-24", "2026-05-25", "2026-03-20"].map((text) => dayText(tradingDayUpTo(on(text))))).toEqual(["2026-06-18", "2025-04-17", "2026-04-02", "2027-12-23", "2026-05-22", "2026-03-20"]);
  expect(["2026-04-03", "2026-07-03", "2026-05-23", "2026-03-20"].map((text) => dayText(tradingDayFrom(on(text))))).toEqual(["2026-04-06", "2026-07-06", "2026-05-26", "2026-03-20"]);
});

test("law: whatever the day, the next one of trading is at most four days off, on either side, and it is open; a week has no fewer than three and no more than five", () => {
  fc.assert(
    fc.property(fc.integer({ min: 28_126, max: 73_050 }), (day) => {
      const [before, after] = [tradingDayUpTo(day), tradingDayFrom(day)];
      expect([isTradingDay(before), isTradingDay(after), day - before <= 4, after - day <= 4]).toEqual([true, true, true, true]);
      const open = [0, 1, 2, 3, 4, 5, 6].filter((more) => isTradingDay(day + more)).length;
      expect(open >= 3 && open <= 5).toBe(true);
      expect(weekdayName(day)).toBe(weekday(day));
    }),
  );
});

test("the time of day does not matter; what is no number is refused in words", () => {
  expect(closedWords(on("2026-04-03") + 0.9)).toBe("Good Friday");
  expect(tradingDayUpTo(on("2026-04-03") + 0.9)).toBe(on("2026-04-02"));
  expect(() => closedWords(Number.NaN)).toThrow("day must be a number");
});
