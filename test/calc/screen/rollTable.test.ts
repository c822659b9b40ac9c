import fc from "../../properties";
import { type Trade, book, moves, report, roll, screen } from "../../../src/calc";
import { chainA } from "../../functions/logOf";
import { chainOf, day, rulesOf } from "./chains";

const HEADERS = ["Expiry", "Strike", "Type", "Bid", "Ask", "Open interest"];
const FEB = day("2026-02-20");
const MAR = day("2026-03-20");
const AS_OF = day("2026-02-13");
const WIDE = rulesOf(["Days from", 0], ["Days to", 400], ["Least open interest", 0], ["Most spread of mid", 2]);
const terms = (chain: screen.Chain, more: Partial<screen.RollTerms> = {}): screen.RollTerms => ({ strike: 50, expiry: FEB, buyback: 2.1, chain, asOf: AS_OF, spot: 48.5, contracts: 2, multiplier: 100, creditBefore: 1.2, rules: WIDE, legFees: 0, ...more });
const A = chainOf(HEADERS, [MAR, 48, "put", 2.35, 2.35, 500], [MAR, 50, "put", 3.1, 3.3, 500], [MAR, 52, "put", 4, 4.2, 500], [FEB, 48, "put", 1, 1.1, 500], [MAR, 50, "call", 1.5, 1.7, 500]);
const only = (table: screen.RollTable, choice: string) => table.choices.find((each) => each.choice === choice)!;

describe("golden chain A: two puts at 50 are rolled to 48 a month later (golden-chains.md §1)", () => {
  test("without fees: 0.25 a share, 50 dollars, break-even 46.55, as CSP_ROLL_CREDIT and CSP_ROLL_BREAKEVEN have it", () => {
    const down = only(screen.rollTable(terms(A)), "Roll out and down");
    expect(down.netCredit).toBe(roll.rollCash({ buyback: 2.1, newPremium: 2.35, contracts: 2 }));
    expect(down.netCredit).toBeCloseTo(50, 9);
    expect(down.breakeven).toBeCloseTo(roll.rollBreakeven({ newStrike: 48, creditBefore: 1.2, buyback: 2.1, newPremium: 2.35 }), 12);
    expect(down.breakeven).toBeCloseTo(46.55, 9);
    expect(down).toMatchObject({ addedDays: 28, collateralChange: -400, words: [] });
    expect(down.creditADay).toBeCloseTo(50 / 28, 9);
  });

  test("with fees: every figure of the books after the roll, to the cent", () => {
    const sold: readonly Trade[] = chainA("2026-02-13");
    const before = book(sold.slice(0, 1).map((trade, row) => ({ row: row + 2, trade })));
    const after = book(sold.map((trade, row) => ({ row: row + 2, trade })));
    const effect = moves.effectOf([{ row: 2, trade: sold[0]! }], sold.slice(1));
    const [chain] = report.chains(after);
    const [first] = report.chains(before);
    const down = only(screen.rollTable(terms(A, { creditBefore: first!.chainCredit / 200, legFees: 1.3 })), "Roll out and down");
    const cents = (figure: number | null) => Math.round(figure! * 100) / 100;
    expect([cents(down.netCredit), cents(down.banked), cents(down.atRisk)]).toEqual([47.4, -182.6, 468.7]);
    expect([cents(down.netCredit), cents(down.banked), cents(down.atRisk)]).toEqual([effect.roll!.credit, chain!.banked, chain!.atRisk]);
    expect(down.breakeven).toBeCloseTo(chain!.breakeven!, 9);
    expect(down.breakeven).toBeCloseTo(46.5695, 9);
    const [place] = effect.holdings;
    expect(down.collateralChange).toBe(place!.collateral.after - place!.collateral.before);
    expect(down.worstCaseChange).toBeCloseTo((46.5695 - (50 - 1.1935)) * 200, 9);
  });

  test("closing and assignment are the books', too", () => {
    const [first, bought] = chainA("2026-02-13") as [Trade, Trade];
    const table = screen.rollTable(terms(A, { creditBefore: 238.7 / 200, legFees: 1.3 }));
    const closed = report.chains(book([first, bought].map((trade, row) => ({ row: row + 2, trade }))))[0]!;
    expect(only(table, "Close")).toMatchObject({ netCredit: -421.3, collateralChange: -10_000, atRisk: 0, breakeven: null, words: ["locks in a loss of 182.60"] });
    expect(only(table, "Close").banked).toBeCloseTo(closed.banked, 9);
    const assigned: Trade = { ...first, date: FEB, action: "Assigned", price: null, fees: 0 };
    const [lot] = report.lots(book([first, assigned].map((trade, row) => ({ row: row + 2, trade }))));
    const taken = only(table, "Take assignment");
    expect(taken.breakeven).toBeCloseTo(lot!.netStockCost, 9);
    expect(taken).toMatchObject({ netCredit: 0, worstCaseChange: 0, collateralChange: -10_000, words: ["200 shares for 10,000.00: at 48.5 they are 61.30 under what they cost in all"] });
    expect(taken.banked).toBeCloseTo(238.7, 9);
  });
});

