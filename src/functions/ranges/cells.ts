import { CalcError } from "../../calc";

/** A block of cells with plain values: Excel hands over errors, and numbers with a format of their own, as objects with the value inside. */
export function blockOf(cells: unknown, name: string): unknown[][] {
  if (!Array.isArray(cells) || !cells.every((row) => Array.isArray(row))) throw new CalcError("value", `${name} must be a block of cells`);
  return (cells as unknown[][]).map((row) => row.map(plain));
}

function plain(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null ? ((cell as { basicValue?: unknown }).basicValue ?? "") : cell;
}
