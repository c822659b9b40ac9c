import { type AstExpression as Formula, nodeTypes, parse, tokenize } from "@borgar/fx/xlsx";

/**
 * A formula of a file that is not marked as one for arrays is worked out as every Excel before 2020 did: where one value is asked, a column gives the one of the same row (MS-XLSX on cm;
 * "implicit intersection"). Only inside of SUMPRODUCT and its like operators work cell by cell, and not through IF, IFERROR and CHOOSE. A formula that means the whole column elsewhere
 * would show another number in Excel than it did before it was saved.
 */
export function needsArrays(formula: string, names: readonly { readonly name: string; readonly formula: string }[]): string | null {
  let fault: string | null = null;
  let root: Formula;
  try {
    root = parse(tokenize(formula, { mergeRefs: true })) as unknown as Formula;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}:`;
  }
  look(root, false);
  return fault;

  /** Are these several values? `isOneByOne`: they are worked out one by one here. */
  function look(node: Formula, isOneByOne: boolean): boolean {
    if (node.type === nodeTypes.REFERENCE) return isMany(String(node.value ?? ""));
    if (node.type === nodeTypes.UNARY || node.type === nodeTypes.BINARY) {
      const many = node.arguments.map((one: Formula) => look(one, isOneByOne)).some((one) => one);
      if (node.operator === ":" || node.operator === "," || node.operator === " ") return true;
      if (many && !isOneByOne) fault ??= `"${node.operator}" asks for a whole column at once`;
      return isOneByOne && many;
    }
    // a list in braces is worked out one by one everywhere
    if (node.type !== nodeTypes.CALL) return false;
    const name = node.callee.type === nodeTypes.IDENTIFIER ? node.callee.name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, "") : "";
    if (name === "LET" || name === "LAMBDA") return false;
    const branches = BRANCHES.has(name);
    let isSpread = false;
    node.arguments.forEach((one, place) => {
      if (!one) return;
      const many = look(one, ONE_BY_ONE.has(name) || (isOneByOne && !branches));
      if (!many || takesMany(name, place)) return;
      if (isOneByOne || (branches && place > 0)) isSpread = true;
      else fault ??= `${name} asks for a whole column at once`;
    });
    return isSpread;
  }

  function isMany(text: string): boolean {
    if (/^[^[\]!']+\[/.test(text)) return !/\[#This Row\]/i.test(text);
    const own = names.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    return /\$?[A-Z]+\$?\d*:\$?[A-Z]+\$?\d*/.test(own ? own.formula : text);
  }
}

/** Inside of these everything is worked out cell by cell. INDEX of something worked out is an old way to make MATCH do so. */
const ONE_BY_ONE = new Set(["SUMPRODUCT", "MMULT", "FREQUENCY", "LOOKUP", "TRANSPOSE"]);
const BRANCHES = new Set(["IF", "IFERROR", "CHOOSE", "IFNA", "IFS", "SWITCH"]);

/** Does a function take cells, rather than one value, at this place? */
function takesMany(name: string, place: number): boolean {
  if (["COUNTIF", "INDEX", "SMALL", "LARGE", "OFFSET", "RANK"].includes(name)) return place === 0;
  if (["MATCH", "VLOOKUP", "HLOOKUP"].includes(name)) return place === 1;
  if (name === "COUNTIFS") return place % 2 === 0;
  if (name === "SUMIFS" || name === "AVERAGEIFS") return place === 0 || place % 2 === 1;
  if (name === "SUMIF") return place !== 1;
  if (name === "SUBTOTAL") return place > 0;
  return ["SUM", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "AND", "OR", "AVERAGE", "MEDIAN", "ROW", "ROWS", "COLUMN", "COLUMNS", "SUMPRODUCT", "ISREF", "AREAS", "STDEV", "XLOOKUP", "XMATCH", "CONCAT", "TEXTJOIN", "SINGLE", "ANCHORARRAY"].includes(name);
}