test("choices in their order, and what is none is counted", () => {
  const far = [day("2026-04-17"), 47.5, "put", 2.5, 2.7, 500];
  const { choices, notes } = screen.rollTable(terms(chainOf(HEADERS, [MAR, 47.5, "put", 2.1, 2.2, 500], far, [MAR, 48, "put", 2.35, 2.35, 500], [MAR, 50, "put", 3.1, 3.3, 500], [MAR, 52, "put", 4, 4.2, 500], [FEB, 48, "put", 1, 1.1, 500], [MAR, 50, "call", 1.5, 1.7, 500], ["soon", 50, "put", 1, 1, 1])));
  expect(choices.map(({ choice, expiry, strike }) => [choice, expiry, strike])).toEqual([["Roll out", MAR, 50], ["Roll out and down", MAR, 48], ["Roll out and down", MAR, 47.5], ["Roll out and down", day("2026-04-17"), 47.5], ["Close", null, null], ["Take assignment", FEB, 50]]);
  expect(notes).toEqual(['row 9 is not read: Expiry "soon" is not a date', "2 puts are no roll out or down: no later expiry, or a higher strike", "1 call was passed over"]);
});

describe("verdicts", () => {
  const verdict = (cells: unknown[], more: Partial<screen.RollTerms> = {}) => screen.rollTable(terms(chainOf(HEADERS, cells), more)).choices[0]!.words;
  test("no credit is said plainly, with what the roll costs", () => {
    expect(verdict([MAR, 45, "put", 1.2, 1.2, 500])).toEqual(["no credit at this strike: the roll costs 180.00"]);
    expect(verdict([MAR, 45, "put", 2.1, 2.1, 500])).toEqual(["no credit at this strike: the roll brings nothing"]);
    expect(verdict([MAR, 45, "put", 2.11, 2.11, 500], { legFees: 1.3 })).toEqual(["no credit at this strike: the roll costs 0.60"]);
  });
  test("the rules of a sale hold, the target against the new break-even; delta and cash are not asked", () => {
    const rules = rulesOf(["Target price", 46], ["Most |delta|", 0.01], ["Cash", 1], ["Least annualised yield", 0.5], ["Least premium", 3]);
    expect(verdict([day("2026-05-15"), 48, "put", 2.2, 2.6, 50], { rules })).toEqual([
      "91 days are more than 45", "spread 16.67 % of the middle is above 10 %", "open interest 50 is below 100", "annualised 2.716 % is below 50 %", "premium 2.4 is below 3", "break-even 46.5 is above the target price 46",
    ]);
  });
  test("a market that is none is no choice, but stays in the table", () => expect(screen.rollTable(terms(chainOf(HEADERS, [MAR, 48, "put", 0, 1, 500]))).choices[0]).toMatchObject({ netCredit: null, breakeven: null, addedDays: 28, words: ["no bid: nobody buys it"] }));
  test("out of the money nobody assigns", () => expect(only(screen.rollTable(terms(A, { spot: 51 })), "Take assignment").words).toEqual(["200 shares for 10,000.00: at 51 they are 440.00 over what they cost in all", "not in the money now: nobody would assign it"]));
  test.each<[Partial<screen.RollTerms>, string]>([
    [{ strike: 0 }, "strike must be above zero"], [{ buyback: -1 }, "buyback must be zero or above"], [{ spot: 0 }, "spot must be above zero"], [{ contracts: 1.5 }, "contracts must be a whole number"],
    [{ legFees: -1 }, "leg_fees must be zero or above"], [{ creditBefore: NaN }, "credit_before must be a number"], [{ asOf: FEB + 1 }, "as_of must not be after the put's expiry: then it has expired or was assigned"],
  ])("%j is refused", (more, words) => expect(() => screen.rollTable(terms(A, more))).toThrow(words));
});

