/**
 * Structured references as text. Excel shows a short form (`[@Strike]` inside the table); files, and this workbench's engines,
 * keep the long one (`Trades[[#This Row],[Strike]]`). Names of tables and columns are matched whatever their case, and written as the table has them.
 */
export interface TableNames {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table or column that does not exist; Excel refuses such a formula when it is entered. */
export class UnknownReference extends Error {}

/** The long form. `own` is the table around the formula's cell. With `strict` an unknown table or column throws UnknownReference. */
export function expandReferences(formula: string, tables: readonly TableNames[], own?: TableNames, strict = false): string {
  return mapStructured(formula, (name, body) => {
    const table = name === "" ? own : tables.find((t) => same(t.name, name));
    const parts = parseBody(body);
    if (!table || !parts) {
      if (strict) throw new UnknownReference(name === "" ? `[${body}] stands outside of a table` : `there is no table ${name}`);
      return undefined;
    }
    const columns = parts.columns.map((column) => {
      const known = table.columns.find((c) => same(c, column));
      if (known === undefined && strict) throw new UnknownReference(`the table ${table.name} has no column ${column}`);
      return known ?? column;
    });
    return table.name + writeLong({ items: parts.items, columns });
  });
}

/** The short form, as Excel shows it in the formula bar and gives it to add-ins. */
export function contractReferences(formula: string, own = ""): string {
  if (!formula.includes("[")) return formula;
  const key = `${own}\n${formula}`;
  const known = contracted.get(key);
  if (known !== undefined) return known;
  if (contracted.size >= MOST_KNOWN) contracted.clear();
  const short = contract(formula, own);
  contracted.set(key, short);
  return short;
}

/** Every reading of a table asks for the same few formulas again, row by row. */
const contracted = new Map<string, string>();
const MOST_KNOWN = 5000;

function contract(formula: string, own: string): string {
  return mapStructured(formula, (name, body) => {
    const parts = parseBody(body);
    if (!parts || parts.items.length !== 1 || !same(parts.items[0] ?? "", "#This Row")) return undefined;
    const [first, last] = parts.columns;
    const inside = own !== "" && same(own, name) ? "" : name;
    if (first === undefined) return `${inside}[@]`;
    if (last !== undefined) return `${inside}[@[${escape(first)}]:[${escape(last)}]]`;
    return `${inside}[@${/^[\p{L}\p{N}_]+$/u.test(first) ? first : `[${escape(first)}]`}]`;
  });
}

/** The long form after a column of a table got another header. */
export function renameColumn(formula: string, table: string, from: string, to: string): string {
  if (!mentions(formula, table) || !mentions(formula, escape(from))) return formula;
  return mapStructured(formula, (name, body) => {
    if (!same(name, table)) return undefined;
    const parts = parseBody(body);
    if (!parts || !parts.columns.some((c) => same(c, from))) return undefined;
    return name + writeLong({ ...parts, columns: parts.columns.map((c) => (same(c, from) ? to : c)) });
  });
}

/** The long form after columns were deleted: a reference that names one which its table no longer has becomes #REF!. */
export function loseColumns(formula: string, tables: readonly TableNames[]): string {
  return mapStructured(formula, (name, body) => {
    const table = tables.find((t) => same(t.name, name));
    const lost = table && parseBody(body)?.columns.some((column) => !table.columns.some((c) => same(c, column)));
    return lost ? "#REF!" : undefined;
  });
}

/** The long form after a table got another name; bare mentions of the table (`ROWS(Trades)`) as well. */
export function renameTable(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  let out = "";
  let i = 0;
  while (i < formula.length) {
    const token = /^(?:"(?:[^"]|"")*"?|'(?:[^']|'')*'?!?|[\p{L}_\\][\p{L}\p{N}_.\\]*)/u.exec(formula.slice(i))?.[0] ?? formula.charAt(i);
    i += token.length;
    const next = formula.charAt(i);
    out += same(token, from) && next !== "(" && next !== "!" ? to : token;
    if (next === "[") {
      const end = endOfBrackets(formula, i);
      out += formula.slice(i, end);
      i = end;
    }
  }
  return out;
}

