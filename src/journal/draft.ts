import type { Action } from "../calc";
import { ruleOf } from "./actionRules";
import { dayOf, dayText } from "./day";
import { fieldsFor } from "./fields";
import type { Draft, DraftProblem, FieldName } from "./form";
import { judge, type Verdict } from "./judge";
import { readNumber } from "./numberText";

export { fieldsFor } from "./fields";

/** A fresh form: today, and of what was kept from the last trade whatever the action has a use for. */
export function emptyDraft(action: Action, today: number, keep: Partial<Draft> = {}): Draft {
  const { types } = ruleOf(action, "Put");
  const type = keep.type && types.includes(keep.type) ? keep.type : types[0];
  const blank: Draft = {
    action, type, date: dayText(today), account: "", ticker: "", quantity: "", strike: "", expiry: "", price: "", fees: "", multiplier: "", notes: "",
  };
  const used = new Set(fieldsFor(action).map(({ name }) => name));
  const kept = Object.entries(keep).filter(([name]) => name !== "type" && used.has(name as FieldName));
  return { ...blank, ...Object.fromEntries(kept) };
}

/** Typed text → the trade, or every problem at once, each under its field; fields that the action has no use for are not read. */
export function readDraft(draft: Draft): Verdict {
  const problems: DraftProblem[] = [];
  const used = new Set(fieldsFor(draft.action, draft.type).map(({ name }) => name));
  const refuse = (field: FieldName, words: string): null => {
    problems.push({ field, words: `${labelOf(draft, field)} ${words}` });
    return null;
  };
  const number = (field: FieldName): number | null => {
    if (!used.has(field)) return null;
    const read = readNumber(draft[field]);
    return "problem" in read ? refuse(field, read.problem) : read.number;
  };
  const day = (field: FieldName): number | null =>
    !used.has(field) || draft[field].trim() === "" ? null : (dayOf(draft[field]) ?? refuse(field, "must be a date such as 2026-02-20"));
  const verdict = judge({
    action: draft.action,
    type: draft.type,
    date: day("date"),
    account: draft.account,
    ticker: draft.ticker,
    quantity: number("quantity"),
    strike: number("strike"),
    expiry: day("expiry"),
    price: number("price"),
    fees: number("fees"),
    multiplier: number("multiplier"),
    notes: draft.notes,
    id: "",
  });
  const more = verdict.problems.filter(({ field }) => !problems.some((problem) => problem.field === field));
  const all = [...problems, ...more.map((problem) => inFormWords(draft, problem))];
  return all.length > 0 ? { trade: null, problems: all, warnings: [] } : verdict;
}

/** A problem speaks of the sheet's column ("Price must …"); the form may call that field by a nearer name ("Amount must …"). */
function inFormWords(draft: Draft, { field, words }: DraftProblem): DraftProblem {
  const header = field.charAt(0).toUpperCase() + field.slice(1);
  return { field, words: words.startsWith(`${header} `) ? labelOf(draft, field) + words.slice(header.length) : words };
}

const labelOf = ({ action, type }: Draft, name: FieldName): string => fieldsFor(action, type).find((field) => field.name === name)?.label ?? name;
