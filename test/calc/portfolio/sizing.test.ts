import fc from "../../properties";
import { portfolio } from "../../../src/calc";
import { bookOf, option, shares } from "../ledger/books";
import { SMALL, STOCKS, dayNumber } from "./portfolios";

const QUESTION: portfolio.SizeQuestion = { ticker: "BBB", strike: 80, multiplier: 100, cash: 66_800, mostTickerShare: 0.2, mostSectorShare: 0.4, mostShares: 500 };
const limits = (change: Partial<portfolio.SizeQuestion> = {}) => portfolio.sizeLimits(SMALL, STOCKS, { ...QUESTION, ...change });
const fit = (change: Partial<portfolio.SizeQuestion> = {}) => limits(change).map(({ contracts }) => contracts);

describe("how many contracts fit, added up by hand", () => {
  // 66,800 − 22,800 of open puts = 44,000; capital 66,800 + 3,200 = 70,000: ticker 14,000 − 8,000 = 6,000, sector Energy 28,000 − 22,800 = 5,200
  test("each limit, and where its number comes from", () => {
    expect(limits()).toEqual([
      { limit: "Cash", contracts: 5, words: "44,000.00 left of 66,800.00 beside open puts" },
      { limit: "Ticker", contracts: 0, words: "6,000.00 left under 20 % of 70,000.00, 8,000.00 is there" },
      { limit: "Sector", contracts: 0, words: "5,200.00 left under 40 % of 70,000.00, Energy: 22,800.00 is there" },
      { limit: "Shares", contracts: 4, words: "400 more of 500, 100 are held or may come from open puts" },
    ]);
    expect(portfolio.contractsThatFit(limits())).toBe(0);
  });

  test("a lower strike fits once, exactly at the limit; a cent more does not", () => {
    expect(fit({ strike: 52 })).toEqual([8, 1, 1, 4]);
    expect(fit({ strike: 52.01 })).toEqual([8, 1, 0, 4]);
  });

  test("shares that are held count as well, at what they are worth now", () => {
    // CCC: 14,000 − 3,200 = 10,800; Utilities 28,000 − 3,200 = 24,800; 500 − 100
    expect(fit({ ticker: "CCC", strike: 30 })).toEqual([14, 3, 8, 4]);
  });
});

test("cash of one account secures no put of another", () => {
  const book = bookOf([option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 48, expiry: "2026-03-20", price: 1, ticker: "AAA", account: "IRA" }), option("2026-01-05", "Sell to open", "Put", { strike: 80, expiry: "2026-03-20", price: 2, ticker: "BBB" })]);
  const of = (name: string, cash: number) => portfolio.sizeLimits(book, STOCKS, { ...QUESTION, strike: 50, account: { name, cash } })[1];
  expect(of("ira", 15_000)).toEqual({ limit: "Account", contracts: 1, words: "5,400.00 left of the 15,000.00 in ira" });
  expect(of("Main", 15_000)).toMatchObject({ contracts: 1, words: "7,000.00 left of the 15,000.00 in Main" });
  expect(of("IRA", 9000)).toMatchObject({ contracts: 0, words: "600.00 too much already of the 9,000.00 in IRA" });
});

test("more shares short than there is cash: no room under a share of that", () => {
  const book = bookOf([shares("2026-01-05", "Sell", 100, 50, { ticker: "BBB" })]);
  const found = portfolio.sizeLimits(book, [{ ...STOCKS[1]!, ticker: "BBB", price: 60 }], { ...QUESTION, cash: 5000 });
  expect(found.slice(1, 3)).toEqual(["Ticker", "Sector"].map((limit) => ({ limit, contracts: 0, words: "cash and shares together are not above zero" })));
});

test("a limit that cannot be asked asks nothing and says so", () => {
  expect(limits({ ticker: "ZZZ", mostShares: null }).slice(2)).toEqual([
    { limit: "Sector", contracts: null, words: "ZZZ has no sector on the Watchlist: not asked" },
    { limit: "Shares", contracts: null, words: "Most shares is blank on the Watchlist: not asked" },
  ]);
  expect(fit({ cash: null, mostShares: null })).toEqual([null, null, null, null]);
  expect(portfolio.contractsThatFit(limits({ cash: null, mostShares: null }))).toBeNull();
});

describe("the distress amount", () => {
  const distress = { amount: 5000, fall: 0.4, spot: 85, premium: 2 };
  const asked = (change: Partial<portfolio.SizeQuestion> = {}) => limits({ distress, ...change }).at(-1);

  test("so many that a fall by 40 % loses no more, with what is open of the ticker inside, by hand", () => {
    // at 51: the put at 80 that is open loses 2,900 − 200; each new one 2,900 − 200, and 2,300 are left of 5,000
    expect(asked()).toEqual({ limit: "Distress", contracts: 0, words: "2,300.00 left of 5,000.00; each loses 2,700.00 with the stock 40 % lower, at 51.00" });
    expect(asked({ distress: { ...distress, amount: 5400 } })).toMatchObject({ contracts: 1 });
    expect(asked({ distress: { ...distress, amount: 2000 } })).toMatchObject({ contracts: 0, words: expect.stringMatching(/^700\.00 too much already of 2,000\.00/) as string });
  });

  test("a put that is still ahead after that fall is not limited by it, and without an amount nothing is asked", () => {
    expect(asked({ strike: 50, distress: { ...distress, premium: 1 } })).toEqual({ limit: "Distress", contracts: null, words: "this put loses nothing with the stock 40 % lower, at 51.00: not asked" });
    expect(asked({ distress: null })).toEqual({ limit: "Distress", contracts: null, words: "no distress amount: not asked" });
    expect(() => asked({ distress: { ...distress, fall: 0 } })).toThrow("fall must be above 0 and 1 at most");
  });

  test("law: what fits loses no more than the amount, and one more does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), fc.integer({ min: 1, max: 50_000 }), fc.constantFrom(0.2, 0.4, 1), (strike, amount, fall) => {
        const { contracts } = asked({ strike, distress: { amount, fall, spot: 85, premium: 1.5 } })!;
        if (contracts === null) return true;
        const at = 85 * (1 - fall);
        const lost = (count: number): number => (Math.max(0, 80 - at) - 2) * 100 + count * (Math.max(0, strike - at) - 1.5) * 100;
        return (contracts === 0 || lost(contracts) <= amount + 1e-6) && lost(contracts + 1) > amount - 1e-6;
      }),
    );
  });
});

