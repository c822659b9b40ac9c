import fc from "../../properties";
import type { Trade } from "../../../src/calc";
import { cashUnits, totalCash } from "../../../src/calc";
import { type Book, book } from "../../../src/calc/ledger/book";
import { audit } from "../../../src/calc/report/audit";
import { campaignFlows, campaigns } from "../../../src/calc/report/campaigns";
import { cellsOf } from "../../../src/calc/report/columns";
import { CHAIN_HEADERS, chains } from "../../../src/calc/report/chains";
import { income } from "../../../src/calc/report/income";
import { lots } from "../../../src/calc/report/lots";
import { positions } from "../../../src/calc/report/positions";
import { bookOf } from "./books";
import { history, step, walk } from "./booksHistories";

const VIEWS = ["income", "tax"] as const;
const PERIODS = ["month", "week", "year", "ticker", "account"] as const;

/** Everything that can be read in the books, without the numbers of rows. */
const allReports = (booked: Book): unknown[] => [
  positions(booked), lots(booked), campaigns(booked), chains(booked), booked.problems.map(({ words }) => words).sort(),
  ...VIEWS.flatMap((view) => [audit(booked, view), ...PERIODS.map((by) => income(booked, by, view))]),
];
const counted = (trades: readonly Trade[], booked: Book): Trade[] => {
  const lost = new Set(booked.problems.filter(({ booked: counts }) => !counts).map(({ row }) => row));
  return trades.filter((_, at) => !lost.has(at + 1));
};
const entriesOf = ({ tickers }: Book) => tickers.flatMap(({ entries }) => entries);
const isOurs = ({ action }: Trade): boolean => action !== "Deposit" && action !== "Withdrawal";

test("conservation to the last unit, in both views, by ticker and in total", () => {
  fc.assert(
    fc.property(history(150), (trades) => {
      const booked = bookOf(trades);
      for (const view of VIEWS) {
        const rows = audit(booked, view);
        expect(rows.filter(({ ok }) => !ok)).toEqual([]);
        expect(rows.at(-1)!.cash).toBe(totalCash(counted(trades, booked).filter(isOurs)));
        for (const by of PERIODS) expect(Math.round(income(booked, by, view).reduce((sum, { net }) => sum + net, 0) * 10_000)).toBe(Math.round(rows.at(-1)!.realised * 10_000));
      }
    }),
    { numRuns: 150 },
  );
});

test("a history of thousands of facts conserves too, and the generator makes all actions and mostly good rows", () => {
  const [steps] = fc.sample(fc.array(step, { minLength: 4000, maxLength: 4000 }), { numRuns: 1, seed: 7 });
  const trades = walk(steps!.map((at) => ({ ...at, wait: at.wait > 3 ? 1 : 0 }))); // busy days: many rolls
  const booked = bookOf(trades);
  for (const view of VIEWS) expect(audit(booked, view).every(({ ok }) => ok)).toBe(true);
  expect(new Set(counted(trades, booked).map(({ action }) => action)).size).toBe(16);
  for (const action of ["Adjusted", "Split", "Exercised"]) expect(counted(trades, booked).filter((trade) => trade.action === action).length).toBeGreaterThan(20);
  expect(counted(trades, booked).filter(({ ticker }) => ticker === "SPX").length).toBeGreaterThan(200);
  expect(booked.problems.filter(({ booked: counts }) => !counts).length).toBeLessThan(trades.length / 10);
  expect(chains(booked).reduce((sum, { rolls }) => sum + rolls, 0)).toBeGreaterThan(100);
  expect(chains(booked).some(({ rolls }) => rolls > 1)).toBe(true);
  expect(booked.holdings.some(({ shares }) => shares.some(({ short }) => short)) || booked.problems.some(({ booked: counts }) => counts)).toBe(true);
});

test("the cash of the books is the Cash column's", () => {
  fc.assert(fc.property(history(60), (trades) => entriesOf(bookOf(trades)).forEach(({ trade, cash }) => expect(cash).toBe(cashUnits(trade)))));
});

test("each campaign: cash = total − strike cost of what it holds; chains hold all cash of sold options", () => {
  fc.assert(
    fc.property(history(120), (trades) => {
      const booked = bookOf(trades);
      campaigns(booked).forEach((row, at) => {
        const campaign = booked.campaigns[at]!;
        const open = campaign.end === null ? booked.holdings.find(({ account, ticker }) => account === row.account && ticker === row.ticker)!.shares : [];
        const strikes = open.reduce((sum, lot) => sum + (lot.short ? -1 : 1) * lots({ ...booked, holdings: [{ account: "", ticker: "", entries: [], realised: [], options: [], shares: [lot] }] })[0]!.strikeCost * Math.abs(lots({ ...booked, holdings: [{ account: "", ticker: "", entries: [], realised: [], options: [], shares: [lot] }] })[0]!.shares), 0);
        expect(campaign.cash / 10_000).toBeCloseTo(row.total - strikes, 4);
        expect(row.capitalDays).toBeGreaterThanOrEqual(0);
        expect(campaignFlows(campaign, 99_999).reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(row.total, 4);
      });
      const byRows = entriesOf(booked).filter(({ trade }) => ["Sell to open", "Buy to close"].includes(trade.action)).reduce((sum, { cash }) => sum + cash, 0);
      const fees = entriesOf(booked).filter(({ trade }) => trade.action === "Assigned").reduce((sum, entry) => sum + entry.fees, 0);
      const expired = entriesOf(booked).filter(({ trade }) => trade.action === "Expired");
      if (expired.every((entry) => entry.fees === 0)) expect(Math.round(chains(booked).reduce((sum, { chainCredit }) => sum + chainCredit, 0) * 10_000)).toBe(byRows - fees);
    }),
    { numRuns: 100 },
  );
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(history(120), fc.array(fc.nat(), { minLength: 120, maxLength: 120 }), (trades, keys) => {
      const shuffled = trades.map((trade, at) => ({ trade, key: keys[at]! })).sort((one, other) => one.key - other.key).map(({ trade }) => trade);
      expect(allReports(bookOf(shuffled))).toEqual(allReports(bookOf(trades)));
    }),
    { numRuns: 80 },
  );
});

