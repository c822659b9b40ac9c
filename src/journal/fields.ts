import type { Action, TradeType } from "../calc";
import { type ActionRule, ruleOf } from "./actionRules";
import type { Field } from "./form";

/** The fields of a trade's form, in the order in which one types them: only those that the action needs, with the type where that matters. */
export function fieldsFor(action: Action, type: TradeType = ruleOf(action, "Put").types[0]): readonly Field[] {
  const rule = ruleOf(action, type);
  return [...what(action, rule), ...terms(rule), ...money(rule), ...rest(rule)];
}

function what(action: Action, { types, ticker }: ActionRule): Field[] {
  const fields: Field[] = [];
  if (types.length > 1) {
    const hint = action === "Dividend" ? "Shares: quantity times dollars a share. Cash: one amount." : undefined;
    fields.push({ name: "type", label: "Type", input: "choice", required: true, choices: types, ...(hint && { hint }) });
  }
  if (ticker !== "none") fields.push({ name: "ticker", label: "Ticker", input: "text", required: ticker === "needed" });
  return fields;
}

function terms({ option, quantity, multiplier }: ActionRule): Field[] {
  const fields: Field[] = [];
  if (quantity === "contracts") fields.push({ name: "quantity", label: "Contracts", input: "number", required: true });
  if (quantity === "shares") fields.push({ name: "quantity", label: "Shares", input: "number", required: true });
  if (quantity === "ratio") fields.push({ name: "quantity", label: "Ratio", input: "number", required: true, hint: "New shares for one old share: 4 for a 4-for-1 split, 0.1 for a 1-for-10" });
  if (option) {
    fields.push({ name: "strike", label: "Strike", input: "number", required: true, unit: "$" });
    fields.push({ name: "expiry", label: "Expiry", input: "date", required: true });
  }
  if (multiplier === "needed") fields.push({ name: "multiplier", label: "Multiplier", input: "number", required: false, hint: "Shares per contract, from the exchange's memo; blank is 100" });
  return fields;
}

function money({ price, option, fees }: ActionRule): Field[] {
  const fields: Field[] = [];
  if (price === "per share") fields.push({ name: "price", label: option ? "Premium" : "Price", input: "number", required: true, unit: "$ a share" });
  if (price === "amount") fields.push({ name: "price", label: "Amount", input: "number", required: true, unit: "$" });
  if (price === "signed amount") fields.push({ name: "price", label: "Amount", input: "number", required: true, unit: "$", hint: "With a minus when it was paid, as margin interest is" });
  if (fees === "usual") fields.push({ name: "fees", label: "Fees", input: "number", required: false, unit: "$ in all" });
  return fields;
}

function rest({ fees, multiplier }: ActionRule): Field[] {
  const fields: Field[] = [
    { name: "date", label: "Date", input: "date", required: true },
    { name: "account", label: "Account", input: "text", required: false, hint: "Blank is Main" },
  ];
  if (fees === "rare") fields.push({ name: "fees", label: "Fees", input: "number", required: false, unit: "$ in all", more: true });
  if (multiplier === "rare") fields.push({ name: "multiplier", label: "Multiplier", input: "number", required: false, more: true, hint: "Shares per contract; blank is 100" });
  fields.push({ name: "notes", label: "Notes", input: "text", required: false, more: true });
  return fields;
}
