import { report } from "../../calc";
import { checkedSwitch, dayOf, wordOf } from "../arguments";
import { bookOf, filledBookOf } from "./tradeLog";

/* The reports: a trade log in, a table out. Arguments are as Excel hands them over, null for omitted. */

export function positions(trades: unknown[][], as_of?: number): unknown[][] {
  return report.cellsOf(report.POSITION_HEADERS, report.positions(filledBookOf(trades), dayOf(as_of, "as_of")));
}

export function lots(trades: unknown[][], dividends?: boolean): unknown[][] {
  return report.cellsOf(report.LOT_HEADERS, report.lots(filledBookOf(trades), { dividends: checkedSwitch(dividends, "dividends") }));
}

export function campaigns(trades: unknown[][], as_of?: number): unknown[][] {
  return report.cellsOf(report.CAMPAIGN_HEADERS, report.campaigns(filledBookOf(trades), dayOf(as_of, "as_of")));
}

export function campaignXirr(trades: unknown[][], as_of?: number, by?: string): unknown[][] {
  return report.cellsOf(report.XIRR_HEADERS, report.campaignXirr(filledBookOf(trades), wordOf(by, ["campaign", "ticker", "account"], "by"), dayOf(as_of, "as_of")));
}

export function chains(trades: unknown[][]): unknown[][] {
  return report.cellsOf(report.CHAIN_HEADERS, report.chains(filledBookOf(trades)));
}

export function income(trades: unknown[][], by?: string, view?: string): unknown[][] {
  return report.cellsOf(report.INCOME_HEADERS, report.income(filledBookOf(trades), wordOf(by, ["month", "week", "year", "ticker", "account"], "by"), viewOf(view)));
}

export function audit(trades: unknown[][], view?: string): unknown[][] {
  return report.cellsOf(report.AUDIT_HEADERS, report.audit(filledBookOf(trades), viewOf(view)));
}

export function problems(trades: unknown[][]): unknown[][] {
  return report.cellsOf(report.PROBLEM_HEADERS, report.problems(bookOf(trades)));
}

const viewOf = (view: string | undefined) => wordOf(view, ["income", "tax"], "view");
