import { accountKey, isSameAccount } from "../ledger/accounts";
import type { LogRow } from "../ledger/entries";
import type { Trade } from "../ledger/trade";
import { grouped, sumOf } from "../lists";

/** A put that one meant to sell. */
export interface PlannedPut {
  /** Day of the plan: what was sold before is not its doing. */
  readonly date: number;
  readonly account: string;
  readonly ticker: string;
  readonly strike: number;
  readonly expiry: number;
}

/** What the log says was done of a plan. Contracts of this very put; prices a share, before fees. docs/spec/screen.md §8. */
export interface Followed {
  readonly sold: number;
  /** Their average price; null when none was sold. */
  readonly price: number | null;
  readonly expired: number;
  readonly assigned: number;
  readonly boughtBack: number;
  /** Of what was sold. */
  readonly open: number;
  /** The day on which the same put was planned anew: from then on its sales belong to that plan. Null: this plan is the last. */
  readonly until: number | null;
  /** When none was sold: the first other put of the stock that was, which nobody planned, until the planned one expired. It belongs to the last plan before it, and to that alone. */
  readonly instead: Pick<Trade, "date" | "quantity" | "strike" | "expiry" | "price"> | null;
}

/** What was done of each plan, in their order in the table. A sale belongs to one plan at most: the last one of its very put that was kept on its day or before. */
export function followed(log: readonly LogRow[], plans: readonly PlannedPut[]): readonly Followed[] {
  const puts = log.map(({ trade }) => trade).filter(({ type }) => type === "Put");
  const [events, planned] = [grouped(puts, keyOf), grouped(plans, keyOf)];
  const own = plans.map((plan) => followedAlone(plan, untilOf(plan, planned.get(keyOf(plan))!), events.get(keyOf(plan)) ?? []));
  const unplanned = puts.filter((sale) => sale.action === "Sell to open" && !planned.get(keyOf(sale))?.some(({ date }) => date <= sale.date));
  const instead = insteadOf(plans, own, unplanned);
  return own.map((one, at) => ({ ...one, instead: instead.get(plans[at]!) ?? null }));
}

/** Plans of one put come one after another; of a day the one that stands further down. */
function untilOf(plan: PlannedPut, same: readonly PlannedPut[]): number | null {
  const later = same.slice(same.indexOf(plan) + 1).filter(({ date }) => date === plan.date).concat(same.filter(({ date }) => date > plan.date));
  return later.length === 0 ? null : Math.min(...later.map(({ date }) => date));
}

/** What was sold first is closed first: by what was bought back, then by what was assigned, then by what expired. */
function followedAlone(plan: PlannedPut, until: number | null, events: readonly Trade[]): Omit<Followed, "instead"> {
  const contracts = (action: Trade["action"]): number => sumOf(events, (trade) => (trade.action === action ? trade.quantity : 0));
  const sales = events.filter(({ action }) => action === "Sell to open");
  const before = sumOf(sales, ({ date, quantity }) => (date < plan.date ? quantity : 0));
  const mine = sales.filter(({ date }) => date >= plan.date && (until === null || date < until));
  const sold = sumOf(mine, ({ quantity }) => quantity);
  const closedBy = (all: number): number => Math.max(0, Math.min(sold, all - before));
  const [back, assigned, expired] = [contracts("Buy to close"), contracts("Assigned"), contracts("Expired")];
  const [byBack, byAssigned, byAll] = [closedBy(back), closedBy(back + assigned), closedBy(back + assigned + expired)];
  return {
    sold, until,
    price: sold > 0 ? sumOf(mine, ({ quantity, price }) => quantity * (price ?? 0)) / sold : null,
    boughtBack: byBack, assigned: byAssigned - byBack, expired: byAll - byAssigned, open: sold - byAll,
  };
}

/** Of puts that nobody planned, each goes to the last plan of the stock before it that was not sold and had not expired; of several the first counts. */
function insteadOf(plans: readonly PlannedPut[], own: readonly Omit<Followed, "instead">[], unplanned: readonly Trade[]): ReadonlyMap<PlannedPut, Trade> {
  const waiting = plans.filter((_, at) => own[at]!.sold === 0 && own[at]!.until === null);
  const found = new Map<PlannedPut, Trade>();
  for (const sale of [...unplanned].sort((one, other) => one.date - other.date)) {
    const could = waiting.filter(({ account, ticker, date, expiry }) => isSameAccount(account, sale.account) && ticker === sale.ticker && date <= sale.date && sale.date <= expiry);
    const last = could.reduce<PlannedPut | null>((one, other) => (one && one.date > other.date ? one : other), null);
    if (last && !found.has(last)) found.set(last, sale);
  }
  return found;
}

function keyOf({ account, ticker, strike, expiry }: Pick<Trade, "account" | "ticker" | "strike" | "expiry">): string {
  return JSON.stringify([accountKey(account), ticker, strike, expiry === null ? null : Math.floor(expiry)]);
}
