import fc from "../../properties";
import { XIRR } from "@formulajs/formulajs";
import { campaignXirr } from "../../../src/calc/report/campaignXirr";
import { campaignFlows } from "../../../src/calc/report/campaigns";
import { type Flow, xirr } from "../../../src/calc/report/xirr";
import { bookOf, option, shares } from "../ledger/books";
import { CHAIN_B, dayNumber } from "../ledger/chains";

const flow = (day: string, amount: number): Flow => ({ day: dayNumber(day), amount });

test("the example of Microsoft's help for XIRR: 0.373362535", () => {
  const flows = [flow("2008-01-01", -10_000), flow("2008-03-01", 2750), flow("2008-10-30", 4250), flow("2009-02-15", 3250), flow("2009-04-01", 2750)];
  expect(xirr(flows)).toBeCloseTo(0.373362535, 8);
});

test("one payment out and one back: (end ÷ start)^(365 ÷ days) − 1, for gains and losses of any size", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.integer({ min: 30, max: 5000 }), (growth, days) => {
      const rate = growth ** (365 / days) - 1;
      expect(xirr([{ day: 46_000, amount: -1000 }, { day: 46_000 + days, amount: 1000 * growth }]) / (1 + rate)).toBeCloseTo(rate / (1 + rate), 8);
    }),
  );
});

test("without money going and coming there is no rate, in words", () => {
  expect(() => xirr([flow("2026-01-01", 5)])).toThrow("there must be money that goes and money that comes");
  expect(() => xirr([{ day: NaN, amount: 5 }])).toThrow("days and amounts must be numbers");
  expect(() => xirr([flow("2026-01-01", 5), flow("2026-02-01", -11), flow("2026-03-01", 8)])).toThrow("no yearly rate");
});

test("the flows of golden chain B: 5,000 set aside, three premiums, 5,250 back; worth nothing at their XIRR", () => {
  const [campaign] = bookOf(CHAIN_B).campaigns;
  const flows = campaignFlows(campaign!, 0).filter(({ amount }) => amount !== 0);
  expect(flows.map(({ amount }) => amount)).toEqual([-4905.65, 69.35, 84.35, 5250]);
  const rate = xirr(flows);
  expect(rate).toBeGreaterThan(0.33);
  expect(flows.reduce((sum, { day, amount }) => sum + amount / (1 + rate) ** ((day - flows[0]!.day) / 365), 0)).toBeCloseTo(0, 6);
});

test("Formula.js' XIRR, another program, finds the same rates: golden chain B 38.777 %, and any money that goes first and comes back in parts", () => {
  const peer = (flows: readonly Flow[]): number => Number(XIRR(flows.map(({ amount }) => amount), flows.map(({ day }) => new Date((day - 25_569) * 86_400_000)), 0.1));
  expect(campaignXirr(bookOf(CHAIN_B))[0]!.xirr).toBeCloseTo(0.38777160356, 10);
  fc.assert(
    fc.property(fc.array(fc.record({ wait: fc.integer({ min: 20, max: 200 }), part: fc.integer({ min: 5, max: 60 }) }), { minLength: 2, maxLength: 12 }), (parts) => {
      let day = 46_000;
      const flows = [{ day, amount: -100 }, ...parts.map(({ wait, part }) => ({ day: (day += wait), amount: part }))];
      const other = peer(flows);
      fc.pre(Number.isFinite(other)); // its search does not always end at a rate
      expect(xirr(flows)).toBeCloseTo(other, 6);
    }),
  );
});

test("where money comes before it goes there is no rate: a call without shares, short shares that are bought back or still open", () => {
  const call = [option("2026-01-05", "Sell to open", "Call", { strike: 50, expiry: "2026-02-20", price: 2.6 }), option("2026-02-04", "Buy to close", "Call", { strike: 50, expiry: "2026-02-20", price: 0.01 })];
  expect(campaignXirr(bookOf(call))).toMatchObject([{ total: 259, xirr: null }, { total: 259, xirr: null }]);
  const short = [shares("2026-01-05", "Sell", 100, 45), shares("2026-02-04", "Buy", 100, 46)];
  expect(campaignXirr(bookOf(short))[0]).toMatchObject({ total: -100, xirr: null });
});

test("short shares that are open are owed, no gain: beside them a campaign keeps its rate", () => {
  const put = [option("2026-01-05", "Sell to open", "Put", { strike: 50, expiry: "2026-02-20", price: 1 }), option("2026-02-20", "Expired", "Put", { strike: 50, expiry: "2026-02-20" })];
  const rows = campaignXirr(bookOf([...put, shares("2026-02-20", "Sell", 100, 45, { ticker: "PEP" })]));
  expect(rows.map(({ ticker, total }) => [ticker, total])).toEqual([["KO", 100], ["PEP", 0], ["", 100]]);
  expect(rows[2]!.xirr).toBeCloseTo(rows[0]!.xirr!, 10);
});
