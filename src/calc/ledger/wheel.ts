import type { Chain } from "./chains";
import type { Campaign } from "./campaigns";
import type { Entry } from "./entries";
import type { CallToday } from "./calls";
import type { OptionLot } from "./optionLots";
import type { ClosedToday } from "./rolls";
import type { ShareLot } from "./shareLots";

/** What is locked in, in money units: by closing, expiry, assignment, sale, dividend, interest, fee. Both views of it. docs/spec/books.md §8. */
export interface Realised {
  readonly day: number;
  readonly account: string;
  readonly ticker: string;
  readonly kind: "option" | "stock" | "dividend" | "interest" | "fee";
  readonly income: number;
  readonly tax: number;
}

/** A row that could not be booked, or that was booked although something about it is odd. */
export interface BookProblem {
  readonly row: number;
  readonly ticker: string;
  readonly words: string;
  /** False: the row counts nowhere. True: it counts, and should be looked at. */
  readonly booked: boolean;
}

/** Where the fold writes what it finds. */
export interface Findings {
  readonly problems: BookProblem[];
  readonly chains: Chain[];
  readonly campaigns: Campaign[];
}

/**
 * One ticker in one account while its facts are booked, the only thing that changes on the way. Nobody outside of the fold sees it.
 */
export interface Wheel {
  readonly account: string;
  readonly ticker: string;
  readonly findings: Findings;
  /** The rows that count, and what they realised. */
  readonly entries: Entry[];
  readonly realised: Realised[];
  /** Open option lots by side and contract, oldest first. */
  readonly contracts: Map<string, OptionLot[]>;
  /** Open share lots, oldest first: all long or all short. */
  readonly shares: ShareLot[];
  /** Lots of options that are open. */
  openOptions: number;
  /** Strike × shares of open short puts. */
  collateral: number;
  /** Strike cost of shares held. */
  strikeCost: number;
  campaign: Campaign | null;
  lastCampaign: Campaign | null;
  /** What happened today and is linked later in the day. */
  readonly today: { opened: OptionLot[]; closed: ClosedToday[]; calls: CallToday[]; adjusted: OptionLot[][] };
}

export function newWheel(account: string, ticker: string, findings: Findings): Wheel {
  return {
    account, ticker, findings, entries: [], realised: [], contracts: new Map(), shares: [], openOptions: 0, collateral: 0, strikeCost: 0, campaign: null, lastCampaign: null,
    today: { opened: [], closed: [], calls: [], adjusted: [] },
  };
}

export function realise(wheel: Wheel, day: number, kind: Realised["kind"], income: number, tax: number): void {
  if (income !== 0 || tax !== 0) wheel.realised.push({ day, account: wheel.account, ticker: wheel.ticker, kind, income, tax });
}

export function report(wheel: Wheel, entry: Entry, words: string, booked = false): void {
  wheel.findings.problems.push({ row: entry.row, ticker: wheel.ticker, words, booked });
}
