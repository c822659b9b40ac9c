import { tokenTypes, tokenize } from "@borgar/fx";

/**
 * A formula as files keep it: without its equals sign, and with the prefixes that functions newer than the file format carry, and the names inside of LET and LAMBDA, and
 * functions of add-ins.
 */
export function inFile(formula: string): string {
  const body = formula.replace(/^=/, "");
  const written = outsideTexts(body, (part) => part.replace(/\bWHEEL\.(\w+)(?=\s*\()/gi, "_xldudf_WHEEL_$1").replace(/\b([A-Z][A-Z0-9.]*)(?=\()/g, (name) => `${PREFIX.get(name) ?? ""}${name}`));
  return /\b(LET|LAMBDA)\(/i.test(body) ? withLocalNames(written) : written;
}

/** Functions that came after 2007 and may stand in a native formula of the journal or of the user. */
const PREFIX = new Map<string, string>([
  ...["IFS", "IFNA", "MAXIFS", "MINIFS", "SWITCH", "TEXTJOIN", "CONCAT", "XOR", "DAYS", "NORM.DIST", "NORM.INV", "NORM.S.DIST", "NORM.S.INV", "STDEV.S", "STDEV.P", "VAR.S", "VAR.P", "XLOOKUP", "XMATCH", "UNIQUE", "SEQUENCE", "LET", "LAMBDA", "ISOMITTED", "BYROW", "MAP", "HSTACK", "VSTACK", "TAKE", "DROP", "STOCKHISTORY"].map((name) => [name, "_xlfn."] as const),
  ...["FILTER", "SORT"].map((name) => [name, "_xlfn._xlws."] as const),
]);

/** Changes what does not stand in quotes. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 0 ? change(part) : part)).join("");
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
