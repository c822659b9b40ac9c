import { book, moves, type Trade } from "../../../src/calc";
import { option, shares } from "../ledger/books";
import { dayNumber } from "../ledger/chains";

const rowsOf = (trades: readonly Trade[]) => trades.map((trade, at) => ({ trade, row: at + 5 }));
const bought = shares("2026-01-05", "Buy", 200, 50);
const put = option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 1.2, fees: 1.3 });
const call = (quantity: number, strike = 52) => option("2026-01-12", "Sell to open", "Call", { quantity, strike, expiry: "2026-02-20", price: 0.5 });
const ofSale = (log: readonly Trade[], sale: Trade, before: readonly Trade[] = []) => moves.payoffOfSale(sale, moves.effectOf(rowsOf(log), [...before, sale]));

test("a put that is sold: its own premium after fees, and nothing of the log", () => {
  const alone = moves.payoffOfSale(put, null)!;
  expect([alone.breakeven, alone.most]).toEqual([48.8065, expect.closeTo(238.7, 9)]);
  expect(ofSale([put], { ...put, quantity: 1, fees: 0.65 })!.most).toBeCloseTo(119.35, 9);
  // 2 × 100 × (45 − 48.8065)
  expect(alone.at(45)).toBeCloseTo(-761.3, 9);
});

test("a put into which another one is rolled: with the earlier legs, as in the golden chain", () => {
  const [contract] = moves.holdings(book(rowsOf([put])))[0]!.options;
  const typed = { date: dayNumber("2026-02-13"), quantity: 2, price: 2.1, fees: 1.3, strike: 48, expiry: dayNumber("2026-03-20"), newPrice: 2.35, newFees: 1.3 };
  const [close, sale] = moves.rolling(contract!, typed);
  const { breakeven, most } = ofSale([put], sale!, [close!])!;
  expect([breakeven, most]).toEqual([46.5695, expect.closeTo(286.1, 9)]);
});

test("a call on shares: against the net stock cost that they will have, its premium in it", () => {
  expect(ofSale([bought], call(2))).toMatchObject({ strike: 52, breakeven: 49.5, most: 500 });
});

test("a call whose shares are not there, or under another call, has no picture", () => {
  expect(ofSale([], call(1))).toBeNull();
  expect(ofSale([bought], call(3))).toBeNull();
  expect(ofSale([bought, call(2)], call(1, 53))).toBeNull();
  expect(ofSale([bought, call(1)], call(1, 53))).not.toBeNull();
  // with the one that is open the same contract is there twice, on all the shares
  expect(ofSale([bought, call(1)], call(1))!.most).toBe(250);
});

test("so has an open one: the shares that another call covers are not under it", () => {
  const [holding] = moves.holdings(book(rowsOf([bought, call(2), call(1, 53)])));
  expect(holding!.options.map(({ strike, covered }) => [strike, covered])).toEqual([[52, 200], [53, 0]]);
  expect(holding!.options.map((contract) => moves.payoffOf(contract, holding!.shares) !== null)).toEqual([true, false]);
});

test("a premium above the strike can be typed: it has no picture, and nothing breaks", () => {
  expect(moves.payoffOfSale({ ...put, price: put.strike! + 27 }, null)).toBeNull();
});

test("what is bought, and what is no option, has none", () => {
  expect(moves.payoffOfSale({ ...put, action: "Buy to open" }, null)).toBeNull();
  expect(moves.payoffOfSale(bought, null)).toBeNull();
});

test("a strike below the net stock cost never comes out even", () => {
  const { strike, breakeven, most } = ofSale([bought], call(2, 45))!;
  expect(breakeven).toBeGreaterThan(strike);
  expect(most).toBe(-900);
});
