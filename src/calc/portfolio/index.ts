/** All that is open together: what hangs on what, when cash comes free, what a fall would do. docs/spec/portfolio.md. */
export { type Stock } from "./stocks";
export { EXPOSURE_HEADERS, type ExposureGroup, type ExposureQuestion, type ExposureRow, effectiveNumber, exposure } from "./exposure";
export { LADDER_HEADERS, type LadderRow, ladder } from "./ladder";
export { type Rung, nextExpiries } from "./nextExpiry";
export { ALL_ASSIGNED_HEADERS, type AllAssignedRow, type CashGiven, allAssigned } from "./allAssigned";
export { type PriceBlock, type PriceLine } from "./priceBlock";
export { type Correlation, type ReturnsOf, correlation, effectiveBets } from "./correlation";
export { type AssignmentQuestion, type PutChance, chanceAssigned } from "./chanceAssigned";
export { STRESS_HEADERS, type Shock, type StressRow, stress } from "./stress";
export { ALL_TOGETHER, RISK_HEADERS, type RiskLimits, type RiskRow, distressPrice, priceOfLoss, resultAt, risks, together } from "./risk";
export { type Distress, type SizeLimit, type SizeQuestion, contractsThatFit, sizeLimits } from "./sizing";
export { type PlannedSale, type PlannedTerms, plannedSale, priceOfDistress } from "./plannedSale";
