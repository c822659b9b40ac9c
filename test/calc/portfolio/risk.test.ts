import fc from "../../properties";
import { holdings } from "../../../src/calc/moves/open";
import { type RiskRow, type Stock, distressPrice, priceOfLoss, resultAt, risks, together } from "../../../src/calc/portfolio";
import { bookOf, option, shares } from "../ledger/books";
import { SMALL, STOCKS } from "./portfolios";

const LIMITS = { distress: 3000, mostDrawdown: 0.15 };
const rowOf = (rows: readonly RiskRow[], ticker: string): RiskRow => rows.find((row) => row.ticker === ticker)!;
const of = (ticker: string, book = SMALL) => holdings(book).filter((one) => one.ticker === ticker);

describe("golden values, by hand", () => {
  test("AAA: 2 × 50 for 238.70 and 1 × 48 for 90: at 40 they cost 2,000 + 800 less 328.70", () => {
    expect(resultAt(of("AAA"), 52)).toBeCloseTo(328.7, 10);
    expect(resultAt(of("AAA"), 49)).toBeCloseTo(328.7 - 200, 10);
    expect(resultAt(of("AAA"), 40)).toBeCloseTo(328.7 - 2800, 10);
    // 328.70 − 300 × (49.333… − price) = −3,000 where both are in the money
    const distress = (14_800 - 328.7 - 3000) / 300;
    expect(rowOf(risks(SMALL, STOCKS, LIMITS), "AAA")).toEqual({
      ticker: "AAA", price: 52, capital: 14_800, result: expect.closeTo(328.7, 10), drawdown: 0, atZero: expect.closeTo(328.7 - 14_800, 10), distressPrice: expect.closeTo(distress, 10), worstDrop: expect.closeTo((52 - distress) / 52, 10), state: "",
    });
  });

  test("CCC: shares at 30 with a call for 50: net 29.50 a share, capped at 32; even zero does not lose 3,000", () => {
    expect(resultAt(of("CCC"), 32)).toBeCloseTo(250, 10);
    expect(resultAt(of("CCC"), 40)).toBeCloseTo(250, 10);
    expect(resultAt(of("CCC"), 0)).toBeCloseTo(-2950, 10);
    expect(rowOf(risks(SMALL, STOCKS, LIMITS), "CCC")).toMatchObject({ capital: 3000, result: expect.closeTo(250, 10), distressPrice: null, worstDrop: 1, state: "" });
  });

  test("a drawdown counts premiums: shares at 20 that cost 29.50 net have lost 950 of 3,000", () => {
    const row = rowOf(risks(SMALL, [{ ...STOCKS[2]!, price: 20 }], { distress: 900, mostDrawdown: 0.15 }), "CCC");
    expect(row).toMatchObject({ result: expect.closeTo(-950, 10), drawdown: expect.closeTo(950 / 3000, 12), distressPrice: 20, worstDrop: 0, state: "The distress amount is lost already; Drawdown above the limit" });
  });

  test("no price: said, and nothing else is", () => {
    expect(rowOf(risks(SMALL, [], LIMITS), "BBB")).toEqual({ ticker: "BBB", price: null, capital: 8000, result: null, drawdown: null, atZero: -7800, distressPrice: null, worstDrop: null, state: "No price on the Watchlist" });
  });
});

test("a rolled put carries what its earlier legs brought", () => {
  const book = bookOf([
    option("2026-01-05", "Sell to open", "Put", { strike: 50, expiry: "2026-02-20", price: 1.2 }),
    option("2026-02-13", "Buy to close", "Put", { strike: 50, expiry: "2026-02-20", price: 2.1 }),
    option("2026-02-13", "Sell to open", "Put", { strike: 48, expiry: "2026-03-20", price: 2.35 }),
  ]);
  expect(resultAt(of("KO", book), 60)).toBeCloseTo(145, 10); // 1.20 − 2.10 + 2.35
  expect(resultAt(of("KO", book), 46.55)).toBeCloseTo(0, 10); // the break-even of the golden roll
});

test("a call without shares brings its own premium; half covered, the half without", () => {
  const call = option("2026-03-02", "Sell to open", "Call", { quantity: 2, strike: 32, expiry: "2026-03-20", price: 0.5 });
  expect(resultAt(of("KO", bookOf([call])), 30)).toBeCloseTo(100, 10);
  expect(resultAt(of("KO", bookOf([call])), 35)).toBeCloseTo(100 - 600, 10);
  const half = bookOf([shares("2026-01-05", "Buy", 100, 30), call]);
  expect(resultAt(of("KO", half), 30)).toBeCloseTo(100, 10); // both premiums: one in the net stock cost, one alone
});

