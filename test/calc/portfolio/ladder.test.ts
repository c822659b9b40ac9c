import fc from "../../properties";
import { calendar } from "../../../src/calc";
import { ladder, nextExpiries } from "../../../src/calc/portfolio";
import { bookOf, option } from "../ledger/books";
import { SMALL, TODAY, dayNumber } from "./portfolios";

const mondayOf = (day: number): number => day - ((day - 2) % 7);
const put = (expiry: string, strike: number, quantity = 1) => option("2026-01-05", "Sell to open", "Put", { ticker: "AAA", strike, quantity, expiry, price: 1 });

test("golden: weeks from that of the day, empty ones shown, calls not in it", () => {
  const rows = ladder(SMALL, { asOf: TODAY, weeks: 4 });
  const empty = { contracts: 0, collateral: 0, premiumAtRisk: 0, share: 0 };
  expect(rows).toEqual([
    { weekOf: dayNumber("2026-03-02"), ...empty, cashFreed: 0 },
    { weekOf: dayNumber("2026-03-09"), ...empty, cashFreed: 0 },
    { weekOf: dayNumber("2026-03-16"), contracts: 3, collateral: 14_800, premiumAtRisk: 328.7, share: 14_800 / 22_800, cashFreed: 14_800 },
    { weekOf: dayNumber("2026-03-23"), ...empty, cashFreed: 14_800 },
    { weekOf: "Later", contracts: 1, collateral: 8000, premiumAtRisk: 200, share: 8000 / 22_800, cashFreed: 22_800 },
  ]);
});

test("what has passed and is still in the log has its own row; today's expiration is not past", () => {
  const book = bookOf([put("2026-03-02", 10), put("2026-03-03", 20), put("2026-03-04", 30), put("2026-03-08", 40)]);
  expect(ladder(book, { asOf: TODAY, weeks: 1 }).map(({ weekOf, collateral, cashFreed }) => [weekOf, collateral, cashFreed])).toEqual([["Past expiry", 3000, 3000], [dayNumber("2026-03-02"), 7000, 10_000]]);
});

test("a week begins on its Monday, whatever day is asked for", () => {
  for (const day of ["2026-03-02", "2026-03-04", "2026-03-08"]) expect(ladder(SMALL, { asOf: dayNumber(day), weeks: 1 })[0]!.weekOf).toBe(dayNumber("2026-03-02"));
});

test("premium at risk of a rolled put is the credit of the leg that is open", () => {
  const book = bookOf([
    option("2026-01-05", "Sell to open", "Put", { strike: 50, expiry: "2026-02-20", price: 1.2 }),
    option("2026-02-13", "Buy to close", "Put", { strike: 50, expiry: "2026-02-20", price: 2.1 }),
    option("2026-02-13", "Sell to open", "Put", { strike: 48, expiry: "2026-03-20", price: 2.35, fees: 0.65 }),
  ]);
  expect(ladder(book, { asOf: TODAY, weeks: 3 })[2]).toMatchObject({ contracts: 1, collateral: 4800, premiumAtRisk: 234.35 });
});

test("no put at all: empty weeks without shares", () => {
  expect(ladder(bookOf([]), { asOf: TODAY, weeks: 2 })).toMatchObject([{ contracts: 0, share: null }, { contracts: 0, share: null }]);
});

test("weeks are refused in words", () => {
  expect(() => ladder(SMALL, { asOf: TODAY, weeks: 0 })).toThrow("weeks must be above zero");
  expect(() => ladder(SMALL, { asOf: TODAY, weeks: 1.5 })).toThrow("weeks must be a whole number");
  expect(() => ladder(SMALL, { asOf: TODAY, weeks: 1000 })).toThrow("weeks must be 520 at most");
});

