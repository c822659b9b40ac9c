import fc from "../properties";
import { put, roll } from "../../src/calc";

const money = fc.integer({ min: 0, max: 5_000 }).map((cents) => cents / 100);

describe("golden chain A: 50 put at 1.20 bought back at 2.10, 48 put sold at 2.35, two contracts, 0.65 a leg", () => {
  const legs = { buyback: 2.1, newPremium: 2.35 };
  test("the roll brings 0.25 a share", () => expect(roll.rollCredit(legs)).toBeCloseTo(0.25, 12));
  test("and 47.40 dollars after four legs' fees", () => expect(roll.rollCash({ ...legs, contracts: 2, fees: 4 * 0.65 })).toBeCloseTo(47.4, 10));
  test("the break-even after it is 46.55", () => expect(roll.rollBreakeven({ newStrike: 48, creditBefore: 1.2, ...legs })).toBeCloseTo(46.55, 12));
});

describe("a roll", () => {
  test("to a lower strike for a credit lowers the break-even", () =>
    fc.assert(
      fc.property(money, money, money, fc.integer({ min: 1, max: 500 }), (premium, buyback, credit, lower) => {
        const [strike, newPremium] = [60, buyback + credit];
        const before = put.breakeven({ strike, premium });
        expect(roll.rollBreakeven({ newStrike: strike - lower / 100, creditBefore: premium, buyback, newPremium })).toBeLessThan(before);
      }),
    ));
  test("the break-even is that of a put sold for everything the chain brought", () =>
    fc.assert(
      fc.property(money, money, money, (first, buyback, newPremium) => {
        const chain = first - buyback + newPremium;
        fc.pre(chain >= 0 && chain <= 100);
        expect(roll.rollBreakeven({ newStrike: 100, creditBefore: first, buyback, newPremium })).toBeCloseTo(put.breakeven({ strike: 100, premium: chain }), 10);
      }),
    ));
  test("two rolls in a row count as one with the middle legs inside the credit", () =>
    fc.assert(
      fc.property(money, money, money, money, money, (first, back1, new1, back2, new2) => {
        const between = first + roll.rollCredit({ buyback: back1, newPremium: new1 });
        expect(roll.rollBreakeven({ newStrike: 90, creditBefore: between, buyback: back2, newPremium: new2 })).toBeCloseTo(90 - (first - back1 + new1 - back2 + new2), 10);
      }),
    ));
  test("in dollars is the one per share times the shares, when there are no fees", () =>
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 90 }), (buyback, newPremium, contracts) =>
        expect(roll.rollCash({ buyback, newPremium, contracts })).toBeCloseTo(roll.rollCredit({ buyback, newPremium }) * 100 * contracts, 6),
      ),
    ));
  test("without contracts is per share, with them in dollars", () => {
    const legs = { buyback: 2.1, newPremium: 2.35, fees: 0.05, multiplier: 100 };
    expect(roll.rollValue({ ...legs, contracts: null })).toBeCloseTo(0.2, 12);
    expect(roll.rollValue({ ...legs, contracts: 2 })).toBeCloseTo(49.95, 10);
  });
  test("at a debit costs a negative yield: 48 strike, 0.25 paid, 28 days", () =>
    expect(roll.rollYield({ newStrike: 48, buyback: 2.35, newPremium: 2.1, addedDays: 28 })).toBeCloseTo((-0.25 / 48) * (365 / 28), 12));
});
