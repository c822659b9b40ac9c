import { isSameAccount } from "../ledger/accounts";
import type { Bases } from "../ledger/bases";
import { type Book, book } from "../ledger/book";
import { cashUnits } from "../ledger/cash";
import type { LogRow } from "../ledger/entries";
import type { Trade } from "../ledger/trade";
import { toDollars } from "../ledger/units";
import { callWarnings, sellsCall } from "./callWarnings";
import { type Holding, holdings, keyOfContract } from "./open";
import { breakevenOf } from "./breakeven";
import type { Change, ContractChange } from "./change";
import { type RollEffect, rollOf } from "./rollEffect";

export type { RollEffect } from "./rollEffect";

/** What rows would do if they were added to the log. docs/spec/moves.md §2. */
export interface Effect {
  /** Dollars, after fees. */
  readonly cash: number;
  /** Locked in by these rows, in both views. */
  readonly realised: { readonly income: number; readonly tax: number };
  /** Of each account and ticker that the rows touch. */
  readonly holdings: readonly HoldingEffect[];
  readonly roll: RollEffect | null;
  /** Odd, but possible. */
  readonly warnings: readonly string[];
  /** Why the books would not take a row: nothing should be written. */
  readonly refusals: readonly string[];
}
export interface HoldingEffect {
  readonly account: string;
  readonly ticker: string;
  readonly collateral: Change<number>;
  readonly shares: Change<number>;
  /** Of all shares held, a share; null while there are none. */
  readonly bases: Change<Bases | null>;
  /** Of the sold puts that the rows touch, then of the shares they became. */
  readonly breakeven: Change<number | null>;
  readonly contracts: readonly ContractChange[];
}

/** The books with and without the rows, for the accounts and tickers that they touch: no other can change. */
export function effectOf(log: readonly LogRow[], added: readonly Trade[]): Effect {
  const places = placesOf(added);
  const rows = log.filter(({ trade }) => places.some((place) => isAt(trade, place)));
  const first = log.reduce((last, { row }) => Math.max(last, row), 0) + 1;
  const more = added.map((trade, at) => ({ trade, row: first + at }));
  const [before, after] = [book(rows), book([...rows, ...more])];
  const touched = places.map((place) => holdingEffect(find(before, place), find(after, place), place));
  const found = newProblems(before, after, first);
  return {
    cash: toDollars(added.reduce((sum, trade) => sum + cashUnits(trade), 0)),
    realised: { income: toDollars(realisedIn(after, "income") - realisedIn(before, "income")), tax: toDollars(realisedIn(after, "tax") - realisedIn(before, "tax")) },
    holdings: touched,
    roll: found.refusals.length > 0 ? null : rollOf(rows, more, { before, after }),
    warnings: [...found.warnings, ...days(added).flatMap((day) => callWarnings(booksOn(day, rows, more), added.filter((trade) => dayOf(trade) === day)))],
    refusals: found.refusals,
  };
}

/** The books as they were at the end of a day, with and without the rows. */
function booksOn(day: number, rows: readonly LogRow[], more: readonly LogRow[]): { before: Book; after: Book } {
  const until = (some: readonly LogRow[]): LogRow[] => some.filter(({ trade }) => dayOf(trade) <= day);
  return { before: book(until(rows)), after: book([...until(rows), ...until(more)]) };
}
const dayOf = ({ date }: Trade): number => Math.floor(date);
/** On which calls are sold. */
const days = (added: readonly Trade[]): readonly number[] => [...new Set(added.filter(sellsCall).map(dayOf))];

/** One ticker in one account. */
type Place = Pick<Holding, "account" | "ticker">;

function placesOf(trades: readonly Trade[]): Place[] {
  const places: Place[] = [];
  for (const trade of trades) if (!places.some((place) => isAt(trade, place))) places.push({ account: trade.account || "Main", ticker: trade.ticker.trim() });
  return places;
}
function isAt(trade: Trade, { account, ticker }: Place): boolean {
  return isSameAccount(trade.account, account) && (trade.ticker === ticker || trade.ticker.trim() === ticker);
}

function find(books: Book, { account, ticker }: Place): Holding | null {
  return holdings(books).find((holding) => isSameAccount(holding.account, account) && holding.ticker === ticker) ?? null;
}

function holdingEffect(before: Holding | null, after: Holding | null, { account, ticker }: Place): HoldingEffect {
  const collateral = (of: Holding | null): number => (of?.options ?? []).reduce((sum, one) => sum + one.collateral, 0);
  const contracts = changesOf(before, after);
  return {
    account, ticker,
    collateral: { before: collateral(before), after: collateral(after) },
    shares: { before: before?.shares?.shares ?? 0, after: after?.shares?.shares ?? 0 },
    bases: { before: before?.shares?.bases ?? null, after: after?.shares?.bases ?? null },
    breakeven: breakevenOf(contracts, before, after),
    contracts,
  };
}

/** Contracts of which more or fewer are open, or whose amounts are others. */
function changesOf(before: Holding | null, after: Holding | null): ContractChange[] {
  const now = new Map((before?.options ?? []).map((one) => [keyOfContract(one), one]));
  const then = new Map((after?.options ?? []).map((one) => [keyOfContract(one), one]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [old, next] = [now.get(key), then.get(key)];
    const same = old?.contracts === next?.contracts && old?.credit === next?.credit && old?.carried === next?.carried;
    return same ? [] : [{ contract: (next ?? old)!, before: old?.contracts ?? 0, after: next?.contracts ?? 0 }];
  });
}

const realisedIn = ({ tickers }: Book, view: "income" | "tax"): number => tickers.reduce((all, { realised }) => all + realised.reduce((sum, one) => sum + one[view], 0), 0);

/** What the books say of the rows: refused when a row would not be booked, be it one that stands in the log already. */
function newProblems(before: Book, after: Book, first: number): { warnings: string[]; refusals: string[] } {
  const known = new Set(before.problems.map(({ row, words }) => `${row} ${words}`));
  const fresh = after.problems.filter(({ row, words }) => !known.has(`${row} ${words}`));
  const inWords = ({ row, words, booked }: (typeof fresh)[number]): string => (row >= first ? words : booked ? `Row ${row}: ${words}` : `Row ${row} could then not be booked: ${words}`);
  return { warnings: fresh.filter(({ booked }) => booked).map(inWords), refusals: fresh.filter(({ booked }) => !booked).map(inWords) };
}
