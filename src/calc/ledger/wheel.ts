import type { Entry } from "./entries";
import type { Findings, Realised, Wheel } from "./state";

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
