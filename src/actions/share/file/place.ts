import { columnLetters } from "../../../workbook/address";

/** Cells from and to, counted from 0. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "B2" or "$B$2:$C$9" → its cells; null for anything else. */
export function rectOf(address: string): Rect | null {
  const [, left, top, right = left, bottom = top] = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address.trim()) ?? [];
  if (left === undefined || top === undefined) return null;
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right!) };
}

export function holds({ top, left, bottom, right }: Rect, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** "A" → 0, "AA" → 26 */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
