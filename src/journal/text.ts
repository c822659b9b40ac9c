/**
 * Text on its way into a cell. Excel reads what it is given as if it were typed: "=1+1" becomes a formula, "0012" the number 12,
 * "MAR1" the first of March. A leading apostrophe says "this is text" and is not shown, so what was typed is shown as typed.
 */
export function cellText(text: string): string {
  return text === "" || PLAIN_WORDS.test(text) ? text : `'${text}`;
}

/** Letters and single spaces alone are taken as they are, except the two words which Excel knows. */
const PLAIN_WORDS = /^(?!(?:true|false)$)[a-z]+(?: [a-z]+)*$/i;

/** What a person sees of a cell's value: dates apart, which look different to everybody. */
export function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null || value === undefined ? "" : String(value);
}

/** "#N/A", "#VALUE!": a value that is an error. */
export const isErrorText = (value: unknown): value is string => typeof value === "string" && /^#[A-Z/0!?]+[!?A]$/i.test(value);

/** Enough of a text to know it again, for a message: a cell may hold 32,767 characters. */
export function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
