/**
 * Text on its way into a cell. Excel reads what it is given as if it were typed: "=1+1" becomes a formula, "0012" the number 12,
 * "MAR1" the first of March. A leading apostrophe says "this is text" and is not shown, so what was typed is shown as typed.
 */
export function cellText(text: string): string {
  const whole = holdable(text);
  return whole === "" || (PLAIN_WORDS.test(whole) && !TRUE_AND_FALSE.has(whole.toLowerCase())) ? whole : `'${whole}`;
}

/** Letters and single spaces alone are taken as they are. */
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/i;
/** Words which Excel takes for no text in one of its languages: of those, VERO and FAUX are tickers, too. */
const TRUE_AND_FALSE: ReadonlySet<string> = new Set([
  "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "verdadeiro", "waar", "onwaar", "sant", "falskt", "sand", "falsk", "usann", "tosi", "prawda", "pravda", "nepravda", "igaz", "hamis", "benar", "salah",
]);

/** No file can hold half a character, or the character of number 0: the sign for a character that is not known stands in its place. */
const holdable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, "\uFFFD");

/** A character that is there and cannot be seen: it hides, turns the words around it, or makes two names that look the same. Those inside of an emoji are seen. */
export function unseenIn(text: string): string | null {
  const found = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u.exec(text.replace(/(?<=\p{Extended_Pictographic}\uFE0F?)\u200D/gu, ""))?.[0];
  return found === undefined ? null : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** What a person sees of a cell's value: dates apart, which look different to everybody. */
export function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null || value === undefined ? "" : String(value);
}

/** "#N/A", "#VALUE!": a value that is an error. */
export const isErrorText = (value: unknown): value is string => typeof value === "string" && /^#[A-Z/0!?]+[!?A]$/i.test(value);

/** Enough of a text to know it again, for a message: a cell may hold 32,767 characters. What cannot be seen would turn or hide the message's own words: a sign stands for it. */
export function clipped(text: string): string {
  return (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "\uFFFD");
}
