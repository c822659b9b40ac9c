/** What can be done with what is open, which rows that adds to the log, and what they do. docs/spec/moves.md. */
export { type Holding, type OpenContract, type OpenLot, type OpenShares, holdings, keyOfContract, keyOfHolding, nakedShares, openLots } from "./open";
export { assigning, closing, expiring, rolling, sellingCall, sellingShares } from "./rows";
export type { Change, ContractChange } from "./change";
export { type Effect, type HoldingEffect, type RollEffect, effectOf } from "./effect";
export { type Followed, type PlannedPut, followed } from "./followed";
export { type Ending, endingRows, likelyEnding, pastExpiry, settlesInCash } from "./expiry";
export { inTheMoney, keptAtExpiry, profitShare } from "./progress";
export { type Payoff, payoffOf, payoffOfSale } from "./payoff";
export { LOOK_AGAIN, type Outlook, type Sale, outlookOf } from "./outlook";
