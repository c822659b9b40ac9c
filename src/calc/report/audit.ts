import type { Book, TickerBook } from "../ledger/book";
import { left, toDollars } from "../ledger/units";
import type { Headers } from "./columns";
import type { View } from "./income";

/** The conservation law: cash = realised + open options + open shares, in dollars. */
export interface AuditRow {
  readonly account: string;
  readonly ticker: string;
  /** Straight from the rows, deposits and withdrawals aside. */
  readonly cash: number;
  readonly realised: number;
  /** Credits of open short options less debits of open long ones. */
  readonly openOptions: number;
  /** Minus what the shares held cost in this view, plus what short ones brought. */
  readonly openShares: number;
  readonly difference: number;
  readonly ok: boolean;
}
export const AUDIT_HEADERS: Headers<AuditRow> = {
  account: "Account", ticker: "Ticker", cash: "Cash", realised: "Realised", openOptions: "Open options", openShares: "Open shares", difference: "Difference", ok: "Ok",
};

/** The law by account and ticker, and for all together in a last row "Total". docs/spec/books.md §10. */
export function audit(book: Book, view: View = "income"): readonly AuditRow[] {
  const lines = book.tickers.map((ticker) => lineOf(ticker, view));
  return [...lines, lines.reduce(add, { account: "Total", ticker: "", cash: 0, realised: 0, options: 0, shares: 0 })].map(auditRow);
}

interface Line {
  readonly account: string;
  readonly ticker: string;
  readonly cash: number;
  readonly realised: number;
  readonly options: number;
  readonly shares: number;
}

function lineOf({ account, ticker, entries, realised, options, shares }: TickerBook, view: View): Line {
  return {
    account, ticker,
    cash: sum(entries, ({ action, cash }) => (action === "Deposit" || action === "Withdrawal" ? 0 : cash)),
    realised: sum(realised, (one) => one[view]),
    options: sum(options, (lot) => left(lot.credit, lot)),
    shares: sum(shares, (lot) => (view === "tax" ? left(lot.option, lot) : 0) + (lot.short ? 1 : -1) * left(lot.strike, lot)),
  };
}
function sum<T>(all: readonly T[], units: (one: T) => number): number {
  let found = 0;
  for (const one of all) found += units(one);
  return found;
}

function add(all: Line, line: Line): Line {
  return { ...all, cash: all.cash + line.cash, realised: all.realised + line.realised, options: all.options + line.options, shares: all.shares + line.shares };
}

function auditRow({ account, ticker, cash, realised, options, shares }: Line): AuditRow {
  const difference = cash - realised - options - shares;
  return {
    account, ticker, cash: toDollars(cash), realised: toDollars(realised), openOptions: toDollars(options), openShares: toDollars(shares), difference: toDollars(difference), ok: difference === 0,
  };
}
