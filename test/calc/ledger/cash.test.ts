import fc from "../../properties";
import { type Action, type Trade, type TradeType, cashOf, cashUnits, totalCash } from "../../../src/calc";
import { CHAIN_A, CHAIN_B } from "./chains";

describe("golden chain A", () => {
  test.each(CHAIN_A.map(([trade, cash, running], index) => [`${trade.action} ${trade.type}`, index, trade, cash, running] as const))("%s (event %i)", (_, index, trade, cash, running) => {
    expect(cashOf(trade)).toBe(cash);
    expect(totalCash(CHAIN_A.slice(0, index + 1).map(([earlier]) => earlier))).toBe(running);
  });
});

test("golden chain B comes to 498.05, 9.961 % of the 5,000 committed (OptionsWheelLab, worked example)", () => {
  expect(totalCash(CHAIN_B)).toBe(498.05);
  expect(totalCash(CHAIN_B) / 5000).toBeCloseTo(0.09961, 10);
});

const PUT: Trade = { ...CHAIN_A[0]![0], quantity: 2, price: 1.5, fees: 1.3, strike: 50 };

describe("every action moves cash the way it does in an account (docs/spec/trade-log.md §5)", () => {
  test.each<[Action, TradeType, number]>([
    ["Sell to open", "Put", 298.7],
    ["Sell to open", "Call", 298.7],
    ["Buy to close", "Put", -301.3],
    ["Buy to open", "Call", -301.3],
    ["Sell to close", "Call", 298.7],
    ["Expired", "Put", -1.3],
    ["Assigned", "Put", -10_001.3],
    ["Assigned", "Call", 9_998.7],
    ["Exercised", "Put", 9_998.7],
    ["Exercised", "Call", -10_001.3],
    ["Adjusted", "Put", -1.3],
    ["Buy", "Shares", -4.3],
    ["Sell", "Shares", 1.7],
    ["Split", "Shares", -1.3],
    ["Dividend", "Shares", 1.7],
    ["Dividend", "Cash", 0.2],
    ["Interest", "Cash", 0.2],
    ["Deposit", "Cash", 0.2],
    ["Withdrawal", "Cash", -2.8],
    ["Fee", "Cash", -2.8],
  ])("%s of %s: %d", (action, type, cash) => expect(cashOf({ ...PUT, action, type })).toBe(cash));

  test("interest may be paid, on margin", () => expect(cashOf({ ...PUT, action: "Interest", type: "Cash", price: -12.34, fees: 0 })).toBe(-12.34));
  test("a withdrawal is a withdrawal with either sign", () => expect(cashOf({ ...PUT, action: "Withdrawal", type: "Cash", price: -500, fees: 0 })).toBe(-500));
  test("an adjusted contract delivers its own number of shares", () => expect(cashOf({ ...PUT, action: "Assigned", quantity: 1, multiplier: 150, strike: 33.33, fees: 0 })).toBe(-4_999.5));
  test("nothing is a plain zero, not a minus one", () => expect(Object.is(cashOf({ ...PUT, action: "Expired", fees: 0 }), 0)).toBe(true));
});

describe("exact money", () => {
  test("a tenth of a cent added up ten thousand times is ten dollars: binary dollars would drift", () => {
    const interest: Trade = { ...PUT, action: "Interest", type: "Cash", price: 0.001, fees: 0 };
    expect(totalCash(Array(10_000).fill(interest))).toBe(10);
    expect(Array(10_000).fill(0.001).reduce((sum: number, each: number) => sum + each, 0)).not.toBe(10);
  });
  test("half of 1/10,000 dollar is rounded away from zero by its decimal digits", () => {
    const bought = (price: number): Trade => ({ ...PUT, action: "Buy", type: "Shares", quantity: 1, price, fees: 0 });
    expect([1.00005, 1.00015, 1.00004].map((price) => cashUnits(bought(price)))).toEqual([-10001, -10002, -10000]);
  });
  test("the cash of a log is the sum of its parts, wherever it is cut and however it is ordered", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(CHAIN_A.map(([trade]) => trade)), fc.nat(10), (some, cut) => {
        const [first, rest] = [some.slice(0, cut), some.slice(cut)];
        expect(Math.round((totalCash(first) + totalCash(rest)) * 10_000)).toBe(Math.round(totalCash(some) * 10_000));
      }),
    ));
  test("what cannot be added up exactly is refused in words", () => {
    const deposit: Trade = { ...PUT, action: "Deposit", type: "Cash", price: 8e11, fees: 0 };
    expect(() => totalCash([deposit, deposit])).toThrow("the cash of these trades is too large to add up exactly");
  });
});

test("a trade that is no fact is refused in words", () => {
  expect(() => cashOf({ ...PUT, quantity: NaN })).toThrow("Quantity must be a number above zero, and whole for contracts");
  expect(() => cashOf({ ...PUT, strike: null })).toThrow("Strike must be a number above zero");
  expect(() => cashOf({ ...PUT, price: 1e308, quantity: 1e308 })).toThrow("these numbers are too large to calculate with");
});
