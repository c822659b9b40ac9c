import { answer, check, checkWhole } from "../check";
import type { Book } from "../ledger/book";
import { sumOf } from "../lists";
import { type OpenContract, holdings } from "../moves/open";
import type { Headers } from "../report/columns";
import { soldPuts } from "./stocks";

/** What expires in one week, of sold puts. docs/spec/portfolio.md §3. */
export interface LadderRow {
  /** Its Monday, or "Past expiry", "Later". */
  readonly weekOf: number | "Past expiry" | "Later";
  readonly contracts: number;
  readonly collateral: number;
  /** Credit of the legs that are open. */
  readonly premiumAtRisk: number;
  /** Of all collateral; null when there is none. */
  readonly share: number | null;
  /** Free at the end of the week if every put up to here expires. */
  readonly cashFreed: number;
}
export const LADDER_HEADERS: Headers<LadderRow> = {
  weekOf: "Week of", contracts: "Contracts", collateral: "Collateral", premiumAtRisk: "Premium at risk", share: "Share", cashFreed: "Cash freed",
};

/** Week after week from that of `asOf`, empty ones too; what lies outside has a row of its own. */
export function ladder(book: Pick<Book, "holdings">, { asOf, weeks }: { readonly asOf: number; readonly weeks: number }): readonly LadderRow[] {
  checkWhole(weeks, "weeks");
  check(weeks <= MOST_WEEKS, `weeks must be ${MOST_WEEKS} at most`);
  const puts = soldPuts(holdings(book));
  const first = mondayOf(asOf);
  const past = puts.filter(({ expiry }) => expiry < asOf);
  const coming = puts.filter(({ expiry }) => expiry >= asOf);
  const later = coming.filter(({ expiry }) => expiry >= first + 7 * weeks);
  const rungs = Array.from({ length: weeks }, (_, week) => [first + 7 * week, inWeek(coming, first + 7 * week)] as const);
  const outside = (name: "Past expiry" | "Later", found: readonly OpenContract[]) => (found.length > 0 ? [[name, found] as const] : []);
  const all = collateralOf(puts);
  let freed = 0;
  return [...outside("Past expiry", past), ...rungs, ...outside("Later", later)].map(([weekOf, found]) => {
    const collateral = collateralOf(found);
    freed += collateral;
    return { weekOf, contracts: sumOf(found, ({ contracts }) => contracts), collateral: answer(collateral), premiumAtRisk: answer(sumOf(found, ({ credit }) => credit)), share: all === 0 ? null : collateral / all, cashFreed: answer(freed) };
  });
}

/** Excel's day 2 was a Monday. */
export const mondayOf = (day: number): number => day - ((day - 2) % 7);
export const inWeek = (puts: readonly OpenContract[], monday: number): readonly OpenContract[] => puts.filter(({ expiry }) => expiry >= monday && expiry < monday + 7);
export const collateralOf = (puts: readonly OpenContract[]): number => sumOf(puts, ({ collateral }) => collateral);

/** Ten years: no put lives longer. */
const MOST_WEEKS = 520;
