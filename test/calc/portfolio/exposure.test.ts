import fc from "../../properties";
import { type ExposureRow, effectiveNumber, exposure } from "../../../src/calc/portfolio";
import { bookOf, option, shares } from "../ledger/books";
import { SMALL, STOCKS } from "./portfolios";

const asked = (by: "ticker" | "sector" | "account", cash: number | null = null, limit: number | null = null) => exposure(SMALL, STOCKS, { by, cash, limit });
const rowOf = (rows: readonly ExposureRow[], group: string): ExposureRow => rows.find((row) => row.group === group)!;

describe("golden values, added up by hand", () => {
  test("by ticker, of what is at work: 14,800 + 8,000 + 3,200 = 26,000", () => {
    expect(asked("ticker")).toEqual([
      { group: "AAA", putsCollateral: 14_800, sharesAtStrikeCost: 0, sharesAtMarket: 0, total: 14_800, share: 14_800 / 26_000, limit: 0.2, state: "Above the limit by 9,600.00" },
      { group: "BBB", putsCollateral: 8000, sharesAtStrikeCost: 0, sharesAtMarket: 0, total: 8000, share: 8000 / 26_000, limit: 0.2, state: "Above the limit by 2,800.00" },
      { group: "CCC", putsCollateral: 0, sharesAtStrikeCost: 3000, sharesAtMarket: 3200, total: 3200, share: 3200 / 26_000, limit: 0.2, state: "Within the limit: 2,000.00 left" },
      { group: "Total", putsCollateral: 22_800, sharesAtStrikeCost: 3000, sharesAtMarket: 3200, total: 26_000, share: 1, limit: null, state: "Share of what is at work" },
      { group: "Effective names", putsCollateral: null, sharesAtStrikeCost: null, sharesAtMarket: null, total: expect.closeTo(676_000_000 / 293_280_000, 12) as number, share: null, limit: null, state: "" },
    ]);
  });

  test("by sector, of cash and shares: 56,800 + 3,200 = 60,000", () => {
    const rows = asked("sector", 56_800);
    expect(rows.map(({ group, share, limit, state }) => [group, share, limit, state])).toEqual([
      ["Energy", 22_800 / 60_000, 0.4, "Within the limit: 1,200.00 left"],
      ["Utilities", 3200 / 60_000, 0.4, "Within the limit: 20,800.00 left"],
      ["Total", 26_000 / 60_000, null, "Share of cash and shares"],
      ["Effective sectors", null, null, ""],
    ]);
  });

  test("by account: no limit unless one is given", () => {
    expect(asked("account").map(({ group, total, limit }) => [group, total, limit]).slice(0, 3)).toEqual([["Main", 21_200, null], ["IRA", 4800, null], ["Total", 26_000, null]]);
    expect(rowOf(asked("account", null, 0.5), "Main")).toMatchObject({ limit: 0.5, state: "Above the limit by 8,200.00" });
  });

  test("exactly at the limit is within it", () => {
    expect(rowOf(asked("ticker", 70_800), "AAA")).toMatchObject({ share: 0.2, state: "Within the limit: 0.00 left" });
  });
});

describe("what is missing is said", () => {
  test("shares without a price stand at strike cost; a ticker without a sector is judged by no limit", () => {
    const rows = exposure(SMALL, STOCKS.slice(0, 1), { by: "sector", cash: null, limit: null });
    expect(rowOf(rows, "(no sector)")).toEqual({
      group: "(no sector)", putsCollateral: 8000, sharesAtStrikeCost: 3000, sharesAtMarket: null, total: 11_000, share: 11_000 / 25_800, limit: null,
      state: "No sector on the Watchlist: BBB, CCC; at strike cost, without a price on the Watchlist: CCC",
    });
    expect(rowOf(rows, "Total").sharesAtMarket).toBeNull();
  });

  test("a price of 0, below zero or not a number is no price", () => {
    for (const price of [0, -5, NaN, null]) expect(rowOf(exposure(SMALL, [{ ...STOCKS[2]!, price }], { by: "ticker", cash: null, limit: null }), "CCC").state).toMatch(/without a price on the Watchlist: CCC/);
  });

  test("nothing open: a total of zero, no shares, no effective number", () => {
    expect(exposure(bookOf([]), STOCKS, { by: "ticker", cash: null, limit: null }).map(({ group, total, share }) => [group, total, share])).toEqual([["Total", 0, null], ["Effective names", null, null]]);
  });

  test("wrong arguments are refused in words", () => {
    expect(() => asked("ticker", null, 0)).toThrow("limit must be above zero");
    expect(() => asked("ticker", NaN)).toThrow("cash must be a number");
  });

  test("more owed than there is: nothing is a share of it, and it is said", () => {
    const rows = asked("ticker", -3200);
    expect(rows.slice(0, -1).map(({ share, state }) => [share, state])).toEqual([...rows.slice(0, -2).map(() => [null, ""]), [null, "Cash and shares together are not above zero: there is nothing to take a share of"]]);
    expect(rows.at(-1)!.total).toBeGreaterThan(1);
  });
});

test("a bought put lowers nothing; shares sold short count with their size", () => {
  const book = bookOf([
    option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", strike: 50, expiry: "2026-03-20", price: 1.2 }),
    option("2026-02-10", "Buy to open", "Put", { ticker: "AAA", strike: 45, expiry: "2026-03-20", price: 0.3 }),
    shares("2026-02-10", "Sell", 100, 40, { ticker: "SSS" }),
  ]);
  const rows = exposure(book, [{ ticker: "SSS", sector: "", price: 45, volatility: null }], { by: "ticker", cash: null, limit: null });
  expect(rowOf(rows, "AAA").putsCollateral).toBe(5000);
  expect(rowOf(rows, "SSS")).toMatchObject({ sharesAtStrikeCost: -4000, sharesAtMarket: -4500, total: 4500 });
});

describe("laws", () => {
  const puts = fc.array(fc.record({ ticker: fc.constantFrom("AAA", "BBB", "CCC", "DDD", "EEE"), strike: fc.integer({ min: 1, max: 900 }), quantity: fc.integer({ min: 1, max: 20 }), account: fc.constantFrom("Main", "IRA") }), { minLength: 1, maxLength: 12 });

  test("shares add up to 1, totals to the collateral, and the effective number lies between 1 and the number of groups", () => {
    fc.assert(
      fc.property(puts, fc.constantFrom("ticker" as const, "sector" as const, "account" as const), (all, by) => {
        const rows = exposure(bookOf(all.map((put) => option("2026-02-10", "Sell to open", "Put", { ...put, expiry: "2026-03-20", price: 0.5 }))), STOCKS, { by, cash: null, limit: null });
        const [total, effective] = rows.slice(-2) as [ExposureRow, ExposureRow];
        const groups = rows.slice(0, -2);
        expect(groups.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
        expect(total.total).toBe(all.reduce((sum, { strike, quantity }) => sum + strike * quantity * 100, 0));
        expect(effective.total!).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effective.total!).toBeLessThanOrEqual(groups.length + 1e-9);
      }),
    );
  });

  test("n equal ones are n; a new small one never makes it less", () => {
    expect(effectiveNumber([7, 7, 7, 7, 7])).toBeCloseTo(5, 12);
    expect(effectiveNumber([5, ...Array.from({ length: 9 }, () => 5 / 9)])).toBeCloseTo(1 / (0.25 + 0.25 / 9), 12); // one has half of it: 3.6 of ten names
  });
});
