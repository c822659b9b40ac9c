import type * as Formula from "@univerjs/engine-formula";
import type { UnitRange } from "../dependencies";

/** As much of Univer 0.25.1's references as is needed to keep what stands in them. */
interface Reference {
  keeps?: true;
  getUnitData(): object;
  getUnitId(): string;
  getSheetId(): string;
  getRangePosition(): UnitRange["range"];
  toArrayValueObject(useCache?: boolean): object;
}
interface Kept extends UnitRange {
  readonly array: object;
}
type Arrays = Map<string, Kept>;

/** Cells: of fewer there are too many ranges. */
const WORTH_IT = 8;

/** By the data of the sheets with which a calculation works: each has its own. */
const going = new WeakMap<object, Arrays>();
const all = new WeakMap<object, Arrays>();
let round = 0;
const seen = new WeakMap<object, number>();

/**
 * In each calculation Univer makes an object of every cell of every range that is read, a log's columns of 2,000 rows over and over. Here they are kept from one calculation to the next, except those
 * in which something has changed. What is worked out of a range is found again by it: see keptResults.
 */
export function keepArrays({ BaseReferenceObject }: typeof Formula): void {
  const reference = BaseReferenceObject.prototype as unknown as Reference;
  if (reference.keeps) return;
  reference.keeps = true;
  const { toArrayValueObject } = reference;
  reference.toArrayValueObject = function (useCache = true) {
    const arrays = useCache ? going.get(this.getUnitData()) : undefined;
    if (!arrays) return toArrayValueObject.call(this, useCache);
    const [unitId, sheetId, range] = [this.getUnitId(), this.getSheetId(), this.getRangePosition()];
    if ((range.endRow - range.startRow + 1) * (range.endColumn - range.startColumn + 1) < WORTH_IT) return toArrayValueObject.call(this, useCache);
    const key = `${unitId} ${sheetId} ${range.startRow} ${range.endRow} ${range.startColumn} ${range.endColumn}`;
    const kept = arrays.get(key);
    if (kept) return kept.array;
    const array = toArrayValueObject.call(this, useCache);
    arrays.set(key, { unitId, sheetId, range, array });
    return array;
  };
}

/** Something has changed that no calculation is told of: a format by which a number is read as a text. */
export function forgetArrays(): void {
  round++;
}

/** The formulas' order is not known yet: what is read until it is may change within this calculation. */
export function holdArrays(data: object): void {
  going.delete(data);
}

/** From now on what is read has been calculated. Without `changed` everything may have. */
export function useArrays(owner: object, data: object, changed: readonly UnitRange[] | null): void {
  const arrays: Arrays = (seen.get(owner) === round && changed && all.get(owner)) || new Map<string, Kept>();
  for (const [key, kept] of arrays) if (changed?.some((one) => touch(one, kept))) arrays.delete(key);
  seen.set(owner, round);
  all.set(owner, arrays);
  going.set(data, arrays);
}

function touch(one: UnitRange, other: UnitRange): boolean {
  if (one.sheetId !== other.sheetId || one.unitId !== other.unitId) return false;
  const [a, b] = [one.range, other.range];
  // not ">": ends that are missing are NaN, and hold everything
  return !(a.startRow > b.endRow || b.startRow > a.endRow || a.startColumn > b.endColumn || b.startColumn > a.endColumn);
}
