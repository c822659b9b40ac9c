import type { CellInput } from "../../grid/grid";
import { ApiError } from "../../protocol/errors";
import type { Range } from "./range";

/** Values without their formulas, or looks, from other cells to these and as many more as that needs. */
export function copyCells(target: Range, source: Range, what: string, skipBlanks: boolean): void {
  const where = "Range.copyFrom";
  const { rows, columns } = source.rect;
  const place = target.getCell(0, 0).getAbsoluteResizedRange(rows, columns);
  place.demand(what === "Values" ? "edit" : "allowFormatCells", where);
  const { grid } = target;
  if (what === "Values") {
    grid.write(place.sheetId, place.rect, grid.read(source.existing(), source.rect).map((row) => row.map(({ value }): CellInput => (skipBlanks && value === "" ? undefined : { value }))));
    return;
  }
  if (what !== "Formats") throw new ApiError("NotImplemented", `The workbench copies Values or Formats, not ${what}.`, where);
  grid.clearStyle(place.sheetId, place.rect);
  grid.style(place.sheetId, place.rect, Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => grid.styleOf(source.sheetId, source.rect.row + row, source.rect.column + column))));
}
