import { type Token, tokenTypes, tokenize } from "@borgar/fx";
import { prefixOf } from "./newerFunctions";

/**
 * A formula as files keep it: without its equals sign, and with the prefixes that functions newer than the file format carry, and the names inside of LET and LAMBDA, and
 * functions of add-ins; "one of them" (`@`) and "all that it fills" (`#`) are functions there.
 */
export function inFile(formula: string): string {
  const pieces = tokenize(formula.replace(/^=/, ""), { mergeRefs: true });
  const written = withSigns(pieces.map((piece) => (piece.type === tokenTypes.FUNCTION ? { ...piece, value: functionInFile(piece.value) } : piece)));
  return /\b(LET|LAMBDA)\(/i.test(formula) ? withLocalNames(written) : written;
}

function functionInFile(name: string): string {
  const [, own] = /^WHEEL\.(\w+)$/i.exec(name) ?? [];
  return own === undefined ? `${prefixOf(name.toUpperCase())}${name}` : `_xldudf_WHEEL_${own}`;
}

/** `@A1:A9` → `_xlfn.SINGLE(A1:A9)`, `A1#` → `_xlfn.ANCHORARRAY(A1)` */
function withSigns(pieces: readonly Token[]): string {
  let text = "";
  for (let at = 0; at < pieces.length; at += 1) {
    const { type, value } = pieces[at]!;
    const isSign = type === tokenTypes.OPERATOR && value === "@";
    if (isSign) {
      const end = endOfOperand(pieces, at + 1);
      text += `_xlfn.SINGLE(${withSigns(pieces.slice(at + 1, end))})`;
      at = end - 1;
    } else if (pieces[at + 1]?.value === "#" && type === tokenTypes.REF_RANGE) {
      text += `_xlfn.ANCHORARRAY(${value})`;
      at += 1;
    } else text += value;
  }
  return text;
}

/** A reference, or a call as far as its closing parenthesis. */
function endOfOperand(pieces: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < pieces.length; at += 1) {
    const { type, value } = pieces[at]!;
    if (value === "(") depth += 1;
    if (value === ")") depth -= 1;
    if (depth === 0 && (value === ")" || (type !== tokenTypes.FUNCTION && type !== tokenTypes.WHITESPACE))) return pieces[at + 1]?.value === "#" ? at + 2 : at + 1;
  }
  return pieces.length;
}

/** What LET and LAMBDA name, wherever it stands: `_xlpm.total`; a parameter that may be left out, `[fees]`, is `_xlop.fees` in the list and `_xlpm.fees` in the body. A name is followed by a comma, and stands right after LET( or a comma; who uses it is a name of that spelling. */
function withLocalNames(formula: string): string {
  const pieces = tokenize(formula);
  const own = new Set<string>();
  const optional = new Map<object, string>();
  const calls: { readonly name: string; argument: number }[] = [];
  const solid = pieces.filter(({ type }) => type !== tokenTypes.WHITESPACE && type !== tokenTypes.NEWLINE);
  solid.forEach(({ type, value }, at) => {
    const piece = solid[at]!;
    const next = solid[at + 1]?.value;
    const call = calls.at(-1);
    const before = solid[at - 1];
    const name = before?.type === tokenTypes.FUNCTION ? (/(?:LET|LAMBDA)$/i.exec(before.value)?.[0].toUpperCase() ?? "") : "";
    if (value === "(" || value === "{") calls.push({ name, argument: 0 });
    else if (value === ")" || value === "}") calls.pop();
    else if (value === "," && call) call.argument += 1;
    else if (type === tokenTypes.REF_NAMED && next === "," && call && (call.name === "LAMBDA" || (call.name === "LET" && call.argument % 2 === 0))) own.add(value.toLowerCase());
    const [, parameter] = (next === "," && call?.name === "LAMBDA" && /^\[\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]$/u.exec(value)) || [];
    if (parameter === undefined) return;
    own.add(parameter.toLowerCase());
    optional.set(piece, parameter);
  });
  return pieces.map((piece) => {
    const parameter = optional.get(piece);
    if (parameter !== undefined) return `_xlop.${parameter}`;
    return piece.type === tokenTypes.REF_NAMED && own.has(piece.value.toLowerCase()) ? `_xlpm.${piece.value}` : piece.value;
  }).join("");
}
