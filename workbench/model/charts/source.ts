import { isDay } from "../../charts/days";
import type { ChartSeries } from "../../grid/chart";
import type { Cell } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import type { Range } from "../range/range";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * Which series a block of cells holds, as Excel sees it: along its longer side, with a first line of names when that holds texts, and a first line of
 * categories when that holds texts or days, or has nothing above it while the names have.
 */
export function seriesOf(range: Range, by: SeriesBy): ChartSeries[] {
  const { grid, sheetId, rect } = range;
  const cells = grid.read(sheetId, rect);
  const byColumns = by === "Columns" || (by === "Auto" && rect.rows >= rect.columns);
  const lines = byColumns ? cells : transposed(cells);
  const [length, width] = [lines.length, lines[0]?.length ?? 0];
  const hasNames = length > 1 && (lines[0] ?? []).slice(width > 1 ? 1 : 0).some(isText);
  const first = hasNames ? 1 : 0;
  const firstColumn = lines.slice(first).map((line) => line[0]);
  const cornerIsBlank = hasNames && lines[0]?.[0]?.value === "";
  const hasCategories = width > 1 && (cornerIsBlank || firstColumn.some((cell) => isText(cell) || isDay(cell)));

  const part = (from: number, to: number, along: number, count: number): Rect =>
    byColumns ? { row: rect.row + from, rows: to - from, column: rect.column + along, columns: count } : { column: rect.column + from, columns: to - from, row: rect.row + along, rows: count };
  const reference = (area: Rect) => ({ sheetId, rect: area });
  const categories = hasCategories ? reference(part(first, length, 0, 1)) : undefined;
  return Array.from({ length: width - (hasCategories ? 1 : 0) }, (_, i) => {
    const along = i + (hasCategories ? 1 : 0);
    return { ...(hasNames ? { name: reference(part(0, 1, along, 1)) } : {}), values: reference(part(first, length, along, 1)), ...(categories ? { categories } : {}) };
  });
}

function transposed(cells: readonly (readonly Cell[])[]): Cell[][] {
  return (cells[0] ?? []).map((_, column) => cells.flatMap((row) => row[column] ?? []));
}

function isText(cell: Cell | undefined): boolean {
  return typeof cell?.value === "string" && cell.value !== "";
}