test("renaming a ticker changes only names", () => {
  fc.assert(
    fc.property(history(100), (trades) => {
      const renamed = trades.map((trade) => ({ ...trade, ticker: trade.ticker === "KO" ? "KOX" : trade.ticker }));
      const read = (all: readonly Trade[]): string => JSON.stringify(allReports(bookOf(all))).replaceAll("KOX", "KO");
      expect(read(renamed)).toBe(read(trades));
    }),
    { numRuns: 50 },
  );
});

test("a fill in two pieces changes no report", () => {
  fc.assert(
    fc.property(history(80), fc.nat(), (trades, pick) => {
      const booked = bookOf(trades);
      const good = counted(trades, booked);
      const wide = good.filter(({ quantity, type, action }) => quantity > 1 && type !== "Cash" && action !== "Split" && action !== "Adjusted");
      fc.pre(wide.length > 0);
      const chosen = wide[pick % wide.length]!;
      const first = 1 + (pick % (chosen.quantity - 1));
      const part = (quantity: number): Trade => ({ ...chosen, quantity, fees: cents((chosen.fees / chosen.quantity) * quantity) });
      const pieces = [part(first), { ...part(chosen.quantity - first), fees: cents(chosen.fees - part(first).fees) }];
      const split = good.flatMap((trade) => (trade === chosen ? pieces : [trade]));
      expect(totalsOf(bookOf(split))).toEqual(totalsOf(bookOf(good)));
    }),
    { numRuns: 100 },
  );
});
const cents = (dollars: number): number => Math.round(dollars * 10_000) / 10_000;
const totalsOf = (booked: Book): unknown[] => [
  positions(booked), campaigns(booked), cellsOf(CHAIN_HEADERS, chains(booked)).map((row) => row.slice(0, 11)), ...VIEWS.flatMap((view) => [audit(booked, view), ...PERIODS.map((by) => income(booked, by, view))]),
];

test("a bad row changes nothing but Problems", () => {
  const broken: Partial<Trade>[] = [{ action: "Bought" as never }, { strike: null, type: "Put", action: "Sell to open" }, { type: "Put", action: "Buy to close", quantity: 9999, strike: 45, expiry: 46_100, price: 1 }, { price: NaN }, { quantity: 0.5, type: "Put", action: "Sell to open", strike: 45, expiry: 46_100, price: 1 }, { date: NaN }, { ticker: "SPX", type: "Put", action: "Assigned", quantity: 1, strike: 45, expiry: 46_100 }, { type: "Call", action: "Adjusted", quantity: 7, strike: 1, expiry: 47_000 }, { price: 1e300, type: "Cash", action: "Deposit" }];
  fc.assert(
    fc.property(history(80), fc.nat(), fc.constantFrom(...broken), (trades, pick, damage) => {
      const good = counted(trades, bookOf(trades));
      fc.pre(good.length > 0);
      const bad = { ...good[pick % good.length]!, ...damage };
      fc.pre(bad.type !== "Cash" || damage.price !== undefined || damage.action !== undefined || damage.date !== undefined);
      fc.pre(!(Number.isNaN(damage.price) && ["Expired", "Assigned", "Exercised", "Split", "Adjusted"].includes(bad.action)));
      const at = pick % (good.length + 1);
      const [without, withBad] = [bookOf(good), bookOf([...good.slice(0, at), bad, ...good.slice(at)])];
      const added = withBad.problems.filter(({ booked }) => !booked);
      expect(added).toMatchObject([{ row: at + 1, booked: false }]);
      expect(allReports({ ...withBad, problems: [] })).toEqual(allReports({ ...without, problems: [] }));
    }),
    { numRuns: 150 },
  );
});

test("rows keep the numbers that the caller gave them", () => {
  const [trade] = walk([{ wait: 0, where: 0, what: 0, size: 1, pick: 1, cents: 5, fees: 0 }]);
  expect(book([{ row: 41, trade: { ...trade!, action: "Expired" } }]).problems).toMatchObject([{ row: 41, ticker: "KO" }]);
});
