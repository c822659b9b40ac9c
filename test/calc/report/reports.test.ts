import { AUDIT_HEADERS } from "../../../src/calc/report/audit";
import { CAMPAIGN_HEADERS } from "../../../src/calc/report/campaigns";
import { CHAIN_HEADERS } from "../../../src/calc/report/chains";
import { cellsOf } from "../../../src/calc/report/columns";
import { INCOME_HEADERS, income } from "../../../src/calc/report/income";
import { LOT_HEADERS, lots } from "../../../src/calc/report/lots";
import { periodName } from "../../../src/calc/report/periods";
import { POSITION_HEADERS, positions } from "../../../src/calc/report/positions";
import { PROBLEM_HEADERS, problems } from "../../../src/calc/report/problems";
import { bookOf, option } from "../ledger/books";
import { CHAIN_A, dayNumber } from "../ledger/chains";

test.each([
  [POSITION_HEADERS, "Account, Ticker, Type, Quantity, Strike, Expiry, Opened, Premium, Credit, Collateral, Days"],
  [LOT_HEADERS, "Account, Ticker, Opened, Shares, Strike cost, Tax basis, Net stock cost, Source"],
  [CAMPAIGN_HEADERS, "Account, Ticker, State, Start, End, Days, Put premium, Call premium, Stock result, Dividends, Fees, Total, Capital-days, Average capital, Return, Annualised, Cash break-even"],
  [CHAIN_HEADERS, "Account, Ticker, Type, Legs, Rolls, First sold, Last expiry, State, Chain credit, Banked, At risk, Break-even"],
  [INCOME_HEADERS, "Period, Premium received, Realised options, Realised stock, Dividends, Interest, Fees, Net"],
  [AUDIT_HEADERS, "Account, Ticker, Cash, Realised, Open options, Open shares, Difference, Ok"],
  [PROBLEM_HEADERS, "Row, Ticker, Problem"],
])("the columns, in their order", (headers, words) => {
  expect(Object.values(headers).join(", ")).toBe(words);
});

test("a report as cells: headers first, values under their headers, blank where there is no answer", () => {
  const booked = bookOf(CHAIN_A.slice(0, 4).map(([trade]) => trade));
  expect(cellsOf(POSITION_HEADERS, positions(booked, dayNumber("2026-03-12")))).toEqual([
    Object.values(POSITION_HEADERS),
    ["Main", "KO", "Put", -1, 48, dayNumber("2026-03-20"), dayNumber("2026-02-13"), 2.35, 234.35, 4800, 8],
    ["Main", "KO", "Shares", 100, "", "", dayNumber("2026-03-12"), "", -4800, 0, ""],
  ]);
  expect(cellsOf(LOT_HEADERS, lots(booked))[1]).toEqual(["Main", "KO", dayNumber("2026-03-12"), 100, 48, 45.6565, 46.5695, "Assigned"]);
});

test("weeks are ISO weeks: they begin on Monday and belong to the year of their Thursday", () => {
  const week = (day: string): string => periodName(dayNumber(day), "week");
  expect(["2026-01-01", "2024-12-30", "2027-01-03", "2027-01-04", "2021-01-01"].map(week)).toEqual(["2026-W01", "2025-W01", "2026-W53", "2027-W01", "2020-W53"]);
  expect([periodName(dayNumber("2026-02-28"), "month"), periodName(dayNumber("2026-02-28"), "year")]).toEqual(["2026-02", "2026"]);
});

test("income by ticker and account names them", () => {
  const booked = bookOf([...CHAIN_A.map(([trade]) => trade), { ...CHAIN_A[0]![0], action: "Interest", type: "Cash", ticker: "", price: 3, fees: 0, strike: null, expiry: null, quantity: 0, account: "IRA" }]);
  expect(income(booked, "ticker").map(({ period, net }) => [period, net])).toEqual([["(no ticker)", 3], ["KO", 564.15]]);
  expect(income(booked, "account").map(({ period, net }) => [period, net])).toEqual([["IRA", 3], ["Main", 564.15]]);
});

test("an empty log: no rows, a total of nothing, and words that say so", () => {
  const booked = bookOf([]);
  expect([positions(booked), lots(booked), income(booked)]).toEqual([[], [], []]);
  expect(problems(booked)).toEqual([{ row: null, ticker: "", problem: "The log is empty" }]);
  expect(problems(bookOf(CHAIN_A.map(([trade]) => trade)))).toEqual([{ row: null, ticker: "", problem: "Every row is booked" }]);
  expect(problems(bookOf([option("2026-01-05", "Buy to close", "Put", { strike: 50, expiry: "2026-02-20", price: 1 })]))).toEqual([{ row: 1, ticker: "KO", problem: "Not booked: No sold KO Put 50 with this expiry is open on that day" }]);
});