test("law: the rows add up to all open puts, whatever the day and the weeks", () => {
  const puts = fc.array(fc.record({ days: fc.integer({ min: -20, max: 200 }), strike: fc.integer({ min: 1, max: 500 }), quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 15 });
  fc.assert(
    fc.property(puts, fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 30 }), (all, shift, weeks) => {
      const day = (days: number): string => new Date((TODAY + days - 25_569) * 86_400_000).toISOString().slice(0, 10);
      const rows = ladder(bookOf(all.map(({ days, strike, quantity }) => put(day(days), strike, quantity))), { asOf: TODAY + shift, weeks });
      const sum = (each: (row: (typeof rows)[number]) => number): number => rows.reduce((so, row) => so + each(row), 0);
      expect(sum(({ contracts }) => contracts)).toBe(all.reduce((so, { quantity }) => so + quantity, 0));
      expect(sum(({ collateral }) => collateral)).toBe(all.reduce((so, { strike, quantity }) => so + strike * quantity * 100, 0));
      expect(sum(({ premiumAtRisk }) => premiumAtRisk)).toBe(all.reduce((so, { quantity }) => so + quantity * 100, 0));
      expect(sum(({ share }) => share ?? 0)).toBeCloseTo(all.length > 0 ? 1 : 0, 12);
      expect(rows.at(-1)!.cashFreed).toBe(sum(({ collateral }) => collateral));
      expect(rows.filter(({ weekOf }) => typeof weekOf === "number")).toHaveLength(weeks);
    }),
  );
});

describe("where the next put fits", () => {
  test("30 to 45 days from Wednesday 2026-03-04: April 10 and 17; April 3 is Good Friday, and the Thursday before it is too near", () => {
    const rungs = nextExpiries(SMALL, { asOf: TODAY, from: 30, to: 45 });
    expect(rungs.map(({ expiry, days, collateral, beside, isMonthly, holiday }) => [expiry, days, collateral, beside, isMonthly, holiday])).toEqual([
      [dayNumber("2026-04-10"), 37, 0, 8000, false, null],
      [dayNumber("2026-04-17"), 44, 8000, 0, true, null],
    ]);
  });

  test("where a Friday is a holiday it is the trading day before, in the same week; the empty week that has no neighbour comes first", () => {
    const rungs = nextExpiries(SMALL, { asOf: TODAY, from: 29, to: 45 });
    expect(rungs.map(({ weekOf, expiry, days, beside, holiday }) => [weekOf, expiry, days, beside, holiday])).toEqual([
      [dayNumber("2026-03-30"), dayNumber("2026-04-02"), 29, 0, "Good Friday"],
      [dayNumber("2026-04-06"), dayNumber("2026-04-10"), 37, 8000, null],
      [dayNumber("2026-04-13"), dayNumber("2026-04-17"), 44, 0, null],
    ]);
  });

  test("monthly options expire on a Thursday when the third Friday is a holiday, as in June 2026", () => {
    const [june] = nextExpiries(bookOf([]), { asOf: dayNumber("2026-05-18"), from: 30, to: 32 });
    expect(june).toMatchObject({ expiry: dayNumber("2026-06-18"), days: 31, isMonthly: true, holiday: "Juneteenth" });
  });

  test("of empty weeks the one beside another expiration comes last, although it is the nearest", () => {
    expect(nextExpiries(bookOf([put("2026-03-27", 50)]), { asOf: TODAY, from: 29, to: 45 }).map(({ expiry, beside }) => [expiry, beside])).toEqual([
      [dayNumber("2026-04-10"), 0], [dayNumber("2026-04-17"), 0], [dayNumber("2026-04-02"), 5000],
    ]);
  });

  test("both limits are in; a window without an expiration has no answer", () => {
    expect(nextExpiries(SMALL, { asOf: TODAY, from: 2, to: 2 }).map(({ expiry }) => expiry)).toEqual([dayNumber("2026-03-06")]);
    expect(nextExpiries(SMALL, { asOf: TODAY, from: 3, to: 8 })).toEqual([]);
  });

  test("law: every expiration is a day of trading inside the window, one a week, and none of a week is left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40_000, max: 55_000 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (asOf, from, more) => {
        const rungs = nextExpiries(SMALL, { asOf, from, to: from + more });
        for (const { expiry, days, weekOf } of rungs) expect([calendar.isTradingDay(expiry), days >= from && days <= from + more, expiry - days, expiry - weekOf <= 4 && expiry >= weekOf]).toEqual([true, true, asOf, true]);
        const openDays = Array.from({ length: more + 1 }, (_, at) => asOf + from + at).filter((day) => calendar.isTradingDay(day));
        const lasts = openDays.filter((day) => mondayOf(calendar.tradingDayFrom(day + 1)) > mondayOf(day));
        expect(rungs.map(({ expiry }) => expiry).sort()).toEqual(lasts);
      }),
    );
  });

  test("limits are refused in words", () => {
    expect(() => nextExpiries(SMALL, { asOf: TODAY, from: 45, to: 30 })).toThrow("from must not be above to");
    expect(() => nextExpiries(SMALL, { asOf: TODAY, from: -1, to: 30 })).toThrow("from must be zero or above");
  });
});
