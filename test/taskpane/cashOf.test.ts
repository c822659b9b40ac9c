import type { Trade } from "../../src/calc";
import { cashOf } from "../../src/taskpane/cashOf";
import { option } from "../calc/ledger/books";

const put = option("2026-01-05", "Sell to open", "Put", { strike: 50, expiry: "2026-02-20", price: 1, fees: 0 });
const deposit: Trade = { ...put, action: "Deposit", type: "Cash", ticker: "", strike: null, expiry: null, quantity: 0, price: 8000 };
const log = (...trades: readonly Trade[]) => trades.map((trade, row) => ({ trade, row, cells: {} })) as never;
const of = (value: string | number, ...trades: readonly Trade[]) => cashOf({ settings: [{ name: "cash ", value }], trades: log(...trades) });

test("the cash of Settings counts, also when it cannot be read: then its field says so", () => {
  expect(of(25_500, deposit)).toEqual({ text: "25500", from: "Settings" });
  expect(of("a lot", deposit)).toEqual({ text: "a lot", from: "Settings" });
});

test("where it is blank or zero, what a log with deposits adds up to; without a deposit nothing is known", () => {
  expect(of("", deposit, put)).toEqual({ text: "8100", from: "log" });
  expect(of(0, deposit)).toEqual({ text: "8000", from: "log" });
  expect(of("", put)).toEqual({ text: "", from: null });
  expect(of("", { ...deposit, price: 100 }, { ...put, action: "Buy to open", price: 5 })).toEqual({ text: "", from: null });
});
