import { type Trade, type moves, portfolio } from "../../../../calc";
import type { KeptPlan } from "../../../../journal/plan";
import { count, day, figure, plain } from "../../../figures";
import type { Plan, Put } from "./plan";

/** The plan as it is kept: what one meant, with every rule that it does not keep, in words. */
export function planToKeep({ rules, why, size }: Plan, { reasons }: Put, sale: Trade): KeptPlan {
  const fit = portfolio.contractsThatFit(size);
  const over = fit !== null && sale.quantity > fit ? [`the limits leave room for ${plain(fit)}, and this is ${plain(sale.quantity)}`] : [];
  return {
    date: sale.date, account: sale.account.trim() || "Main", ticker: sale.ticker, targetPrice: rules.rules.targetPrice, why, strike: sale.strike!, expiry: sale.expiry!, quantity: sale.quantity, premium: sale.price!,
    verdict: [...reasons, ...over].join("; ") || "Pass",
  };
}

/** "2 × 50 put, Apr 17, 2026 at 0.95" */
export const plannedWords = ({ quantity, strike, expiry, premium }: KeptPlan): string => `${plain(quantity)} × ${plain(strike)} put, ${day(expiry)} at ${figure(premium, "price")}`;

/** What was done of it: contracts and price against the plan's, and what became of them. */
export function followedWords({ quantity, premium }: KeptPlan, { sold, price, expired, assigned, boughtBack, open, until, instead }: moves.Followed): string {
  if (sold === 0 && until !== null) return `Planned anew on ${day(until)}: what was sold from then on belongs to that plan.`;
  if (sold === 0 || price === null) return instead === null ? "Not sold." : `Sold instead on ${day(instead.date)}: ${plain(instead.quantity)} × ${plain(instead.strike ?? 0)} put, ${day(instead.expiry ?? 0)} at ${figure(instead.price ?? 0, "price")}.`;
  const more = price - premium;
  const difference = Math.abs(more) < HALF_A_CENT ? "as planned" : `${figure(Math.abs(more), "price")} a share ${more > 0 ? "more" : "less"} than planned`;
  const contracts = sold === quantity ? "" : `, ${count(Math.abs(sold - quantity), "contract")} ${sold > quantity ? "more" : "fewer"}`;
  const became = [[open, "open"], [expired, "expired"], [assigned, "assigned"], [boughtBack, "bought back"]] as const;
  return `Sold ${plain(sold)} at ${figure(price, "price")}: ${difference}${contracts}. ${became.flatMap(([number, what]) => (number > 0 ? [`${plain(number)} ${what}`] : [])).join(", ")}.`;
}
const HALF_A_CENT = 0.00005;
