import fc from "../properties";
import { TYPED_HEADERS, type TypedHeader } from "../../src/journal/row";
import { type Book, book, cashOf, report } from "../../src/calc";
import { sampleYear } from "../../src/journal/sample";
import { history } from "../calc/ledger/booksHistories";
import { spillOf } from "./cell";
import { chainA, logOf, records } from "./logOf";

const problemsOf = (log: unknown[][]) => records(spillOf("problems", [log])).map(({ Row, Ticker, Problem }) => [Row, Ticker, Problem]);
const total = (log: unknown[][]) => records(spillOf("audit", [log])).at(-1)!;
/** The log with one cell of a row changed; rows count as in the sheet, the header is row 1. */
const withCell = (row: number, header: TypedHeader, value: unknown): unknown[][] =>
  logOf(chainA()).map((cells, at) => (at === row - 1 ? cells.map((cell, place) => (TYPED_HEADERS[place] === header ? value : cell)) : cells));

describe("columns are found by their header", () => {
  const whole = spillOf("campaigns", [logOf(chainA())]);
  test("in any order, case and with outer blanks, whatever else stands between them", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...TYPED_HEADERS], { minLength: TYPED_HEADERS.length }), fc.nat(12), (headers, place) => {
        const [names, ...rows] = logOf(chainA(), headers);
        const dressed = names!.map((name, at) => (at % 2 === 0 ? ` ${String(name).toUpperCase()} ` : name));
        const wide = [dressed, ...rows].map((row, at) => [...row.slice(0, place), at === 0 ? "My own column" : at * 7, ...row.slice(place), at === 0 ? "Cash" : "x"]);
        expect(spillOf("campaigns", [wide])).toEqual(whole);
      }),
      { numRuns: 40 },
    ));
  test("Notes and Id may be missing, all that a figure hangs on may not", () => {
    const without = (...gone: string[]) => spillOf("campaigns", [logOf(chainA(), TYPED_HEADERS.filter((header) => !gone.includes(header)))]);
    expect(without("Notes", "Id")).toEqual(whole);
    expect(without("Fees")).toMatch(/^#VALUE! trades lacks the column Fees; /);
    expect(without("Date", "Multiplier")).toMatch(/^#VALUE! trades lacks the columns Date, Multiplier; /);
  });
  test("a log without its header row, no log at all, and a header that stands twice are refused in words", () => {
    const [, ...body] = logOf(chainA());
    expect(spillOf("audit", [body])).toBe("#VALUE! trades must begin with its headers: Trades[[#All],[Date]:[Id]]");
    expect(spillOf("audit", [[[5]]])).toBe("#VALUE! trades must begin with its headers: Trades[[#All],[Date]:[Id]]");
    for (const nothing of [null, undefined, 5, [5]]) expect(spillOf("audit", [nothing])).toBe("#VALUE! trades must be the log with its headers: Trades[[#All],[Date]:[Id]]");
    expect(spillOf("audit", [logOf(chainA()).map((row, at) => [...row, at === 0 ? "price" : 1])])).toBe("#VALUE! trades has more than one column Price");
  });
});

