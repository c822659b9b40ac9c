import type { Journal } from "../../../actions";
import type { Action } from "../../../calc";

/**
 * The fees to expect, as typed text: what the last priced option trade cost a contract, times the contracts of this one.
 * Blank for what is not charged by the contract, and while nobody knows.
 */
export function usualFees(trades: Journal["trades"], action: Action, quantity: string): string {
  const contracts = Number(quantity);
  if (!PRICED.includes(action) || !Number.isInteger(contracts) || contracts < 1) return "";
  const last = [...trades].reverse().find(({ trade }) => PRICED.includes(trade.action) && trade.quantity > 0)?.trade;
  if (!last || last.fees === 0) return "";
  return ((last.fees / last.quantity) * contracts).toFixed(2);
}

const PRICED: readonly Action[] = ["Sell to open", "Buy to close", "Buy to open", "Sell to close"];
