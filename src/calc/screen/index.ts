/** Chains of quotes, judged by the user's rules: puts that could be sold, and what could become of one that is open. docs/spec/screen.md. */
export type { Chain, ChainProblem, OptionalColumn, Quote } from "./chain";
export { type ChainRow, readChain, readRows } from "./readChain";
export { type Market, type PriceToUse, marketOf } from "./market";
export { type Rules, type RulesRead, STANDARD_RULES, readRules } from "./rules";
export { type Candidate, type Screen, type ScreenTerms, screenPuts } from "./screen";
export { type ChainSoFar, type RollChoice, type RollTable, type RollTerms, rollTable } from "./rollTable";
export { LOOK_AGAIN, goneAt21 } from "./gone";
export { windowFormula, windowOf } from "./window";
export { dayIn, numberIn } from "./cell";
export { columnOf } from "./headers";
