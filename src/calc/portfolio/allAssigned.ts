import { answer, check, checkNumber } from "../check";
import { isSameAccount } from "../ledger/accounts";
import type { Book } from "../ledger/book";
import { grouped, sumOf } from "../lists";
import { type Holding, holdings } from "../moves/open";
import type { Headers } from "../report/columns";
import { dollarsInWords, soldPuts } from "./stocks";

/** What an account would need if every sold put were assigned at once. docs/spec/portfolio.md §4. */
export interface AllAssignedRow {
  readonly account: string;
  /** Collateral included; null when it is not known for this account. */
  readonly cash: number | null;
  readonly cashNeeded: number;
  readonly left: number | null;
  /** The ticker that needs most of it. */
  readonly largestTicker: string;
  readonly state: string;
}
export const ALL_ASSIGNED_HEADERS: Headers<AllAssignedRow> = {
  account: "Account", cash: "Cash", cashNeeded: "Cash needed", left: "Left", largestTicker: "Largest ticker", state: "State",
};
/** One amount for all accounts together, or one for each. */
export type CashGiven = number | readonly { readonly account: string; readonly cash: number }[];

/** A row an account that has puts or cash, then all together. */
export function allAssigned(book: Pick<Book, "holdings">, given: CashGiven): readonly AllAssignedRow[] {
  const accounts = grouped(holdings(book).filter((one) => soldPuts([one]).length > 0), ({ account }) => account);
  const cash = cashByAccount(given, [...accounts.keys()]);
  const names = [...new Set([...accounts.keys(), ...cash.keys()])].sort();
  const unsaid = typeof given === "number" ? "The cash is that of all accounts together" : "No cash given for this account";
  const rows = names.map((account) => assignedRow(account, accounts.get(account) ?? [], cash.get(account) ?? null, unsaid));
  const unknown = names.filter((name) => !cash.has(name) && typeof given !== "number");
  const whole = typeof given === "number" ? given : sumOf([...cash.values()], (each) => each);
  return [...rows, assignedRow("Total", [...accounts.values()].flat(), unknown.length > 0 ? null : whole, `No cash given for ${unknown.join(", ")}`)];
}

/** One amount is that of the only account; of several it is not known in which of them it lies. */
function cashByAccount(given: CashGiven, accounts: readonly string[]): Map<string, number> {
  if (typeof given === "number") {
    checkNumber(given, "cash");
    return new Map(accounts.length === 1 ? [[accounts[0]!, given]] : []);
  }
  const cash = new Map<string, number>();
  for (const one of given) {
    checkNumber(one.cash, `cash of ${one.account}`);
    const account = accounts.find((each) => isSameAccount(each, one.account)) ?? one.account;
    check(!cash.has(account), `cash names the account ${one.account} twice`);
    cash.set(account, one.cash);
  }
  return cash;
}

function assignedRow(account: string, open: readonly Holding[], cash: number | null, unknown: string): AllAssignedRow {
  const cashNeeded = answer(sumOf(soldPuts(open), ({ collateral }) => collateral));
  const rest = cash === null ? null : answer(cash - cashNeeded);
  return { account, cash, cashNeeded, left: rest, largestTicker: largestOf(open), state: rest === null ? unknown : rest < -HALF_A_CENT ? `Short of cash by ${dollarsInWords(-rest)}` : "Covered" };
}
const HALF_A_CENT = 0.005;

function largestOf(open: readonly Holding[]): string {
  const sizes = [...grouped(soldPuts(open), ({ ticker }) => ticker)].map(([ticker, puts]) => ({ ticker, size: sumOf(puts, ({ collateral }) => collateral) }));
  return sizes.sort((one, other) => other.size - one.size || (one.ticker < other.ticker ? -1 : 1))[0]?.ticker ?? "";
}
