import { type Token, tokenTypes, tokenize } from "@borgar/fx/xlsx";
import { needsArrays } from "./arrays";
import type { BookParts } from "./book";
import { CLASSIC } from "./classic";

/** Where a formula stands: what Excel takes in a cell it does not take everywhere. */
export type Place = "cell" | "array" | "table" | "name" | "print" | "rule" | "validation" | "chart";

/**
 * Why Excel would not take this formula from a file. In files a formula is written in one dialect (part 1, section 18.17; MS-XLSX 2.2.2): English names, commas, no equals sign, newer
 * functions and local names with their prefixes, "this row" in words. One that cannot be read makes Excel repair the sheet and leave out the formula.
 */
export function formulaFaults(formula: string, book: BookParts, place: Place): readonly string[] {
  // the rows of a table ask the same
  const known = judged.get(book) ?? new Map<string, readonly string[]>();
  judged.set(book, known);
  const key = `${place} ${formula}`;
  const faults = known.get(key) ?? judge(formula, book, place);
  known.set(key, faults);
  return faults;
}
const judged = new WeakMap<BookParts, Map<string, readonly string[]>>();

function judge(formula: string, book: BookParts, place: Place): readonly string[] {
  if (formula.trim() === "") return ["a formula without text"];
  const faults: string[] = [];
  const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
  if (formula.startsWith("=")) faults.push(`begins with an equals sign: ${short(formula)}`);
  if (formula.length > 8_192) faults.push(`a formula of ${formula.length} characters`);
  const pieces = tokenize(formula, { mergeRefs: true });
  const solid = pieces.filter(({ type }) => type !== tokenTypes.WHITESPACE && type !== tokenTypes.NEWLINE);
  solid.forEach((piece, at) => {
    const fault = pieceFault(piece, solid[at + 1], book, place);
    if (fault) faults.push(`${fault} in ${short(formula)}`);
  });
  const shape = shapeFault(solid);
  if (shape) faults.push(`${shape} in ${short(formula)}`);
  if (place === "rule" || place === "validation") faults.push(...ruleFaults(solid, formula, place));
  if (faults.length === 0 && (place === "cell" || place === "table")) {
    const why = needsArrays(formula, book.names);
    if (why) faults.push(`${why} in ${short(formula)}`);
  }
  return faults;
}

function pieceFault({ type, value, unterminated }: Token, next: Token | undefined, { tables, sheets, names }: BookParts, place: Place): string | null {
  if (unterminated) return `${value.slice(0, 20)} does not end`;
  if (type === tokenTypes.UNKNOWN) return `"${value}" is nothing`;
  // Excel's specifications: 255 characters of a text in a formula
  if (type === tokenTypes.STRING && value.slice(1, -1).replace(/""/g, '"').length > 255) return "a text of more than 255 characters";
  if (type === tokenTypes.OPERATOR && (value === "@" || value === "#")) return `"${value}", which files spell as a function`;
  if (type === tokenTypes.FUNCTION) return functionFault(value);
  if (type === tokenTypes.REF_STRUCT) {
    const [, table = "", rest = ""] = /^([^[]*)(\[[\s\S]*\])$/.exec(value) ?? [];
    if (table === "") return `${value} does not name its table`;
    const found = tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
    if (!found) return `there is no table ${table}`;
    if (/\[@/.test(rest)) return `${value}: "this row" is [#This Row] in files`;
    const asked = [...rest.replace(/^\[(?=\[)|(?<=\])\]$/g, "").matchAll(/\[((?:'.|[^'\]])*)\]/g)].map(([, one = ""]) => one);
    for (const column of asked) {
      if (/^#(?:This Row|All|Data|Headers|Totals)$/i.test(column)) continue;
      const name = column.replace(/'(.)/g, "$1");
      if (!found.columns.some((one) => one.toLowerCase() === name.toLowerCase())) return `${table} has no column ${name}`;
    }
  }
  if (type === tokenTypes.REF_RANGE || type === tokenTypes.REF_BEAM) {
    const sheet = /^(?:'((?:[^']|'')+)'|([^!]+))!/.exec(value);
    const name = (sheet?.[1]?.replace(/''/g, "'") ?? sheet?.[2] ?? "").toLowerCase();
    if (sheet && !name.includes("[") && !name.split(":").every((one) => sheets.some((other) => other.name.toLowerCase() === one))) return `there is no sheet ${name}`;
    if (!sheet && (place === "name" || place === "chart")) return `${value} does not say on which sheet`;
  }
  if (type === tokenTypes.REF_NAMED && !/^_xlpm\.|^_xlop\./.test(value) && !value.includes("!") && next?.value !== "(") {
    const isTable = tables.some(({ name }) => name.toLowerCase() === value.toLowerCase());
    if (!isTable && !names.some(({ name }) => name.toLowerCase() === value.toLowerCase())) return `there is no name ${value}`;
  }
  return null;
}

/** A function of Excel 2007 by its own name, a newer one with its prefix, and none of an add-in but in the form of files. */
function functionFault(name: string): string | null {
  const bare = name.toUpperCase();
  if (/^_XLDUDF_|^_XLL\./.test(bare)) return null;
  const [, prefix = "", own = ""] = /^((?:_XLFN\.|_XLWS\.)*)(.*)$/.exec(bare) ?? [];
  if (prefix === "") return CLASSIC.has(own) ? null : `${name} without a prefix`;
  if (CLASSIC.has(own)) return `${name}: no prefix is asked`;
  return (own === "FILTER" || own === "SORT") === (prefix === "_XLFN._XLWS.") ? null : `${name}: another prefix is asked`;
}

/** Excel's specifications: 64 levels, 255 arguments. */
function shapeFault(pieces: readonly Token[]): string | null {
  const open: { readonly sign: string; readonly isCall: boolean; commas: number }[] = [];
  for (const [at, { type, value }] of pieces.entries()) {
    if (type !== tokenTypes.OPERATOR) continue;
    if (value === "(" || value === "{") open.push({ sign: value, isCall: pieces[at - 1]?.type === tokenTypes.FUNCTION, commas: 0 });
    if (value === "," && open.at(-1)) open.at(-1)!.commas += 1;
    if (open.filter(({ isCall }) => isCall).length > 64) return "more than 64 levels of functions";
    if (value !== ")" && value !== "}") continue;
    const last = open.pop();
    if (!last || (last.sign === "(") !== (value === ")")) return "parentheses that do not match";
    if (last.isCall && last.commas > 254) return "more than 255 arguments";
  }
  return open.length > 0 ? "parentheses that do not close" : null;
}

/** Conditional formats and validations take no names of tables and no arrays; in a validation 255 characters. */
function ruleFaults(pieces: readonly Token[], formula: string, place: Place): string[] {
  return [
    ...(pieces.some(({ type }) => type === tokenTypes.REF_STRUCT) ? [`a table by its name: ${formula.slice(0, 60)}`] : []),
    ...(pieces.some(({ type, value }) => type === tokenTypes.OPERATOR && value === "{") ? [`a list in braces: ${formula.slice(0, 60)}`] : []),
    ...(place === "validation" && formula.replace(/^"|"$/g, "").length > 255 ? ["longer than 255 characters"] : []),
  ];
}
