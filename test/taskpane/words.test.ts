import { ACTIONS, type Trade } from "../../src/calc";
import { ACTION_GROUPS, ACTION_MEANING, tradeInWords, wordsOf } from "../../src/taskpane/words";

const put: Trade = { date: 46027, account: "Main", ticker: "ACME", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "", id: "" };

beforeAll(() => {
  (globalThis as { Office?: unknown }).Office = { context: { contentLanguage: "en-US" } };
});
afterAll(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

test("the picker offers every action exactly once, each with its meaning", () => {
  const offered = ACTION_GROUPS.flatMap(({ actions }) => actions);
  expect([...offered].sort()).toEqual([...ACTIONS].sort());
  expect(Object.values(ACTION_MEANING).every((words) => words.endsWith("."))).toBe(true);
});

test.each<[string, Partial<Trade>]>([
  ["2 ACME 50 puts · 2/20/26 · at 1.20", {}],
  ["2 ACME 50 puts · 2/20/26 · at 1.375", { price: 1.375 }],
  ["1 ACME 48.5 put · 2/20/26", { action: "Assigned", quantity: 1, strike: 48.5, price: null }],
  ["100 ACME shares · at 48.00", { action: "Buy", type: "Shares", quantity: 100, strike: null, expiry: null, price: 48 }],
  ["ACME 4 for 1", { action: "Split", type: "Shares", quantity: 4, strike: null, expiry: null, price: null }],
  ["ACME · 40.00", { action: "Dividend", type: "Cash", quantity: 0, strike: null, expiry: null, price: 40 }],
  ["2 evil 50 puts · 2/20/26 · at 1.20", { ticker: "\u202eevil\u2066" }],
  ["10,000.00", { action: "Deposit", type: "Cash", ticker: "", quantity: 0, strike: null, expiry: null, price: 10000 }],
])("a trade reads %s", (words, change) => {
  expect(tradeInWords({ ...put, ...change }).replaceAll("\u00a0", " ")).toBe(words);
});

test("a refusal of Excel is shown as it is; our own mistake says that it is one", () => {
  const refused = Object.assign(new Error("The sheet Trades is protected."), { name: "ExcelRefused" });
  expect(wordsOf(refused)).toBe("The sheet Trades is protected.");
  expect(wordsOf(new TypeError("x is undefined"))).toBe("Something went wrong in the add-in, and nothing more was done: x is undefined");
});
