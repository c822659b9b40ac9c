import type { Trade } from "../../../src/calc";
import { emptyDraft, fieldsFor } from "../../../src/journal/draft";
import { missingWords } from "../../../src/taskpane/screens/log/missingWords";
import { usualFees } from "../../../src/taskpane/screens/log/usualFees";

const sold: Trade = { date: 46027, account: "Main", ticker: "ACME", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "", id: "" };
const rows = (...trades: Trade[]) => trades.map((trade, at) => ({ trade, row: at + 6, address: "" }));

test("fees are expected by the contract, as they were the last time", () => {
  expect(usualFees(rows(sold), "Buy to close", "3")).toBe("1.95");
  expect(usualFees(rows(sold, { ...sold, fees: 3 }), "Sell to open", "1")).toBe("1.50");
});

test("an assignment in between, which cost nothing, changes no expectation", () => {
  expect(usualFees(rows(sold, { ...sold, action: "Assigned", price: null, fees: 0 }), "Sell to open", "1")).toBe("0.65");
});

test.each([
  ["no trade was logged yet", [], "Sell to open", "1"],
  ["the number of contracts is not typed yet", [sold], "Sell to open", ""],
  ["half a contract is typed", [sold], "Sell to open", "0.5"],
  ["the action is not charged by the contract", [sold], "Assigned", "1"],
  ["shares are bought", [sold], "Buy", "100"],
  ["the last trade was free", [{ ...sold, fees: 0 }], "Sell to open", "1"],
] as const)("nothing is expected when %s", (_, trades, action, quantity) => {
  expect(usualFees(rows(...trades), action, quantity)).toBe("");
});

test("a form that is not filled in says which fields are still empty, by their own labels", () => {
  const draft = emptyDraft("Sell to open", 46027);
  expect(missingWords(fieldsFor("Sell to open"), draft)).toBe("Fill in Ticker, Contracts, Strike, Expiry and Premium to see what this trade comes to.");
  expect(missingWords(fieldsFor("Deposit"), emptyDraft("Deposit", 46027))).toBe("Fill in Amount to see what this trade comes to.");
  expect(missingWords(fieldsFor("Deposit"), { ...emptyDraft("Deposit", 46027), price: "much" })).toBe("One of the fields cannot be read yet.");
});
