import { oneSpelling } from "./accounts";
import { adjustOption, splitShares, tellUnadjusted } from "./adjustments";
import { settleCalls, settleNewCalls, uncover } from "./calls";
import { addToCampaign, countDays, endDay } from "./campaigns";
import { type Entry, type LogRow, TURN, entryOf, inOrder } from "./entries";
import { closeOption, contractKey, isShortCall, openOption } from "./optionLots";
import { linkRolls } from "./rolls";
import { buyShares, payDividend, sellShares, settleOption } from "./shareEvents";
import { sharesLeft } from "./shareLots";
import type { BookProblem, Campaign, Chain, Findings, OptionLot, Realised, ShareLot, Wheel } from "./state";
import { left } from "./units";
import { newWheel, realise } from "./wheel";

/**
 * The books: everything that follows from the trade log. Money in whole 1/10,000 dollars, shares in millionths, so that sums are exact; the reports
 * show dollars. docs/spec/books.md.
 */
export interface Book {
  /** By account and ticker: every one that has a row. */
  readonly tickers: readonly TickerBook[];
  /** Those of which something is open. */
  readonly holdings: readonly TickerBook[];
  readonly chains: readonly Chain[];
  readonly campaigns: readonly Campaign[];
  readonly problems: readonly BookProblem[];
}
/** One ticker in one account. Its lots are what is open, oldest first. */
export interface TickerBook {
  readonly account: string;
  readonly ticker: string;
  /** The rows that count. */
  readonly entries: readonly Entry[];
  readonly realised: readonly Realised[];
  readonly options: readonly OptionLot[];
  readonly shares: readonly ShareLot[];
}

/** Books a log. A row that cannot be booked becomes a problem, and all others are booked as if it were not there. */
export function book(rows: readonly LogRow[]): Book {
  const findings: Findings = { problems: [], chains: [], campaigns: [] };
  const tickers = [...byTicker(rows, findings)].map(([wheel, entries]) => tickerBook(bookTicker(wheel, entries))).filter(({ entries }) => entries.length > 0);
  return {
    tickers,
    holdings: tickers.filter(({ options, shares }) => options.length + shares.length > 0),
    chains: findings.chains.filter(({ into }) => into === null),
    campaigns: findings.campaigns,
    problems: findings.problems.sort((one, other) => one.row - other.row),
  };
}

/** The rows of each ticker in each account, sorted by account and ticker: no figure of one depends on another. */
function byTicker(rows: readonly LogRow[], findings: Findings): Map<Wheel, Entry[]> {
  const groups = new Map<string, Map<string, Entry[]>>();
  for (const row of oneSpelling(rows)) {
    const entry = entryOf(row);
    const ticker = String(row.trade.ticker ?? "").trim();
    if (typeof entry === "string") {
      findings.problems.push({ row: row.row, ticker, words: entry, booked: false });
      continue;
    }
    const { account } = row.trade;
    const tickers = groups.get(account) ?? new Map<string, Entry[]>();
    groups.set(account, tickers);
    const entries = tickers.get(ticker);
    if (entries) entries.push(entry);
    else tickers.set(ticker, [entry]);
  }
  return new Map(sorted(groups).flatMap(([account, tickers]) => sorted(tickers).map(([ticker, entries]) => [newWheel(account, ticker, findings), entries] as const)));
}
const sorted = <T>(map: Map<string, T>): [string, T][] => [...map].sort(([one], [other]) => (one < other ? -1 : 1));

function bookTicker(wheel: Wheel, entries: Entry[]): Wheel {
  entries.sort(inOrder);
  let start = 0;
  for (let at = 1; at <= entries.length; at += 1) {
    if (at < entries.length && entries[at]!.day === entries[start]!.day) continue;
    bookDay(wheel, entries, start, at);
    start = at;
  }
  if (wheel.campaign) wheel.campaign.held = heldIn(wheel);
  return wheel;
}

/** The entries of one day, turn by turn. docs/spec/books.md §3. */
function bookDay(wheel: Wheel, entries: readonly Entry[], start: number, end: number): void {
  const day = entries[start]!.day;
  if (wheel.campaign) countDays(wheel.campaign, day);
  const until = (turn: number, from: number): number => {
    let at = from;
    for (; at < end && entries[at]!.turn <= turn; at += 1) bookEntry(wheel, entries[at]!);
    return at;
  };
  let next = until(TURN.adjusted, start);
  if (entries[start]!.turn === TURN.split) tellUnadjusted(wheel, entries[start]!);
  next = until(TURN.closing, next);
  linkRolls(wheel);
  next = until(TURN.sharesIn, next);
  const goes = entries.slice(next, end);
  const isCalledAway = (lot: OptionLot): boolean => goes.some(({ trade }) => trade.action === "Assigned" && contractKey(trade, "short") === contractKey(lot, "short"));
  settleCalls(wheel, isCalledAway);
  until(TURN.sharesOut, next);
  if (goes.length > 0) uncover(wheel);
  settleNewCalls(wheel, isCalledAway);
  endDay(wheel, day);
  if (wheel.today.opened.length > 0) wheel.today.opened = [];
  if (wheel.today.closed.length > 0) wheel.today.closed = [];
  if (wheel.today.calls.length > 0) wheel.today.calls = [];
  if (wheel.today.adjusted.length > 0) wheel.today.adjusted = [];
}

/** A row that was booked counts: for its ticker, its campaign and the sums. */
function bookEntry(wheel: Wheel, entry: Entry): void {
  if (!moves(wheel, entry)) return;
  wheel.entries.push(entry);
  const { action } = entry.trade;
  if (action === "Interest" || action === "Deposit" || action === "Withdrawal") return;
  addToCampaign(wheel, entry);
}

/** What an action does to lots and results; false when the row could not be booked. */
function moves(wheel: Wheel, entry: Entry): boolean {
  const { trade, day, cash } = entry;
  switch (trade.action) {
    case "Sell to open":
    case "Buy to open":
      return openOption(wheel, entry);
    case "Buy to close":
    case "Sell to close":
    case "Expired":
      return closeOption(wheel, entry);
    case "Assigned":
    case "Exercised":
      return settleOption(wheel, entry);
    case "Buy":
      return buyShares(wheel, entry);
    case "Sell":
      return sellShares(wheel, entry);
    case "Split":
      return splitShares(wheel, entry);
    case "Adjusted":
      return adjustOption(wheel, entry);
    case "Dividend":
      return payDividend(wheel, entry);
    case "Interest":
      realise(wheel, day, "interest", cash, cash);
      return true;
    case "Fee":
      realise(wheel, day, "fee", cash, cash);
      return true;
    case "Deposit":
    case "Withdrawal":
      return true;
  }
}

function heldIn(wheel: Wheel): Campaign["held"] {
  const options = openOptions(wheel);
  return {
    shares: wheel.shares.reduce((sum, lot) => sum + (lot.short ? -sharesLeft(lot) : sharesLeft(lot)), 0),
    owed: wheel.shares.reduce((sum, lot) => sum + (lot.short ? left(lot.strike, lot) : 0), 0),
    shortPuts: options.some((lot) => lot.type === "Put" && lot.side === "short"),
    shortCalls: options.some(isShortCall),
  };
}

const openOptions = (wheel: Wheel): OptionLot[] => [...wheel.contracts.values()].flat();

function tickerBook(wheel: Wheel): TickerBook {
  const { account, ticker, entries, realised, shares } = wheel;
  return { account, ticker, entries, realised, options: openOptions(wheel), shares };
}
