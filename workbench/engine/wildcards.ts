import type * as Formula from "@univerjs/engine-formula";

/** The private parts of Univer 0.25.1's comparisons that the cure touches. */
interface Text {
  cured?: true;
  getValue(): string;
  compareBy(value: unknown, operator: string, isCaseSensitive?: boolean): unknown;
  _compareString(own: string, other: string, operator: string): boolean;
}
interface Compare {
  calculate(first: unknown, second: unknown): unknown;
}
interface Values {
  _batchOperatorValue(value: { isString(): boolean; getValue(): unknown }, column: number, result: unknown, type: number, operator: string, isCaseSensitive: boolean): void;
}

/**
 * To Excel's MATCH and criteria `*` and `?` mean any letters, and `~` before one of the three means that very sign; to its operators they mean nothing: "K*"="KO" is FALSE. Univer
 * lets them mean the same everywhere, also to EXACT, and does not know `~~`.
 */
export function readWildcardsAsExcel({ functionMeta, StringValueObject, BooleanValueObject, ArrayValueObject }: typeof Formula): void {
  const text = StringValueObject.prototype as unknown as Text;
  if (text.cured) return;
  text.cured = true;
  let isOperator = false;
  const compare = functionMeta.find(([, name]) => (name as string) === "COMPARE")?.[0] as unknown as { readonly prototype: Compare } | undefined;
  if (!compare) throw new Error("this version of Univer has no COMPARE");
  const { calculate } = compare.prototype;
  compare.prototype.calculate = function (first, second) {
    isOperator = true;
    try {
      return calculate.call(this, first, second);
    } finally {
      isOperator = false;
    }
  };

  const { compareBy } = text;
  text.compareBy = function (value, operator, isCaseSensitive = false) {
    if (typeof value !== "string" || !/[*?~]/.test(value)) return compareBy.call(this, value, operator, isCaseSensitive);
    const [own, other] = isCaseSensitive ? [this.getValue(), value] : [this.getValue().toLocaleLowerCase(), value.toLocaleLowerCase()];
    const isLiteral = isOperator || isCaseSensitive || (operator !== "=" && operator !== "<>");
    return BooleanValueObject.create(isLiteral ? this._compareString(own, other, operator) : patternOf(other).test(own) === (operator === "="));
  };

  // a range finds texts without * and ? in an index of its own, which holds them as they stand
  const values = ArrayValueObject.prototype as unknown as Values;
  const { _batchOperatorValue } = values;
  values._batchOperatorValue = function (value, column, result, type, operator, isCaseSensitive) {
    const content = type === COMPARING && !isOperator && !isCaseSensitive && value.isString() ? String(value.getValue()) : "";
    const asked = content.includes("~") && !/[*?]/.test(content) ? StringValueObject.create(content.replace(/~~/g, "~")) : value;
    _batchOperatorValue.call(this, asked, column, result, type, operator, isCaseSensitive);
  };
}

/** Univer's number for a comparison among what it does to all cells of a range. */
const COMPARING = 5;

const patterns = new Map<string, RegExp>();
function patternOf(text: string): RegExp {
  const known = patterns.get(text) ?? new RegExp(`^${text.replace(/~[~*?]|[*?]|[.+^${}()|[\]\\]/g, (sign) => ({ "*": "[\\s\\S]*", "?": "[\\s\\S]" })[sign] ?? `\\${sign.slice(-1)}`)}$`);
  if (patterns.size > 1_000) patterns.clear();
  patterns.set(text, known);
  return known;
}
