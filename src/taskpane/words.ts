import { ACTIONS, type Action, type Trade } from "../calc";
import { ruleOf } from "../journal/actionRules";
import { figure, money, plain, shortDay } from "./figures";

/** The actions as a trader looks for them: by what they are about. */
export const ACTION_GROUPS: readonly { readonly label: string; readonly actions: readonly Action[] }[] = (
  ["Options", "Shares", "Cash and corrections"] as const
).map((label) => ({ label, actions: ACTIONS.filter((action) => ruleOf(action, "Put").group === label) }));

/** What each action means, in one line under the picker. */
export const ACTION_MEANING: Readonly<Record<Action, string>> = {
  "Sell to open": "You sold an option and received its premium.",
  "Buy to close": "You bought back an option that you had sold.",
  "Buy to open": "You bought an option and paid its premium.",
  "Sell to close": "You sold an option that you had bought.",
  Expired: "An option ran out without being exercised.",
  Assigned: "An option that you sold was exercised: one row moves the shares and the cash.",
  Exercised: "You exercised an option that you own: one row moves the shares and the cash.",
  Buy: "You bought shares.",
  Sell: "You sold shares.",
  Split: "The company split its shares. Quantity is new shares for each old one.",
  Dividend: "A dividend was paid into the account.",
  Interest: "Interest was paid into the account, for example on the collateral.",
  Fee: "The broker charged a fee that belongs to no trade.",
  Deposit: "You put money into the account.",
  Withdrawal: "You took money out of the account.",
  Adjusted: "The exchange changed an option's terms. Type the new ones from its memo.",
};

/** "2 ACME 50 puts · 2/20/26 · at 1.20": a trade in one line, without its action. */
export function tradeInWords({ ticker: typed, type, quantity, strike, expiry, price, action }: Trade): string {
  const parts: string[] = [];
  const ticker = typed.replace(TURNS_TEXT, "");
  if (type === "Put" || type === "Call") {
    const kind = `${type.toLowerCase()}${quantity === 1 ? "" : "s"}`;
    parts.push([plain(quantity), ticker, strike === null ? "" : plain(strike), kind].filter(Boolean).join(" "));
    if (expiry !== null) parts.push(shortDay(expiry));
  } else if (action === "Split") {
    parts.push(`${ticker} ${plain(quantity)} for 1`);
  } else if (type === "Shares" && quantity > 0) {
    parts.push(`${plain(quantity)} ${ticker} ${quantity === 1 ? "share" : "shares"}`);
  } else if (ticker) {
    parts.push(ticker);
  }
  if (price !== null) parts.push(quantity > 0 ? `at ${figure(price, "price")}` : money(price));
  // a line breaks after the dot, not before it
  return parts.join("\u00a0· ");
}

/** Marks that turn the direction of all text behind them: in a ticker they were pasted along. */
const TURNS_TEXT = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What went wrong, for the user: Excel's refusals are already in plain words, anything else is our mistake and says so. */
export function wordsOf(error: unknown): string {
  if (error instanceof Error && error.name === "ExcelRefused") return error.message;
  return `Something went wrong in the add-in, and nothing more was done: ${error instanceof Error ? error.message : String(error)}`;
}
