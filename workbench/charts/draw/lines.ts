import type { ChartLine } from "../../grid/chart";

/** The dashes of a line in pixels; none for one that goes through. */
export function dashesOf({ lineStyle, weight = 0.75 }: ChartLine, pixels: number): number[] {
  const unit = Math.max(1, weight * pixels);
  const dashes: Readonly<Record<string, readonly number[]>> = { Dash: [4, 3], DashDot: [4, 3, 1, 3], DashDotDot: [4, 3, 1, 3, 1, 3], Dot: [1, 1], RoundDot: [1, 1] };
  return (dashes[lineStyle ?? ""] ?? []).map((length) => length * unit);
}

export function isDrawn(line: ChartLine | null | undefined): line is ChartLine {
  return line !== null && line !== undefined && line.lineStyle !== "None";
}
