import { DAYCOUNTS, STANDARD, conventionName } from "../../src/calc";
import { palette } from "../../src/journal/palette";
import { TYPED_HEADERS } from "../../src/journal/row";
import { findColumn, headerOf } from "../../src/journal/schema";
import { SHEETS, TABLES, plans, trades, watchlist } from "../../src/journal/sheets";
import { SETTINGS, everyConvention, numberProblems, readConvention, settingNumber } from "../../src/journal/settings";

test("the headers are the public ones, in their order", () => {
  expect(SHEETS.map(({ name }) => name)).toEqual(["Trades", "Watchlist", "Plans", "Positions", "Campaigns", "Income", "Audit", "Settings", "Dashboard"]);
  expect(TABLES.map(({ name }) => name)).toEqual(["Trades", "Watchlist", "Plans", "Positions", "Lots", "Campaigns", "Chains", "Income", "Audit", "Problems", "Settings", "Attention", "Sectors", "Exposure", "Risks", "Assigned", "Ladder"]);
  expect(trades.columns.map((column) => headerOf(column, STANDARD))).toEqual([
    "Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id",
    "Cash", "Days", "Break-even", "Collateral", "Yield (strike)", "Annualised (365, strike)",
  ]);
  expect(trades.columns.filter(({ kind }) => kind === "typed").map(({ header }) => header)).toEqual([...TYPED_HEADERS]);
  expect(watchlist.columns.map(({ header }) => header)).toEqual(["Ticker", "Sector", "Price", "Volatility", "Target price", "Why", "Most shares", "Earnings", "Ex-date", "Dividend", "Checked", "Spread", "Warning"]);
  expect(plans.columns.map(({ header }) => header)).toEqual(["Date", "Account", "Ticker", "Target price", "Why", "Strike", "Expiry", "Quantity", "Premium", "Verdict", "Break-even", "Until", "Sold", "Price got", "Difference", "Sold before", "Bought back", "Assigned", "Expired", "Outcome"]);
});

const columns = TABLES.flatMap((table) => table.columns.map((column) => [`${table.name}: ${column.header}`, column] as const));

test.each(columns)("%s keeps Excel's limits: note of 255 characters, list of 255, formula of 8,192", (_, column) => {
  expect(column.note.length).toBeGreaterThan(0);
  expect(column.note.length).toBeLessThanOrEqual(255);
  if (column.check?.rule.kind === "list") {
    expect(column.check.rule.choices.join(",").length).toBeLessThanOrEqual(255);
    expect(column.check.rule.choices.every((choice) => !choice.includes(","))).toBe(true);
  }
  expect((column.check?.words ?? "").length).toBeLessThanOrEqual(225);
  expect((column.check?.prompt ?? "").length).toBeLessThanOrEqual(255);
  for (const convention of everyConvention()) expect((column.formula?.text((header) => `[@${header}]`, convention) ?? "=").length).toBeLessThanOrEqual(8192);
});

test.each(columns.filter(([, { kind }]) => kind === "calculated"))("%s is a native formula: no function of the add-in", (_, column) => {
  for (const convention of everyConvention()) {
    const formula = column.formula?.text((header) => `[@${header}]`, convention) ?? "";
    expect(formula.startsWith("=") && !formula.startsWith("==")).toBe(true);
    expect(formula).not.toMatch(/WHEEL|LET\(|LAMBDA\(/);
  }
});

test("columns are found by header, in any case, with blanks around it, under any convention", () => {
  const [yields, annualised] = trades.columns.slice(-2);
  expect(findColumn(trades.columns[0]!, ["x", " date "])).toBe(1);
  expect(findColumn(yields!, ["Yield (net)"])).toBe(0);
  expect(findColumn(annualised!, ["Yield (net)", "Annualised (360, net, compound)"])).toBe(1);
  expect(findColumn(yields!, ["Yields"])).toBe(-1);
});

test("every convention reads back from the Settings rows that it writes, and names itself differently", () => {
  const all = everyConvention();
  expect(all).toHaveLength(2 * DAYCOUNTS.length * 2);
  expect(new Set(all.map(conventionName)).size).toBe(all.length);
});

test("a setting that cannot be read keeps its default and says so", () => {
  expect(readConvention([{ name: "day count", value: 400 }, { name: "Capital base", value: " Net " }])).toEqual({
    convention: { ...STANDARD, base: "net" },
    problems: [{ name: "Day count", words: "Day count must be 365, 360, 365.25, 364 or 252; until then it is 365" }],
  });
  expect(readConvention(SETTINGS).convention).toEqual(STANDARD);
});

test("a number of Settings that cannot be read is told in words; a blank is no mistake", () => {
  const typed = (name: string, value: unknown) => numberProblems([{ name, value }]);
  expect(typed("distress amount", "a lot")).toEqual([{ name: "Distress amount", words: "Distress amount must be a number, zero or above; until then nothing is known of it" }]);
  expect(typed("Most rolls a chain", -1)).toEqual([{ name: "Most rolls a chain", words: "Most rolls a chain must be a number, zero or above; until then nothing is asked of it" }]);
  for (const value of ["", 0, 12.5]) expect(typed("Distress amount", value)).toEqual([]);
  expect(numberProblems(SETTINGS)).toEqual([]);
  expect([settingNumber(SETTINGS, "Most drawdown"), settingNumber([], "Most drawdown"), settingNumber([{ name: "most DRAWDOWN ", value: "" }], "Most drawdown"), settingNumber([{ name: "Cash", value: "x" }], "Cash")]).toEqual([0.15, 0.15, null, null]);
});

test("text is readable on every ground on which it stands: 4.5 to 1", () => {
  const pairs = [
    [palette.ink, palette.paper], [palette.ink, palette.tint], [palette.slate, palette.paper], [palette.paper, palette.pine], [palette.mist, palette.pine],
    [palette.paper, palette.moss], [palette.paper, palette.slate], [palette.gain, palette.paper], [palette.loss, palette.paper], [palette.loss, palette.lossGround], [palette.warn, palette.warnGround],
  ] as const;
  for (const [text, ground] of pairs) expect([text, ground, contrast(text, ground) >= 4.5]).toEqual([text, ground, true]);
});

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const light = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
