import { basesOf } from "../ledger/bases";
import type { Book } from "../ledger/book";
import { sharesLeft } from "../ledger/shareLots";
import type { ShareLot } from "../ledger/state";
import { toShares } from "../ledger/units";
import type { Headers } from "./columns";

/** Shares that are held (or short, below zero), lot by lot, with their three bases a share. */
export interface Lot {
  readonly account: string;
  readonly ticker: string;
  readonly opened: number;
  readonly shares: number;
  readonly strikeCost: number;
  readonly taxBasis: number;
  readonly netStockCost: number;
  readonly source: ShareLot["source"];
}
export const LOT_HEADERS: Headers<Lot> = {
  account: "Account", ticker: "Ticker", opened: "Opened", shares: "Shares", strikeCost: "Strike cost", taxBasis: "Tax basis", netStockCost: "Net stock cost", source: "Source",
};

/** Share lots, oldest first. Dividends are taken off the net stock cost only when asked. */
export function lots(book: Book, { dividends = false }: { dividends?: boolean } = {}): readonly Lot[] {
  return book.holdings.flatMap(({ account, ticker, shares }) =>
    shares.map((lot) => {
      const { strikeCost, taxBasis, netStockCost, netAfterDividends } = basesOf(lot);
      const held = (lot.short ? -1 : 1) * toShares(sharesLeft(lot));
      return { account, ticker, opened: lot.opened, shares: held, strikeCost, taxBasis, netStockCost: dividends ? netAfterDividends : netStockCost, source: lot.source };
    }),
  );
}
