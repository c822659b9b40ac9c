import { closedWords, tradingDayUpTo } from "../calendar";
import { check, checkNotNegative, checkNumber } from "../check";
import { dateOf } from "../days";
import type { Book } from "../ledger/book";
import { holdings } from "../moves/open";
import { collateralOf, inWeek, mondayOf } from "./ladder";
import { soldPuts } from "./stocks";

/** An expiration that the next put could have. */
export interface Rung {
  readonly weekOf: number;
  /** The week's Friday; where that is a holiday, the trading day before it. */
  readonly expiry: number;
  /** The holiday that its Friday is; null when it is none. */
  readonly holiday: string | null;
  readonly days: number;
  /** In the week of a month's third Friday, when every stock with options has some. */
  readonly isMonthly: boolean;
  /** Of the puts that expire in this week already, and in the weeks before and after it. */
  readonly collateral: number;
  readonly beside: number;
}

/** The weekly expirations so many days away, the emptiest week of the ladder first; none when none lies there. docs/spec/portfolio.md §3.3. */
export function nextExpiries(book: Pick<Book, "holdings">, { asOf, from, to }: { readonly asOf: number; readonly from: number; readonly to: number }): readonly Rung[] {
  checkNotNegative(from, "from");
  checkNumber(to, "to");
  check(from <= to, "from must not be above to");
  check(to <= MOST_DAYS, `to must be ${MOST_DAYS} days at most`);
  const puts = soldPuts(holdings(book));
  const rungs: Rung[] = [];
  for (let weekOf = mondayOf(asOf); weekOf <= asOf + to; weekOf += 7) {
    const friday = weekOf + 4;
    const expiry = tradingDayUpTo(friday);
    if (expiry < asOf + from || expiry > asOf + to) continue;
    rungs.push({
      weekOf, expiry, holiday: closedWords(friday), days: expiry - asOf, isMonthly: isThirdFriday(friday),
      collateral: collateralOf(inWeek(puts, weekOf)), beside: collateralOf(inWeek(puts, weekOf - 7)) + collateralOf(inWeek(puts, weekOf + 7)),
    });
  }
  return rungs.sort((one, other) => one.collateral - other.collateral || one.beside - other.beside || one.days - other.days);
}

/** The 15th to the 21st of its month. */
function isThirdFriday(friday: number): boolean {
  const dayOfMonth = dateOf(friday).getUTCDate();
  return dayOfMonth >= 15 && dayOfMonth <= 21;
}
const MOST_DAYS = 3650;
