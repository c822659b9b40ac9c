import { CHART } from "../chartSize";

/** Words for a place in a chart. */
export interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** The rows above and below the picture; or beside the place, on the side where a line that rises or falls to the right is not. */
  readonly row: "top" | "bottom" | "beside rising" | "beside falling";
}

/** Where each label starts: never cut off at an edge, and never over one that comes before it, rather not at all: the words beneath the chart say all. */
export function placed(labels: readonly Label[]): readonly Label[] {
  const kept: Label[] = [];
  for (const label of labels) {
    const one = start(label);
    if (!kept.some((other) => overlap(one, other))) kept.push(one);
  }
  return kept;
}

function start(label: Label): Label {
  const { words, x, y, row } = label;
  const width = widthOf(words);
  const room = CHART.WIDTH - x - GAP;
  const centred = Math.min(Math.max(x - width / 2, 0), CHART.WIDTH - width);
  switch (row) {
    case "top":
      return { ...label, x: centred, y: ABOVE };
    case "bottom":
      return { ...label, x: centred, y: CHART.HEIGHT - 4 };
    case "beside rising":
      return room >= width ? { ...label, x: x + GAP, y: y + LETTER } : { ...label, x: Math.max(0, x - GAP - width), y: y - GAP };
    case "beside falling":
      return room >= width ? { ...label, x: x + GAP, y: Math.max(ABOVE, y - GAP) } : { ...label, x: centred, y: ABOVE };
  }
}

function overlap(one: Label, other: Label): boolean {
  return Math.abs(one.y - other.y) < LETTER && one.x < other.x + widthOf(other.words) + GAP && other.x < one.x + widthOf(one.words) + GAP;
}

/** Drawn letters are not measured: figures of this size take 6 units, and few letters take more. */
const widthOf = (words: string): number => words.length * 5.7;
const GAP = 6;
const LETTER = 14;
const ABOVE = CHART.TOP - 7;
