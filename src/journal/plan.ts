import { isDay } from "./day";
import { findColumn } from "./schema";
import { plans } from "./sheets";
import { cellText, clipped, isErrorText, shown } from "./text";

/** A put that was thought through and kept, before it was sold: what one meant, to be read beside what was done. docs/spec/journal.md §8. */
export interface KeptPlan {
  /** Day of the plan. */
  readonly date: number;
  readonly account: string;
  readonly ticker: string;
  /** The price at which one wants to own the stock; null is none. */
  readonly targetPrice: number | null;
  readonly why: string;
  readonly strike: number;
  readonly expiry: number;
  /** Contracts. */
  readonly quantity: number;
  /** Dollars a share that one counted on. */
  readonly premium: number;
  /** "Pass", or every reason against it. */
  readonly verdict: string;
}

/** The typed columns of the Plans table, in their order as laid out; each is a field of KeptPlan. */
export const PLAN_HEADERS = ["Date", "Account", "Ticker", "Target price", "Why", "Strike", "Expiry", "Quantity", "Premium", "Verdict"] as const;
export type PlanHeader = (typeof PLAN_HEADERS)[number];
export type PlanCells = Readonly<Record<PlanHeader, string | number>>;

/** A row that is no plan: the cell that must change, and what must hold. */
export type PlanRead = { readonly kind: "plan"; readonly plan: KeptPlan } | { readonly kind: "problem"; readonly header: PlanHeader; readonly words: string } | { readonly kind: "blank" };

/** A plan as the cells of its row. */
export function toPlanCells(plan: KeptPlan): PlanCells {
  const { date, account, ticker, targetPrice, why, strike, expiry, quantity, premium, verdict } = plan;
  return {
    Date: date, Account: cellText(account), Ticker: cellText(ticker), "Target price": targetPrice ?? "", Why: cellText(why),
    Strike: strike, Expiry: expiry, Quantity: quantity, Premium: premium, Verdict: cellText(verdict),
  };
}

/** A row of the table, typed by whomever → a plan, what keeps it from being one, or a blank row. */
export function readPlan(cells: Readonly<Record<PlanHeader, unknown>>): PlanRead {
  if (PLAN_HEADERS.every((header) => shown(cells[header]).trim() === "")) return { kind: "blank" };
  const wrong = FACTS.find(({ header, holds }) => !holds(cells[header]));
  if (wrong) return { kind: "problem", header: wrong.header, words: `${wrong.words}; the cell ${saying(cells[wrong.header])}` };
  const target = cells["Target price"];
  return {
    kind: "plan",
    plan: {
      date: Math.floor(Number(cells.Date)), account: textIn(cells.Account) || "Main", ticker: textIn(cells.Ticker).toUpperCase(), targetPrice: isAboveZero(target) ? target : null, why: textIn(cells.Why),
      strike: Number(cells.Strike), expiry: Math.floor(Number(cells.Expiry)), quantity: Number(cells.Quantity), premium: Number(cells.Premium), verdict: textIn(cells.Verdict),
    },
  };
}

/** All rows of the table with their place in its body, from 0; blank ones left out. Columns are found by header, whatever their order. */
export function readPlans(headers: readonly string[], rows: readonly (readonly unknown[])[]): readonly { readonly at: number; readonly read: Exclude<PlanRead, { kind: "blank" }> }[] {
  const places = PLAN_HEADERS.map((header) => [header, findColumn(plans.columns.find((column) => column.header === header)!, headers)] as const);
  return rows.flatMap((row, at) => {
    const read = readPlan(Object.fromEntries(places.map(([header, place]) => [header, row[place] ?? ""])) as Record<PlanHeader, unknown>);
    return read.kind === "blank" ? [] : [{ at, read }];
  });
}

const isAboveZero = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value > 0;
const isDate = (value: unknown): boolean => typeof value === "number" && isDay(value);

/** What a plan cannot do without. */
const FACTS: readonly { readonly header: PlanHeader; readonly holds: (value: unknown) => boolean; readonly words: string }[] = [
  { header: "Date", holds: isDate, words: "Date must be a day" },
  { header: "Ticker", holds: (value) => textIn(value) !== "" && !isErrorText(value), words: "Ticker must name the stock" },
  { header: "Strike", holds: isAboveZero, words: "Strike must be a price above zero" },
  { header: "Expiry", holds: isDate, words: "Expiry must be a day" },
  { header: "Quantity", holds: isAboveZero, words: "Quantity must be the number of contracts" },
  { header: "Premium", holds: (value) => typeof value === "number" && Number.isFinite(value) && value >= 0, words: "Premium must be dollars a share, zero or above" },
];

const textIn = (value: unknown): string => shown(value).trim();
const saying = (value: unknown): string => (textIn(value) === "" ? "is blank" : `says ${typeof value === "string" ? `"${clipped(value)}"` : shown(value)}`);
