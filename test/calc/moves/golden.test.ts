import { type Trade, book, moves, totalCash } from "../../../src/calc";
import { dayNumber } from "../ledger/chains";
import { option, shares } from "../ledger/books";

/** Golden chain A, made of moves alone: each step is asked what it will do, then done. */
class Log {
  trades: Trade[] = [option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 1.2, fees: 1.3 })];
  get rows() {
    return this.trades.map((trade, at) => ({ trade, row: at + 5 }));
  }
  get open() {
    return moves.holdings(book(this.rows))[0]!;
  }
  contract(type: "Put" | "Call") {
    return this.open.options.find((one) => one.type === type)!;
  }
  effect(added: readonly Trade[]) {
    const effect = moves.effectOf(this.rows, added);
    expect(effect.refusals).toEqual([]);
    this.trades = [...this.trades, ...added];
    return effect;
  }
}

test("golden chain A, move by move", () => {
  const log = new Log();
  const income: number[] = [];
  const tax: number[] = [];
  const go = (added: readonly Trade[]) => {
    const effect = log.effect(added);
    income.push(effect.realised.income);
    tax.push(effect.realised.tax);
    return { ...effect, ...effect.holdings[0]! };
  };

  const roll = go(moves.rolling(log.contract("Put"), { date: dayNumber("2026-02-13"), quantity: 2, price: 2.1, fees: 1.3, strike: 48, expiry: dayNumber("2026-03-20"), newPrice: 2.35, newFees: 1.3 }));
  expect(roll.roll).toEqual({ credit: 47.4, perShare: 0.25, realised: -182.6, chainCredit: { before: 238.7, after: 286.1 }, breakeven: 46.5695, breakevenBeforeFees: 46.55, addedDays: 28 });
  expect(roll.cash).toBe(47.4);
  expect(roll.breakeven).toEqual({ before: 48.8065, after: 46.5695 });
  expect(roll.collateral).toEqual({ before: 10_000, after: 9600 });

  const assigned = go(moves.assigning(log.contract("Put"), { date: dayNumber("2026-03-12"), quantity: 1, fees: 0 }));
  expect(assigned.cash).toBe(-4800);
  expect(assigned.shares).toEqual({ before: 0, after: 100 });
  expect(assigned.bases.before).toBeNull();
  expect(assigned.bases.after).toMatchObject({ strikeCost: 48, taxBasis: 45.6565, netStockCost: 46.5695 });
  expect(assigned.breakeven).toEqual({ before: 46.5695, after: 46.5695 });
  expect(assigned.collateral).toEqual({ before: 9600, after: 4800 });
  expect(assigned.realised).toEqual({ income: 234.35, tax: 0 });

  const closed = go(moves.closing(log.contract("Put"), { date: dayNumber("2026-03-18"), quantity: 1, price: 0.3, fees: 0.65 }));
  expect(closed.realised).toEqual({ income: 203.7, tax: 203.7 });
  expect(closed.breakeven).toEqual({ before: 46.5695, after: null });

  const call = { quantity: 1, strike: 49, fees: 0.65 };
  const first = go(moves.sellingCall(log.open, { ...call, date: dayNumber("2026-03-23"), expiry: dayNumber("2026-04-24"), price: 0.8 }));
  expect(first.bases.after!.netStockCost).toBe(45.776);
  expect(first.warnings).toEqual([]);
  go([shares("2026-04-10", "Dividend", 100, 0.4)]);
  go(moves.expiring(log.contract("Call"), { date: dayNumber("2026-04-24"), quantity: 1, fees: 0 }));
  const second = go(moves.sellingCall(log.open, { ...call, date: dayNumber("2026-04-27"), expiry: dayNumber("2026-05-29"), price: 0.9 }));
  expect(second.bases.after).toMatchObject({ strikeCost: 48, taxBasis: 45.6565, netStockCost: 44.8825, netAfterDividends: 44.4825 });
  const away = go(moves.assigning(log.contract("Call"), { date: dayNumber("2026-05-29"), quantity: 1, fees: 0 }));
  expect(away.shares).toEqual({ before: 100, after: 0 });
  expect(away.bases.after).toBeNull();
  expect(away.realised.tax).toBe(423.7);

  expect(totalCash(log.trades)).toBe(564.15);
  expect(Math.round(income.reduce((sum, one) => sum + one, 0) * 100)).toBe(56_415);
  expect(Math.round(tax.reduce((sum, one) => sum + one, 0) * 100)).toBe(56_415);
});
