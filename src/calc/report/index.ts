/** What can be read in the books: rows of plain values, and their headers in the order of the columns. */
export { type Headers, cellOf, cellsOf } from "./columns";
export { POSITION_HEADERS, type Position, positions } from "./positions";
export { LOT_HEADERS, type Lot, lots } from "./lots";
export { CAMPAIGN_HEADERS, type CampaignRow, campaignFlows, campaigns } from "./campaigns";
export { CHAIN_HEADERS, type ChainRow, chains } from "./chains";
export { INCOME_HEADERS, type IncomeRow, type View, income } from "./income";
export { type Period } from "./periods";
export { AUDIT_HEADERS, type AuditRow, audit } from "./audit";
export { PROBLEM_HEADERS, type ProblemRow, problems } from "./problems";
export { lastDay } from "./days";
export { XIRR_HEADERS, type XirrRow, campaignXirr } from "./campaignXirr";
export { type Flow, xirr } from "./xirr";
