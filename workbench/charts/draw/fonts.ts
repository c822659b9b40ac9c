import type { FontSpec } from "chart.js";
import type { ChartFont } from "../../grid/chart";
import { FONT } from "../standards";

export function fontOf(font: ChartFont | undefined, pixels: number, size: number = FONT.size): Partial<FontSpec> {
  const { name, bold, italic } = { ...FONT, ...font };
  return { family: `"${name}", Carlito, "Segoe UI", system-ui, sans-serif`, size: (font?.size ?? size) * pixels, weight: bold ? "bold" : "normal", style: italic ? "italic" : "normal" };
}

export function colorOf(font: ChartFont | undefined): string {
  return font?.color ?? FONT.color;
}
