import type { Trade } from "./trade";

/** A blank account is Main; names that differ only in case are one account, as they are to Excel's filters and sums. docs/spec/books.md §2.6. */
export function isSameAccount(one: string, other: string): boolean {
  return one === other || accountKey(one) === accountKey(other);
}

/** What accounts that are one have in common. */
export const accountKey = (account: string): string => named(account).toLowerCase();

/** Rows in which each account is spelled in one way, wherever they stand: "IRA" where "IRA" and "ira" were typed. Rows that are spelled so already stay themselves. */
export function oneSpelling<Row extends { readonly trade: Trade }>(rows: readonly Row[]): readonly Row[] {
  const typed = new Set(rows.map(({ trade }) => trade.account));
  const spelled = new Map<string, string>();
  for (const account of [...typed].map(named).sort()) if (!spelled.has(accountKey(account))) spelled.set(accountKey(account), account); // capitals come first
  const spellings = new Map([...typed].map((account) => [account, spelled.get(accountKey(account))!]));
  if ([...spellings].every(([account, spelling]) => account === spelling)) return rows;
  return rows.map((row) => {
    const account = spellings.get(row.trade.account)!;
    return account === row.trade.account ? row : { ...row, trade: { ...row.trade, account } };
  });
}

const named = (account: string): string => account || "Main";
