import { invalidArgument } from "../protocol/errors";
import type { Check } from "../protocol/richApi/members";
import { typeOf } from "../protocol/richApi/members";

/** A Range of the add-in, or an address. */
export const rangeOrAddress: Check = (value, where) => {
  if (typeof value === "string" || isRange(value)) return value;
  throw invalidArgument(where, "a range or an address is expected");
};

export const rangeOnly: Check = (value, where) => {
  if (isRange(value)) return value;
  throw invalidArgument(where, "a range is expected");
};

function isRange(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value.constructor !== Object && typeOf(value).name === "Range";
}
