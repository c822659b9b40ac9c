import type { Box, Item, Read } from "./parts";

/** In the same order. */
export function sameRanges(before: readonly Read[], now: readonly Read[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((read, index) => {
    const was = before[index]!;
    return was === read || (was.sheetId === read.sheetId && was.unitId === read.unitId && sameRange(was.range, read.range));
  });
}

/** Object.is, because a whole column's rows are NaN. */
function sameRange(a: Item["range"], b: Item["range"]): boolean {
  return Object.is(a.startRow, b.startRow) && Object.is(a.endRow, b.endRow) && Object.is(a.startColumn, b.startColumn) && Object.is(a.endColumn, b.endColumn);
}

/** Whole rows and columns have no ends. */
export function boxOf({ range: { startRow, endRow, startColumn, endColumn } }: Item): Box {
  const or = (value: number, end: number) => (Number.isNaN(value) ? end : value);
  return { minX: or(startColumn, 0), minY: or(startRow, 0), maxX: or(endColumn, Infinity), maxY: or(endRow, Infinity) };
}

export function same(a: Box, b: Box): boolean {
  return a.minX === b.minX && a.maxX === b.maxX && a.minY === b.minY && a.maxY === b.maxY;
}

export function overlap(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}