test("bought options pay less what they cost; short shares lose when the price rises", () => {
  const spread = bookOf([
    option("2026-03-02", "Sell to open", "Put", { strike: 50, expiry: "2026-03-20", price: 2 }),
    option("2026-03-02", "Buy to open", "Put", { strike: 45, expiry: "2026-03-20", price: 0.5 }),
    option("2026-03-02", "Buy to open", "Call", { strike: 60, expiry: "2026-03-20", price: 0.25 }),
  ]);
  expect(resultAt(of("KO", spread), 55)).toBeCloseTo(125, 10);
  expect(resultAt(of("KO", spread), 40)).toBeCloseTo(125 - 500, 10);
  expect(resultAt(of("KO", spread), 65)).toBeCloseTo(125 + 500, 10);
  expect(priceOfLoss(of("KO", spread), 400, 55)).toBeNull(); // the bought put stops the loss at 375
  expect(priceOfLoss(of("KO", spread), 300, 55)).toBeCloseTo(45.75, 10);
  expect(resultAt(of("SSS", bookOf([shares("2026-01-05", "Sell", 100, 30, { ticker: "SSS" })])), 33)).toBeCloseTo(-300, 10);
});

test("without a distress amount nothing is asked of it", () => {
  expect(rowOf(risks(SMALL, STOCKS, { ...LIMITS, distress: null }), "AAA")).toMatchObject({ result: expect.closeTo(328.7, 10), distressPrice: null, worstDrop: null, state: "" });
});

describe("all together, when every price falls by the same share", () => {
  test("golden, by hand: AAA 52, BBB 85, CCC 32 at 80 % of that", () => {
    // at 41.60, 68 and 25.60: AAA 328.70 − 300 × 41.60 short of 14,800; BBB 200 − 1,200; CCC 100 × (25.60 − 29.50)
    const at80 = 328.7 - (14_800 - 300 * 41.6) + (200 - 1200) + 100 * (25.6 - 29.5);
    expect(at80).toBeCloseTo(-3381.3, 10);
    const all = together(SMALL, STOCKS, { distress: 3381.3 })!;
    expect(all).toEqual({ ticker: "All together", price: null, capital: 25_800, result: expect.closeTo(328.7 + 200 + 250, 10), drawdown: 0, atZero: expect.closeTo(328.7 - 14_800 - 7800 - 2950, 10), distressPrice: null, worstDrop: expect.closeTo(0.2, 10), state: "" });
  });

  test("less than any falls alone until it; the whole way when even nothing is no such loss; at once when it is lost", () => {
    const worst = (distress: number): number | null => together(SMALL, STOCKS, { distress })!.worstDrop;
    for (const { worstDrop } of risks(SMALL, STOCKS, LIMITS)) expect(worst(3000)!).toBeLessThan(worstDrop!);
    expect(worst(26_000)).toBe(1);
    expect(together(SMALL, [{ ...STOCKS[0]!, price: 30 }, STOCKS[1]!, STOCKS[2]!], { distress: 3000 })).toMatchObject({ worstDrop: 0, state: "The distress amount is lost already" });
    expect(worst(3000)).not.toBeNull();
    expect(together(SMALL, STOCKS, { distress: null })).toMatchObject({ worstDrop: null, state: "" });
  });

  test("stocks without a price are counted; without any nothing is answered; an empty book has no such row", () => {
    expect(together(SMALL, STOCKS.slice(1), { distress: 3000 })).toMatchObject({ capital: 25_800, result: expect.closeTo(450, 10), state: "Without 1 stock that has no price" });
    expect(together(SMALL, [], { distress: 3000 })).toMatchObject({ result: null, drawdown: null, worstDrop: null, state: "Without 3 stocks that have no price" });
    expect(together(bookOf([]), STOCKS, { distress: 3000 })).toBeNull();
    expect(() => together(SMALL, STOCKS, { distress: 0 })).toThrow("distress must be above zero");
  });

  test("law: at the common fall the loss of all is the distress amount, and it is less on the way there, whatever is open", () => {
    const leg = fc.record({ ticker: fc.constantFrom("A", "B", "C"), action: fc.constantFrom("Sell to open" as const, "Sell to open" as const, "Buy to open" as const), type: fc.constantFrom("Put" as const, "Put" as const, "Call" as const), strike: fc.integer({ min: 10, max: 100 }), quantity: fc.integer({ min: 1, max: 5 }), price: fc.integer({ min: 1, max: 300 }).map((cents) => cents / 100) });
    const held = fc.array(fc.constantFrom("A", "B", "C"), { maxLength: 3 });
    const prices = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 5, max: 150 })));
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 8 }), held, prices, fc.integer({ min: 50, max: 40_000 }), (legs, lots, now, distress) => {
        const book = bookOf([...lots.map((ticker) => shares("2026-02-02", "Buy", 100, 50, { ticker })), ...legs.map(({ type, action, ...one }) => option("2026-03-02", action, type, { ...one, expiry: "2026-03-20" }))]);
        const stocks: Stock[] = ["A", "B", "C"].map((ticker, at) => ({ ticker, sector: "", price: now[at]!, volatility: null }));
        const at = (fall: number): number => stocks.reduce((sum, { ticker, price }) => sum + resultAt(of(ticker, book), price! * (1 - fall)), 0);
        const worst = together(book, stocks, { distress })!.worstDrop!;
        if (worst > 0 && worst < 1) expect(at(worst)).toBeCloseTo(-distress, 5);
        else if (worst === 0) expect(at(0)).toBeLessThanOrEqual(-distress);
        for (let part = 0; part < 1; part += 0.02) if (worst > 0) expect(at(worst * part)).toBeGreaterThan(-distress - 1e-6);
      }),
    );
  });
});

