import type { Book, Holding } from "../ledger/book";
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
  const lines = new Map<string, Line>();
  const lineOf = (account: string, ticker: string): Line => {
    const key = JSON.stringify([account, ticker]);
    const found = lines.get(key) ?? { account, ticker, cash: 0, realised: 0, options: 0, shares: 0 };
    lines.set(key, found);
    return found;
  };
  for (const { trade, cash } of book.entries) {
    if (trade.action !== "Deposit" && trade.action !== "Withdrawal") lineOf(trade.account || "Main", trade.ticker.trim()).cash += cash;
  }
  for (const realised of book.realised) lineOf(realised.account, realised.ticker).realised += realised[view];
  for (const holding of book.holdings) addOpen(lineOf(holding.account, holding.ticker), holding, view);
  const found = [...lines.values()].sort(byName);
  return [...found, found.reduce(add, { account: "Total", ticker: "", cash: 0, realised: 0, options: 0, shares: 0 })].map(auditRow);
}

interface Line {
  readonly account: string;
  readonly ticker: string;
  cash: number;
  realised: number;
  options: number;
  shares: number;
}
const byName = (one: Line, other: Line): number => (one.account === other.account ? (one.ticker < other.ticker ? -1 : 1) : one.account < other.account ? -1 : 1);

function addOpen(line: Line, { options, shares }: Holding, view: View): void {
  for (const lot of options) line.options += left(lot.credit, lot);
  for (const lot of shares) {
    const option = view === "tax" ? left(lot.option, lot) : 0;
    line.shares += option + (lot.short ? 1 : -1) * left(lot.strike, lot);
  }
}

function add(sum: Line, line: Line): Line {
  return { ...sum, cash: sum.cash + line.cash, realised: sum.realised + line.realised, options: sum.options + line.options, shares: sum.shares + line.shares };
}

function auditRow({ account, ticker, cash, realised, options, shares }: Line): AuditRow {
  const difference = cash - realised - options - shares;
  return {
    account, ticker, cash: toDollars(cash), realised: toDollars(realised), openOptions: toDollars(options), openShares: toDollars(shares), difference: toDollars(difference), ok: difference === 0,
  };
}
