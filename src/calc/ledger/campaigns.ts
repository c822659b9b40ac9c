import type { Entry } from "./entries";
import type { Campaign, Wheel } from "./state";

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
