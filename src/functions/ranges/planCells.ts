import { type Convention, STANDARD, annualHeader, report, type screen, yieldHeader } from "../../calc";

/*
 * Screens and rolls as cells: a header, a line each, then a line for each note, with nothing but its words in the last column.
 */

export function screenCells({ candidates, notes }: screen.Screen, convention: Convention): unknown[][] {
  const standard = convention.base === STANDARD.base && convention.daycount === STANDARD.daycount && !convention.compound;
  const headers = standard ? SCREEN_HEADERS : { ...SCREEN_HEADERS, flatYield: yieldHeader(convention), annualised: annualHeader(convention) };
  return withNotes(report.cellsOf<ScreenLine>(headers, candidates.map((candidate) => ({ ...candidate, verdict: verdictOf(candidate.reasons) }))), notes);
}

export function rollCells({ choices, notes }: screen.RollTable): unknown[][] {
  return withNotes(report.cellsOf<RollLine>(ROLL_HEADERS, choices.map((choice) => ({ ...choice, verdict: verdictOf(choice.words) }))), notes);
}

const verdictOf = (reasons: readonly string[]): string => (reasons.length === 0 ? "Pass" : reasons.join("; "));

function withNotes(cells: readonly unknown[][], notes: readonly string[]): unknown[][] {
  const blanks = Array.from({ length: cells[0]!.length - 1 }, () => "");
  return [...cells, ...notes.map((note) => [...blanks, `Note: ${note}`])];
}

type ScreenLine = Omit<screen.Candidate, "row" | "reasons" | "strikeAboveTarget"> & { readonly verdict: string };
const SCREEN_HEADERS: { readonly [Key in keyof ScreenLine]: string } = {
  rank: "Rank",
  expiry: "Expiry",
  days: "Days",
  strike: "Strike",
  bid: "Bid",
  ask: "Ask",
  premium: "Premium",
  spread: "Spread",
  openInterest: "Open interest",
  flatYield: "Yield",
  annualised: "Annualised",
  breakeven: "Break-even",
  discount: "Discount",
  delta: "Delta",
  inTheMoney: "P(ITM)",
  ofProfit: "POP",
  verdict: "Verdict",
};

type RollLine = Omit<screen.RollChoice, "words" | "premium"> & { readonly verdict: string };
const ROLL_HEADERS: { readonly [Key in keyof RollLine]: string } = {
  choice: "Choice",
  expiry: "Expiry",
  strike: "Strike",
  netCredit: "Net credit",
  creditADay: "Credit a day",
  breakeven: "New break-even",
  addedDays: "Added days",
  collateralChange: "Collateral change",
  worstCaseChange: "Worst-case change",
  banked: "Banked now",
  atRisk: "At risk",
  verdict: "Verdict",
};
