import type { Book, TickerBook } from "../ledger/book";
import { toDollars } from "../ledger/units";
import type { Headers } from "./columns";
import { type Period, periodName } from "./periods";

/** What a period, a ticker or an account brought, in dollars. */
export interface IncomeRow {
  readonly period: string;
  /** By the date of sale, before fees: information, no result. */
  readonly premiumReceived: number;
  readonly realisedOptions: number;
  readonly realisedStock: number;
  readonly dividends: number;
  readonly interest: number;
  /** Of all rows of the period: information, they are in the results already. */
  readonly fees: number;
  /** All that was realised, less account fees. */
  readonly net: number;
}
export const INCOME_HEADERS: Headers<IncomeRow> = {
  period: "Period", premiumReceived: "Premium received", realisedOptions: "Realised options", realisedStock: "Realised stock", dividends: "Dividends", interest: "Interest", fees: "Fees", net: "Net",
};

/** Premium of assigned contracts: realised at assignment, or in the basis and the proceeds of shares. */
export type View = "income" | "tax";

/** Income in order of the periods; one without any event has no line. docs/spec/books.md §8. */
export function income(book: Book, by: Period = "month", view: View = "income"): readonly IncomeRow[] {
  const periods = new Map<string, Sums>();
  const inPeriod = (period: string): Sums => found(periods, period);
  if (by === "ticker" || by === "account") {
    for (const one of book.tickers) addFacts(one, view, sameFor(inPeriod(by === "account" ? one.account : one.ticker || "(no ticker)")));
  } else {
    const days = new Map<number, Sums>();
    for (const one of book.tickers) addFacts(one, view, (day) => found(days, day));
    for (const [day, sums] of days) addSums(inPeriod(periodName(day, by)), sums);
  }
  return [...periods].filter(([, sums]) => sums.rows > 0).sort(([one], [other]) => (one < other ? -1 : 1)).map(([period, sums]) => incomeRow(period, sums));
}

const sameFor = (sums: Sums) => (): Sums => sums;
function found<Key>(all: Map<Key, Sums>, key: Key): Sums {
  const known = all.get(key);
  if (known) return known;
  const fresh: Sums = { rows: 0, premium: 0, fees: 0, option: 0, stock: 0, dividend: 0, interest: 0, fee: 0 };
  all.set(key, fresh);
  return fresh;
}

function addFacts({ entries, realised }: TickerBook, view: View, sumsOf: (day: number) => Sums): void {
  for (const { action, day, gross, cash, fees } of entries) {
    if (action === "Deposit" || action === "Withdrawal") continue;
    const sums = sumsOf(day);
    sums.rows += 1;
    if (action === "Sell to open") sums.premium += gross;
    sums.fees += action === "Fee" ? -cash : fees;
  }
  for (const one of realised) sumsOf(one.day)[one.kind] += one[view];
}
function addSums(into: Sums, sums: Sums): void {
  for (const key of Object.keys(sums) as (keyof Sums)[]) into[key] += sums[key];
}

interface Sums {
  rows: number;
  premium: number;
  fees: number;
  option: number;
  stock: number;
  dividend: number;
  interest: number;
  fee: number;
}

function incomeRow(period: string, { premium, fees, option, stock, dividend, interest, fee }: Sums): IncomeRow {
  return {
    period, premiumReceived: toDollars(premium), realisedOptions: toDollars(option), realisedStock: toDollars(stock), dividends: toDollars(dividend),
    interest: toDollars(interest), fees: toDollars(fees), net: toDollars(option + stock + dividend + interest + fee),
  };
}
