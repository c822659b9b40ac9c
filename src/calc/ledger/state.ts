import type { Entry } from "./entries";

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

/** Contracts that were opened on one day, as long as some are open. Money in units, for the whole lot. */
export interface OptionLot {
  readonly type: "Put" | "Call";
  readonly side: Side;
  strike: number;
  expiry: number;
  multiplier: number;
  readonly opened: number;
  /** The roll chain of a short option. */
  readonly chain: Chain | null;
  /** Contracts opened, and how many are gone. */
  size: number;
  taken: number;
  /** What opening brought: before fees, after fees. Below zero for long options. */
  gross: number;
  credit: number;
  /** What the earlier legs of the chain brought, after fees. */
  carried: number;
  /** The shares on which a call is sold. */
  cover: Cover[];
}
export type Side = "short" | "long";

/**
 * Shares that came on one day from one source. Shares in millionths, money in units for the whole lot: the strike cost and, one by one, what
 * leads from it to the other two bases. Short lots (sold without having them) hold what they brought. docs/spec/books.md §7.
 */
export interface ShareLot {
  readonly opened: number;
  readonly short: boolean;
  readonly source: "Assigned" | "Bought" | "Exercised" | "Sold";
  /** What tells lots of one day apart: the price, and the option they came from. */
  readonly price: number;
  readonly from: OptionLot | null;
  size: number;
  taken: number;
  /** Price × shares. */
  strike: number;
  /** Option cash, after fees, of the assigned or exercised contract itself; for bought and sold shares minus their fees. */
  option: number;
  /** Option cash of the earlier legs of its chain. */
  chain: number;
  /** Option cash of the calls sold on these shares. */
  calls: number;
  dividends: number;
  /** Shares on which a call is open. */
  covered: number;
}

/** Shares of a lot on which a call is sold. */
export interface Cover {
  readonly lot: ShareLot;
  shares: number;
}

/** Short options that are connected by rolls, one leg or many. Money in units. docs/spec/books.md §6. */
export interface Chain {
  readonly account: string;
  readonly ticker: string;
  readonly type: "Put" | "Call";
  legs: number;
  rolls: number;
  first: number;
  lastExpiry: number;
  /** All option cash of all legs, after fees. */
  cash: number;
  /** How the leg that went last ended, and when. */
  ended: "Closed" | "Expired" | "Assigned" | null;
  endedOn: number;
  /** Of the contracts that became shares (puts) or delivered them (calls). */
  assigned: { shares: number; strikes: number; cash: number };
  /** The chain into which this one was rolled. */
  into: Chain | null;
}

/**
 * One turn of the wheel on one ticker in one account, from flat to flat. Money in units; put, call and stock results before fees.
 * docs/spec/books.md §9.
 */
export interface Campaign {
  readonly account: string;
  readonly ticker: string;
  readonly start: number;
  end: number | null;
  /** What puts and calls brought less what was paid for them. */
  readonly options: { Put: number; Call: number };
  stock: number;
  dividends: number;
  fees: number;
  cash: number;
  /** Capital × days up to `counted`: collateral of open puts and strike cost of shares held. */
  capitalDays: number;
  capital: number;
  counted: number;
  /** Collateral inside the capital. */
  collateral: number;
  /** What is held at the end of the log; `owed` is what shares that were sold short brought. */
  held: { readonly shares: number; readonly owed: number; readonly shortPuts: boolean; readonly shortCalls: boolean };
  /** Money that the campaign took or gave, a day: its cash less the collateral set aside. For the XIRR. */
  readonly flows: { day: number; units: number }[];
}

/** Cash of a sold call today: when it was opened or closed. */
export interface CallToday {
  readonly lot: OptionLot;
  readonly contracts: number;
  readonly cash: number;
  readonly opening: boolean;
}

/** Sold contracts that were bought back today, with all that they and their earlier legs brought. */
export interface ClosedToday {
  readonly lot: OptionLot;
  readonly contracts: number;
  readonly cash: number;
}

/** What is locked in, in money units: by closing, expiry, assignment, sale, dividend, interest, fee. Both views of it. docs/spec/books.md §8. */
export interface Realised {
  readonly day: number;
  readonly account: string;
  readonly ticker: string;
  readonly kind: "option" | "stock" | "dividend" | "interest" | "fee";
  readonly income: number;
  readonly tax: number;
}

/** Where the fold writes what it finds. */
export interface Findings {
  readonly problems: BookProblem[];
  readonly chains: Chain[];
  readonly campaigns: Campaign[];
}

/** A row that could not be booked, or that was booked although something about it is odd. */
export interface BookProblem {
  readonly row: number;
  readonly ticker: string;
  readonly words: string;
  /** False: the row counts nowhere. True: it counts, and should be looked at. */
  readonly booked: boolean;
}
