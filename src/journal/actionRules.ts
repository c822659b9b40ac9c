import type { Action, TradeType } from "../calc";

/** What a row of an action holds (docs/spec/journal.md §2). */
export interface ActionRule {
  readonly group: "Options" | "Shares" | "Cash and corrections";
  /** The first one is offered first. */
  readonly types: readonly [TradeType, ...TradeType[]];
  readonly opens: boolean;
  readonly closes: boolean;
  readonly ticker: "needed" | "welcome" | "none";
  /** Contracts, shares, the ratio of a split, or nothing. */
  readonly quantity: "contracts" | "shares" | "ratio" | "none";
  /** Strike and expiry. */
  readonly option: boolean;
  /** Per share, an amount of dollars, an amount that may be negative, or nothing. */
  readonly price: "per share" | "amount" | "signed amount" | "none";
  /** Is a fee usual? Else its field waits behind "More". */
  readonly fees: "usual" | "rare" | "none";
  /** A contract that is not for 100 shares. */
  readonly multiplier: "needed" | "rare" | "none";
}

export function ruleOf(action: Action, type: TradeType): ActionRule {
  if (action === "Dividend" && type === "Cash") return { ...RULES.Dividend, quantity: "none", price: "amount" };
  return RULES[action];
}

const option = {
  group: "Options", types: ["Put", "Call"], opens: false, closes: false, ticker: "needed", quantity: "contracts", option: true, price: "per share", fees: "usual", multiplier: "rare",
} as const satisfies ActionRule;
const shares = { ...option, group: "Shares", types: ["Shares"], quantity: "shares", option: false, multiplier: "none" } as const satisfies ActionRule;
const cash = {
  ...shares, group: "Cash and corrections", types: ["Cash"], ticker: "none", quantity: "none", price: "amount", fees: "none",
} as const satisfies ActionRule;

const RULES: Readonly<Record<Action, ActionRule>> = {
  "Sell to open": { ...option, opens: true },
  "Buy to close": { ...option, closes: true },
  "Buy to open": { ...option, opens: true },
  "Sell to close": { ...option, closes: true },
  Expired: { ...option, closes: true, price: "none", fees: "rare" },
  Assigned: { ...option, closes: true, price: "none", fees: "rare" },
  Exercised: { ...option, closes: true, price: "none", fees: "rare" },
  Buy: shares,
  Sell: shares,
  Split: { ...shares, quantity: "ratio", price: "none", fees: "rare" },
  Dividend: { ...shares, types: ["Shares", "Cash"], fees: "rare" },
  Interest: { ...cash, price: "signed amount" },
  Fee: { ...cash, ticker: "welcome" },
  Deposit: cash,
  Withdrawal: cash,
  Adjusted: { ...option, group: "Cash and corrections", price: "none", fees: "rare", multiplier: "needed" },
};
