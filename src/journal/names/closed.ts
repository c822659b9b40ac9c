import type { Convention } from "../../calc";
import { CLOSED_FORMS, type Choice, type ClosedForm } from "../closedForms";
import { type Lambda, type LambdaParameter, guarded, the } from "./lambda";

/** The functions that are no more than a formula, by their ids: each choice that a call may make is a branch of its own. */
export const closedLambdas = (): readonly (readonly [id: string, lambda: Lambda])[] => Object.entries(CLOSED_FORMS).map(([id, form]) => [id, lambdaOf(form)]);

function lambdaOf(form: ClosedForm): Lambda {
  return { parameters: form.parameters.map(parameterOf), body: body(form) };
}

function parameterOf({ name, left, chooses }: ClosedForm["parameters"][number]): LambdaParameter {
  const shown = snake(name);
  if (chooses === "basis") return { name: shown, is: "word", left: '""' };
  if (chooses === "compound") return { name: shown, is: "switch", left: "FALSE" };
  // where the formula is another one without it, its value is not asked for
  return { name: shown, is: "number", ...(left !== undefined && { left: String(left ?? 0) }) };
}

function body(form: ClosedForm): string {
  const optional = form.parameters.find(({ left }) => left === null)?.name;
  const has = (chooses: "basis" | "compound"): boolean => form.parameters.some((one) => one.chooses === chooses);
  const branch = (given: boolean, base: Convention["base"], compound: boolean): string => answer(form, { given: (name) => given || name !== optional, base, compound });
  const byCompound = (given: boolean, base: Convention["base"]): string => (has("compound") && given ? `IF(${the("compound")},${branch(given, base, true)},${branch(given, base, false)})` : branch(given, base, false));
  const basis = the("basis");
  const byBase = (given: boolean): string => (has("basis") ? `IF(${basis}="net",${byCompound(given, "net")},IF((${basis}="strike")+(${basis}="")>0,${byCompound(given, "strike")},#VALUE!))` : byCompound(given, "strike"));
  return optional === undefined ? byBase(true) : `IF(ISOMITTED(${snake(optional)}),${byBase(false)},${byBase(true)})`;
}

/** One branch: its conditions, its native formula, over the values of the parameters. */
function answer(form: ClosedForm, choice: Choice): string {
  const inPlace = (text: string): string => form.parameters.reduce((done, { name }) => done.replace(new RegExp(`\\b${name}\\b`, "g"), the(snake(name))), text);
  const formula = form.formula(choice);
  const within = form.most === undefined ? formula : `IF(${formula}<=${form.most},${formula},NA())`;
  return guarded(form.holds(choice).map(({ text }) => inPlace(text)), inPlace(within));
}

/** "newStrike" → "new_strike", as the functions write it. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
