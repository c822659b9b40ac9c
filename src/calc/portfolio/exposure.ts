import { answer, checkAboveZero, checkNumber } from "../check";
import type { Book } from "../ledger/book";
import { left, toDollars } from "../ledger/units";
import { grouped, sumOf } from "../lists";
import type { Holding } from "../moves/open";
import type { Headers } from "../report/columns";
import { type Stock, type TickerHoldings, byTicker, dollarsInWords, soldPuts } from "./stocks";

/** How much money hangs on one ticker, sector or account, in dollars. docs/spec/portfolio.md §2. */
export interface ExposureRow {
  readonly group: string;
  readonly putsCollateral: number | null;
  readonly sharesAtStrikeCost: number | null;
  /** Null when one of them has no price on the Watchlist. */
  readonly sharesAtMarket: number | null;
  /** Collateral and shares at market, at strike cost where there is no price. In the last row the effective number. */
  readonly total: number | null;
  readonly share: number | null;
  readonly limit: number | null;
  readonly state: string;
}
export const EXPOSURE_HEADERS: Headers<ExposureRow> = {
  group: "Group", putsCollateral: "Puts collateral", sharesAtStrikeCost: "Shares at strike cost", sharesAtMarket: "Shares at market", total: "Total", share: "Share", limit: "Limit", state: "State",
};
export type ExposureGroup = "ticker" | "sector" | "account";

export interface ExposureQuestion {
  readonly by: ExposureGroup;
  /** Cash, collateral included; null: shares are of what is at work. */
  readonly cash: number | null;
  /** Null: the usual one of the group. */
  readonly limit: number | null;
}

/** The largest first, then a row "Total" and one with the effective number of groups. */
export function exposure(book: Pick<Book, "holdings">, stocks: readonly Stock[], { by, cash, limit }: ExposureQuestion): readonly ExposureRow[] {
  if (limit !== null) checkAboveZero(limit, "limit");
  const parts = byTicker(book, stocks).flatMap((ticker) => partsOf(ticker, by));
  const groups = [...grouped(parts, ({ group }) => group)].map(([group, all]) => together(group, all)).sort((one, other) => other.total - one.total || (one.group < other.group ? -1 : 1));
  const all = together("Total", groups);
  const capital = cash === null ? all.total : worth(cash, all);
  const rows = groups.map((group) => exposureRow(group, capital, group.group === NO_SECTOR ? null : (limit ?? USUAL_LIMIT[by])));
  const total = exposureRow(all, capital, null);
  const last = { ...NOTHING, group: EFFECTIVE[by], total: effectiveNumber(groups.map((group) => group.total)) };
  return [...rows, { ...total, state: cash === null ? "Share of what is at work" : capital > 0 ? "Share of cash and shares" : "Cash and shares together are not above zero: there is nothing to take a share of" }, last];
}

/** Cash, collateral included, and shares at market: what all is worth before its options. Not above zero where more shares are short than there is cash: then nothing is a share of it. */
export function capitalOf(book: Pick<Book, "holdings">, stocks: readonly Stock[], cash: number): number {
  return worth(cash, together("Total", byTicker(book, stocks).flatMap((ticker) => partsOf(ticker, "ticker"))));
}

/** 1 ÷ Σ share²: how many equal ones would be as concentrated. Null when there is nothing. */
export function effectiveNumber(sizes: readonly number[]): number | null {
  const whole = sumOf(sizes, (size) => size);
  if (whole === 0) return null;
  return answer(1 / sumOf(sizes, (size) => (size / whole) ** 2));
}

const USUAL_LIMIT: Readonly<Record<ExposureGroup, number | null>> = { ticker: 0.2, sector: 0.4, account: null };
const EFFECTIVE: Readonly<Record<ExposureGroup, string>> = { ticker: "Effective names", sector: "Effective sectors", account: "Effective accounts" };
const NO_SECTOR = "(no sector)";
const NOTHING: Omit<ExposureRow, "group" | "total"> = { putsCollateral: null, sharesAtStrikeCost: null, sharesAtMarket: null, share: null, limit: null, state: "" };

interface Part {
  readonly group: string;
  readonly collateral: number;
  readonly strikeCost: number;
  readonly market: number;
  readonly total: number;
  /** Tickers whose shares have no price, and those without a sector. */
  readonly unpriced: readonly string[];
  readonly tickers: readonly string[];
}

function partsOf(ticker: TickerHoldings, by: ExposureGroup): Part[] {
  if (by === "account") return [...grouped(ticker.holdings, ({ account }) => account)].map(([account, open]) => partOf(account, ticker, open));
  return [partOf(by === "sector" ? ticker.sector || NO_SECTOR : ticker.ticker, ticker, ticker.holdings)];
}

function partOf(group: string, { ticker, price }: TickerHoldings, open: readonly Holding[]): Part {
  const collateral = sumOf(soldPuts(open), (put) => put.collateral);
  const held = sumOf(open, ({ shares }) => shares?.shares ?? 0);
  const strikeCost = sumOf(open, ({ shares }) => sumOf(shares?.lots ?? [], (lot) => (lot.short ? -1 : 1) * toDollars(left(lot.strike, lot))));
  const market = price === null ? strikeCost : held * price;
  return { group, collateral, strikeCost, market, total: collateral + Math.abs(market), unpriced: price === null && held !== 0 ? [ticker] : [], tickers: [ticker] };
}

function together(group: string, parts: readonly Part[]): Part {
  const sum = (each: (part: Part) => number): number => sumOf(parts, each);
  return {
    group, collateral: sum((part) => part.collateral), strikeCost: sum((part) => part.strikeCost), market: sum((part) => part.market), total: sum((part) => part.total),
    unpriced: parts.flatMap(({ unpriced }) => unpriced), tickers: parts.flatMap(({ tickers }) => tickers),
  };
}

function worth(cash: number, { market }: Part): number {
  checkNumber(cash, "cash");
  return answer(cash + market);
}

function exposureRow(part: Part, capital: number, limit: number | null): ExposureRow {
  const { group, collateral, strikeCost, market, total, unpriced } = part;
  return {
    group, putsCollateral: answer(collateral), sharesAtStrikeCost: answer(strikeCost), sharesAtMarket: unpriced.length > 0 ? null : answer(market), total: answer(total),
    share: capital > 0 ? answer(total / capital) : null, limit, state: stateOf(part, capital, limit),
  };
}

function stateOf({ group, total, unpriced, tickers }: Part, capital: number, limit: number | null): string {
  const words: string[] = [];
  const room = limit === null ? 0 : limit * capital - total;
  if (limit !== null && capital > 0) words.push(room >= -HALF_A_CENT ? `Within the limit: ${dollarsInWords(Math.max(0, room))} left` : `Above the limit by ${dollarsInWords(-room)}`);
  if (group === NO_SECTOR) words.push(`No sector on the Watchlist: ${tickers.join(", ")}`);
  if (unpriced.length > 0) words.push(`at strike cost, without a price on the Watchlist: ${[...new Set(unpriced)].join(", ")}`);
  return words.join("; ");
}
const HALF_A_CENT = 0.005;
