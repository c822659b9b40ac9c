import { checkNotNegative } from "../check";
import { breakevenOf } from "../ledger/columns";
import type { Trade } from "../ledger/trade";
import { attempt } from "../pricing/attempt";
import type { Effect } from "./effect";
import type { OpenContract, OpenShares } from "./open";

/** What a position comes to if nothing is done until the expiration, in dollars by the price of the stock then: straight lines between these points. docs/spec/moves.md §6. */
export interface Payoff {
  /** Where it comes out even, a share; above the strike it never does. */
  readonly breakeven: number;
  readonly strike: number;
  /** The most that can be made. */
  readonly most: number;
  readonly at: (price: number) => number;
}

/**
 * Of sold puts: all they and their earlier legs brought, less what is paid above the price when they are assigned. Of calls sold on shares that are all there: the shares
 * under them, called away at the strike at most, against their net stock cost, in which the calls' premium is. Null for what has no such picture: bought options and
 * calls without their shares.
 */
export function payoffOf(contract: OpenContract, shares: OpenShares | null): Payoff | null {
  const { type, side, strike, contracts, multiplier, breakeven, covered } = contract;
  const size = contracts * multiplier;
  if (side === "long") return null;
  if (type === "Put") return payoff({ strike, breakeven, size });
  return shares && covered >= size ? payoff({ strike, breakeven: shares.bases.netStockCost, size }) : null;
}

/**
 * Of an option that is about to be sold. A put by itself, or with the earlier legs when the rows roll it; a call against the net stock cost that the shares will have. Null
 * for a call without its shares.
 */
export function payoffOfSale(sale: Trade, effect: Effect | null): Payoff | null {
  const { type, strike, expiry, multiplier } = sale;
  if (sale.action !== "Sell to open" || strike === null) return null;
  if (type === "Put") {
    // a premium above the strike is odd but can be typed: it has no break-even, and so no picture
    const own = attempt(() => breakevenOf(sale));
    const breakeven = effect?.roll?.breakeven ?? ("answer" in own ? own.answer : null);
    return breakeven === null ? null : payoff({ strike, breakeven, size: sale.quantity * multiplier });
  }
  const [held] = effect?.holdings ?? [];
  const call = held?.contracts.find(({ contract, after }) => after > 0 && contract.side === "short" && contract.type === "Call" && contract.strike === strike && contract.expiry === expiry && contract.multiplier === multiplier);
  if (!held?.bases.after || !call || call.contract.covered < call.after * multiplier) return null;
  return payoff({ strike, breakeven: held.bases.after.netStockCost, size: sale.quantity * multiplier });
}

/** Both are the same shape: what one has up to the strike, and no more above it. */
function payoff({ strike, breakeven, size }: { strike: number; breakeven: number; size: number }): Payoff {
  const at = (price: number): number => {
    checkNotNegative(price, "price");
    return (Math.min(price, strike) - breakeven) * size;
  };
  return { strike, breakeven, most: at(strike), at };
}
