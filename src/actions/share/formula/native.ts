import { tokenTypes } from "@borgar/fx";
import { type Convention, operand } from "../../../calc";
import type { Choice, Parameter } from "../../../journal/closedForms";
import { FORMS } from "./forms";
import { type Piece, isBlank, isOperator, piecesOf, textOf } from "./wheelCalls";

/** An argument on its way into a native formula: its text, and what is known of it. */
interface Argument {
  readonly text: string;
  /** A number that stands in the formula itself. */
  readonly number: number | null;
  /** One value for certain: no range, no array, no name. */
  readonly single: boolean;
}

/** The native formula of a call, with its arguments (which call no function of the add-in any more) put in; null where there is none. docs/spec/sharing.md §3. */
export function nativeCall(id: string, args: readonly (readonly Piece[])[]): string | null {
  const form = FORMS[id];
  if (!form || args.length > form.parameters.length) return null;
  const chosen = choose(form.parameters, args);
  if (!chosen) return null;
  const numbers = new Map<string, Argument>();
  for (const [place, { name, left, chooses }] of form.parameters.entries()) {
    if (chooses) continue;
    const given = args[place] ?? [];
    if (given.length === 0 && left === undefined) return null;
    if (given.length > 0) numbers.set(name, argumentOf(given));
    else if (left !== null) numbers.set(name, { text: String(left), number: left ?? null, single: true });
  }
  const choice: Choice = { ...chosen, given: (name) => (args[form.parameters.findIndex((one) => one.name === name)] ?? []).length > 0 };
  const conditions: string[] = [];
  for (const { of, text, test } of form.holds(choice)) {
    const known = of.map((name) => numbers.get(name)?.number ?? null);
    if (known.some((number) => number === null)) conditions.push(text);
    // what stands in the formula is judged now
    else if (!test(...(known as number[]))) return VALUE_ERROR;
  }
  const formula = simpler(form.formula(choice), form.parameters, choice);
  const answer = form.most ? `IF(${formula}<=${form.most},${formula},#N/A)` : formula;
  const whole = conditions.length === 0 ? answer : `IF(${conditions.length === 1 ? conditions[0]! : conditions.map((one) => `(${one})`).join("*")},${answer},${VALUE_ERROR})`;
  return filled(whole, numbers);
}

const VALUE_ERROR = "#VALUE!";

/** Words choose the formula, so they must stand in the call itself; a cell that holds one may change. */
function choose(parameters: readonly Parameter[], args: readonly (readonly Piece[])[]): Pick<Choice, "base" | "compound"> | null {
  const wordOf = (chooses: Parameter["chooses"]): string | null => {
    const given = args[parameters.findIndex((one) => one.chooses === chooses)] ?? [];
    if (given.length === 0) return "";
    const known = given.length === 1 && [tokenTypes.STRING, tokenTypes.BOOLEAN, tokenTypes.NUMBER].includes(given[0]!.type as never);
    return known ? given[0]!.value.replace(/^"|"$/g, "").trim().toLowerCase() : null;
  };
  const base = BASES[wordOf("basis") ?? "?"];
  const compound = SWITCHES[wordOf("compound") ?? "?"];
  return base === undefined || compound === undefined ? null : { base, compound };
}
const BASES: Readonly<Record<string, Convention["base"]>> = { "": "strike", strike: "strike", net: "net" };
const SWITCHES: Readonly<Record<string, boolean>> = { "": false, false: false, 0: false, true: true, 1: true };

function argumentOf(pieces: readonly Piece[]): Argument {
  const text = textOf(pieces);
  const solid = pieces.filter((piece) => !isBlank(piece));
  const [sign, last] = solid.length === 2 && (isOperator(solid[0], "-") || isOperator(solid[0], "+")) ? [solid[0]!.value === "-" ? -1 : 1, solid[1]!] : [1, solid[0]!];
  const number = solid.length <= 2 && last.type === tokenTypes.NUMBER && (solid.length === 1 || last === solid[1]) ? sign * Number(last.value) : null;
  return { text, number, single: solid.every(isSingle) };
}

/** Certainly part of one value: no range, no array, no name that may be one. */
export function isSingle({ type, value }: Piece): boolean {
  if (type === tokenTypes.REF_RANGE) return !value.replace(/^.*!/s, "").includes(":");
  if (type === tokenTypes.REF_STRUCT) return /\[(?:@|\[#This Row\])/i.test(value) && !/\]\s*:\s*\[/.test(value);
  if (type === tokenTypes.OPERATOR) return /^(?:[-+*/^&=<>()%]|<>|<=|>=)$/.test(value);
  return [tokenTypes.NUMBER, tokenTypes.BOOLEAN, tokenTypes.STRING, tokenTypes.WHITESPACE].includes(type as never);
}

/** Nothing is added, taken off or multiplied by one for what was left out. */
function simpler(formula: string, parameters: readonly Parameter[], { given }: Choice): string {
  return parameters
    .filter(({ name, chooses }) => !chooses && !given(name))
    .reduce((text, { name, left }) => (left === 0 ? text.replace(new RegExp(`[-+]${name}\\b`, "g"), "") : left === 1 ? text.replace(new RegExp(`\\*${name}\\b`, "g"), "") : text), formula)
    .replace(/(?<![A-Z])\((\w+)\)/g, "$1");
}

/** The template with the arguments in the places of their names. MAX takes the greatest of all cells: where an argument may be many, each is looked at by itself. */
function filled(template: string, args: ReadonlyMap<string, Argument>): string {
  const many = [...args].some(([name, { single }]) => !single && new RegExp(`\\b${name}\\b`).test(template));
  const pieces = piecesOf(many ? eachByItself(template) : template);
  return pieces.map(({ value }) => {
    const argument = args.get(value);
    return argument ? operand(argument.text) : value;
  }).join("");
}

/** MAX(a,b) → IF(a>b,a,b), in a template of ours: a and b hold no comma. */
function eachByItself(template: string): string {
  return template.replace(/MAX\(([^(),]+),([^(),]+)\)/g, "IF($1>$2,$1,$2)");
}
