import type { Cell } from "../grid/grid";

/** A number that is shown as a day or a month. */
export function isDay(cell: Pick<Cell, "value" | "numberFormat"> | undefined): boolean {
  return typeof cell?.value === "number" && /[dmy]/i.test(cell.numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
}
