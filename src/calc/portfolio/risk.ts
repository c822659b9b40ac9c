import { answer, check, checkAboveZero, checkNotNegative } from "../check";
import type { Book } from "../ledger/book";
import { left, toDollars } from "../ledger/units";
import { sumOf } from "../lists";
import type { Holding, OpenContract } from "../moves/open";
import type { Headers } from "../report/columns";
import { type Stock, type TickerHoldings, byTicker, soldPuts } from "./stocks";

/** How a ticker stands with its premiums inside, and how far it may fall. docs/spec/portfolio.md §8. */
export interface RiskRow {
  readonly ticker: string;
  readonly price: number | null;
  /** Collateral of sold puts and strike cost of shares. */
  readonly capital: number;
  /** What all of it comes to if the price stays until the expirations. Without a price this and what follows from it is null. */
  readonly result: number | null;
  /** Loss ÷ capital. */
  readonly drawdown: number | null;
  /** What all of it comes to with the stock at nothing. */
  readonly atZero: number;
  /** The price at which the loss is the distress amount; null when not even zero is, and without such an amount. */
  readonly distressPrice: number | null;
  /** The fall to there, as a fraction of the price now: 1 when nothing loses as much, 0 when that is lost already. */
  readonly worstDrop: number | null;
  readonly state: string;
}
export const RISK_HEADERS: Headers<RiskRow> = {
  ticker: "Ticker", price: "Price", capital: "Capital", result: "Result now", drawdown: "Drawdown", atZero: "At zero", distressPrice: "Distress price", worstDrop: "Worst drop", state: "State",
};

export interface RiskLimits {
  /** The loss on one ticker, in dollars, at which one would lose sleep; null asks nothing. */
  readonly distress: number | null;
  /** The loss ÷ capital that is warned of: 0.15. */
  readonly mostDrawdown: number;
}

/** A row a ticker, all accounts together. */
export function risks(book: Pick<Book, "holdings">, stocks: readonly Stock[], limits: RiskLimits): readonly RiskRow[] {
  if (limits.distress !== null) checkAboveZero(limits.distress, "distress");
  checkAboveZero(limits.mostDrawdown, "drawdown limit");
  return byTicker(book, stocks).map((ticker) => riskRow(ticker, limits));
}

/** All tickers together, in the columns of one. Those without a price are in capital and at zero, and in nothing that asks a price. */
export const ALL_TOGETHER = "All together";

/** What all of the book comes to when every price falls by the same share, and how far they may until the loss of all is the distress amount. Null when nothing is open. docs/spec/portfolio.md §8.5. */
export function together(book: Pick<Book, "holdings">, stocks: readonly Stock[], { distress }: Pick<RiskLimits, "distress">): RiskRow | null {
  if (distress !== null) checkAboveZero(distress, "distress");
  const all = byTicker(book, stocks);
  const priced = all.filter(isPriced);
  if (all.length === 0) return null;
  const capitalOf = (tickers: readonly TickerHoldings[]): number => answer(sumOf(tickers, tickerCapital));
  const result = priced.length === 0 ? null : bookAt(priced, 1);
  const known = capitalOf(priced);
  const missing = all.length - priced.length;
  const words = [
    ...(distress !== null && result !== null && result <= -distress ? ["The distress amount is lost already"] : []),
    ...(missing > 0 ? [`Without ${missing === 1 ? "1 stock that has" : `${missing} stocks that have`} no price`] : []),
  ];
  return {
    ticker: ALL_TOGETHER, price: null, capital: capitalOf(all), result, drawdown: result !== null && known > 0 ? answer(Math.max(0, -result) / known) : null,
    atZero: answer(sumOf(all, ({ holdings }) => resultAt(holdings, 0))), distressPrice: null, worstDrop: distress === null || result === null ? null : commonFall(priced, distress), state: words.join("; "),
  };
}

type Priced = TickerHoldings & { readonly price: number };
const isPriced = (one: TickerHoldings): one is Priced => one.price !== null;

/** All of them with every price at this part of what it is now. */
function bookAt(tickers: readonly Priced[], part: number): number {
  return answer(sumOf(tickers, ({ holdings, price }) => resultAt(holdings, price * part)));
}

/** Between the falls at which one of the prices comes to a strike, the result of all is a straight line. */
function commonFall(tickers: readonly Priced[], loss: number): number {
  const strikes = tickers.flatMap(({ holdings, price }) => holdings.flatMap(({ options }) => options.map(({ strike }) => strike / price))).filter((part) => part < 1);
  let above = { part: 1, result: bookAt(tickers, 1) };
  if (above.result <= -loss) return 0;
  for (const part of [...new Set(strikes), 0].sort((one, other) => other - one)) {
    const below = { part, result: bookAt(tickers, part) };
    if (below.result <= -loss) return answer(1 - (part + ((above.part - part) * (-loss - below.result)) / (above.result - below.result)));
    above = below;
  }
  return 1;
}

