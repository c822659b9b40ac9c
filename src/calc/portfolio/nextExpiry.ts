import { check, checkNotNegative, checkNumber } from "../check";
import type { Book } from "../ledger/book";
import { holdings } from "../moves/open";
import { collateralOf, inWeek, mondayOf } from "./ladder";
import { soldPuts } from "./stocks";

/** An expiration that the next put could have. */
export interface Rung {
  readonly weekOf: number;
  readonly friday: number;
  readonly days: number;
  /** The third Friday of a month, on which every stock with options has some. */
  readonly isMonthly: boolean;
  /** Of the puts that expire in this week already, and in the weeks before and after it. */
  readonly collateral: number;
  readonly beside: number;
}

/** The Fridays so many days away, the emptiest week of the ladder first; none when no Friday lies there. docs/spec/portfolio.md §3.3. */
export function nextExpiries(book: Pick<Book, "holdings">, { asOf, from, to }: { readonly asOf: number; readonly from: number; readonly to: number }): readonly Rung[] {
  checkNotNegative(from, "from");
  checkNumber(to, "to");
  check(from <= to, "from must not be above to");
  check(to <= MOST_DAYS, `to must be ${MOST_DAYS} days at most`);
  const puts = soldPuts(holdings(book));
  const rungs: Rung[] = [];
  for (let friday = mondayOf(asOf) + 4; friday <= asOf + to; friday += 7) {
    if (friday < asOf + from) continue;
    const weekOf = friday - 4;
    rungs.push({
      weekOf, friday, days: friday - asOf, isMonthly: isThirdFriday(friday),
      collateral: collateralOf(inWeek(puts, weekOf)), beside: collateralOf(inWeek(puts, weekOf - 7)) + collateralOf(inWeek(puts, weekOf + 7)),
    });
  }
  return rungs.sort((one, other) => one.collateral - other.collateral || one.beside - other.beside || one.days - other.days);
}

/** The 15th to the 21st of its month. */
function isThirdFriday(friday: number): boolean {
  const dayOfMonth = new Date((friday - DAY_OF_1970) * MS_PER_DAY).getUTCDate();
  return dayOfMonth >= 15 && dayOfMonth <= 21;
}
const DAY_OF_1970 = 25_569;
const MS_PER_DAY = 86_400_000;
const MOST_DAYS = 3650;
