/**
 * Native formulas stand beside the functions that they mirror. Each is a function from cell references (or other pieces of formula) to
 * the text of an expression, without the leading equals sign, so that expressions go into one another.
 */
export type Cells<Name extends string> = Readonly<Record<Name, string>>;

/** A piece of formula that may stand beside any operator: what is not a lone reference, name, number or call is put in parentheses. */
export function operand(text: string): string {
  return LONE.test(text) ? text : `(${text})`;
}

/** Is the cell one of these words? Case does not matter, as Excel's "=" has it; wildcards mean nothing. */
export function isOneOf(cell: string, words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length === 1 ? `${cell}=${quoted[0]}` : `OR(${quoted.map((word) => `${cell}=${word}`).join(",")})`;
}

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const NAME = String.raw`(?:'[^']+'!|\w+!)?[A-Za-z_$][\w.$]*`;
const STRUCTURED = String.raw`\w*\[(?:[^[\]]|\[[^[\]]*\])*\]`;
const CALL = String.raw`[A-Z][A-Z.]*\((?:[^()"]|\([^()"]*\)|"[^"]*")*\)`;
const LONE = new RegExp(`^(?:${NUMBER}|${NAME}|${STRUCTURED}|${CALL})$`);
