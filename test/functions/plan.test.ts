import { readFileSync } from "node:fs";
import path from "node:path";
import { SETTINGS } from "../../src/journal/settings";
import { WDGT, day, wdgtCells } from "../calc/screen/chains";
import { inCellOf, invoked, spillOf } from "./cell";
import { records } from "./logOf";

const FEB = day("2026-02-20");
const AS_OF = day("2026-02-13");
const CHAIN = [["Strike", "Expiry", "Type", "Bid", "Ask", "Open interest"], [48, day("2026-03-20"), "Put", 2.35, 2.35, 500], [50, day("2026-03-20"), "Put", 3.1, 3.3, 500]];

test("CSP_SCREEN: WDGT's seven puts, ranked, each with its verdict", () => {
  const rows = records(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf, WDGT.rules]));
  expect(Object.keys(rows[0]!)).toEqual(["Rank", "Expiry", "Days", "Strike", "Bid", "Ask", "Premium", "Spread", "Open interest", "Yield", "Annualised", "Break-even", "Discount", "Delta", "P(ITM)", "POP", "Verdict"]);
  expect(rows.map(({ Rank, Strike, Verdict }) => [Rank, Strike, Verdict])).toEqual([
    [1, 50, "Pass"],
    [2, 47.5, "Pass"],
    [3, 45, "Pass"],
    ["", 40, "premium 0.15 is below 0.3"],
    ["", 42.5, "spread 37.84 % of the middle is above 12 %"],
    ["", 52.5, "|delta| 0.44 is above 0.35; one contract takes 5,250.00, more than 20 % of the cash, the limit of a ticker"],
    ["", 55, "|delta| 0.62 is above 0.35; one contract takes 5,500.00, more than 20 % of the cash, the limit of a ticker"],
    ["", "", "Note: the chain has no column Open interest: that rule was not applied"],
  ]);
  expect(rows[0]).toMatchObject({ Days: 46, Premium: 0.95, "Break-even": 49.05, Discount: (52.4 - 50) / 52.4, Delta: -0.24 });
});

test("CSP_SCREEN: the whole Settings table may be the rules, and says how yields are counted", () => {
  const settings = [["Name", "Value", "Unit", "What it does"], ...SETTINGS.map(({ name, value, unit, what }) => [name, value, unit, what])];
  const [standard] = records(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf, settings]));
  expect(standard).toEqual(records(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf]))[0]);
  const net = settings.map(([name, value, ...more]) => [name, name === "Capital base" ? "net" : name === "Day count" ? 360 : name === "Days to" ? 50 : value, ...more]);
  const [first] = records(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf, net]));
  expect(first!["Annualised (360, net)"]).toBeCloseTo((Number(first!["Yield (net)"]) * 360) / 46, 12);
  // blank cells that arrive as 0
  expect(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf, settings.map((row) => row.map((cell) => (cell === "" ? 0 : cell)))])).toEqual(spillOf("cspScreen", [wdgtCells(), WDGT.spot, WDGT.asOf, settings]));
});

test("CSP_SCREEN: errors and formatted numbers in cells, as Excel hands them over", () => {
  const chain = [...wdgtCells(), [{ type: "Error", basicType: "Error", basicValue: "#N/A" }, 50, "Put", -0.2, 1, 1.1], [{ type: "FormattedNumber", basicValue: WDGT.expiry }, 51, "Put", -0.2, 1, { type: "Error", basicValue: "#REF!" }]];
  const rows = records(spillOf("cspScreen", [chain, WDGT.spot, WDGT.asOf, WDGT.rules]));
  expect(rows.filter(({ Verdict }) => /row/.test(String(Verdict))).map(({ Strike, Verdict }) => [Strike, Verdict])).toEqual([[50, "row 9 is not read: Expiry is blank"], [51, 'row 10 is not read: Ask "#REF!" is not a number']]);
});

