import { checkNotNegative } from "../check";
import type { OpenContract, OpenShares } from "./open";

/** What a position comes to if nothing is done until the expiration, in dollars by the price of the stock then: straight lines between these points. docs/spec/moves.md §6. */
export interface Payoff {
  /** Where it comes out even, a share. */
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
  const { type, side, strike, contracts, multiplier, breakeven } = contract;
  const size = contracts * multiplier;
  if (side === "long") return null;
  if (type === "Put") return payoff({ strike, breakeven, size });
  return shares && shares.shares >= size ? payoff({ strike, breakeven: shares.bases.netStockCost, size }) : null;
}

/** Both are the same shape: what one has up to the strike, and no more above it. */
function payoff({ strike, breakeven, size }: { strike: number; breakeven: number; size: number }): Payoff {
  const at = (price: number): number => {
    checkNotNegative(price, "price");
    return (Math.min(price, strike) - breakeven) * size;
  };
  return { strike, breakeven, most: at(strike), at };
}
