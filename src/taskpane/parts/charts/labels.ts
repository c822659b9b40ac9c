import { CHART } from "../chartSize";

/** Words for a place in a chart. */
export interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** The rows above and below the picture; or beside the place, where a line that rises or falls to the right is not: under a falling one when there is no room over it. */
  readonly row: "top" | "bottom" | "beside rising" | "beside falling";
}

/** A label in its place. */
export interface Placed extends Label {
  /** It stands on the shade under a falling line. */
  readonly shaded: boolean;
}

/** Where each label starts: never cut off at an edge, and never over one that comes before it, rather not at all: the chart's own words say everything. */
export function placed(labels: readonly Label[]): readonly Placed[] {
  const kept: Placed[] = [];
  for (const label of labels) {
    const one = start(label);
    const inside = one.row === "top" || one.row === "bottom" || one.y < CHART.BOTTOM;
    if (inside && !kept.some((other) => overlap(one, other))) kept.push(one);
  }
  return kept;
}

function start(label: Label): Placed {
  const { words, x, y, row } = label;
  const width = widthOf(words);
  const room = CHART.WIDTH - x - GAP;
  const centred = Math.min(Math.max(x - width / 2, 0), CHART.WIDTH - width);
  switch (row) {
    case "top":
      return { ...label, x: centred, y: ABOVE, shaded: false };
    case "bottom":
      return { ...label, x: centred, y: CHART.HEIGHT - 4, shaded: false };
    case "beside rising":
      return { ...label, ...(room >= width ? { x: x + GAP, y: y + LETTER } : { x: Math.max(0, x - GAP - width), y: y - GAP }), shaded: false };
    case "beside falling":
      return room >= width ? { ...label, x: x + GAP, y: Math.max(ABOVE, y - GAP), shaded: false } : { ...label, x: Math.min(x + GAP, CHART.WIDTH) - width, y: y + LETTER, shaded: true };
  }
}

function overlap(one: Placed, other: Placed): boolean {
  return Math.abs(one.y - other.y) < LETTER && one.x < other.x + widthOf(other.words) + GAP && other.x < one.x + widthOf(one.words) + GAP;
}

/** Drawn letters are not measured: figures of this size take 6 units, and few letters take more. */
const widthOf = (words: string): number => words.length * 5.7;
const GAP = 6;
const LETTER = 14;
const ABOVE = CHART.TOP - 7;