test("ROLL_TABLE: golden chain A's roll", () => {
  const rows = records(spillOf("rollTable", [50, FEB, 2.1, CHAIN, AS_OF, 48.5, 2, 1.1935, null, 1.3]));
  expect(Object.keys(rows[0]!)).toEqual(["Choice", "Expiry", "Strike", "Net credit", "Credit a day", "New break-even", "Added days", "Collateral change", "Worst-case change", "Banked now", "At risk", "Verdict"]);
  const [out, down, close, taken] = rows;
  expect([out!.Choice, down!.Choice, close!.Choice, taken!.Choice]).toEqual(["Roll out", "Roll out and down", "Close", "Take assignment"]);
  expect(Number(down!["Net credit"])).toBeCloseTo(47.4, 9);
  expect(Number(down!["New break-even"])).toBeCloseTo(46.5695, 9);
  expect(Number(down!["Banked now"])).toBeCloseTo(-182.6, 9);
  expect(Number(down!["At risk"])).toBeCloseTo(468.7, 9);
  expect(down!.Verdict).toBe("Pass");
  const bare = records(spillOf("rollTable", [50, FEB, 2.1, CHAIN, AS_OF, 48.5, 2, 1.2]))[1]!;
  expect(bare["Net credit"]).toBe(inCellOf("cspRollCredit", [2.1, 2.35, 2]));
  expect(bare["New break-even"]).toBeCloseTo(inCellOf("cspRollBreakeven", [48, 1.2, 2.1, 2.35]) as number, 12);
});

test("CSP_WINDOW", () => {
  expect([[29], [30], [45, null, null], [46], [46, 30, 60], [10, 14]].map((args) => inCellOf("cspWindow", args))).toEqual(["short", "in", "in", "long", "in", "short"]);
  expect(inCellOf("cspWindow", [30, 45, 30])).toBe("#VALUE! from must not be above to");
});

describe("wrong arguments are refused in words", () => {
  test.each<[string, unknown[], string]>([
    ["cspScreen", [5, 52, AS_OF], "#VALUE! chain must be a block of cells"],
    ["cspScreen", [[["Strike", "Bid"]], 52, AS_OF], "#VALUE! the chain lacks the columns Expiry, Type, Ask"],
    ["cspScreen", [CHAIN.slice(0, 1), 52, AS_OF], "#VALUE! the chain has no rows"],
    ["cspScreen", [[CHAIN[0], [48, FEB, "Call", 1, 1, 1]], 52, AS_OF], "#N/A the chain has no puts"],
    ["cspScreen", [CHAIN, 0, AS_OF], "#VALUE! spot must be above zero"],
    ["cspScreen", [CHAIN, 52, 0], "#VALUE! as_of must be a date"],
    ["cspScreen", [CHAIN, 52, AS_OF, [["Days from", 60], ["Most sprad", 1], ["Day count", 7]]], '#VALUE! rules: no rule is called "Most sprad"; Days from must not be above Days to; Day count must be 365, 360, 365.25, 364 or 252'],
    ["cspScreen", [CHAIN, 52, AS_OF, null, "x"], "#VALUE! rate must be a number"],
    ["rollTable", [50, null, 2.1, CHAIN, AS_OF, 48.5], "#VALUE! expiry must be a date"],
    ["rollTable", [50, FEB, -2, CHAIN, AS_OF, 48.5], "#VALUE! buyback must be zero or above"],
  ])("%s %#", async (code, args, words) => {
    expect(spillOf(code, args)).toBe(words);
    expect(await invoked(code, args)).toMatchObject({ ok: false, message: words.replace(/^\S+ /, "") });
  });
});

test("rules that Settings offers for a sale are rules here", () => {
  const source = readFileSync(path.resolve(__dirname, "../../src/calc/screen/rules.ts"), "utf8");
  const limits = SETTINGS.slice(SETTINGS.findIndex(({ name }) => name === "Cash"), SETTINGS.findIndex(({ name }) => name === "Price to use") + 1);
  for (const { name } of limits) expect(source).toContain(`name: "${name}"`);
});
