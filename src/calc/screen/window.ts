import { check, checkNumber } from "../check";
import { type Cells, operand } from "../formula";

/** Is an expiration within the days that one wants to sell? Both ends are in. docs/spec/screen.md §5. */
export function windowOf({ days, from, to }: { readonly days: number; readonly from: number; readonly to: number }): "in" | "short" | "long" {
  checkNumber(days, "days");
  checkNumber(from, "from");
  checkNumber(to, "to");
  check(from <= to, "from must not be above to");
  if (days < from) return "short";
  return days > to ? "long" : "in";
}
export function windowFormula({ days, from, to }: Cells<"days" | "from" | "to">): string {
  return `IF(${operand(days)}<${operand(from)},"short",IF(${operand(days)}>${operand(to)},"long","in"))`;
}
