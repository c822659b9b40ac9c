import fc from "../../properties";
import { type Trade, moves } from "../../../src/calc";
import { option } from "../ledger/books";
import { dayNumber } from "../ledger/chains";

const planned: moves.PlannedPut = { date: dayNumber("2026-03-02"), account: "Main", ticker: "WDGT", strike: 50, expiry: dayNumber("2026-04-17") };
const put = (date: string, action: Trade["action"], more: Partial<Trade> = {}): Trade => ({ ...option(date, action, "Put", { ticker: "WDGT", strike: 50, expiry: "2026-04-17", price: 1 }), ...more });
const log = (trades: readonly Trade[]) => trades.map((trade, at) => ({ trade, row: at + 2 }));
const after = (...trades: readonly Trade[]) => moves.followed(log(trades), [planned])[0]!;

test("nothing sold is nothing done", () => {
  expect(after()).toEqual({ sold: 0, price: null, expired: 0, assigned: 0, boughtBack: 0, open: 0, until: null, instead: null });
});

test("what was sold since the plan counts, at its average price, with what became of it", () => {
  expect(after(put("2026-03-02", "Sell to open", { quantity: 1, price: 0.9 }), put("2026-03-04", "Sell to open", { quantity: 3, price: 1.1 }), put("2026-03-20", "Buy to close", { quantity: 1, price: 0.3 }), put("2026-04-17", "Assigned", { quantity: 2, price: null }))).toEqual({
    sold: 4, price: expect.closeTo(1.05, 12) as number, expired: 0, assigned: 2, boughtBack: 1, open: 1, until: null, instead: null,
  });
});

test("a sale before the plan, in another account or of another stock is not its doing", () => {
  expect(after(put("2026-03-01", "Sell to open"), put("2026-03-03", "Sell to open", { account: "IRA" }), put("2026-03-03", "Sell to open", { ticker: "KO" }))).toMatchObject({ sold: 0, instead: null });
});

test("an account in other capitals is the same one, as to the sheet's own columns", () => {
  expect(after(put("2026-03-03", "Sell to open", { account: "main" }))).toMatchObject({ sold: 1 });
  expect(after(put("2026-03-03", "Sell to open", { account: "MAIN", strike: 45 })).instead).toMatchObject({ strike: 45 });
});

test("another put of the stock is what was sold instead: the first one, while the planned one was alive", () => {
  const late = put("2026-04-20", "Sell to open", { strike: 45, expiry: dayNumber("2026-05-15") });
  const other = put("2026-03-05", "Sell to open", { strike: 47.5, price: 0.6 });
  expect(after(late, put("2026-03-09", "Sell to open", { strike: 45 }), other).instead).toMatchObject({ strike: 47.5, price: 0.6, date: dayNumber("2026-03-05") });
  expect(after(late).instead).toBeNull();
  expect(after(other, put("2026-03-10", "Sell to open")).instead).toBeNull();
});

describe("several plans", () => {
  const plan = (date: string, more: Partial<moves.PlannedPut> = {}): moves.PlannedPut => ({ ...planned, date: dayNumber(date), ...more });
  const sold = (trades: readonly Trade[], ...plans: readonly moves.PlannedPut[]) => moves.followed(log(trades), plans).map((one) => one.sold);
  const sale = (date: string, more: Partial<Trade> = {}) => put(date, "Sell to open", { quantity: 1, ...more });

  test.each([
    ["of one put: the later one has what was sold since", [plan("2026-03-02"), plan("2026-03-05")], [sale("2026-03-04"), sale("2026-03-05", { quantity: 2 }), sale("2026-03-09", { quantity: 4 })], [1, 6]],
    ["of one put on one day: the one further down", [plan("2026-03-02"), plan("2026-03-02")], [sale("2026-03-02")], [0, 1]],
    ["in any order of rows", [plan("2026-03-05"), plan("2026-03-02")], [sale("2026-03-04"), sale("2026-03-06", { quantity: 2 })], [2, 1]],
    ["of other strikes, expiries and accounts: each its own", [plan("2026-03-02"), plan("2026-03-02", { strike: 45 }), plan("2026-03-02", { account: "IRA" })], [sale("2026-03-03"), sale("2026-03-03", { strike: 45, quantity: 2 }), sale("2026-03-03", { account: "IRA", quantity: 3 })], [1, 2, 3]],
  ])("%s", (_, plans, trades, expected) => {
    expect(sold(trades, ...plans)).toEqual(expected);
  });

  test("what was sold first is closed first: bought back, then assigned, then expired", () => {
    const trades = [sale("2026-02-20"), sale("2026-03-03", { quantity: 2 }), sale("2026-03-06", { quantity: 3 }), put("2026-03-20", "Buy to close", { quantity: 2 }), put("2026-04-17", "Assigned", { quantity: 2, price: null }), put("2026-04-17", "Expired", { quantity: 1, price: null })];
    const [first, second] = moves.followed(log(trades), [plan("2026-03-02"), plan("2026-03-05")]);
    expect(first).toMatchObject({ sold: 2, boughtBack: 1, assigned: 1, expired: 0, open: 0, until: dayNumber("2026-03-05") });
    expect(second).toMatchObject({ sold: 3, boughtBack: 0, assigned: 1, expired: 1, open: 1, until: null });
  });

  test("another put is sold instead of the last plan before it, and of none that was planned anew; one that was planned is no other", () => {
    const trades = [sale("2026-03-06", { strike: 45 }), sale("2026-03-07", { strike: 40 })];
    const instead = moves.followed(log(trades), [plan("2026-03-02"), plan("2026-03-03", { strike: 48 }), plan("2026-03-03"), plan("2026-03-04", { strike: 45 })]).map((one) => one.instead?.strike ?? null);
    expect(instead).toEqual([null, null, 40, null]);
  });

  const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 8 });
  const days = fc.integer({ min: planned.date - 3, max: planned.date + 6 });
  const strikes = fc.constantFrom(50, 45);
  test("law: every contract that was sold since the first plan of its put belongs to one plan, and what became of it adds up", () => {
    const events = some(fc.record({ date: days, strike: strikes, quantity: fc.integer({ min: 1, max: 4 }), action: fc.constantFrom<Trade["action"]>("Sell to open", "Sell to open", "Buy to close", "Assigned", "Expired") }));
    fc.assert(
      fc.property(some(fc.record({ date: days, strike: strikes })), events, (chosen, happened) => {
        const plans = chosen.map((one) => ({ ...planned, ...one }));
        const trades = happened.map((one) => ({ ...put("2026-03-02", one.action), ...one }));
        const done = moves.followed(log(trades), plans);
        for (const strike of [50, 45]) {
          const first = Math.min(...plans.filter((one) => one.strike === strike).map(({ date }) => date));
          const wanted = trades.filter((one) => one.action === "Sell to open" && one.strike === strike && one.date >= first).reduce((sum, { quantity }) => sum + quantity, 0);
          expect(done.reduce((sum, { sold: some }, at) => sum + (plans[at]!.strike === strike ? some : 0), 0)).toBe(wanted);
        }
        for (const { sold: all, open, boughtBack, assigned, expired } of done) {
          expect(open + boughtBack + assigned + expired).toBe(all);
          expect(Math.min(open, boughtBack, assigned, expired)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
