import { CalcError, answer, check, checkNumber } from "../check";
import type { Book } from "../ledger/book";
import { sumOf } from "../lists";
import { likelyEnding, settlesInCash } from "../moves/expiry";
import type { OpenContract } from "../moves/open";
import { inTheMoney } from "../pricing/chances";
import { type Style, valuation } from "../pricing/style";
import type { OptionTerms } from "../pricing/terms";
import type { Headers } from "../report/columns";
import { type PutChance, chanceAssigned, checkCorrelation } from "./chanceAssigned";
import { type Stock, type TickerHoldings, byTicker, soldPuts } from "./stocks";

/** What one jump of all prices does to a ticker, in dollars. A cell that cannot be answered holds the words why. docs/spec/portfolio.md §6. */
export interface StressRow {
  readonly ticker: string;
  readonly priceNow: number | string | null;
  readonly priceThen: number | null;
  readonly putsLoss: number | string | null;
  readonly callsGain: number | null;
  readonly sharesLoss: number | null;
  /** Calls gain − puts loss − shares loss: below zero it loses. */
  readonly total: number | null;
  /** Contracts of sold puts in the money then; in the rows of chances the chance. */
  readonly assigned: number | null;
}
export const STRESS_HEADERS: Headers<StressRow> = {
  ticker: "Ticker", priceNow: "Price now", priceThen: "Price then", putsLoss: "Puts loss", callsGain: "Calls gain", sharesLoss: "Shares loss", total: "Total", assigned: "Assigned",
};

export interface Shock {
  /** Change of every price: −0.15 is a fall by 15 %. */
  readonly shock: number;
  /** Added to every volatility. */
  readonly volatilityShock: number;
  readonly asOf: number;
  readonly rate: number;
  /** Null: no chances are asked for. */
  readonly correlation: number | null;
}

/** A row a ticker, a row "Total", and with a correlation two with the chance that at least half of the puts are assigned, now and then. */
export function stress(book: Pick<Book, "holdings">, stocks: readonly Stock[], shock: Shock): readonly StressRow[] {
  checkShock(shock);
  const tickers = byTicker(book, stocks);
  const rows = tickers.map((ticker) => stressRow(ticker, shock));
  const answered = tickers.filter((_, at) => rows[at]!.total !== null);
  const chances = shock.correlation === null ? [] : chanceRows(answered, shock, shock.correlation);
  return [...rows, totalRow(rows), ...chances];
}

function checkShock({ shock, volatilityShock, rate, correlation }: Shock): void {
  checkNumber(shock, "shock");
  check(shock > -1, "shock must be above -1: -0.15 is a fall by 15 %");
  checkNumber(volatilityShock, "vol_shock");
  checkNumber(rate, "rate");
  if (correlation !== null) checkCorrelation(correlation);
}

function stressRow(stock: TickerHoldings, shock: Shock): StressRow {
  const { ticker, price, holdings } = stock;
  const empty = { ticker, priceNow: price, priceThen: null, putsLoss: null, callsGain: null, sharesLoss: null, total: null, assigned: null };
  if (price === null) return { ...empty, priceNow: "no price on the Watchlist" };
  const priceThen = price * (1 + shock.shock);
  const sharesLoss = answer(sumOf(holdings, ({ shares }) => shares?.shares ?? 0) * (price - priceThen));
  const assigned = sumOf(soldPuts(holdings), (put) => (likelyEnding(put, priceThen) === "expired" ? 0 : put.contracts));
  const known = { ...empty, priceThen: answer(priceThen), sharesLoss, assigned };
  const options = holdings.flatMap((one) => one.options);
  const missing = volatilityWords(stock, options, shock);
  if (missing !== null) return { ...known, putsLoss: missing };
  const putsLoss = answer(-sumOf(options.filter(({ type }) => type === "Put"), (put) => gainOf(put, stock, shock)));
  const callsGain = answer(sumOf(options.filter(({ type }) => type === "Call"), (call) => gainOf(call, stock, shock)));
  return { ...known, putsLoss, callsGain, total: answer(callsGain - putsLoss - sharesLoss) };
}

function volatilityWords({ volatility }: TickerHoldings, options: readonly OpenContract[], { asOf, volatilityShock }: Shock): string | null {
  if (!options.some(({ expiry }) => expiry > asOf)) return null;
  if (volatility === null) return "no volatility on the Watchlist";
  if (volatility > MOST_VOLATILITY) return `${volatility} is no volatility: 0.28 or 28 % is meant on the Watchlist`;
  return volatility + volatilityShock < 0 ? "vol_shock takes more than its whole volatility" : null;
}
/** 500 % a year; 28 for 28 % is a slip that would pass for an answer. */
const MOST_VOLATILITY = 5;

/** What the holder of the position gains, dollars: its value then less its value now; who sold it loses that. */
function gainOf(contract: OpenContract, stock: TickerHoldings, shock: Shock): number {
  const { price } = valuation(styleOf(contract));
  const change = price(termsOf(contract, stock, shock, "then")) - price(termsOf(contract, stock, shock, "now"));
  return (contract.side === "short" ? -1 : 1) * change * contract.contracts * contract.multiplier;
}

function termsOf({ type, strike, expiry }: OpenContract, { price, volatility }: TickerHoldings, shock: Shock, when: "now" | "then"): OptionTerms {
  const then = when === "then";
  return {
    type: type === "Put" ? "put" : "call", strike, days: Math.max(0, expiry - shock.asOf), rate: shock.rate, dividendYield: 0,
    spot: price! * (then ? 1 + shock.shock : 1), volatility: volatility === null ? 0 : volatility + (then ? shock.volatilityShock : 0),
  };
}

/** Index options that are settled in cash are European, but for those on the S&P 100 by the name of OEX. */
function styleOf({ ticker }: OpenContract): Style {
  return ticker !== "OEX" && settlesInCash(ticker) ? "european" : "american";
}

function totalRow(rows: readonly StressRow[]): StressRow {
  const answered = rows.filter(({ total }) => total !== null);
  const without = rows.filter(({ total }) => total === null).map(({ ticker }) => ticker);
  const sum = (each: (row: StressRow) => number | string | null): number => answer(sumOf(answered, (row) => Number(each(row))));
  return {
    ticker: "Total", priceNow: without.length > 0 ? `without ${without.join(", ")}` : null, priceThen: null, putsLoss: sum(({ putsLoss }) => putsLoss), callsGain: sum(({ callsGain }) => callsGain),
    sharesLoss: sum(({ sharesLoss }) => sharesLoss), total: sum(({ total }) => total), assigned: sum(({ assigned }) => assigned),
  };
}

/** docs/spec/portfolio.md §7.4. */
function chanceRows(stocks: readonly TickerHoldings[], shock: Shock, correlation: number): StressRow[] {
  const contracts = sumOf(stocks, ({ holdings }) => sumOf(soldPuts(holdings), (put) => put.contracts));
  if (contracts === 0) throw new CalcError("notAvailable", "no sold put is open whose chance of assignment is known: leave correlation out");
  const least = Math.ceil(contracts / 2);
  return (["now", "then"] as const).map((when) => {
    const chances = stocks.map((stock) => soldPuts(stock.holdings).map((put): PutChance => ({ chance: inTheMoney(termsOf(put, stock, shock, when)), contracts: put.contracts })));
    const assigned = chanceAssigned({ stocks: chances, least, correlation });
    return { ticker: `P(at least half of the puts assigned) ${when}`, priceNow: `${least} of ${contracts} contracts, correlation ${correlation}`, priceThen: null, putsLoss: null, callsGain: null, sharesLoss: null, total: null, assigned };
  });
}
