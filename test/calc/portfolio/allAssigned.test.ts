import fc from "../../properties";
import { allAssigned } from "../../../src/calc/portfolio";
import { bookOf, option } from "../ledger/books";
import { SMALL } from "./portfolios";

test("golden: cash for each account", () => {
  expect(allAssigned(SMALL, [{ account: "main", cash: 20_000 }, { account: "IRA", cash: 4000.5 }])).toEqual([
    { account: "IRA", cash: 4000.5, cashNeeded: 4800, left: -799.5, largestTicker: "AAA", state: "Short of cash by 799.50" },
    { account: "Main", cash: 20_000, cashNeeded: 18_000, left: 2000, largestTicker: "AAA", state: "Covered" },
    { account: "Total", cash: 24_000.5, cashNeeded: 22_800, left: 1200.5, largestTicker: "AAA", state: "Covered" },
  ]);
});

test("one amount for several accounts is compared with their sum alone", () => {
  expect(allAssigned(SMALL, 22_000)).toEqual([
    { account: "IRA", cash: null, cashNeeded: 4800, left: null, largestTicker: "AAA", state: "The cash is that of all accounts together" },
    { account: "Main", cash: null, cashNeeded: 18_000, left: null, largestTicker: "AAA", state: "The cash is that of all accounts together" },
    { account: "Total", cash: 22_000, cashNeeded: 22_800, left: -800, largestTicker: "AAA", state: "Short of cash by 800.00" },
  ]);
});

test("one amount and one account belong together", () => {
  const book = bookOf([option("2026-02-10", "Sell to open", "Put", { ticker: "KO", strike: 60, expiry: "2026-03-20", price: 1 })]);
  expect(allAssigned(book, 6000)).toMatchObject([{ account: "Main", cash: 6000, left: 0, state: "Covered" }, { account: "Total", left: 0 }]);
});

test("an account without cash given leaves the total open; one without puts needs none", () => {
  expect(allAssigned(SMALL, [{ account: "Main", cash: 20_000 }, { account: "Roth", cash: 500 }])).toMatchObject([
    { account: "IRA", cash: null, left: null, state: "No cash given for this account" },
    { account: "Main", left: 2000 },
    { account: "Roth", cash: 500, cashNeeded: 0, left: 500, largestTicker: "", state: "Covered" },
    { account: "Total", cash: null, cashNeeded: 22_800, left: null, state: "No cash given for IRA" },
  ]);
});

test("refused in words", () => {
  expect(() => allAssigned(SMALL, NaN)).toThrow("cash must be a number");
  expect(() => allAssigned(SMALL, [{ account: "Main", cash: 1 }, { account: "Main", cash: 2 }])).toThrow("cash names the account Main twice");
});

test("law: needed is the sum of all collateral, and left is what remains", () => {
  const puts = fc.array(fc.record({ account: fc.constantFrom("Main", "IRA", "Roth"), ticker: fc.constantFrom("AAA", "BBB"), strike: fc.integer({ min: 1, max: 900 }), quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(puts, fc.integer({ min: 0, max: 1e6 }), (all, cash) => {
      const rows = allAssigned(bookOf(all.map((put) => option("2026-02-10", "Sell to open", "Put", { ...put, expiry: "2026-03-20", price: 0.5 }))), cash);
      const needed = all.reduce((sum, { strike, quantity }) => sum + strike * quantity * 100, 0);
      expect(rows.at(-1)).toMatchObject({ cashNeeded: needed, left: cash - needed });
      expect(rows.slice(0, -1).reduce((sum, { cashNeeded }) => sum + cashNeeded, 0)).toBe(needed);
    }),
  );
});