test("laws: what is banked and at risk adds up to all that was taken; the worst case is the break-even's", () => {
  const cents = (most: number) => fc.integer({ min: 0, max: most }).map((each) => each / 100);
  fc.assert(
    fc.property(cents(600), cents(600), cents(300), fc.integer({ min: 80, max: 100 }).map((half) => half / 2), fc.integer({ min: 1, max: 20 }), cents(500), fc.integer({ min: 1, max: 200 }), (premium, buyback, creditBefore, strike, contracts, legFees, days) => {
      fc.pre(premium > 0);
      const { choices } = screen.rollTable(terms(chainOf(HEADERS, [FEB + days, strike, "put", premium, premium, 500]), { buyback, creditBefore, contracts, legFees }));
      const [rolled, close, taken] = choices as [screen.RollChoice, screen.RollChoice, screen.RollChoice];
      const shares = contracts * 100;
      expect(rolled.banked! + rolled.atRisk!).toBeCloseTo(creditBefore * shares + rolled.netCredit!, 6);
      expect(rolled.breakeven! * shares).toBeCloseTo(strike * shares - rolled.banked! - rolled.atRisk!, 6);
      // to roll is to close and to sell anew: the same cash, and the same worst case
      expect(rolled.netCredit!).toBeCloseTo(close.netCredit! + rolled.atRisk!, 6);
      expect(rolled.worstCaseChange!).toBeCloseTo(close.worstCaseChange! + strike * shares - rolled.atRisk!, 6);
      expect(close.banked).toBe(rolled.banked);
      expect(taken.banked! - close.banked!).toBeCloseTo(-close.netCredit!, 6);
      expect(rolled.words.some((words) => words.startsWith("no credit"))).toBe(!(rolled.netCredit! > 0));
    }),
    { numRuns: 300 },
  );
});

describe("the chain's own limits", () => {
  const limited = rulesOf(["Days to", 400], ["Days from", 0], ["Least open interest", 0], ["Most spread of mid", 2], ["Most rolls a chain", 2], ["Most days a chain", 60]);
  const said = (rolls: number, firstSold: string) => only(screen.rollTable(terms(A, { rules: limited, soFar: { rolls, firstSold: day(firstSold) } })), "Roll out and down").words;

  test("a roll within them passes, at the limit too", () => {
    expect(said(1, "2026-01-19")).toEqual([]); // 60 days to March 20
  });

  test("one roll or one day more is said", () => {
    expect(said(2, "2026-01-19")).toEqual(["it would be roll 3 of its chain, more than 2"]);
    expect(said(0, "2026-01-18")).toEqual(["its chain would last 61 days, more than 60"]);
  });

  test("without its past, or without limits, nothing is asked", () => {
    expect(only(screen.rollTable(terms(A, { rules: limited })), "Roll out and down").words).toEqual([]);
    expect(only(screen.rollTable(terms(A, { soFar: { rolls: 99, firstSold: 0 } })), "Roll out and down").words).toEqual([]);
  });

  test("the books know a chain's past: golden chain A was rolled once", () => {
    const rolled = book(chainA("2026-02-13").map((trade, row) => ({ row: row + 2, trade })));
    const [put] = moves.holdings(rolled)[0]!.options;
    expect([put!.rolls, put!.firstSold, put!.opened]).toEqual([1, day("2026-01-05"), day("2026-02-13")]);
  });
});
