import fc from "../../properties";
import {
  ACTIONS,
  DAYCOUNTS,
  STANDARD,
  type Trade,
  type TradeRow,
  annualHeader,
  annualisedOf,
  breakevenOf,
  collateralOf,
  columnValue,
  daysOf,
  faultOf,
  faultWord,
  faultWords,
  isBlankRow,
  needsPrice,
  oddityOf,
  put,
  typesOf,
  yieldHeader,
  yieldOf,
} from "../../../src/calc";
import { CHAIN_A } from "./chains";

const SOLD: Trade = CHAIN_A[0]![0];

describe("a put that is sold: 2 × 50 at 1.20 for 46 days, 1.30 of fees", () => {
  test("runs 46 days", () => expect(daysOf(SOLD)).toBe(46));
  test("breaks even at 48.8065", () => expect(breakevenOf(SOLD)).toBeCloseTo(48.8065, 12));
  test("ties up 10,000", () => expect(collateralOf(SOLD)).toBe(10_000));
  test("yields 2.387 % on that, after fees", () => expect(yieldOf(SOLD, STANDARD)).toBeCloseTo(0.02387, 12));
  test("and 18.94 % a year", () => expect(annualisedOf(SOLD, STANDARD)).toBeCloseTo((0.02387 * 365) / 46, 12));
  test("the convention is in the header", () => {
    expect(yieldHeader({ base: "net" })).toBe("Yield (net)");
    expect(annualHeader({ base: "strike", daycount: 360, compound: true })).toBe("Annualised (360, strike, compound)");
  });
});

test("the other columns are blank for every event that opens no put", () => {
  const others = ACTIONS.flatMap((action) => typesOf(action).map((type) => ({ ...SOLD, action, type }))).filter(({ action, type }) => action !== "Sell to open" || type !== "Put");
  for (const trade of others) expect([breakevenOf(trade), collateralOf(trade), yieldOf(trade, STANDARD), annualisedOf(trade, STANDARD)]).toEqual([null, null, null, null]);
});
test("days stand beside every option that is opened, and no other event", () => {
  expect(daysOf({ ...SOLD, type: "Call" })).toBe(46);
  expect(daysOf({ ...SOLD, action: "Buy to open" })).toBe(46);
  expect(daysOf({ ...SOLD, action: "Buy to close" })).toBeNull();
});
test("a put sold on the day it expires counts one day", () => expect(daysOf({ ...SOLD, expiry: SOLD.date })).toBe(1));

describe("the Cash column names the next cell to fill, in the order in which one types", () => {
  const blank: TradeRow = { date: "", ticker: "", action: "", type: "", quantity: "", strike: "", expiry: "", price: "", fees: "", multiplier: "" };
  const typing: [string, Partial<TradeRow>][] = [
    ["", {}],
    ["Action?", { date: SOLD.date }],
    ["Type?", { action: "sell TO open" }],
    ["Ticker?", { type: "put" }],
    ["Quantity?", { ticker: "KO" }],
    ["Strike?", { quantity: 2 }],
    ["Expiry?", { strike: 50 }],
    ["Price?", { expiry: SOLD.expiry }],
  ];
  test("until the row is whole", () => {
    let row = blank;
    for (const [word, typed] of typing) {
      row = { ...row, ...typed };
      expect(columnValue("cash", row, STANDARD)).toBe(word);
    }
    expect(columnValue("cash", { ...row, price: 1.2 }, STANDARD)).toBe(240);
  });
  test("a row of notes alone is blank", () => expect(isBlankRow({ ...blank, fees: 3 })).toBe(true));
});

