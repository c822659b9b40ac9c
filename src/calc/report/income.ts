import type { Book } from "../ledger/book";
import { toDollars } from "../ledger/units";
import type { Headers } from "./columns";
import { PERIODS, type Period } from "./periods";

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
  const periodOf = PERIODS[by]();
  const sums = new Map<string, Sums>();
  const sumsOf = (fact: { day: number; account: string; ticker: string }): Sums => {
    const period = periodOf(fact);
    const found = sums.get(period) ?? { premium: 0, fees: 0, option: 0, stock: 0, dividend: 0, interest: 0, fee: 0 };
    sums.set(period, found);
    return found;
  };
  for (const { trade, day, gross, cash, fees } of book.entries) {
    if (trade.action === "Deposit" || trade.action === "Withdrawal") continue;
    const found = sumsOf({ day, account: trade.account || "Main", ticker: trade.ticker });
    if (trade.action === "Sell to open") found.premium += gross;
    found.fees += trade.action === "Fee" ? -cash : fees;
  }
  for (const realised of book.realised) sumsOf(realised)[realised.kind] += realised[view];
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([period, found]) => incomeRow(period, found));
}

interface Sums {
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
