import fc from "../properties";
import { type KeptPlan, PLAN_HEADERS, readPlan, readPlans, toPlanCells } from "../../src/journal/plan";
import { plans } from "../../src/journal/sheets";

const plan: KeptPlan = {
  date: 46027, account: "IRA", ticker: "KO", targetPrice: 48.5, why: "Sells what people drink in every year", strike: 50, expiry: 46073, quantity: 2, premium: 1.2, verdict: "Pass",
};
/** Excel takes the apostrophe away that says "this is text". */
const asKept = (cells: Readonly<Record<string, string | number>>): Record<(typeof PLAN_HEADERS)[number], unknown> =>
  Object.fromEntries(PLAN_HEADERS.map((header) => [header, typeof cells[header] === "string" ? String(cells[header]).replace(/^'/, "") : cells[header]])) as Record<(typeof PLAN_HEADERS)[number], unknown>;

test("a plan's fields are the typed columns of the Plans table, in their order", () => {
  expect(plans.columns.filter(({ kind }) => kind === "typed").map(({ header }) => header)).toEqual([...PLAN_HEADERS]);
  expect(Object.keys(toPlanCells(plan))).toEqual([...PLAN_HEADERS]);
});

test("a plan written into a row reads back as it was, whatever its words", () => {
  const words = fc.oneof(fc.constantFrom("", "=1+1", "+5", "0012", "MAR1", "TRUE", "IRA 2", "48 is fair; out below 40"), fc.string({ maxLength: 40 })).map((text) => text.trim()).filter((text) => !text.startsWith("'"));
  const any = fc.record<KeptPlan>({
    date: fc.integer({ min: 30_000, max: 70_000 }), account: words.map((text) => text || "Main"), ticker: fc.constantFrom("KO", "BRK.B", "TRUE", "MAR1"), targetPrice: fc.option(fc.double({ min: 0.01, max: 1e6, noNaN: true })), why: words,
    strike: fc.double({ min: 0.5, max: 1e5, noNaN: true }), expiry: fc.integer({ min: 30_000, max: 70_000 }), quantity: fc.integer({ min: 1, max: 500 }), premium: fc.double({ min: 0, max: 1e4, noNaN: true }), verdict: words,
  });
  fc.assert(fc.property(any, (one) => expect(readPlan(asKept(toPlanCells(one)))).toEqual({ kind: "plan", plan: one })));
});

test("no text of a plan can become a formula or a number in its cell", () => {
  const cells = toPlanCells({ ...plan, why: "=HYPERLINK(1)", verdict: "-1", ticker: "MAR1", account: "0012" });
  expect([cells.Why, cells.Verdict, cells.Ticker, cells.Account]).toEqual(["'=HYPERLINK(1)", "'-1", "'MAR1", "'0012"]);
});

test.each([
  [{ Date: "soon" }, "Date must be a day; the cell says \"soon\""],
  [{ Ticker: " " }, "Ticker must name the stock; the cell is blank"],
  [{ Ticker: "#N/A" }, "Ticker must name the stock; the cell says \"#N/A\""],
  [{ Strike: 0 }, "Strike must be a price above zero; the cell says 0"],
  [{ Expiry: 12 }, "Expiry must be a day; the cell says 12"],
  [{ Quantity: "" }, "Quantity must be the number of contracts; the cell is blank"],
  [{ Premium: "1,2" }, "Premium must be dollars a share, zero or above; the cell says \"1,2\""],
])("a row with %j is no plan, and says why", (change, words) => {
  expect(readPlan({ ...toPlanCells(plan), ...change })).toEqual({ kind: "problem", header: Object.keys(change)[0], words });
});

test("rows of the table are read by header, in any order, beside columns of one's own; blank ones are none", () => {
  const headers = ["Mine", "premium ", ...PLAN_HEADERS.filter((header) => header !== "Premium"), "Sold"];
  const cells = toPlanCells(plan);
  const row = ["x", cells.Premium, ...PLAN_HEADERS.filter((header) => header !== "Premium").map((header) => cells[header]), 2];
  const blank = headers.map((header) => (header === "Mine" ? "x" : ""));
  expect(readPlans(headers, [blank, row, row.map((cell, at) => (headers[at] === "Target price" ? "" : cell))])).toEqual([
    { at: 1, read: { kind: "plan", plan } },
    { at: 2, read: { kind: "plan", plan: { ...plan, targetPrice: null } } },
  ]);
});
