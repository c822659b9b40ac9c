import { CalcError } from "../../calc";
import { plain } from "../arguments";

/** A block of cells with plain values. */
export function blockOf(cells: unknown, name: string): unknown[][] {
  if (!Array.isArray(cells) || cells.length === 0 || !cells.every((row) => Array.isArray(row))) throw new CalcError("value", `${name} must be a block of cells`);
  return (cells as unknown[][]).map((row) => row.map(plain));
}
