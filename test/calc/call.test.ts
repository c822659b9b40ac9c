import fc from "../properties";
import { call } from "../../src/calc";

const money = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 }).map((cents) => cents / 100);

/* Worked by hand from McMillan's definitions (Options as a Strategic Investment, chapter 2), per share and without commissions. */
describe("a covered call on stock at 43, struck at 45, sold at 3, with 1 of dividends", () => {
  const written = { cost: 43, strike: 45, premium: 3, dividends: 1 };
  test("breaks even at 40 on the premium alone", () => expect(call.callBreakeven(written)).toBe(40));
  test("returns 6 on 40 when it is called", () => expect(call.ifCalledReturn(written)).toBeCloseTo(6 / 40, 12));
  test("returns 4 on 40 when the stock stays", () => expect(call.callStaticReturn({ ...written, spot: 43 })).toBeCloseTo(4 / 40, 12));
  test("loses 4,000 dollars at most", () => expect(call.callMaxLoss(written)).toBe(4_000));
});

describe("covered call", () => {
  const written = fc.record({ cost: money(10, 900), strike: money(1, 900), premium: money(0, 9), dividends: money(0, 3) });
  test("struck at the stock's price, staying and being called return the same when the stock cost that", () =>
    fc.assert(
      fc.property(written, (terms) => {
        const at = { ...terms, strike: terms.cost };
        expect(call.callStaticReturn({ ...at, spot: at.cost })).toBeCloseTo(call.ifCalledReturn(at), 10);
      }),
    ));
  test("the if-called return is profit at the strike over the net debit", () =>
    fc.assert(
      fc.property(written, (terms) => {
        const debit = call.callBreakeven(terms);
        expect(call.ifCalledReturn(terms) * debit).toBeCloseTo(terms.strike + terms.dividends - debit, 8);
      }),
    ));
  test("loses its break-even on every share at most", () =>
    fc.assert(fc.property(written, (terms) => expect(call.callMaxLoss(terms)).toBeCloseTo(call.callBreakeven(terms) * 100, 6))));
  test("intrinsic value is not income: struck at 45 with the stock at 47, only 1 of the 3 is", () =>
    expect(call.callStaticReturn({ cost: 47, spot: 47, strike: 45, premium: 3 })).toBeCloseTo(1 / 44, 12));
});
