import type * as Core from "@univerjs/core";
import { MAX_COLUMNS } from "../grid/a1";

interface Sheet {
  once?: true;
  getCell(row: number, column: number): unknown;
}
/** The private part of Univer 0.25.1's drawing that is held back here. */
interface Frames {
  held?: true;
  _renderFrame(time: number): void;
}

/**
 * Univer draws the whole view again at every change. An add-in that lays out sheets changes something many times a second, and most of the time would go into pictures that nobody
 * can see. While one is at work, the sheet is drawn for a tenth of the time at most; at once again as soon as the user scrolls, clicks or types. Nothing is left out: what has changed is drawn a little later.
 */
export function drawInMeasure(engine: { readonly prototype: object }, container: HTMLElement): { atWork(): void } {
  let [working, seen, rested] = [-Infinity, -Infinity, -Infinity];
  for (const name of ["pointerdown", "wheel", "keydown"]) container.addEventListener(name, () => (seen = performance.now()), { capture: true, passive: true });
  const frames = engine.prototype as Frames;
  if (!frames.held) {
    frames.held = true;
    const { _renderFrame } = frames;
    frames._renderFrame = function (time) {
      const now = performance.now();
      if (now < working + WORK && now > seen + LOOK && now < rested) return;
      _renderFrame.call(this, time);
      const ended = performance.now();
      rested = ended + Math.min(LONGEST, (ended - now) * REST);
    };
  }
  return { atWork: () => void (working = performance.now()) };
}

/**
 * Ground, text, borders, marks and more are drawn one after the other, and each asks of every cell anew what formats and validations make of it. In one frame the answer is
 * the same: it is asked once.
 */
export function lookOnceInAFrame(engine: { readonly prototype: object }, { Worksheet }: typeof Core): void {
  const [frames, sheet] = [engine.prototype as Frames, Worksheet.prototype as unknown as Sheet];
  if (sheet.once) return;
  sheet.once = true;
  const { _renderFrame } = frames;
  let seen: Map<Sheet, Map<number, unknown>> | null = null;
  frames._renderFrame = function (time) {
    seen = new Map();
    try {
      _renderFrame.call(this, time);
    } finally {
      seen = null;
    }
  };
  const { getCell } = sheet;
  sheet.getCell = function (row, column) {
    if (!seen) return getCell.call(this, row, column);
    const cells = seen.get(this) ?? new Map<number, unknown>();
    seen.set(this, cells);
    const key = row * MAX_COLUMNS + column;
    if (!cells.has(key)) cells.set(key, getCell.call(this, row, column));
    return cells.get(key);
  };
}

/** An add-in counts as at work for so long after its last change, and the user as looking after the last key or click; in milliseconds. */
const [WORK, LOOK] = [400, 1000];
/** After a frame, so many times as long without one; and how long at most. */
const [REST, LONGEST] = [9, 600];
