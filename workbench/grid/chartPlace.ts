import { MAX_COLUMNS, MAX_ROWS, shiftSpan } from "./a1";
import type { ChartAnchor, Corner } from "./chart";
import type { Grid } from "./grid";
import type { Rect } from "./rect";

/** In points, from the top left corner of the sheet's first cell. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Sizes = Pick<Grid, "columnWidth" | "rowHeight">;
const POINTS_OF_A_PIXEL = 0.75;

export function boxOf(grid: Sizes, sheetId: string, { from, to }: ChartAnchor): Box {
  const [left, top] = pointOf(grid, sheetId, from);
  const [right, bottom] = pointOf(grid, sheetId, to);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

export function anchorOf(grid: Sizes, sheetId: string, { left, top, width, height }: Box): ChartAnchor {
  return { from: cornerAt(grid, sheetId, left, top), to: cornerAt(grid, sheetId, left + width, top + height) };
}

/** From the first cell's top left corner to the last cell's bottom right one. */
export function anchorOver({ row, column, rows, columns }: Rect): ChartAnchor {
  return { from: { row, column, x: 0, y: 0 }, to: { row: row + rows, column: column + columns, x: 0, y: 0 } };
}

/** Rows or columns were inserted or deleted: a chart goes along with its cells, and grows when it is cut through. */
export function shiftAnchor(anchor: ChartAnchor, axis: "row" | "column", at: number, count: number): ChartAnchor {
  const offset = axis === "row" ? "y" : "x";
  const moved = (corner: Corner): Corner => {
    const span = shiftSpan(corner[axis], corner[axis], at, count);
    return span ? { ...corner, [axis]: span.first } : { ...corner, [axis]: at, [offset]: 0 };
  };
  return { from: moved(anchor.from), to: moved(anchor.to) };
}

/** The place of a corner; one that lies beyond a cell that became narrower is at its end. */
function pointOf(grid: Sizes, sheetId: string, { row, column, x, y }: Corner): [number, number] {
  let [left, top] = [0, 0];
  for (let i = 0; i < column; i++) left += widthOf(grid, sheetId, i);
  for (let i = 0; i < row; i++) top += heightOf(grid, sheetId, i);
  return [left + (x === 0 ? 0 : Math.min(x, widthOf(grid, sheetId, column))), top + (y === 0 ? 0 : Math.min(y, heightOf(grid, sheetId, row)))];
}

function cornerAt(grid: Sizes, sheetId: string, left: number, top: number): Corner {
  let [row, column, x, y] = [0, 0, Math.max(0, left), Math.max(0, top)];
  for (let width = widthOf(grid, sheetId, column); x >= width && column < MAX_COLUMNS - 1; width = widthOf(grid, sheetId, column)) [x, column] = [x - width, column + 1];
  for (let height = heightOf(grid, sheetId, row); y >= height && row < MAX_ROWS - 1; height = heightOf(grid, sheetId, row)) [y, row] = [y - height, row + 1];
  return { row, column, x, y };
}

function widthOf(grid: Sizes, sheetId: string, column: number): number {
  return grid.columnWidth(sheetId, column) * POINTS_OF_A_PIXEL;
}

function heightOf(grid: Sizes, sheetId: string, row: number): number {
  return grid.rowHeight(sheetId, row) * POINTS_OF_A_PIXEL;
}
