import type * as Formula from "@univerjs/engine-formula";

/** As much of Univer 0.25.1's values as SUMIFS and COUNTIFS need. */
interface Value {
  isArray(): boolean;
  isReferenceObject(): boolean;
  isString(): boolean;
  isNumber(): boolean;
  isBoolean(): boolean;
  isNull(): boolean;
  isError(): boolean;
  getValue(): unknown;
  convertToNumberObjectValue(): Value;
  compare(other: Value, operator: string): Value;
}
interface Values extends Value {
  getRowCount(): number;
  getColumnCount(): number;
  get(row: number, column: number): Value | null | undefined;
  compare(other: Value, operator: string): Values;
  sum(): Value;
}
interface Reference extends Value {
  toArrayValueObject(): Values;
}
interface Ifs {
  quick?: true;
  calculate(...given: Value[]): Value;
}

/**
 * A line of the audit asks the whole log for an account, a ticker and two actions; the next line asks for the same account and the same actions again. Univer compares
 * every cell anew each time, and makes an object of each answer. Here a range is compared with a criterion once in a calculation, and what is remembered
 * is a list of ones and zeros. What fits a criterion is decided as Univer does it; criteria that are lists, blank or errors are left to Univer.
 */
export function compareOnce(parts: typeof Formula): void {
  const sumIfs = functionOf(parts.functionMath, "SUMIFS");
  const countIfs = functionOf(parts.functionStatistical, "COUNTIFS");
  if (sumIfs.quick) return;
  sumIfs.quick = true;
  const fits = remembered(parts);
  const [sum, count] = [sumIfs.calculate, countIfs.calculate];
  sumIfs.calculate = function (range, ...pairs) {
    const asked = range && readPairs(range, pairs);
    if (!asked) return range ? sum.call(this, range, ...pairs) : sum.call(this);
    const columns = asked.target.getColumnCount();
    return listOf(parts, cellsOf(asked, fits).map((at) => asked.target.get(Math.floor(at / columns), at % columns))).sum();
  };
  countIfs.calculate = function (...pairs) {
    const asked = pairs[0] && readPairs(pairs[0], pairs);
    return asked ? (parts.NumberValueObject.create(cellsOf(asked, fits).length) as unknown as Value) : count.call(this, ...pairs);
  };
}

function functionOf(all: readonly (readonly unknown[])[], wanted: string): Ifs {
  const found = all.find(([, name]) => name === wanted);
  if (!found) throw new Error(`this version of Univer has no ${wanted}`);
  return (found[0] as { readonly prototype: Ifs }).prototype;
}

/** The cells that fit all criteria. */
function cellsOf({ criteria }: Asked, fits: (values: Values, criterion: Value) => Fitting): readonly number[] {
  const [fewest, ...others] = criteria.map(({ values, criterion }) => fits(values, criterion)).sort((one, other) => one.cells.length - other.cells.length);
  return [...(fewest?.cells ?? [])].filter((at) => others.every(({ mask }) => mask[at] === 1));
}

interface Asked {
  readonly target: Values;
  readonly criteria: readonly { readonly values: Values; readonly criterion: Value }[];
}

/** Null when it is not one range, and others of its size with one text or number each. */
function readPairs(range: Value, pairs: readonly Value[]): Asked | null {
  if (!range.isReferenceObject() || pairs.length === 0 || pairs.length % 2 !== 0) return null;
  const target = (range as Reference).toArrayValueObject();
  const criteria: { values: Values; criterion: Value }[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const [where, what] = [pairs[index]!, single(pairs[index + 1]!)];
    if (!where.isReferenceObject() || !what || !(what.isString() || what.isNumber())) return null;
    const values = (where as Reference).toArrayValueObject();
    if (values.getRowCount() !== target.getRowCount() || values.getColumnCount() !== target.getColumnCount()) return null;
    criteria.push({ values, criterion: what });
  }
  return { target, criteria };
}

function single(value: Value): Value | null {
  const plain = value.isReferenceObject() ? (value as Reference).toArrayValueObject() : value;
  if (!plain.isArray()) return plain;
  const values = plain as Values;
  return values.getRowCount() === 1 && values.getColumnCount() === 1 ? values.get(0, 0) ?? null : null;
}

function listOf({ ArrayValueObject }: typeof Formula, values: readonly (Value | null | undefined)[]): Values {
  const data = { calculateValueList: [values], rowCount: 1, columnCount: values.length, unitId: "", sheetId: "", row: -1, column: -1 };
  return ArrayValueObject.create(data as unknown as Parameters<typeof ArrayValueObject.create>[0]) as unknown as Values;
}

/** The cells of a range that fit a criterion: a one each, and one after the other. */
interface Fitting {
  readonly mask: Uint8Array;
  readonly cells: Uint32Array;
}

/** As long as nothing in a range changes, all formulas get the same object for it. */
function remembered(parts: typeof Formula): (values: Values, criterion: Value) => Fitting {
  const known = new WeakMap<Values, Map<string, Fitting>>();
  return (values, criterion) => {
    let masks = known.get(values);
    if (!masks) known.set(values, (masks = new Map()));
    const key = `${typeof criterion.getValue()} ${String(criterion.getValue())}`;
    let fitting = masks.get(key);
    if (!fitting) {
      const mask = maskOf(parts, values, criterion);
      masks.set(key, (fitting = { mask, cells: Uint32Array.from([...mask.keys()].filter((at) => mask[at] === 1)) }));
    }
    return fitting;
  };
}

/** Which cells fit, a one each. A text fits texts, a number numbers, and "=" and "<>" see a number that is written as a text. */
function maskOf({ ValueObjectFactory }: typeof Formula, values: Values, criterion: Value): Uint8Array {
  const text = String(criterion.getValue());
  const token = TOKENS.find((one) => text.startsWith(one)) ?? "";
  const operator = token || "=";
  const wanted = ValueObjectFactory.create(text.slice(token.length)) as unknown as Value;
  const compared = values.compare(criterion.isString() ? wanted : criterion, criterion.isString() ? operator : "=");
  const columns = values.getColumnCount();
  return Uint8Array.from({ length: values.getRowCount() * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const answer = fit(values.get(row, column), compared.get(row, column), wanted, operator);
    return answer ? 1 : 0;
  });
}
const TOKENS = ["=", "<>", ">=", ">", "<=", "<"];

function fit(cell: Value | null | undefined, compared: Value | null | undefined, wanted: Value, operator: string): boolean {
  if (!compared) return false;
  if (cell && sameKind(cell, wanted)) return isTrue(compared);
  if (cell?.isError() && wanted.isError() && cell.getValue() === wanted.getValue()) return true;
  if (operator !== "=" && operator !== "<>") return false;
  if (cell?.isNumber() && wanted.isString()) {
    const number = wanted.convertToNumberObjectValue();
    if (number.isNumber()) return isTrue(cell.compare(number, operator));
  }
  if (wanted.isNumber() && cell?.isString()) {
    const number = cell.convertToNumberObjectValue();
    if (number.isNumber()) return isTrue(number.compare(wanted, operator));
  }
  return operator === "<>";
}

function sameKind(cell: Value, wanted: Value): boolean {
  if ((cell.isNumber() && wanted.isNumber()) || (cell.isBoolean() && wanted.isBoolean())) return true;
  if (isBlank(cell) || isBlank(wanted)) return isBlank(cell) && isBlank(wanted);
  return cell.isString() && wanted.isString();
}
const isBlank = (value: Value): boolean => value.isNull() || (value.isString() && value.getValue() === "");
const isTrue = (value: Value): boolean => value.isBoolean() && value.getValue() === true;
