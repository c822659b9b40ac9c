import type { Trade } from "../../../src/calc";
import { CHAIN_A_LEGS, CHAIN_B_LEGS, tradeOf } from "../../fixtures/goldenChains";

export { dayNumber } from "../../fixtures/goldenChains";

/** Golden chain A, of KO: fact, its cash, all cash so far. */
export const CHAIN_A: readonly (readonly [Trade, number, number])[] = CHAIN_A_LEGS.map((leg) => [tradeOf(leg, "KO"), leg.cash, leg.running]);

/** Golden chain B, of KO. */
export const CHAIN_B: readonly Trade[] = CHAIN_B_LEGS.map((leg) => tradeOf(leg, "KO"));
