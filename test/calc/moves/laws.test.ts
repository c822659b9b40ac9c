import fc from "../../properties";
import { type Trade, basesOf, moves, report, totalCash } from "../../../src/calc";
import { bookOf } from "../ledger/books";
import { history } from "../ledger/booksHistories";

const units = (dollars: number): number => Math.round(dollars * 10_000);
const realised = (trades: readonly Trade[], view: "income" | "tax"): number => report.income(bookOf(trades), "account", view).reduce((sum, { net }) => sum + units(net), 0);

test("what rows are said to do is what the books say when they are booked", () => {
  let changed = 0;
  fc.assert(
    fc.property(history(80), fc.integer({ min: 1, max: 6 }), (trades, count) => {
      const [log, added] = [trades.slice(0, -count), trades.slice(-count)];
      const effect = moves.effectOf(log.map((trade, at) => ({ trade, row: at + 1 })), added);
      const [before, after] = [bookOf(log), bookOf(trades)];
      const fresh = after.problems.filter(({ row, words, booked }) => !booked && !before.problems.some((one) => one.row === row && one.words === words));
      expect(effect.refusals).toHaveLength(fresh.length);
      expect(units(effect.cash)).toBe(units(totalCash(added)));
      for (const view of ["income", "tax"] as const) expect(units(effect.realised[view])).toBe(realised(trades, view) - realised(log, view));
      for (const one of effect.holdings) {
        const at = ({ account, ticker }: { account: string; ticker: string }) => account === one.account && ticker === one.ticker;
        for (const [books, side] of [[before, "before"], [after, "after"]] as const) {
          const rows = report.positions(books, 0).filter(at);
          expect(units(one.collateral[side])).toBe(rows.reduce((sum, { collateral }) => sum + units(collateral), 0));
          expect(one.shares[side]).toBeCloseTo(rows.find(({ type }) => type === "Shares")?.quantity ?? 0, 9);
          const lots = report.lots(books).filter(at);
          const shares = lots.reduce((sum, lot) => sum + lot.shares, 0);
          for (const basis of ["strikeCost", "taxBasis", "netStockCost"] as const) {
            if (lots.length === 0) expect(one.bases[side]).toBeNull();
            else expect(one.bases[side]![basis]).toBeCloseTo(lots.reduce((sum, lot) => sum + lot[basis] * lot.shares, 0) / shares, 6);
          }
        }
        changed += one.contracts.length;
      }
    }),
    { numRuns: 120 },
  );
  expect(changed).toBeGreaterThan(50);
});

test("the break-even of every open contract is the chain report's, where a chain has one open contract", () => {
  let compared = 0;
  fc.assert(
    fc.property(history(60), (trades) => {
      const books = bookOf(trades);
      const contracts = moves.holdings(books).flatMap(({ options }) => options);
      const chains = report.chains(books);
      for (const one of contracts.filter(({ side, chainCredit }) => side === "short" && chainCredit !== null)) {
        const same = chains.filter((chain) => chain.state === "Open" && chain.account === one.account && chain.ticker === one.ticker && chain.type === one.type && chain.chainCredit === one.chainCredit);
        const alone = books.holdings.find(({ account, ticker }) => account === one.account && ticker === one.ticker)!.options.filter(({ type, side }) => type === one.type && side === "short").length === 1;
        if (same.length !== 1 || !alone) continue;
        expect(one.breakeven).toBeCloseTo(same[0]!.breakeven!, 9);
        compared += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(20);
});

test("all shares together cost what their lots cost", () => {
  fc.assert(
    fc.property(history(80), (trades) => {
      for (const { shares } of moves.holdings(bookOf(trades))) {
        if (!shares) continue;
        const size = shares.lots.reduce((sum, lot) => sum + (lot.size - lot.taken), 0);
        const sum = shares.lots.reduce((all, lot) => all + basesOf(lot).taxBasis * (lot.size - lot.taken), 0);
        expect(shares.bases.taxBasis).toBeCloseTo(sum / size, 8);
      }
    }),
    { numRuns: 100 },
  );
});