describe("the distress price follows from the log alone", () => {
  test("puts, shares, both; nothing that loses as much; a loss at any price", () => {
    expect(distressPrice(of("AAA"), 3000)).toBeCloseTo((14_800 - 328.7 - 3000) / 300, 10);
    expect(distressPrice(of("CCC"), 900)).toBeCloseTo(20.5, 10); // net 29.50 a share
    expect(distressPrice(of("CCC"), 3000)).toBeNull();
    const lost = bookOf([shares("2026-01-05", "Buy", 100, 30), shares("2026-02-05", "Sell", 100, 10)]);
    expect(distressPrice(of("KO", lost), 1)).toBeNull();
  });

  test("law: wherever the price is, it is what the price now says, as long as puts and calls are sold", () => {
    const legs = fc.array(fc.record({ type: fc.constantFrom("Put" as const, "Call" as const), strike: fc.integer({ min: 10, max: 100 }), quantity: fc.integer({ min: 1, max: 5 }), price: fc.integer({ min: 1, max: 300 }).map((cents) => cents / 100) }), { maxLength: 6 });
    fc.assert(
      fc.property(legs, fc.integer({ min: 100, max: 20_000 }), fc.integer({ min: 5, max: 150 }), fc.integer({ min: 0, max: 3 }), (all, loss, now, lots) => {
        fc.pre(all.length + lots > 0);
        const open = of("KO", bookOf([...(lots > 0 ? [shares("2026-02-02", "Buy", lots * 100, 50)] : []), ...all.map(({ type, ...one }) => option("2026-03-02", "Sell to open", type, { ...one, expiry: "2026-03-20" }))]));
        const found = distressPrice(open, loss);
        if (resultAt(open, now) > -loss) {
          const asked = priceOfLoss(open, loss, now);
          if (asked === null) expect(found).toBeNull();
          else expect(found).toBeCloseTo(asked, 6);
        } else if (found !== null && now < found) expect(resultAt(open, found)).toBeCloseTo(-loss, 6);
      }),
    );
  });
});

test("limits are refused in words", () => {
  expect(() => risks(SMALL, STOCKS, { ...LIMITS, distress: 0 })).toThrow("distress must be above zero");
  expect(() => risks(SMALL, STOCKS, { ...LIMITS, mostDrawdown: 0 })).toThrow("drawdown limit must be above zero");
  expect(() => resultAt(of("AAA"), -1)).toThrow("price must be zero or above");
});

test("law: at the distress price the loss is the distress amount, and above it, up to the price now, it is less", () => {
  const puts = fc.array(fc.record({ strike: fc.integer({ min: 10, max: 100 }), quantity: fc.integer({ min: 1, max: 5 }), price: fc.integer({ min: 1, max: 300 }).map((cents) => cents / 100) }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(puts, fc.integer({ min: 100, max: 20_000 }), fc.integer({ min: 5, max: 150 }), fc.integer({ min: 0, max: 3 }), (all, loss, from, lots) => {
      const book = bookOf([
        ...all.map((one) => option("2026-03-02", "Sell to open", "Put", { ...one, expiry: "2026-03-20" })),
        ...(lots > 0 ? [shares("2026-02-02", "Buy", lots * 100, 50)] : []),
      ]);
      const open = of("KO", book);
      const found = priceOfLoss(open, loss, from);
      if (found === null) expect(resultAt(open, 0)).toBeGreaterThan(-loss);
      else if (found < from) {
        expect(resultAt(open, found)).toBeCloseTo(-loss, 6);
        expect(resultAt(open, (found + from) / 2)).toBeGreaterThan(-loss - 1e-6);
      } else expect(resultAt(open, from)).toBeLessThanOrEqual(-loss);
    }),
  );
});
