import { answer, check, checkAboveZero } from "../check";
import { book } from "../ledger/book";
import type { LogRow } from "../ledger/entries";
import { cashOf } from "../ledger/cash";
import type { Trade } from "../ledger/trade";
import { sumOf } from "../lists";
import { holdings } from "../moves/open";
import { exposure } from "./exposure";
import { priceOfLoss, resultAt } from "./risk";
import { type Stock, byTicker, soldPuts } from "./stocks";

/** What a put would mean if it were sold and assigned, beside all that is open. Dollars. docs/spec/portfolio.md §9. */
export interface PlannedSale {
  readonly shares: number;
  readonly cost: number;
  /** Strike less premium, with fees: what a share really costs. */
  readonly paid: number;
  /** Null when the cash is not known. */
  readonly cash: {
    /** Once this put is assigned, its premium received. */
    readonly then: number;
    /** Still set aside for the other puts. */
    readonly setAside: number;
    readonly free: number;
  } | null;
  /** Of the ticker with this put, of cash and shares; null when the cash is not known. */
  readonly share: number | null;
  /** What all of the ticker comes to at the expirations, premiums inside, with the stock at these prices; and the whole book, when every stock falls as far. */
  readonly results: readonly { readonly fall: number; readonly price: number; readonly result: number; readonly wholeBook: number }[];
  /** Tickers that are not in the whole book, for want of a price. */
  readonly unpriced: readonly string[];
  /** Every sold put assigned at once, this one included. */
  readonly allAssigned: { readonly needed: number; readonly left: number | null };
}

export interface PlannedTerms {
  readonly stocks: readonly Stock[];
  readonly spot: number;
  readonly cash: number | null;
}

/** `sale` opens short puts; the log is what stands in it already. */
export function plannedSale(log: readonly LogRow[], sale: Trade, { stocks, spot, cash }: PlannedTerms): PlannedSale {
  checkAboveZero(spot, "spot");
  if (cash !== null) checkAboveZero(cash, "cash");
  const { strike, multiplier, quantity, ticker } = sale;
  check(sale.action === "Sell to open" && sale.type === "Put" && strike !== null, "a planned sale opens a put");
  const after = bookWith(log, sale);
  const shares = quantity * multiplier;
  const [cost, credit] = [answer(strike * shares), cashOf(sale)];
  const setAside = sumOf(soldPuts(holdings(after)), ({ collateral }) => collateral) - cost;
  const of = holdings(after).filter((one) => one.ticker === ticker);
  const then = cash === null ? null : answer(cash + credit - cost);
  const others = byTicker(after, stocks).filter((one) => one.ticker !== ticker);
  const priced = others.filter(({ price }) => price !== null);
  return {
    shares, cost,
    paid: answer(strike - credit / shares),
    cash: then === null ? null : { then, setAside: answer(setAside), free: answer(then - setAside) },
    share: cash === null ? null : shareWith(after, stocks, cash + credit, ticker),
    results: FALLS.map((fall) => {
      const result = resultAt(of, spot * (1 - fall));
      return { fall, price: answer(spot * (1 - fall)), result, wholeBook: answer(result + sumOf(priced, (one) => resultAt(one.holdings, one.price! * (1 - fall)))) };
    }),
    unpriced: others.filter(({ price }) => price === null).map((one) => one.ticker),
    allAssigned: { needed: answer(setAside + cost), left: cash === null ? null : answer(cash + credit - setAside - cost) },
  };
}

/** How far the stock may fall until all of the ticker, this sale included, loses so many dollars; null when not even a price of zero does. */
export function priceOfDistress(log: readonly LogRow[], sale: Trade, { spot, distress }: { readonly spot: number; readonly distress: number }): number | null {
  checkAboveZero(spot, "spot");
  return priceOfLoss(holdings(bookWith(log, sale)).filter(({ ticker }) => ticker === sale.ticker), distress, spot);
}

const FALLS = [0, 0.2, 0.4] as const;

function bookWith(log: readonly LogRow[], sale: Trade) {
  return book([...log, { trade: sale, row: log.reduce((last, { row }) => Math.max(last, row), 0) + 1 }]);
}

function shareWith(after: ReturnType<typeof book>, stocks: readonly Stock[], cash: number, ticker: string): number | null {
  const row = exposure(after, stocks, { by: "ticker", cash, limit: null }).slice(0, -2).find(({ group }) => group === ticker);
  return row?.share ?? null;
}