/** What everything that is open of a ticker comes to if the price stays there until the expirations, in dollars, premiums inside. */
export function resultAt(holdings: readonly Holding[], price: number): number {
  checkNotNegative(price, "price");
  return answer(sumOf(holdings, (holding) => holdingAt(holding, price)));
}

/**
 * The highest price not above `from` at which the result is a loss of this size or more; null when there is none. Between strikes the result is a
 * straight line, so it is looked at from strike to strike.
 */
export function priceOfLoss(holdings: readonly Holding[], loss: number, from: number): number | null {
  check(loss > 0, "loss must be above zero");
  const strikes = holdings.flatMap(({ options }) => options.map(({ strike }) => strike)).filter((strike) => strike < from);
  let above = { price: from, result: resultAt(holdings, from) };
  if (above.result <= -loss) return from;
  for (const price of [...new Set(strikes), 0].sort((one, other) => other - one)) {
    const below = { price, result: resultAt(holdings, price) };
    if (below.result <= -loss) return answer(price + ((above.price - price) * (-loss - below.result)) / (above.result - below.result));
    above = below;
  }
  return null;
}

/**
 * The price below which the loss is this size or more, coming down from where the result is best; null when it is so nowhere, or everywhere. It follows from the log alone, whatever
 * the price is now.
 */
export function distressPrice(holdings: readonly Holding[], loss: number): number | null {
  check(loss > 0, "loss must be above zero");
  const strikes = [...new Set([0, ...holdings.flatMap(({ options }) => options.map(({ strike }) => strike))])];
  const last = Math.max(...strikes);
  // beyond the last strike the result is one straight line
  const rise = resultAt(holdings, last + 1) - resultAt(holdings, last);
  const beyond = rise > 0 ? [last + Math.max(0, (-loss - resultAt(holdings, last)) / rise) + 1] : [];
  const best = [...strikes, ...beyond].reduce((one, other) => (resultAt(holdings, other) > resultAt(holdings, one) ? other : one));
  const found = priceOfLoss(holdings, loss, best);
  return found === best ? null : found;
}

const tickerCapital = ({ holdings }: TickerHoldings): number => answer(sumOf(soldPuts(holdings), ({ collateral }) => collateral) + sumOf(holdings, strikeCostOf));

function riskRow(stock: TickerHoldings, { distress, mostDrawdown }: RiskLimits): RiskRow {
  const { ticker, holdings, price } = stock;
  const capital = tickerCapital(stock);
  const atZero = resultAt(holdings, 0);
  if (price === null) return { ticker, price, capital, result: null, drawdown: null, atZero, distressPrice: null, worstDrop: null, state: "No price on the Watchlist" };
  const result = resultAt(holdings, price);
  const drawdown = capital > 0 ? answer(Math.max(0, -result) / capital) : null;
  const at = distress === null ? null : priceOfLoss(holdings, distress, price);
  const worstDrop = distress === null ? null : at === null ? 1 : answer((price - at) / price);
  const words = [...(distress !== null && result <= -distress ? ["The distress amount is lost already"] : []), ...((drawdown ?? 0) > mostDrawdown ? ["Drawdown above the limit"] : [])];
  return { ticker, price, capital, result, drawdown, atZero, distressPrice: at, worstDrop, state: words.join("; ") };
}

function holdingAt({ options, shares }: Holding, price: number): number {
  const held = shares?.shares ?? 0;
  const calls = options.filter(({ type, side }) => type === "Call" && side === "short");
  const sold = sumOf(calls, sizeOf);
  const covered = Math.min(Math.max(0, held), sumOf(calls, ({ covered: under }) => under));
  const uncovered = sold > 0 ? Math.max(0, sold - covered) / sold : 0;
  const ofShares = shares === null ? 0 : held * (price - shares.bases.netStockCost);
  return ofShares + sumOf(options, (option) => optionAt(option, price, uncovered));
}

/** The premium of a covered call lowers the net stock cost already; that of the uncovered part is its own. */
function optionAt(option: OpenContract, price: number, uncovered: number): number {
  const { type, side, strike, breakeven } = option;
  const each = type === "Put" ? breakeven - Math.min(price, strike) : Math.max(price, strike) - breakeven;
  if (side === "long") return each * sizeOf(option);
  if (type === "Put") return -each * sizeOf(option);
  return (uncovered * (breakeven - strike) - Math.max(0, price - strike)) * sizeOf(option);
}

const sizeOf = ({ contracts, multiplier }: OpenContract): number => contracts * multiplier;
const strikeCostOf = ({ shares }: Holding): number => sumOf(shares?.lots ?? [], (lot) => (lot.short ? 0 : toDollars(left(lot.strike, lot))));
