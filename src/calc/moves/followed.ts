import type { LogRow } from "../ledger/entries";
import type { Trade } from "../ledger/trade";

/** A put that one meant to sell. */
export interface PlannedPut {
  /** Day of the plan: what was sold before is not its doing. */
  readonly date: number;
  readonly account: string;
  readonly ticker: string;
  readonly strike: number;
  readonly expiry: number;
}

/** What the log says was done after a plan. Contracts of this very put; prices a share, before fees. docs/spec/screen.md §8. */
export interface Followed {
  readonly sold: number;
  /** Their average price; null when none was sold. */
  readonly price: number | null;
  readonly expired: number;
  readonly assigned: number;
  readonly boughtBack: number;
  /** Of what was sold. */
  readonly open: number;
  /** The first other put of the stock that was sold instead, until the planned one expired; null when this one was sold, or none. */
  readonly instead: Pick<Trade, "date" | "quantity" | "strike" | "expiry" | "price"> | null;
}

export function followed(log: readonly LogRow[], planned: PlannedPut): Followed {
  const since = log.map(({ trade }) => trade).filter((trade) => trade.type === "Put" && trade.account === planned.account && trade.ticker === planned.ticker && trade.date >= planned.date);
  const same = since.filter(({ strike, expiry }) => strike === planned.strike && expiry !== null && Math.floor(expiry) === planned.expiry);
  const contracts = (action: Trade["action"]): number => same.reduce((sum, trade) => sum + (trade.action === action ? trade.quantity : 0), 0);
  const sales = same.filter(({ action }) => action === "Sell to open");
  const [sold, expired, assigned, boughtBack] = [contracts("Sell to open"), contracts("Expired"), contracts("Assigned"), contracts("Buy to close")];
  const others = since.filter((trade) => trade.action === "Sell to open" && !same.includes(trade) && trade.date <= planned.expiry);
  return {
    sold, expired, assigned, boughtBack,
    price: sold > 0 ? sales.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0) / sold : null,
    open: Math.max(0, sold - expired - assigned - boughtBack),
    instead: sold > 0 ? null : (others.sort((one, other) => one.date - other.date)[0] ?? null),
  };
}
