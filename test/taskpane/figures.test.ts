import { day, figure, money, plain, shortDay, todayNumber } from "../../src/taskpane/figures";

beforeAll(() => {
  (globalThis as { Office?: unknown }).Office = { context: { contentLanguage: "en-US" } };
});
afterAll(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

test("money has cents, groups and a true minus sign", () => {
  expect(money(-4513.9)).toBe("−4,513.90");
  expect(money(564.15)).toBe("564.15");
  expect(money(-0)).toBe("0.00");
});

test("a price keeps what lies below the cent, a strike loses its zeros", () => {
  expect(figure(45.6565, "price")).toBe("45.6565");
  expect(figure(48.75, "price")).toBe("48.75");
  expect(plain(50)).toBe("50");
  expect(plain(52.5)).toBe("52.5");
});

test("a yield is shown in percent, days with their word", () => {
  expect(figure(0.154074, "percent")).toBe("15.41%");
  expect(figure(1, "days")).toBe("1 day");
  expect(figure(46, "days")).toBe("46 days");
});

test("Excel's day 46073 is 20 February 2026, in any time zone", () => {
  expect(day(46073)).toBe("Feb 20, 2026");
  expect(shortDay(46073)).toBe("2/20/26");
});

test("today is the user's own calendar day, late in the evening too", () => {
  expect(todayNumber(new Date(2026, 0, 5, 23, 59))).toBe(46027);
  expect(todayNumber(new Date(2026, 0, 5, 0, 0))).toBe(46027);
});

test("figures follow the language of the workbook", () => {
  (globalThis as { Office?: unknown }).Office = { context: { contentLanguage: "de-DE" } };
  expect(money(-4513.9)).toBe("−4.513,90");
  (globalThis as { Office?: unknown }).Office = { context: { contentLanguage: "en-US" } };
});
