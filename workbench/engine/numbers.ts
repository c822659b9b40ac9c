import type * as Formula from "@univerjs/engine-formula";

/** The private parts of Univer 0.25.1's numbers that are made faster here. */
interface Arithmetic {
  quick?: true;
  getValue(): unknown;
  plusBy(value: unknown): unknown;
  minusBy(value: unknown): unknown;
  multiplyBy(value: unknown): unknown;
}

/**
 * Univer adds and multiplies by a library of decimal numbers, which writes each of them as a text and reads it again: 0.1 + 0.2 is 0.3, and a column of 2,000 prices takes
 * as long as all the rest. Numbers of up to four decimals, as money is, are whole ten-thousandths: these are added and multiplied here as whole numbers, which is
 * exact, and divided once, which is rounded as reading the decimal text is. All others go the old way.
 */
export function reckonInWholes({ NumberValueObject }: typeof Formula): void {
  const numbers = NumberValueObject.prototype as unknown as Arithmetic;
  if (numbers.quick) return;
  numbers.quick = true;
  const { plusBy, minusBy, multiplyBy } = numbers;
  const create = (value: number) => NumberValueObject.create(value);
  numbers.plusBy = function (value) {
    const result = sum(this.getValue(), value);
    return result === null ? plusBy.call(this, value) : create(result);
  };
  numbers.minusBy = function (value) {
    const result = typeof value === "number" ? sum(this.getValue(), -value) : null;
    return result === null ? minusBy.call(this, value) : create(result);
  };
  numbers.multiplyBy = function (value) {
    const result = product(this.getValue(), value);
    return result === null ? multiplyBy.call(this, value) : create(result);
  };
}

/** Null where this way is not exact. */
function sum(a: unknown, b: unknown): number | null {
  if (typeof a !== "number" || typeof b !== "number") return null;
  if (Number.isSafeInteger(a + b)) return a + b;
  const [first, second] = [wholes(a), wholes(b)];
  return first === null || second === null ? null : (first + second) / PARTS;
}

function product(a: unknown, b: unknown): number | null {
  if (typeof a !== "number" || typeof b !== "number") return null;
  if (Number.isSafeInteger(a * b)) return a * b;
  const [first, second] = [wholes(a), wholes(b)];
  if (first === null || second === null || !Number.isSafeInteger(first * second)) return null;
  return (first * second) / (PARTS * PARTS);
}

/** How many ten-thousandths; null when it is no whole number of them, or more than 15 digits: only up to there each decimal has a number of its own. */
function wholes(value: number): number | null {
  const parts = Math.round(value * PARTS);
  return parts / PARTS === value && Math.abs(parts) < MOST_PARTS ? parts : null;
}
const PARTS = 10_000;
const MOST_PARTS = 1e15;
