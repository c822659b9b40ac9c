import type { Book } from "../ledger/book";
import type { Campaign } from "../ledger/state";
import { perShare, toDollars, toShares } from "../ledger/units";
import type { Headers } from "./columns";
import { lastDay } from "./days";
import type { Flow } from "./xirr";

/** One turn of the wheel, in dollars. */
export interface CampaignRow {
  readonly account: string;
  readonly ticker: string;
  readonly state: "Short put" | "Shares" | "Covered" | "Closed" | "Other";
  readonly start: number;
  readonly end: number | null;
  readonly days: number;
  /** Net of buy-backs, before fees. */
  readonly putPremium: number;
  readonly callPremium: number;
  readonly stockResult: number;
  readonly dividends: number;
  readonly fees: number;
  /** Premiums, stock, dividends, less fees. */
  readonly total: number;
  readonly capitalDays: number;
  readonly averageCapital: number | null;
  /** Total ÷ average capital. */
  readonly return: number | null;
  /** Total ÷ capital-days × 365. */
  readonly annualised: number | null;
  /** − cash ÷ shares, while shares are held. */
  readonly cashBreakeven: number | null;
}
export const CAMPAIGN_HEADERS: Headers<CampaignRow> = {
  account: "Account", ticker: "Ticker", state: "State", start: "Start", end: "End", days: "Days", putPremium: "Put premium", callPremium: "Call premium", stockResult: "Stock result",
  dividends: "Dividends", fees: "Fees", total: "Total", capitalDays: "Capital-days", averageCapital: "Average capital", return: "Return", annualised: "Annualised", cashBreakeven: "Cash break-even",
};

/** All campaigns by account, ticker and start. Those that are on are counted up to `asOf`, else to the last day of the log. docs/spec/books.md §9. */
export function campaigns(book: Book, asOf: number = lastDay(book)): readonly CampaignRow[] {
  return book.campaigns.map((campaign) => campaignRow(campaign, asOf));
}

/**
 * What a campaign took (below zero) and gave, day by day, for its XIRR: its cash, less collateral when it is set aside, plus collateral when it
 * comes free. What is still on counts at the end: collateral in full, shares at strike cost, short ones at what they brought. So the flows add up to the total.
 */
export function campaignFlows(campaign: Campaign, asOf: number): readonly Flow[] {
  const flows = campaign.flows.map(({ day, units }) => ({ day, amount: toDollars(units) }));
  return campaign.end === null ? [...flows, { day: until(campaign, asOf), amount: toDollars(campaign.capital - campaign.held.owed) }] : flows;
}

function campaignRow(campaign: Campaign, asOf: number): CampaignRow {
  const { account, ticker, start, end, options, cash, held } = campaign;
  const days = until(campaign, asOf) - start;
  const capitalDays = toDollars(campaign.capitalDays + campaign.capital * (until(campaign, asOf) - campaign.counted));
  const total = toDollars(totalUnits(campaign));
  const averageCapital = capitalDays > 0 ? capitalDays / days : null;
  return {
    account, ticker, state: stateOf(campaign), start, end, days,
    putPremium: toDollars(options.Put), callPremium: toDollars(options.Call), stockResult: toDollars(campaign.stock), dividends: toDollars(campaign.dividends),
    fees: toDollars(campaign.fees), total, capitalDays, averageCapital,
    return: averageCapital === null ? null : total / averageCapital,
    annualised: capitalDays > 0 ? (total / capitalDays) * 365 : null,
    cashBreakeven: held.shares > 0 ? perShare(-cash, toShares(held.shares)) : null,
  };
}

/** Premiums, stock result and dividends less fees, in units. */
export const totalUnits = ({ options, stock, dividends, fees }: Campaign): number => options.Put + options.Call + stock + dividends - fees;

/** Nothing is counted backwards: an earlier `asOf` reads as the last event. */
const until = ({ end, counted }: Campaign, asOf: number): number => end ?? Math.max(asOf, counted);

function stateOf({ end, held }: Campaign): CampaignRow["state"] {
  if (end !== null) return "Closed";
  if (held.shares > 0) return held.shortCalls ? "Covered" : "Shares";
  return held.shortPuts ? "Short put" : "Other";
}
