import fc from "../properties";
import { ACTIONS, type Trade, columnValue, STANDARD, typesOf } from "../../src/calc";
import { TYPED_HEADERS, type TypedCells, type TypedHeader, nextIds, readRow, sameCells, toCells } from "../../src/journal/row";
import { cellText } from "../../src/journal/text";

const PUT: TypedCells = {
  Date: 46027, Account: "", Ticker: "KO", Action: "Sell to open", Type: "Put", Quantity: 2, Strike: 50, Expiry: 46073, Price: 1.2, Fees: 1.3, Multiplier: "", Notes: "", Id: "",
};

/** What Excel keeps of a written cell: the apostrophe says "text" and is gone. */
const asKept = (cells: TypedCells): TypedCells =>
  Object.fromEntries(TYPED_HEADERS.map((header) => [header, typeof cells[header] === "string" ? cells[header].replace(/^'/, "") : cells[header]])) as unknown as TypedCells;

const words = fc.string({ maxLength: 12 }).map((text) => text.trim());
const day = fc.integer({ min: 40000, max: 60000 });
const money = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 100);
const trade: fc.Arbitrary<Trade> = fc
  .tuple(fc.constantFrom(...ACTIONS), fc.nat(), day, fc.nat({ max: 900 }), fc.integer({ min: 1, max: 500 }), money, money, money, words, words)
  .map(([action, pick, date, life, quantity, strike, price, fees, account, notes]) => {
    const types = typesOf(action);
    const type = types[pick % types.length]!;
    const isOption = type === "Put" || type === "Call";
    const priced = !["Expired", "Assigned", "Exercised", "Split", "Adjusted"].includes(action);
    return {
      date, account: account || "Main", ticker: type === "Cash" ? "" : "KO", action, type, quantity: type === "Cash" ? 0 : quantity,
      strike: isOption ? strike : null, expiry: isOption ? date + life : null, price: priced ? price : null, fees, multiplier: 100, notes, id: "",
    };
  });

test("a trade written as cells and read again is the same trade", () => {
  fc.assert(fc.property(trade, (one) => expect(readRow(asKept(toCells(one)))).toEqual({ kind: "trade", trade: one })), { numRuns: 500 });
});

test("a row is a trade exactly when its Cash cell shows a number", () => {
  const cell = fc.constantFrom<string | number | boolean>("", "x", -1, 0, 1, 50, 46027, 46073, "Put", "Cash", "Shares", "Buy", "Sell to open", "Dividend", "2026-01-05", true, "#N/A");
  const row = fc.tuple(...TYPED_HEADERS.map((header) => fc.oneof({ weight: 5, arbitrary: fc.constant(PUT[header]) }, { weight: 1, arbitrary: cell })));
  fc.assert(
    fc.property(row, (values) => {
      const cells = Object.fromEntries(TYPED_HEADERS.map((header, index) => [header, values[index]])) as unknown as TypedCells;
      const asRow = { date: cells.Date, ticker: cells.Ticker, action: cells.Action, type: cells.Type, quantity: cells.Quantity, strike: cells.Strike, expiry: cells.Expiry, price: cells.Price, fees: cells.Fees, multiplier: cells.Multiplier };
      const read = readRow(cells);
      // calc sees no errors, only texts: where a word is asked for, an error makes the sheet's Cash say "Action?"
      if (["Ticker", "Action", "Type"].some((header) => cells[header as TypedHeader] === "#N/A")) expect(read.kind).toBe("problem");
      else expect(read.kind === "trade").toBe(typeof columnValue("cash", asRow, STANDARD) === "number");
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, Partial<TypedCells>, string]>([
  ["a date typed as text", { Date: "2026-01-05" }, 'Date must be a date, not text that looks like one; the cell says "2026-01-05"'],
  ["a number typed as text", { Price: "1,20" }, 'Price must be a number, zero or above; the cell says "1,20"'],
  ["a whole page pasted into a number", { Strike: "x".repeat(32_767) }, `Strike must be a number above zero; the cell says "${"x".repeat(57)}…"`],
  ["an unknown action", { Action: "STO" }, '; the cell says "STO"'],
  ["a type that the action cannot have", { Type: "Cash" }, 'the cell says "'],
  ["a negative quantity", { Quantity: -2 }, "the cell says -2"],
  ["no strike", { Strike: "" }, "Strike must be a number above zero"],
  ["an expiry that is text", { Expiry: "soon" }, 'Expiry must be a date'],
  ["an error in a cell", { Price: "#DIV/0!" }, "Price shows the error #DIV/0!"],
  ["an error for a ticker", { Ticker: "#REF!" }, "Ticker shows the error #REF!"],
  ["TRUE for a price", { Price: true }, "Price must be a number, zero or above; the cell says TRUE"],
])("%s is a problem in words", (_, cells, words) => {
  const read = readRow({ ...PUT, ...cells });
  expect(read.kind === "problem" ? read.problem.words : read.kind).toContain(words);
});

test("an error in a cell that the action does not ask for is not in the way, as in the Cash column", () => {
  expect(readRow({ ...PUT, Action: "Expired", Price: "#N/A" })).toMatchObject({ kind: "trade", trade: { action: "Expired", price: null } });
  expect(readRow({ ...PUT, Action: "Buy", Type: "Shares", Strike: "#REF!" })).toMatchObject({ kind: "trade", trade: { action: "Buy", strike: null } });
});

test("a blank row, and a row with notes alone, are no events", () => {
  const blank = Object.fromEntries(TYPED_HEADERS.map((header) => [header, ""])) as unknown as TypedCells;
  expect(readRow(blank)).toEqual({ kind: "blank" });
  expect(readRow({ ...blank, Notes: "think about KO" })).toEqual({ kind: "blank" });
});

test("actions and types are read in any case, tickers in upper case, accounts as text", () => {
  expect(readRow({ ...PUT, Action: "sell TO open", Type: "PUT", Ticker: " ko ", Account: 1234 })).toMatchObject({ kind: "trade", trade: { action: "Sell to open", type: "Put", ticker: "KO", account: "1234" } });
});

test.each(["=1+1", "+5", "-cmd", "@SUM(A1)", "'quoted", "0012", "1/2", "MAR1", "TRUE", "false", "1E5", "#N/A", "$5", "50%", " lead", "a=b"])("text %j goes into a cell as text", (text) => {
  expect(cellText(text)).toBe(`'${text}`);
});

test.each(["", "KO", "Main", "first turn of the wheel"])("plain words %j go as they are", (text) => {
  expect(cellText(text)).toBe(text);
});

test("rows are the same when their values are, whatever apostrophe carried them", () => {
  expect(sameCells({ ...PUT, Id: "'W1" }, { ...PUT, Id: "W1" })).toBe(true);
  expect(sameCells(PUT, { ...PUT, Price: 1.21 })).toBe(false);
});

test("new ids come after the highest; a broker's ids do not count", () => {
  expect(nextIds(["W2", "", "20260105-77", " W11 ", "w99"], 2)).toEqual(["W12", "W13"]);
  expect(nextIds([], 1)).toEqual(["W1"]);
});