test("too much already is said in dollars", () => {
  expect(limits({ ticker: "AAA" })[1]).toEqual({ limit: "Ticker", contracts: 0, words: "800.00 too much already under 20 % of 70,000.00, 14,800.00 is there" });
});

test("law: what fits keeps every limit, and one more would break one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 500 }), fc.integer({ min: 5000, max: 2_000_000 }), fc.constantFrom(0.1, 0.2, 0.33), (strike, cash, mostTickerShare) => {
      const asked = { ...QUESTION, strike, cash, mostTickerShare };
      const most = portfolio.contractsThatFit(portfolio.sizeLimits(SMALL, STOCKS, asked))!;
      const keeps = (contracts: number): boolean => {
        const puts = contracts * strike * 100;
        const [ticker, sector] = [8000 + puts, 22_800 + puts].map((total) => total / (cash + 3200)) as [number, number];
        return cash - 22_800 - puts >= 0 && ticker <= mostTickerShare && sector <= 0.4 && 100 + contracts * 100 <= 500;
      };
      return (most === 0 || keeps(most)) && !keeps(most + 1);
    }),
  );
});

describe("a put that one thinks of selling", () => {
  const log = [
    option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", quantity: 2, strike: 50, expiry: "2026-03-20", price: 1.2, fees: 1.3 }),
    shares("2026-01-05", "Buy", 100, 30, { ticker: "CCC" }),
  ].map((trade, at) => ({ trade, row: at + 2 }));
  const sale = option("2026-03-04", "Sell to open", "Put", { ticker: "AAA", quantity: 1, strike: 48, expiry: "2026-04-17", price: 1, fees: 0.65 });
  const planned = portfolio.plannedSale(log, sale, { stocks: STOCKS, spot: 52, cash: 20_000 });

  test("if it is assigned: price really paid, cash left, share of the book", () => {
    expect(planned).toMatchObject({ shares: 100, cost: 4800, paid: 48 - 0.9935 });
    // 20,000 + 99.35 − 4,800; 10,000 stay set aside for the two at 50
    expect([planned.cash!.then, planned.cash!.setAside, planned.cash!.free].map((dollars) => dollars.toFixed(6))).toEqual(["15299.350000", "10000.000000", "5299.350000"]);
    // 14,800 of 20,099.35 + 3,200
    expect(planned.share).toBeCloseTo(14_800 / 23_299.35, 12);
  });

  test("at lower prices all of the ticker, by hand", () => {
    // 52: 238.70 + 99.35. 41.60: 238.70 − 2 × 840 + 99.35 − 640. 31.20: 338.05 − 2 × 1,880 − 1,680
    expect(planned.results.map(({ price, result }) => [price, result].map((number) => Number(number.toFixed(6))))).toEqual([[52, 338.05], [41.6, -1981.95], [31.2, -5101.95]]);
  });

  test("when every stock falls as far, the whole book, and who is not in it", () => {
    // 100 shares of CCC, bought at 30, at 32, 25.60 and 19.20
    expect(planned.results.map(({ result, wholeBook }) => Number((wholeBook - result).toFixed(6)))).toEqual([200, -440, -1080]);
    expect(planned.unpriced).toEqual([]);
    const unpriced = portfolio.plannedSale(log, sale, { stocks: STOCKS.filter(({ ticker }) => ticker !== "CCC"), spot: 52, cash: null });
    expect([unpriced.unpriced, unpriced.results.every(({ result, wholeBook }) => result === wholeBook)]).toEqual([["CCC"], true]);
  });

  test("every put assigned at once: cash needed, and what is left of cash and premium", () => {
    expect(planned.allAssigned.needed).toBe(14_800);
    expect(planned.allAssigned.left).toBeCloseTo(20_000 + 99.35 - 14_800, 9);
  });

  test("the price of distress: where the loss is that amount", () => {
    // between 48 and 0 the loss grows by 300 a dollar: at 48 it is 61.95
    expect(portfolio.priceOfDistress(log, sale, { spot: 52, distress: 1261.95 })).toBeCloseTo(44, 9);
    expect(portfolio.priceOfDistress(log, sale, { spot: 52, distress: 50_000 })).toBeNull();
  });

  test("law: assigned at the expiration, the books say what was planned", () => {
    const expiry = dayNumber("2026-04-17");
    const after = bookOf([...log.map(({ trade }) => trade), sale, { ...sale, date: expiry, action: "Assigned", price: null, fees: 0 }]);
    expect(portfolio.allAssigned(after, 20_000 + 99.35 - 4800).at(-1)!.left).toBeCloseTo(planned.cash!.free, 9);
  });

  test("without cash nothing is pretended", () => {
    expect(portfolio.plannedSale(log, sale, { stocks: STOCKS, spot: 52, cash: null })).toMatchObject({ cash: null, share: null });
  });
});
