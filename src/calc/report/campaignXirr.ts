import { CalcError } from "../check";
import type { Book } from "../ledger/book";
import type { Campaign } from "../ledger/state";
import { toDollars } from "../ledger/units";
import { campaignFlows, totalUnits } from "./campaigns";
import type { Headers } from "./columns";
import { lastDay } from "./days";
import { type Flow, xirr } from "./xirr";

/** The money-weighted yearly return of one campaign, or of several together. */
export interface XirrRow {
  readonly account: string;
  readonly ticker: string;
  readonly start: number | null;
  /** Null while one of them is on. */
  readonly end: number | null;
  /** Dollars. */
  readonly total: number;
  /** A fraction a year; null where no rate answers. */
  readonly xirr: number | null;
}
export const XIRR_HEADERS: Headers<XirrRow> = { account: "Account", ticker: "Ticker", start: "Start", end: "End", total: "Total", xirr: "XIRR" };

/** Campaigns one by one, or all of a ticker or account together; last, all of them. docs/spec/books.md §9.7. */
export function campaignXirr(book: Book, by: "campaign" | "ticker" | "account" = "campaign", asOf: number = lastDay(book)): readonly XirrRow[] {
  const rows = grouped(book.campaigns, by).map((group) => {
    const { account, ticker } = group[0]!;
    return rowOf(by === "ticker" ? "" : account, by === "account" ? "" : ticker, group, asOf);
  });
  return [...rows, rowOf("Total", "", book.campaigns, asOf)];
}

function grouped(all: readonly Campaign[], by: "campaign" | "ticker" | "account"): Campaign[][] {
  if (by === "campaign") return all.map((one) => [one]);
  const groups = new Map<string, Campaign[]>();
  for (const one of all) {
    const key = one[by];
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

function rowOf(account: string, ticker: string, group: readonly Campaign[], asOf: number): XirrRow {
  const flows = group.flatMap((campaign) => campaignFlows(campaign, asOf));
  const starts = group.map(({ start }) => start);
  const ends = group.map(({ end }) => end);
  const isOn = ends.includes(null);
  return {
    account, ticker,
    start: starts.length > 0 ? least(starts) : null,
    end: isOn || ends.length === 0 ? null : -least(ends.map((end) => -end!)),
    total: toDollars(group.reduce((sum, campaign) => sum + totalUnits(campaign), 0)),
    xirr: rateOf(flows),
  };
}

/**
 * Flows of one day are one flow: a campaign that begins and ends on a day has no yearly rate. Nor has one whose money comes before it goes (a call
 * without shares, short shares): what makes such flows worth nothing is the rate of a loan, below zero where the campaign gained.
 */
function rateOf(flows: readonly Flow[]): number | null {
  const days = new Map<number, number>();
  for (const { day, amount } of flows) days.set(day, (days.get(day) ?? 0) + amount);
  const byDay = [...days].map(([day, amount]) => ({ day, amount }));
  try {
    const rate = xirr(byDay);
    return rate * byDay.reduce((sum, { amount }) => sum + amount, 0) < 0 ? null : rate;
  } catch (error) {
    if (error instanceof CalcError) return null; // nothing but gains or losses: there is no such rate
    throw error;
  }
}

const least = (numbers: readonly number[]): number => numbers.reduce((least, one) => Math.min(least, one), Infinity);
