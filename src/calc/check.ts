/**
 * A question that cannot be answered, with words for the person who asked. "value": an argument is wrong. "notAvailable": the
 * arguments are fine, but there is no such number.
 */
export class CalcError extends Error {
  override readonly name = "CalcError";
  constructor(
    readonly kind: "value" | "notAvailable",
    words: string,
  ) {
    super(words);
  }
}

/** The one guard: the words say what must hold, and name the argument. */
export function check(condition: boolean, words: string): asserts condition {
  if (!condition) throw new CalcError("value", words);
}

/** Anything may be typed into a cell, so a number is not taken for granted: text, TRUE, NaN and infinities are refused. */
export function checkNumber(value: number, name: string): void {
  check(Number.isFinite(value), `${name} must be a number`);
}

export function checkAboveZero(value: number, name: string): void {
  checkNumber(value, name);
  check(value > 0, `${name} must be above zero`);
}

export function checkNotNegative(value: number, name: string): void {
  checkNumber(value, name);
  check(value >= 0, `${name} must be zero or above`);
}

/** How many contracts there are: 1, 2, 3 and so on. */
export function checkWhole(value: number, name: string): void {
  checkAboveZero(value, name);
  check(Number.isInteger(value), `${name} must be a whole number`);
}

/** The last word of every calculation: no infinity leaves the module, and no minus zero. */
export function answer(value: number): number {
  check(Number.isFinite(value), "these numbers are too large to calculate with");
  return value + 0;
}
