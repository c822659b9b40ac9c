import type { Entry } from "./entries";
import type { Wheel } from "./wheel";

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

/** The campaign that is on, or a new one that starts today. */
export function campaignOn(wheel: Wheel, day: number): Campaign {
  if (wheel.campaign) return wheel.campaign;
  const { account, ticker } = wheel;
  wheel.campaign = {
    account, ticker, start: day, end: null, options: { Put: 0, Call: 0 }, stock: 0, dividends: 0, fees: 0, cash: 0, capitalDays: 0, capital: 0, counted: day,
    collateral: 0, held: { shares: 0, owed: 0, shortPuts: false, shortCalls: false }, flows: [],
  };
  wheel.findings.campaigns.push(wheel.campaign);
  return wheel.campaign;
}

/** Cash and fees of an event; while nothing is on, late dividends and fees belong to the campaign that ended last. */
export function addToCampaign(wheel: Wheel, { day, cash, fees, gross, trade }: Entry): void {
  const campaign = wheel.campaign ?? wheel.lastCampaign;
  if (campaign === null) return;
  campaign.cash += cash;
  campaign.fees += trade.action === "Fee" ? -cash : fees;
  if (trade.action === "Dividend") campaign.dividends += gross;
  addFlow(campaign, day, cash);
}

/** Counts the capital of the days since the last event. */
export function countDays(campaign: Campaign, day: number): void {
  campaign.capitalDays += campaign.capital * (day - campaign.counted);
  campaign.counted = day;
}

/** The day is over: what is held now, and whether the campaign ends. */
export function endDay(wheel: Wheel, day: number): void {
  const { campaign } = wheel;
  if (campaign === null) return;
  addFlow(campaign, day, campaign.collateral - wheel.collateral);
  campaign.collateral = wheel.collateral;
  campaign.capital = wheel.collateral + wheel.strikeCost;
  if (wheel.openOptions > 0 || wheel.shares.length > 0) return;
  campaign.end = day;
  wheel.lastCampaign = campaign;
  wheel.campaign = null;
}

function addFlow(campaign: Campaign, day: number, units: number): void {
  const last = campaign.flows[campaign.flows.length - 1];
  if (last?.day === day) last.units += units;
  else campaign.flows.push({ day, units });
}