/** A column's name as it stands between brackets. */
export function escape(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

interface Body {
  readonly items: readonly string[];
  /** None, one, or first and last. */
  readonly columns: readonly string[];
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Perhaps not as a name: a formula in which a word does not stand at all need not be read. */
const mentions = (formula: string, word: string): boolean => formula.toLowerCase().includes(word.toLowerCase());

function mapStructured(formula: string, change: (table: string, body: string) => string | undefined): string {
  if (!formula.includes("[")) return formula;
  let out = "";
  let i = 0;
  while (i < formula.length) {
    const rest = formula.slice(i);
    const asItIs = (/^(?:"(?:[^"]|"")*"?|'(?:[^']|'')*'?)/.exec(rest) ?? LAMBDA_HEAD.exec(rest))?.[0];
    if (asItIs) {
      out += asItIs;
      i += asItIs.length;
      continue;
    }
    const word = /^[\p{L}_\\][\p{L}\p{N}_.\\]*/u.exec(rest)?.[0] ?? "";
    const at = i + word.length;
    if (formula.charAt(at) !== "[") {
      const taken = word || /^[\p{N}.]+/u.exec(rest)?.[0] || rest.charAt(0);
      out += taken;
      i += taken.length;
      continue;
    }
    const end = endOfBrackets(formula, at);
    out += change(word, formula.slice(at + 1, end - 1)) ?? formula.slice(i, end);
    i = end;
  }
  return out;
}

/** "LAMBDA(strike,[fees]," : what stands in brackets there may be left out, and is no column. */
const LAMBDA_HEAD = /^LAMBDA\s*\(\s*(?:(?:[\p{L}_][\p{L}\p{N}_]*|\[\s*[\p{L}_][\p{L}\p{N}_]*\s*\])\s*,\s*)*/iu;

function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  let i = start;
  do {
    const ch = text.charAt(i);
    if (ch === "'") i++;
    else if (ch === "[") depth++;
    else if (ch === "]") depth--;
    i++;
  } while (depth > 0 && i < text.length);
  return i;
}

function parseBody(body: string): Body | null {
  const text = body.trim();
  if (text === "") return { items: [], columns: [] };
  if (text.startsWith("@")) {
    const rest = text.slice(1).trim();
    const columns = rest === "" ? [] : rest.startsWith("[") ? bracketed(rest, ":") : [unescape(rest)];
    return columns && { items: ["#This Row"], columns };
  }
  if (text.startsWith("#")) return { items: [text], columns: [] };
  if (!text.startsWith("[")) return { items: [], columns: [unescape(text)] };
  const parts = bracketed(text, ",:");
  if (!parts) return null;
  const raw = rawBracketed(text);
  const items = parts.filter((_, i) => raw[i]?.startsWith("#"));
  return { items, columns: parts.filter((_, i) => !raw[i]?.startsWith("#")) };
}

/** "[A]:[B]" is ["A", "B"]; null when something else stands between the brackets than the separators. */
function bracketed(text: string, separators: string): string[] | null {
  const raw = rawBracketed(text);
  const between = text.replace(/\[(?:'.|[^\]'])*\]/gs, "").trim();
  if (raw.length === 0 || [...between].some((ch) => ch !== " " && !separators.includes(ch))) return null;
  return raw.map(unescape);
}

function rawBracketed(text: string): string[] {
  return [...text.matchAll(/\[((?:'.|[^\]'])*)\]/gs)].map((m) => m[1] ?? "");
}

function unescape(text: string): string {
  return text.replace(/'(.)/gs, "$1");
}

function writeLong({ items, columns }: Body): string {
  const [first, last] = columns.map((c) => `[${escape(c)}]`);
  const span = first === undefined ? "" : last === undefined ? first : `${first}:${last}`;
  if (items.length === 0) return last === undefined ? first ?? "[]" : `[${span}]`;
  if (span === "") return items.length === 1 ? `[${items[0]}]` : `[${items.map((i) => `[${i}]`).join(",")}]`;
  return `[${items.map((i) => `[${i}]`).join(",")},${span}]`;
}