describe("rows are read by the journal's rules", () => {
  test.each<[TypedHeader, unknown, string]>([
    ["Date", "2026-02-13", 'Not booked: Date must be a date, not text that looks like one; the cell says "2026-02-13"'],
    ["Strike", "fifty", 'Not booked: Strike must be a number above zero; the cell says "fifty"'],
    ["Price", null, "Not booked: Price must be a number, zero or above"],
    ["Quantity", 3, "Not booked: Buy to close 3, but only 2 of the sold XYZ Put 50 with this expiry are open on that day"],
    ["Action", "Bought", expect.stringMatching(/^Not booked: Action must be one that fits the type: /) as string],
    ["Fees", "#REF!", "Not booked: Fees shows the error #REF!"],
    ["Ticker", { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" }, "Not booked: Ticker shows the error #N/A"],
  ])("%s %j is a problem with its row, and all else is booked", (header, value, words) => {
    const log = withCell(3, header, value);
    expect(problemsOf(log)).toEqual([[3, expect.any(String), words]]);
    expect(total(log)).toMatchObject({ Cash: header === "Ticker" ? 564.15 + 421.3 : 985.45, Ok: true });
  });
  test("a number with a format of its own is its number", () => {
    const log = withCell(2, "Price", { type: "FormattedNumber", basicType: "Double", basicValue: 1.2, numberFormat: "$0.00" });
    expect(total(log).Cash).toBe(564.15);
  });
  test("blank rows are no events, and rows after them keep their numbers", () => {
    const [headers, ...body] = withCell(3, "Strike", "fifty");
    const blank = TYPED_HEADERS.map((header) => (header === "Notes" ? "later" : null));
    expect(problemsOf([headers!, blank, ...body, blank])).toEqual([[4, "XYZ", 'Not booked: Strike must be a number above zero; the cell says "fifty"']]);
  });
  test("tickers of any case are one ticker, and a blank account is Main", () => {
    const log = withCell(2, "Ticker", " xyz");
    expect(records(spillOf("audit", [log.map((row) => row.map((cell, place) => (TYPED_HEADERS[place] === "Account" && cell === "Main" ? null : cell)))]))).toMatchObject([{ Account: "Main", Ticker: "XYZ" }, { Account: "Total" }]);
  });
  test("blanks around a name are told: it is booked without them", () => {
    const [headers, ...body] = withCell(2, "Ticker", "xyz ");
    const log = [headers!, ...body.map((row, at) => row.map((cell, place) => (at === 1 && TYPED_HEADERS[place] === "Account" ? " " : cell)))];
    const words = (what: string) => `The ${what}, but the sheet's own sums do not find it. Type it again without them`;
    expect(problemsOf(log)).toEqual([[2, "XYZ", words('ticker "xyz " has blanks around it: it is booked as XYZ')], [3, "XYZ", words('account " " has blanks around it: it is booked as Main')]]);
    expect(total(log)).toMatchObject({ Cash: 564.15, Ok: true });
  });
});

describe("where Excel hands over blank cells as 0", () => {
  const zeroed = (log: unknown[][]) => log.map((row) => row.map((cell) => (cell === null || cell === "" ? 0 : cell)));
  test("every report reads as with real blanks", () => {
    const log = logOf(chainA());
    for (const code of ["positions", "lots", "campaigns", "chains", "income", "audit", "problems"]) expect(spillOf(code, [zeroed([...log, TYPED_HEADERS.map(() => null)])])).toEqual(spillOf(code, [log]));
  });
  test("a price of 0 may be a missing one: it is booked, and listed to be looked at", () => {
    const log = zeroed(withCell(6, "Price", null));
    expect(problemsOf(log)).toEqual([[6, "XYZ", "Price is 0 or blank (this version of Excel does not tell which): booked at 0"]]);
    expect(total(log)).toMatchObject({ Cash: 594.15, Ok: true });
  });
  test("with real blanks a 0 is a 0", () => expect(problemsOf(withCell(3, "Multiplier", 0))).toEqual([[3, "XYZ", "Not booked: Multiplier must be a number above zero, or blank for 100; the cell says 0"]]));
});

test("each function spills exactly its report of the calculation module, for any history", () => {
  const asCells: Record<string, (booked: Book) => unknown[][]> = {
    positions: (booked) => report.cellsOf(report.POSITION_HEADERS, report.positions(booked)),
    lots: (booked) => report.cellsOf(report.LOT_HEADERS, report.lots(booked)),
    campaigns: (booked) => report.cellsOf(report.CAMPAIGN_HEADERS, report.campaigns(booked)),
    campaignXirr: (booked) => report.cellsOf(report.XIRR_HEADERS, report.campaignXirr(booked)),
    chains: (booked) => report.cellsOf(report.CHAIN_HEADERS, report.chains(booked)),
    income: (booked) => report.cellsOf(report.INCOME_HEADERS, report.income(booked)),
    audit: (booked) => report.cellsOf(report.AUDIT_HEADERS, report.audit(booked)),
    problems: (booked) => report.cellsOf(report.PROBLEM_HEADERS, report.problems(booked)),
  };
  fc.assert(
    fc.property(history(80), (trades) => {
      const booked = book(trades.map((trade, at) => ({ row: at + 2, trade })));
      fc.pre(booked.tickers.length > 0);
      for (const [code, cells] of Object.entries(asCells)) expect([code, spillOf(code, [logOf(trades)])]).toEqual([code, cells(booked)]);
    }),
    { numRuns: 60 },
  );
});

test("the sample year is booked whole, and proves itself", () => {
  const log = logOf(sampleYear());
  expect(problemsOf(log)).toEqual([["", "", "Every row is booked"]]);
  for (const view of ["income", "tax"]) for (const { Ok } of records(spillOf("audit", [log, view]))) expect(Ok).toBe(true);
  const [campaigns, rates] = [records(spillOf("campaigns", [log])), records(spillOf("campaignXirr", [log]))];
  expect(rates).toHaveLength(campaigns.length + 1);
  expect(rates.slice(0, -1).map(({ Ticker, Start, Total }) => [Ticker, Start, Total])).toEqual(campaigns.map(({ Ticker, Start, Total }) => [Ticker, Start, Total]));
});

test("what goes through cells is what was booked: cash of any history, to the unit", () => {
  fc.assert(
    fc.property(history(60), (trades) => {
      const log = logOf(trades);
      const lost = new Set(records(spillOf("problems", [log])).filter(({ Problem }) => String(Problem).startsWith("Not booked")).map(({ Row }) => Row));
      const units = trades.reduce((sum, trade, at) => (lost.has(at + 2) || ["Deposit", "Withdrawal"].includes(trade.action) ? sum : sum + Math.round(cashOf(trade) * 10_000)), 0);
      const shown = spillOf("audit", [log]);
      if (typeof shown === "string") expect([shown, lost.size]).toEqual(["#N/A no row of the log could be booked: see WHEEL.PROBLEMS", trades.length]);
      else expect(Math.round(Number(total(log).Cash) * 10_000)).toBe(units);
    }),
    { numRuns: 60 },
  );
});
