/** A function as a formula: what a defined name holds, so that it can be called in a workbook that has no add-in. docs/spec/names.md §2. */
export interface Lambda {
  readonly parameters: readonly LambdaParameter[];
  /** Over "the_strike" for the parameter strike: its number, or its default. */
  readonly body: string;
  /** Other values that the body asks for by name: pairs of name and formula. */
  readonly also?: readonly (readonly [name: string, formula: string])[];
}

export interface LambdaParameter {
  /** As the user sees it while typing the call. */
  readonly name: string;
  /** A word is compared without its outer blanks; a switch is TRUE or FALSE. */
  readonly is: "number" | "word" | "switch";
  /** What it is when it is left out, as a piece of formula; absent: it must be given. */
  readonly left?: string;
}

/**
 * "=LAMBDA(strike,premium,[fees],LET(the_strike,strike+0,…,body))". Adding 0 makes of an argument what Excel makes of it for a custom function that asks for a number: a blank cell 0, TRUE 1, "5" 5, and any
 * other text #VALUE!.
 */
export function lambdaText({ parameters, body, also = [] }: Lambda): string {
  const heads = parameters.map(({ name, left }) => (left === undefined ? name : `[${name}]`));
  const bindings = parameters.map(({ name, is, left }) => {
    const given = is === "number" ? `${name}+0` : is === "word" ? `TRIM(${name})` : name;
    return `${the(name)},${left === undefined ? given : `IF(ISOMITTED(${name}),${left},${given})`}`;
  });
  return `=LAMBDA(${heads.join(",")},LET(${[...bindings, ...also.map((pair) => pair.join(","))].join(",")},${eachByItself(body)}))`;
}

/** The value of a parameter inside the body. */
export const the = (name: string): string => `the_${name}`;

/** #VALUE! unless all conditions hold; they are multiplied, so that of a range each cell is judged by itself. */
export function guarded(conditions: readonly string[], answer: string): string {
  return conditions.length === 0 ? answer : `IF(${conditions.map((one) => `(${one})`).join("*")},${answer},#VALUE!)`;
}

/** MAX takes the greatest of a whole range; here each cell is looked at by itself. */
function eachByItself(body: string): string {
  return body.replace(/MAX\(([^(),]+),([^(),]+)\)/g, "IF($1>$2,$1,$2)");
}
