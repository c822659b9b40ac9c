import { useMemo } from "react";
import type { Journal } from "../../../actions";
import { type Trade, moves } from "../../../calc";
import { ruleOf } from "../../../journal/actionRules";

/**
 * What a typed trade does to what is open: for what closes something, for shares, and for a call on them; null where the row tells all. The log takes
 * what the books would not, so what a move refuses is a warning here.
 */
export function useEffectOf(trade: Trade | null, trades: Journal["trades"]): moves.Effect | null {
  const typed = trade && touches(trade) ? JSON.stringify(trade) : null;
  return useMemo(() => {
    if (typed === null) return null;
    const effect = moves.effectOf(trades, [JSON.parse(typed) as Trade]);
    if (effect.refusals.length === 0) return effect;
    return { ...effect, refusals: [], holdings: [], roll: null, realised: { income: 0, tax: 0 }, warnings: effect.refusals.map((words) => `${words}: it would be listed as a problem and count nowhere`) };
  }, [typed, trades]);
}

function touches({ action, type }: Trade): boolean {
  return ruleOf(action, type).closes || action === "Buy" || action === "Sell" || (action === "Sell to open" && type === "Call");
}
