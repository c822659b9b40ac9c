import type { Trade } from "../../../src/calc";
import { basesOf, bridgeOf } from "../../../src/calc/ledger/bases";
import { audit } from "../../../src/calc/report/audit";
import { campaigns } from "../../../src/calc/report/campaigns";
import { chains } from "../../../src/calc/report/chains";
import { income } from "../../../src/calc/report/income";
import { lots } from "../../../src/calc/report/lots";
import { positions } from "../../../src/calc/report/positions";
import { bookOf } from "./books";
import { CHAIN_A, CHAIN_B, dayNumber } from "./chains";

const A: readonly Trade[] = CHAIN_A.map(([trade]) => trade);
const until = (day: string): readonly Trade[] => A.filter(({ date }) => date <= dayNumber(day));
const lotOn = (day: string) => bookOf(until(day)).holdings[0]!.shares[0]!;

describe("golden chain A: a put rolled down, half of it assigned, two calls, called away (golden-chains.md §1)", () => {
  test("the roll brings 47.40 after the fees of four legs, and the break-even after it is 46.55 less fees", () => {
    const [chain] = chains(bookOf(until("2026-02-13")));
    expect(chain).toMatchObject({ legs: 2, rolls: 1, state: "Open", chainCredit: 286.1, banked: -182.6, atRisk: 468.7, firstSold: dayNumber("2026-01-05"), lastExpiry: dayNumber("2026-03-20") });
    expect(chain!.chainCredit - 238.7).toBeCloseTo(47.4, 10);
    expect(chain!.breakeven).toBeCloseTo(46.5695, 10);
    const [free] = chains(bookOf(until("2026-02-13").map((trade) => ({ ...trade, fees: 0 }))));
    expect(free!.breakeven).toBeCloseTo(46.55, 10);
  });

  test("three bases at assignment: 48, 45.6565, 46.5695; the net stock cost follows the calls", () => {
    expect(basesOf(lotOn("2026-03-12"))).toEqual({ strikeCost: 48, taxBasis: 45.6565, netStockCost: 46.5695, netAfterDividends: 46.5695 });
    expect(basesOf(lotOn("2026-03-23"))).toMatchObject({ strikeCost: 48, taxBasis: 45.6565, netStockCost: 45.776 });
    expect(basesOf(lotOn("2026-04-24"))).toMatchObject({ netStockCost: 45.776, netAfterDividends: 45.376 });
    expect(basesOf(lotOn("2026-04-27")).netAfterDividends).toBeCloseTo(44.4825, 10);
    expect(lots(bookOf(until("2026-04-27")), { dividends: true })[0]!.netStockCost).toBeCloseTo(44.4825, 10);
    expect(lots(bookOf(until("2026-04-27")))[0]).toMatchObject({ shares: 100, netStockCost: 44.8825, source: "Assigned", opened: dayNumber("2026-03-12") });
  });

  test("the bridge leads from one basis to the next, line by line", () => {
    const bridge = bridgeOf(lotOn("2026-04-27"));
    expect(bridge.map(({ words, perShare }) => [words, Number(perShare.toFixed(6))])).toEqual([
      ["Strike cost", 48],
      ["Premium of the assigned contract, after fees", -2.3435],
      ["Tax basis", 45.6565],
      ["Earlier legs of its roll chain, after fees", 0.913],
      ["Calls sold on these shares, after fees", -1.687],
      ["Net stock cost", 44.8825],
      ["Dividends", -0.4],
      ["Net stock cost after dividends", 44.4825],
    ]);
  });

  test("realised in the tax view: −182.60, 203.70, 79.35, 423.70, 40; never 798.50", () => {
    const { realised } = bookOf(A).tickers[0]!;
    expect(realised.filter(({ tax }) => tax !== 0).map(({ kind, tax }) => [kind, tax / 10_000])).toEqual([["option", -182.6], ["option", 203.7], ["dividend", 40], ["option", 79.35], ["stock", 423.7]]);
    expect(realised.reduce((sum, { tax }) => sum + tax, 0)).toBe(5_641_500);
    expect(realised.reduce((sum, { income: units }) => sum + units, 0)).toBe(5_641_500);
  });

  test("its campaign has every figure of the specification", () => {
    const [row, ...others] = campaigns(bookOf(A));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      account: "Main", ticker: "KO", state: "Closed", start: dayNumber("2026-01-05"), end: dayNumber("2026-05-29"), days: 144, putPremium: 260, callPremium: 170, stockResult: 100,
      dividends: 40, fees: 5.85, total: 564.15, capitalDays: 1_052_400, cashBreakeven: null,
    });
    expect(row!.averageCapital).toBeCloseTo(7308.333, 3);
    expect(row!.return).toBeCloseTo(0.077193, 6);
    expect(row!.annualised).toBeCloseTo(0.195662, 6);
    expect((564.15 / 10_000 / 144) * 365).toBeCloseTo(0.143, 4);
  });

  test("income by month in both views", () => {
    const net = (view: "income" | "tax") => income(bookOf(A), "month", view).map(({ period, net: dollars }) => [period, dollars]);
    expect(net("income")).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 438.05], ["2026-04", 119.35], ["2026-05", 189.35]]);
    expect(net("tax")).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 203.7], ["2026-04", 119.35], ["2026-05", 423.7]]);
    expect(income(bookOf(A), "year")).toEqual([{ period: "2026", premiumReceived: 880, realisedOptions: 424.15, realisedStock: 100, dividends: 40, interest: 0, fees: 5.85, net: 564.15 }]);
  });

  test("on every day cash = realised + what is open, in both views", () => {
    for (const day of new Set(A.map(({ date }) => date))) {
      const booked = bookOf(A.filter(({ date }) => date <= day));
      for (const view of ["income", "tax"] as const) expect(audit(booked, view).map(({ difference, ok }) => [difference, ok])).toEqual([[0, true], [0, true]]);
    }
    expect(audit(bookOf(A)).at(-1)).toMatchObject({ account: "Total", cash: 564.15, realised: 564.15, openOptions: 0, openShares: 0 });
  });

  test("on the way: shares and a covered call, with the cash break-even of the campaign", () => {
    const booked = bookOf(until("2026-04-27"));
    expect(positions(booked)).toEqual([
      { account: "Main", ticker: "KO", type: "Call", quantity: -1, strike: 49, expiry: dayNumber("2026-05-29"), opened: dayNumber("2026-04-27"), premium: 0.9, credit: 89.35, collateral: 0, days: 32 },
      { account: "Main", ticker: "KO", type: "Shares", quantity: 100, strike: null, expiry: null, opened: dayNumber("2026-03-12"), premium: null, credit: -4800, collateral: 0, days: null },
    ]);
    expect(campaigns(booked)[0]).toMatchObject({ state: "Covered", cashBreakeven: 43.3585, end: null });
    expect(campaigns(bookOf(until("2026-04-24")))[0]).toMatchObject({ state: "Shares" });
    expect(campaigns(bookOf(until("2026-02-13")))[0]).toMatchObject({ state: "Short put" });
  });
});

describe("golden chain B: OptionsWheelLab's worked example (golden-chains.md §2)", () => {
  test("498.05 in 109 days, 9.961 % on 5,000; 49.0565 after the put", () => {
    const [row] = campaigns(bookOf(CHAIN_B));
    expect(row).toMatchObject({ total: 498.05, days: 109, averageCapital: 5000 });
    expect(row!.return).toBeCloseTo(0.09961, 10);
    expect(lots(bookOf(CHAIN_B.slice(0, 2)))[0]).toMatchObject({ strikeCost: 50, taxBasis: 49.0565, netStockCost: 49.0565 });
  });
});
