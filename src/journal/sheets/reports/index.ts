import type { SheetPlan } from "../../schema";
import { audit } from "./audit";
import { campaigns } from "./campaigns";
import { chains } from "./chains";
import { income, incomeChart } from "./income";
import { lots } from "./lots";
import { positions } from "./positions";
import { problems } from "./problems";

/** The reports: rebuilt from the log, never typed. docs/spec/journal.md §6. */
export const REPORTS: readonly SheetPlan[] = [
  { name: "Positions", kind: "report", title: "Positions", subtitle: "What is open, and what it needs: options and shares, then the share lots with their three bases.", tables: [positions, lots] },
  { name: "Campaigns", kind: "report", title: "Campaigns", subtitle: "What each turn of the wheel brought, from flat to flat. Return on average capital; annualised simple, 365 days.", tables: [campaigns, chains] },
  { name: "Income", kind: "report", title: "Income", subtitle: "What each month brought, income view: the premium of an assigned put counts on the day of assignment.", tables: [income], chart: incomeChart },
  { name: "Audit", kind: "report", title: "Audit", subtitle: "Proof of the books: cash = realised + open options + open shares, in the income and the tax view, against the log as it is now.", tables: [audit, problems] },
];
export { audit, campaigns, chains, income, lots, positions, problems };
export { TOTAL } from "./audit";
export { AUDIT_NAMES, type AuditName, CHANGED, LOG_NOW, LOG_THEN, REBUILT, STATE, logNow, stateSentence } from "./strip";