describe("what no row may say", () => {
  test.each<[Partial<Record<keyof TradeRow, unknown>>, string]>([
    [{ date: "2026-01-05" }, "Date?"],
    [{ date: 20260105 }, "Date?"],
    [{ action: "Sold" }, "Action?"],
    [{ action: "S*" }, "Action?"],
    [{ action: "Buy" }, "Action?"],
    [{ type: "Stock" }, "Type?"],
    [{ quantity: -2 }, "Quantity?"],
    [{ quantity: "2" }, "Quantity?"],
    [{ quantity: true }, "Quantity?"],
    [{ strike: 0 }, "Strike?"],
    [{ expiry: "February" }, "Expiry?"],
    [{ price: -1 }, "Price?"],
    [{ fees: "none" }, "Fees?"],
    [{ multiplier: 0 }, "Multiplier?"],
  ])("%j", (typed, word) => {
    const row = { ...SOLD, ...typed };
    expect(columnValue("cash", row, STANDARD)).toBe(word);
    const cell = faultOf(row)!;
    expect(faultWord(cell)).toBe(word);
    expect(faultWords(cell)).toMatch(new RegExp(`^${word.slice(0, -1)} must `));
  });
});

describe("the columns are those of a cash-secured put, from the row's own cash", () => {
  const conventions = DAYCOUNTS.flatMap((daycount) => (["strike", "net"] as const).flatMap((base) => [false, true].map((compound) => ({ base, daycount, compound }))));
  const sold = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), strike: fc.integer({ min: 5, max: 900 }), price: fc.integer({ min: 1, max: 450 }), fees: fc.integer({ min: 0, max: 130 }), days: fc.integer({ min: 7, max: 400 }) });
  test("break-even, yield and annualised yield are those of the closed forms, with the fees spread over the shares", () =>
    fc.assert(
      fc.property(sold, fc.constantFrom(...conventions), ({ quantity, strike, price, fees, days }, convention) => {
        const trade: Trade = { ...SOLD, quantity, strike, price: price / 100, fees: fees / 100, expiry: SOLD.date + days };
        const form = { strike, premium: price / 100, fees: fees / 100 / (quantity * 100) };
        expect(breakevenOf(trade)).toBeCloseTo(put.breakeven(form), 9);
        expect(yieldOf(trade, convention)).toBeCloseTo(put.flatYield({ ...form, ...convention }), 9);
        expect(annualisedOf(trade, convention)! / put.annualYield({ ...form, days, ...convention })).toBeCloseTo(1, 8);
      }),
    ));
  test("whatever Cash cannot book, they leave blank: the word stands once", () => {
    const row = { ...SOLD, price: "" };
    expect(columnValue("cash", row, STANDARD)).toBe("Price?");
    for (const column of ["days", "breakeven", "collateral", "yield", "annualised"] as const) expect(columnValue(column, row, STANDARD)).toBe("");
  });
});

describe("a fact that is odd is booked, and the columns that cannot be say so", () => {
  const late: Trade = { ...SOLD, expiry: SOLD.date - 1 };
  const dear: Trade = { ...SOLD, price: 51 };
  test("an option opened after it expired", () => {
    expect(oddityOf(late)).toBe("expiry");
    expect(columnValue("cash", late, STANDARD)).toBe(238.7);
    expect(columnValue("days", late, STANDARD)).toBe("Expiry?");
    expect(() => daysOf(late)).toThrow("not before the day on which the option is opened");
  });
  test("a put sold for more than its strike", () => {
    expect(oddityOf(dear)).toBe("price");
    expect(columnValue("breakeven", dear, STANDARD)).toBe("Price?");
    expect(columnValue("collateral", dear, STANDARD)).toBe(10_000);
  });
  test("half a contract", () => {
    const half: Trade = { ...SOLD, quantity: 1.5 };
    expect(oddityOf(half)).toBe("quantity");
    expect(columnValue("cash", half, STANDARD)).toBe(178.7);
    expect(columnValue("collateral", half, STANDARD)).toBe("Quantity?");
  });
  test("nothing in a usual chain is", () => {
    for (const [trade] of CHAIN_A) expect(oddityOf(trade)).toBeNull();
  });
});

test("which types an action can have", () => {
  expect(typesOf("Sell to open")).toEqual(["Put", "Call"]);
  expect(typesOf("Dividend")).toEqual(["Shares", "Cash"]);
  expect(typesOf("Withdrawal")).toEqual(["Cash"]);
  expect(ACTIONS.filter((action) => !needsPrice(action))).toEqual(["Expired", "Assigned", "Exercised", "Split", "Adjusted"]);
});
